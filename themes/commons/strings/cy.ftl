### Geiriau’r rhyngwyneb yn Gymraeg. Words of the interface in Welsh: a copy of en.ftl with the right-hand sides changed.

## Dates and numbers

month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

# 1 is Monday.
weekday-1 = Dydd Llun
weekday-2 = Dydd Mawrth
weekday-3 = Dydd Mercher
weekday-4 = Dydd Iau
weekday-5 = Dydd Gwener
weekday-6 = Dydd Sadwrn
weekday-7 = Dydd Sul

date-long = { $day } { $month } { $year }
month-year = { $month } { $year }
weekday-date = { $weekday } { $day } { $month } { $year }
moment-long = { $weekday } { $day } { $month } { $year }, { $time }
number-separator = ,
number-decimal = .
# Between the things of a list that stand in one line.
list-separator = { ", " }

## Running text

footnotes = Nodiadau
# What the arrow at the end of a note says to a screen reader.
back-to-text = Yn ôl i’r testun, nodyn { $number }
alert-note = Nodyn
alert-tip = Awgrym
alert-important = Pwysig
alert-warning = Rhybudd
alert-caution = Cymerwch ofal
task-done = Wedi’i wneud:
task-open = I’w wneud:

## Titles of lists and other pages that nobody writes

home = Hafan
campaigns = Ymgyrchoedd
actions = Gweithredu
stories = Straeon
principles = Ein hegwyddorion
definitions = Ein geiriau ni
quotes = Yng ngeiriau pobl eu hunain
people = Pobl
resources = Dysgu
tags = Pynciau
tag-title = Pwnc: { $tag }
not-found = Nid yw’r dudalen hon yma
not-found-text = Efallai fod y dudalen wedi symud, neu fod camgymeriad yn y cyfeiriad. Gallwch ddechrau eto o un o’r rhain:
moved = Mae’r dudalen hon wedi symud

## Finding the way

skip-to-content = Neidio i’r testun
menu = Prif ddewislen
# What opens it on a small screen.
menu-button = Dewislen
breadcrumbs = Ble rydych chi
contents = Ar y dudalen hon
at-a-glance = Cipolwg
letters = Neidio i lythyren
more-on-this-site = Mwy ar y wefan hon
pages = Tudalennau’r rhestr hon
page-of = Tudalen { $page } o { $pages }
page-before = Tudalen flaenorol
page-after = Tudalen nesaf
earlier-and-later = Cyn ac ar ôl hyn
earlier = Cyn hyn:
later = Nesaf:
tagged = Pynciau:

## A page someone may have to leave quickly

leave-label = Gadael y dudalen hon
leave = Gadael y dudalen hon nawr
# Where that link leads: a page nobody would ask about.
leave-address = https://www.bbc.co.uk/weather

## Notices

draft = Drafft.
draft-note = Heb ei chyhoeddi: dim ond chi sy’n gweld y dudalen hon.
content-note = Cyn i chi ddarllen:
dormant = Rydym wedi rhoi’r gorau iddi am y tro.
closed = Ar gau
last-changed = Newidiwyd ddiwethaf: { $date }

## Campaigns

status-listening = Gwrando
status-planning = Cynllunio
status-active = Ar waith
status-paused = Wedi oedi
status-won = Wedi ennill
status-part-won = Wedi ennill yn rhannol
status-lost = Wedi colli
status-ended = Wedi dod i ben

route-together = Gwneud hyn ein hunain
current-campaign = Beth rydym yn ei wneud nawr
other-campaigns = Ein hymgyrchoedd eraill
all-campaigns = Ein holl ymgyrchoedd
who-can-say-yes = Pwy all gytuno
by-when = Erbyn pryd
by-date = Erbyn { $date }
started = Dechreuodd
ended = Daeth i ben
progress = Pa mor bell yr aethom
count-of = { $count } o { $of }
counted-on = Cyfrifwyd: { $date }
in-numbers = Mewn rhifau
as-of = Ar { $date }
source-label = Ffynhonnell:
what-people-say = Beth mae pobl yn ei ddweud
demands = Beth rydym yn gofyn amdano, a’r sefyllfa nawr
since-date = Ers { $date }

ask-open = Yn aros
ask-part-won = Wedi’i ennill yn rhannol
ask-won = Wedi’i ennill
ask-refused = Wedi’i wrthod
ask-dropped = Wedi’i ollwng

position-yes = Yn cytuno
position-no = Yn gwrthod
position-silent = Dim ateb eto
position-unknown = Ddim yn hysbys

coming-up = Ar y gweill
wins = Beth rydym wedi’i ennill
timeline = Beth sydd wedi digwydd
story-label = Y stori:

