### Die Wörter der Oberfläche auf Deutsch. Words of the interface in German: a copy of en.ftl with the right-hand sides changed.

## Dates and numbers

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

# 1 is Monday.
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag

date-long = { $day }. { $month } { $year }
month-year = { $month } { $year }
weekday-date = { $weekday }, { $day }. { $month } { $year }
moment-long = { $weekday }, { $day }. { $month } { $year }, { $time } Uhr
number-separator = .
number-decimal = ,
# Between the things of a list that stand in one line.
list-separator = { ", " }

## Running text

footnotes = Anmerkungen
# What the arrow at the end of a note says to a screen reader.
back-to-text = Zurück zum Text, Anmerkung { $number }
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
task-done = Erledigt:
task-open = Noch zu tun:

## Titles of lists and other pages that nobody writes

home = Startseite
campaigns = Kampagnen
actions = Mitmachen
stories = Geschichten
principles = Unsere Grundsätze
definitions = Unsere Wörter
quotes = In eigenen Worten
people = Menschen
resources = Lernen
tags = Themen
tag-title = Zum Thema: { $tag }
not-found = Diese Seite gibt es hier nicht
not-found-text = Vielleicht ist die Seite umgezogen, oder in der Adresse ist ein Tippfehler. Hier geht es weiter:
moved = Diese Seite ist umgezogen

## Finding the way

skip-to-content = Zum Text springen
menu = Hauptmenü
# What opens it on a small screen.
menu-button = Menü
breadcrumbs = Wo Sie sind
contents = Auf dieser Seite
at-a-glance = Auf einen Blick
letters = Zu einem Buchstaben springen
more-on-this-site = Mehr auf dieser Website
pages = Seiten dieser Liste
page-of = Seite { $page } von { $pages }
page-before = Vorige Seite
page-after = Nächste Seite
earlier-and-later = Davor und danach
earlier = Davor:
later = Danach:
tagged = Themen:

## A page someone may have to leave quickly

leave-label = Diese Seite verlassen
leave = Diese Seite sofort verlassen
# Where that link leads: a page nobody would ask about.
leave-address = https://www.dwd.de

## Notices

draft = Entwurf.
draft-note = Nicht veröffentlicht: Nur Sie sehen diese Seite.
content-note = Vor dem Lesen:
dormant = Wir machen zurzeit nicht weiter.
closed = Beendet
last-changed = Zuletzt geändert am { $date }

## Campaigns

status-listening = Wir hören zu
status-planning = In Planung
status-active = Läuft
status-paused = Unterbrochen
status-won = Gewonnen
status-part-won = Teilweise gewonnen
status-lost = Verloren
status-ended = Beendet

route-together = Wir machen es selbst
current-campaign = Woran wir gerade arbeiten
other-campaigns = Unsere anderen Kampagnen
all-campaigns = Alle unsere Kampagnen
who-can-say-yes = Wer Ja sagen kann
by-when = Bis wann
by-date = Bis { $date }
started = Begonnen
ended = Beendet
progress = Wie weit wir sind
count-of = { $count } von { $of }
counted-on = Gezählt am { $date }
in-numbers = In Zahlen
as-of = Stand: { $date }
source-label = Quelle:
what-people-say = Was andere sagen
demands = Was wir fordern und wie es steht
since-date = Seit { $date }

ask-open = Offen
ask-part-won = Teilweise erreicht
ask-won = Erreicht
ask-refused = Abgelehnt
ask-dropped = Aufgegeben

position-yes = Sagt Ja
position-no = Sagt Nein
position-silent = Noch keine Antwort
position-unknown = Nicht bekannt

coming-up = Was ansteht
wins = Was wir erreicht haben
timeline = Was bisher geschah
story-label = Die Geschichte:

moment-launch = Start
moment-action = Aktion
moment-meeting = Treffen
moment-response = Antwort
moment-win = Erfolg
moment-setback = Rückschlag
moment-media = In den Medien
moment-decision = Entscheidung

principles-here = Wie wir hier arbeiten
campaign-contact = Kontakt zu dieser Kampagne
organised-by = Organisiert von { $names }
partners = Gemeinsam mit
press = Für die Presse
press-lines = Sätze zum Zitieren
press-notes = Hinweise für Redaktionen
evidence = Worauf wir uns stützen
share = Text zum Weitergeben

## Actions

do-sign = Unterschreiben
do-write = Schreiben
do-call = Anrufen
do-come = Hinkommen
do-join = Beitreten
do-give = Spenden
do-get-help = Hilfe finden
do-volunteer = Mithelfen
do-share = Weitersagen
do-tell-us = Uns erzählen
do-pledge = Zusagen
do-learn = Lernen
do-display = Aushängen
do-vote = Abstimmen
do-other = Handeln

all-actions = Alles, was Sie tun können
you-can-also = Sie können auch
more-actions = Was Sie noch tun können
actions-site = Jederzeit
when = Wann
where = Wo
goes-to = Geht an
last-day = Letzter Tag
email = E-Mail
phone = Telefon
by-post = Per Post
without-internet = Kein Internet?
opens = Öffnet { $site }, eine andere Website
letter-to-copy = Ein Brief zum Kopieren
subject = Betreff:

## Stories

story-heading = In unseren eigenen Worten
all-stories = Alle unsere Geschichten
name-changed = Name geändert
anonymous = Jemand, der oder die nicht genannt werden möchte
what-changed = Was sich geändert hat
what-we-learned = Was wir gelernt haben
watch = Den Film ansehen
transcript = Den Text dazu lesen
written-down-by = Aufgeschrieben von
support = Wenn Ihnen das gerade passiert
story-campaign = Die Kampagne
example-of = Was das zeigt
removal-story = Kommen Sie in dieser Geschichte oder auf ihren Bildern vor? Sie können uns jederzeit und ohne Grund bitten, sie zu ändern oder zu entfernen.
removal-picture = Sind Sie auf dem Bild dieser Seite, oder gehört es Ihnen? Sie können uns bitten, es zu ändern oder zu entfernen.
removal-short = Um Entfernung dieses Bildes bitten

## Principles

item-principle = Grundsatz
item-value = Wert
item-stage = Schritt
item-standard = Standard
item-point = Punkt
item-right = Recht
item-pledge = Versprechen
items-principle = Die Grundsätze
items-value = Die Werte
items-stage = Die Schritte
items-standard = Die Standards
items-point = Die Punkte
items-right = Die Rechte
items-pledge = Die Versprechen

set-proposed = Vorgeschlagen
set-consultation = Zur Diskussion gestellt
set-in-force = In Kraft
set-retired = Nicht mehr in Kraft

version = Fassung { $version }
in-force-from = Ab { $date }
since-version = Seit Fassung { $version }
adopted-by = Beschlossen von { $name }
steward = Gepflegt von { $name }
why = Warum
principle-do = So sieht es aus
principle-not = So nicht
in-practice = In der Praxis
questions = Fragen zum Reden
replaces = Ersetzt
retired = Nicht mehr in Kraft.
retired-in = Aufgegeben in Fassung { $version }.
replaced-by = An seiner Stelle:
retired-items = Nicht mehr in Kraft
sign-heading = Unterschreiben
sign-closed = Unterschreiben ist nicht mehr möglich.
changes = Was sich geändert hat, und warum
change-added = neu
change-reworded = neu formuliert
change-moved = verschoben
change-split = geteilt
change-merged = zusammengelegt
change-retired = aufgegeben
cite = So zitieren Sie diese Seite
based-on = Beruht auf:
licence-this = Sie dürfen dies weiterverwenden unter { $licence }.

## Definitions

words-used = Wörter auf dieser Seite
definition-agreed = Beschlossen
definition-proposed = Vorgeschlagen
definition-disputed = Umstritten
definition-retired = Nicht mehr in Gebrauch
in-plain-words = Einfacher gesagt:
also-called = Auch: { $names }
not-to-be-confused = Nicht dasselbe wie
examples = Beispiele
see-also = Siehe auch
used-in = Kommt vor in