moment-launch = Lansio
moment-action = Gweithredu
moment-meeting = Cyfarfod
moment-response = Ymateb
moment-win = Buddugoliaeth
moment-setback = Cam yn ôl
moment-media = Yn y cyfryngau
moment-decision = Penderfyniad

principles-here = Sut rydym yn gweithio yma
campaign-contact = Cysylltu â’r ymgyrch hon
organised-by = Trefnwyr: { $names }
partners = Gyda ni
press = I newyddiadurwyr
press-lines = Geiriau y gallwch eu dyfynnu
press-notes = Nodiadau i olygyddion
evidence = Ein tystiolaeth
share = Testun i’w rannu

## Actions

do-sign = Llofnodi
do-write = Ysgrifennu
do-call = Ffonio
do-come = Dod draw
do-join = Ymuno
do-give = Rhoi
do-get-help = Cael help
do-volunteer = Gwirfoddoli
do-share = Rhannu
do-tell-us = Dweud wrthym
do-pledge = Addo
do-learn = Dysgu
do-display = Ei arddangos
do-vote = Pleidleisio
do-other = Gweithredu

all-actions = Popeth y gallwch ei wneud
you-can-also = Gallwch hefyd
more-actions = Mwy y gallwch ei wneud
actions-site = Unrhyw bryd
when = Pryd
where = Ble
goes-to = Yn mynd at
last-day = Diwrnod olaf
email = E-bost
phone = Ffôn
by-post = Drwy’r post
without-internet = Dim rhyngrwyd?
opens = Yn agor { $site }, gwefan arall
letter-to-copy = Llythyr i’w gopïo
subject = Pwnc:

## Stories

story-heading = Yn ein geiriau ein hunain
all-stories = Ein holl straeon
name-changed = enw wedi’i newid
anonymous = Rhywun a ofynnodd am beidio â chael ei enwi
what-changed = Beth newidiodd
what-we-learned = Beth a ddysgwyd
watch = Gwylio’r ffilm
transcript = Darllen geiriau’r ffilm
written-down-by = Cofnodwyd gan
support = Os yw hyn yn digwydd i chi
story-campaign = Yr ymgyrch
example-of = Beth mae hyn yn ei ddangos
removal-story = Ydych chi yn y stori hon neu yn ei lluniau? Gallwch ofyn i ni ei newid neu ei thynnu i lawr, ar unrhyw adeg a heb roi rheswm.
removal-picture = Ydych chi yn y llun ar y dudalen hon, neu ai chi biau’r llun? Gallwch ofyn i ni ei newid neu ei dynnu i lawr.
removal-short = Gofyn i ni dynnu’r llun hwn

## Principles

item-principle = Egwyddor
item-value = Gwerth
item-stage = Cam
item-standard = Safon
item-point = Pwynt
item-right = Hawl
item-pledge = Addewid
items-principle = Yr egwyddorion
items-value = Y gwerthoedd
items-stage = Y camau
items-standard = Y safonau
items-point = Y pwyntiau
items-right = Yr hawliau
items-pledge = Yr addewidion

set-proposed = Arfaethedig
set-consultation = Ar agor i sylwadau
set-in-force = Mewn grym
set-retired = Ddim mewn grym mwyach

version = Fersiwn { $version }
in-force-from = O { $date }
since-version = Ers fersiwn { $version }
adopted-by = Mabwysiadwyd gan { $name }
steward = Dan ofal { $name }
why = Pam
principle-do = Sut mae’n edrych
principle-not = Beth nad ydyw
in-practice = Yn ymarferol
questions = Cwestiynau i’w trafod
replaces = Yn disodli
retired = Ddim mewn grym mwyach.
retired-in = Rhoddwyd heibio yn fersiwn { $version }.
replaced-by = Yn ei le:
retired-items = Ddim mewn grym mwyach
sign-heading = Llofnodi hyn
sign-closed = Mae’r llofnodi wedi cau.
changes = Beth newidiodd, a pham
change-added = ychwanegwyd
change-reworded = aileiriwyd
change-moved = symudwyd
change-split = rhannwyd
change-merged = unwyd
change-retired = rhoddwyd heibio
cite = Sut i ddyfynnu hyn
based-on = Yn seiliedig ar:
licence-this = Gallwch ailddefnyddio hyn o dan { $licence }.

## Definitions

words-used = Geiriau a ddefnyddir yma
definition-agreed = Cytunwyd
definition-proposed = Arfaethedig
definition-disputed = Yn destun dadl
definition-retired = Nas defnyddir mwyach
in-plain-words = Mewn geiriau symlach:
also-called = Hefyd: { $names }
not-to-be-confused = Nid yr un peth â
examples = Enghreifftiau
see-also = Gweler hefyd
used-in = Defnyddir yn