## People

person-organiser = Organisation
person-member = Mitglied
person-trustee = Vorstand
person-staff = Angestellt
person-volunteer = Ehrenamtlich
until = Bis { $date }

## Learning

learn = Lernen
resource-course = Kurs
resource-guide = Leitfaden
resource-toolkit = Werkzeugkasten
resource-template = Vorlage
resource-video = Film
resource-report = Bericht
resource-policy = Regeln
length = Dauer
parts = Teile
format = Wie
format-online-own-time = Online, wann es Ihnen passt
format-online-live = Online, live
format-in-person = Vor Ort
format-printed = Gedruckt
cost = Kosten
provider = Angeboten von
modules = Die Teile
free = Kostenlos
free-modules = { $count ->
    [one] Kostenloser Teil:
   *[other] Kostenlose Teile:
}
principles-taught = Welche Grundsätze es vermittelt
find-out-more = Mehr erfahren

## Who publishes

join-and-contact = Mitmachen oder uns erreichen
# The button, where the site's own words give none.
join = Mitmachen
donate = Spenden
contact = Kontakt
who-publishes = Wer diese Website veröffentlicht
published-by = Veröffentlicht von: { $name }.
legal-form = Rechtsform: { $form }.
legal-informal = Eine freie Gruppe.
legal-charity = Eine eingetragene gemeinnützige Organisation.
legal-cio = Eine rechtsfähige gemeinnützige Organisation.
legal-cic = Ein gemeinwohlorientiertes Unternehmen.
legal-company = Eine Gesellschaft.
legal-coop = Eine Genossenschaft.
legal-union = Eine Gewerkschaft.
charity-number = Nummer der gemeinnützigen Organisation: { $number }.
company-number = Handelsregisternummer: { $number }.
registered-with = { $with }: { $number }.
registered-office = Sitz: { $address }.
imprint-promoter = Herausgegeben von { $name }.
imprint-responsible = Verantwortlich für den Inhalt: { $name }.
imprint-on-behalf-of = Im Auftrag von { $name }.
imprint-printer = Gedruckt von { $name }.
safeguarding = Schutz von Kindern und gefährdeten Menschen:
personal-data = Für Ihre persönlichen Daten ist verantwortlich:
licence = Die Texte dieser Website dürfen weiterverwendet werden unter { $licence }.

## Privacy

# Says what is true of every site, so a translation must not promise more.
privacy = Datenschutz
privacy-intro = Was diese Website über Sie erfährt, wenn Sie sie lesen, und was nicht.
privacy-not = Was diese Website nicht tut
privacy-no-cookies = Sie speichert nichts auf Ihrem Gerät: keine Cookies und nichts Ähnliches.
privacy-no-scripts = Sie führt keine Skripte aus, zählt keine Besuche und verfolgt Sie nicht von Seite zu Seite.
privacy-no-hosts = Während Sie lesen, ruft sie nichts von anderen Websites ab: Schriften, Bilder und Gestaltung kommen alle von hier.
privacy-own-parts = Einige Teile dieser Website stammen nicht von dem Programm, das sie erstellt, sondern von { $name }: Vorlagen, Seiten oder Skripte. Die drei Punkte oben gelten für alles andere.
privacy-still = Was trotzdem bekannt wird
privacy-host = Ein Hosting-Dienst schickt Ihnen diese Seiten. Dafür braucht er die Adresse Ihres Geräts im Internet (die IP-Adresse). Möglicherweise speichert er sie eine Zeit lang, zusammen mit der Uhrzeit, der abgerufenen Seite und der Art Ihres Browsers.
privacy-contact = Wenn Sie uns schreiben oder anrufen, erfahren wir, was Sie uns mitteilen und wie wir Ihnen antworten können.
privacy-links = Links können zu anderen Websites führen. Sobald Sie einem folgen, gelten deren eigene Regeln.
privacy-elsewhere = Auf dieser Seite geht es nur um diese Website. Wenn Sie uns anderswo etwas über sich mitgeteilt haben, auf Papier, bei einem Treffen oder über eine andere Website, fragen Sie uns, was wir damit tun.
privacy-responsible = Wer verantwortlich ist
privacy-ask = Worum Sie uns bitten können
privacy-rights = Sie können uns fragen, was wir über Sie wissen, um eine Kopie davon bitten und uns bitten, es zu berichtigen oder zu löschen. Wenn Ihnen unsere Antwort nicht hilft, können Sie sich an die Datenschutzbehörde Ihres Landes wenden.
privacy-people = Kommen Sie in einer Geschichte, einem Zitat oder einem Bild auf dieser Website vor? Sie können uns jederzeit und ohne Angabe von Gründen bitten, das zu ändern oder zu entfernen.

## Accessibility

accessibility = Barrierefreiheit
accessibility-intro = Was getan wurde, damit alle diese Website nutzen können, was nicht bekannt ist, und wem Sie Bescheid geben können, wenn Ihnen etwas im Weg ist.
accessibility-built = Was eingebaut ist
accessibility-keyboard = Alles lässt sich mit der Tastatur erreichen. Ein Link am Anfang jeder Seite führt direkt zu ihrem Text.
accessibility-structure = Überschriften, Listen, Tabellen und Teile einer Seite sind als das gekennzeichnet, was sie sind, für Screenreader und andere Hilfsmittel.
accessibility-pictures = Ein Bild wird nur mit Worten für Menschen veröffentlicht, die es nicht sehen können, oder wenn es als Schmuck gekennzeichnet ist.
accessibility-colours = Die Schrift hebt sich von ihrem Hintergrund ab, in heller und in dunkler Darstellung, welche Farbe die Gruppe auch gewählt hat.
accessibility-size = Die Seiten passen auf einen kleinen Bildschirm, und auf einen großen mit viermal so großer Schrift.
accessibility-settings = Was Sie auf Ihrem Gerät eingestellt haben, zählt: hell oder dunkel, weniger Bewegung, hoher Kontrast.
accessibility-scripts = Die Seiten brauchen keine Skripte, deshalb genügen alte Geräte und Browser.
accessibility-aim = Das Ziel sind die Richtlinien für barrierefreie Webinhalte (WCAG) 2.2, Stufe AA.
accessibility-checks = Was geprüft wurde
accessibility-tested = Das Programm, das diese Seiten erstellt, wird an eigenen Seiten mit Werkzeugen geprüft, die nach Barrieren suchen. Solche Werkzeuge finden nur einen Teil davon.
accessibility-own-parts = Einige der Vorlagen, Stile oder Seiten dieser Website stammen von { $name }. Über sie sagen diese Prüfungen nichts.
accessibility-checked = Diese Website wurde zuletzt am { $date } von { $name } geprüft.
accessibility-not-checked = Niemand hat festgehalten, dass Menschen genau diese Website geprüft haben.
accessibility-gaps = Welche Hindernisse bekannt sind
accessibility-films = Zu einigen Filmen fehlt ein Text mit dem, was darin gesagt wird.
accessibility-documents = Es gibt Dateien zum Herunterladen, zum Beispiel PDF. Sie wurden nicht von diesem Programm erstellt und können eigene Barrieren haben.
accessibility-no-gaps = Es ist keine Barriere festgehalten. Das heißt nicht, dass es keine gibt.
accessibility-tell = Sagen Sie uns, was Ihnen im Weg ist
accessibility-tell-text = Gibt es hier etwas, das Sie nicht lesen oder benutzen können? Sagen Sie uns, welche Seite es ist und was geschieht. Sie können uns auch um den Inhalt in einer anderen Form bitten.

# What a button or link says where the writer has not said it
safeguarding-policy = Schutzkonzept
sign-set = Jetzt unterschreiben
resource-button-course = Zum Kurs
resource-button-guide = Den Leitfaden lesen
resource-button-toolkit = Den Werkzeugkasten öffnen
resource-button-template = Die Vorlage verwenden
resource-button-video = Den Film ansehen
resource-button-report = Den Bericht lesen
resource-button-policy = Die Regeln lesen