## People

person-organiser = Trefnydd
person-member = Aelod
person-trustee = Ymddiriedolwr
person-staff = Staff
person-volunteer = Gwirfoddolwr
until = Tan { $date }

## Learning

learn = Dysgu
resource-course = Cwrs
resource-guide = Canllaw
resource-toolkit = Pecyn cymorth
resource-template = Templed
resource-video = Fideo
resource-report = Adroddiad
resource-policy = Polisi
length = Pa mor hir
parts = Rhannau
format = Sut
format-online-own-time = Ar-lein, yn eich amser eich hun
format-online-live = Ar-lein, yn fyw
format-in-person = Wyneb yn wyneb
format-printed = Wedi’i argraffu
cost = Cost
provider = Cynigir gan
modules = Y rhannau
free = Am ddim
free-modules = { $count ->
    [zero] Rhannau am ddim:
    [one] Rhan am ddim:
    [two] Rhannau am ddim:
    [few] Rhannau am ddim:
    [many] Rhannau am ddim:
   *[other] Rhannau am ddim:
}
principles-taught = Yr egwyddorion y mae’n eu dysgu
find-out-more = Dysgu mwy

## Who publishes

join-and-contact = Ymuno â ni, neu gysylltu
# The button, where the site's own words give none.
join = Ymuno â ni
donate = Rhoi
contact = Cysylltu
who-publishes = Pwy sy’n cyhoeddi hyn
published-by = Cyhoeddwyd gan { $name }.
legal-form = Ffurf gyfreithiol: { $form }.
legal-informal = Grŵp anffurfiol.
legal-charity = Elusen gofrestredig.
legal-cio = Sefydliad corfforedig elusennol.
legal-cic = Cwmni buddiannau cymunedol.
legal-company = Cwmni.
legal-coop = Cwmni cydweithredol.
legal-union = Undeb llafur.
charity-number = Rhif elusen { $number }.
company-number = Rhif cwmni { $number }.
registered-with = { $with }: { $number }.
registered-office = Swyddfa gofrestredig: { $address }.
imprint-promoter = Hyrwyddwyd gan { $name }.
imprint-responsible = Yn gyfrifol am y cynnwys: { $name }.
imprint-on-behalf-of = Ar ran { $name }.
imprint-printer = Argraffwyd gan { $name }.
safeguarding = Diogelu:
personal-data = Yn gofalu am eich data personol:
licence = Gellir ailddefnyddio geiriau’r wefan hon o dan { $licence }.

## Privacy

# Says what is true of every site, so a translation must not promise more.
privacy = Preifatrwydd
privacy-intro = Beth mae’r wefan hon yn ei ddysgu amdanoch wrth i chi ei darllen, a beth nad yw’n ei ddysgu.
privacy-not = Beth nad yw’r wefan hon yn ei wneud
privacy-no-cookies = Nid yw’n storio dim ar eich dyfais: dim cwcis, na dim byd tebyg.
privacy-no-scripts = Nid yw’n rhedeg sgriptiau, nid yw’n cyfrif ymweliadau, ac nid yw’n eich dilyn o dudalen i dudalen.
privacy-no-hosts = Nid yw’n gofyn am ddim gan unrhyw wefan arall wrth i chi ddarllen: oddi yma y daw’r llythrennau, y lluniau a’r arddulliau i gyd.
privacy-own-parts = Nid rhaglen y wefan hon a wnaeth rai rhannau ohoni, ond { $name }: templedi, tudalennau neu sgriptiau. Mae’r tri phwynt uchod yn sôn am bopeth arall.
privacy-still = Beth sy’n cael ei ddysgu er hynny
privacy-host = Mae gwasanaeth gwe-letya yn anfon y tudalennau hyn atoch. I wneud hynny mae angen cyfeiriad eich dyfais ar y rhyngrwyd (y cyfeiriad IP). Mae’n bosibl y bydd yn ei gadw am gyfnod, gyda’r amser, y dudalen y gofynnoch amdani a’r math o borwr rydych yn ei ddefnyddio.
privacy-contact = Os ydych yn ysgrifennu atom neu’n ein ffonio, rydym yn dysgu’r hyn rydych yn ei ddweud wrthym, a sut i’ch ateb.
privacy-links = Gall dolenni arwain at wefannau eraill. Rheolau’r wefan arall sy’n cyfrif ar ôl i chi ddilyn un.
privacy-elsewhere = Dim ond am y wefan hon y mae’r dudalen hon. Os rhoddoch rywbeth amdanoch eich hun i ni yn rhywle arall, ar bapur, mewn cyfarfod neu drwy wefan arall, gofynnwch i ni beth rydym yn ei wneud ag ef.
privacy-responsible = Pwy sy’n gyfrifol
privacy-ask = Beth y gallwch ofyn amdano
privacy-rights = Gallwch ofyn i ni beth rydym yn ei wybod amdanoch, gofyn am gopi ohono, a gofyn i ni ei gywiro neu ei ddileu. Os nad yw ein hateb yn helpu, gallwch droi at awdurdod diogelu data eich gwlad.
privacy-people = Ydych chi mewn stori, dyfyniad neu lun ar y wefan hon? Gallwch ofyn i ni newid hynny neu ei dynnu i lawr, ar unrhyw adeg a heb roi rheswm.

## Accessibility

accessibility = Hygyrchedd
accessibility-intro = Beth sydd wedi’i wneud er mwyn i bawb allu defnyddio’r wefan hon, beth nad yw’n hysbys, a phwy i’w hysbysu pan fydd rhywbeth yn eich rhwystro.
accessibility-built = Beth sydd wedi’i gynnwys
accessibility-keyboard = Gellir cyrraedd popeth â bysellfwrdd. Mae dolen ar ddechrau pob tudalen yn arwain yn syth at ei thestun.
accessibility-structure = Mae penawdau, rhestrau, tablau a rhannau o dudalen wedi’u nodi fel yr hyn ydynt, ar gyfer darllenwyr sgrin a chymhorthion eraill.
accessibility-pictures = Dim ond gyda geiriau i’r rhai na allant ei weld y cyhoeddir llun, neu os yw wedi’i nodi fel addurn.
accessibility-colours = Mae llythrennau’n sefyll allan o’u cefndir, yn olau ac yn dywyll, pa liw bynnag y mae’r grŵp wedi’i ddewis.
accessibility-size = Mae tudalennau’n ffitio ar sgrin fach, ac ar un fawr gyda llythrennau bedair gwaith mor fawr.
accessibility-settings = Mae’r hyn rydych wedi’i osod ar eich dyfais yn cyfrif: golau neu dywyll, llai o symud, cyferbyniad uchel.
accessibility-scripts = Nid oes angen sgriptiau ar y tudalennau, felly mae hen ddyfeisiau a hen borwyr yn ddigon.
accessibility-aim = Y nod yw Canllawiau Hygyrchedd Cynnwys y We (WCAG) 2.2, lefel AA.
accessibility-checks = Beth sydd wedi’i wirio
accessibility-tested = Mae’r rhaglen sy’n gwneud y tudalennau hyn yn cael ei phrofi ar ei thudalennau ei hun gydag offer sy’n chwilio am rwystrau. Dim ond rhai ohonynt y mae offer o’r fath yn eu canfod.
accessibility-own-parts = Gwnaed rhai o dempledi, arddulliau neu dudalennau’r wefan hon gan { $name }. Nid yw’r profion hynny’n dweud dim amdanynt.
accessibility-checked = Gwiriwyd y wefan hon ddiwethaf ar { $date } gan { $name }.
accessibility-not-checked = Nid oes neb wedi nodi bod pobl wedi gwirio’r wefan hon ei hun.
accessibility-gaps = Rhwystrau hysbys
accessibility-films = Nid oes gan rai ffilmiau destun o’r hyn a ddywedir ynddynt.
accessibility-documents = Mae ffeiliau i’w lawrlwytho, megis PDF. Nid y rhaglen hon a’u gwnaeth, a gall fod ganddynt eu rhwystrau eu hunain.
accessibility-no-gaps = Nid oes unrhyw rwystr wedi’i nodi. Nid yw hynny’n golygu nad oes un.
accessibility-tell = Dywedwch wrthym beth sy’n eich rhwystro
accessibility-tell-text = Oes rhywbeth yma na allwch ei ddarllen neu ei ddefnyddio? Dywedwch wrthym pa dudalen yw hi a beth sy’n digwydd. Gallwch hefyd ofyn i ni am yr hyn y mae’n ei ddweud mewn ffurf arall.

# What a button or link says where the writer has not said it
safeguarding-policy = Polisi diogelu
sign-set = Llofnodi hyn
resource-button-course = Mynd i’r cwrs
resource-button-guide = Darllen y canllaw
resource-button-toolkit = Agor y pecyn cymorth
resource-button-template = Defnyddio’r templed
resource-button-video = Gwylio’r ffilm
resource-button-report = Darllen yr adroddiad
resource-button-policy = Darllen y polisi
