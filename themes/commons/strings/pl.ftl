### Słowa interfejsu po polsku. Words of the interface in Polish: a copy of en.ftl with the right-hand sides changed.

## Dates and numbers

# With a day a month stands in the genitive; without one, in the nominative.
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia

# 1 is Monday.
weekday-1 = poniedziałek
weekday-2 = wtorek
weekday-3 = środa
weekday-4 = czwartek
weekday-5 = piątek
weekday-6 = sobota
weekday-7 = niedziela

date-long = { $day } { $month } { $year }
month-year = { $month-number ->
    [1] styczeń
    [2] luty
    [3] marzec
    [4] kwiecień
    [5] maj
    [6] czerwiec
    [7] lipiec
    [8] sierpień
    [9] wrzesień
    [10] październik
    [11] listopad
    [12] grudzień
   *[other] { $month }
} { $year }
weekday-date = { $weekday }, { $day } { $month } { $year }
moment-long = { $weekday }, { $day } { $month } { $year }, godz. { $time }
# A space at which no line breaks.
number-separator = { "\u00A0" }
number-decimal = ,
# Between the things of a list that stand in one line.
list-separator = { ", " }

## Running text

footnotes = Przypisy
# What the arrow at the end of a note says to a screen reader.
back-to-text = Wróć do tekstu, przypis { $number }
alert-note = Uwaga
alert-tip = Wskazówka
alert-important = Ważne
alert-warning = Ostrzeżenie
alert-caution = Ostrożnie
task-done = Zrobione:
task-open = Do zrobienia:

## Titles of lists and other pages that nobody writes

home = Strona główna
campaigns = Kampanie
actions = Działaj z nami
stories = Historie
principles = Nasze zasady
definitions = Nasze słowa
quotes = Słowami ludzi
people = Ludzie
resources = Nauka
tags = Tematy
tag-title = Temat: { $tag }
not-found = Nie ma tu tej strony
not-found-text = Strona mogła zostać przeniesiona albo w adresie jest błąd. Można zacząć od nowa od jednej z tych:
moved = Ta strona została przeniesiona

## Finding the way

skip-to-content = Przejdź do tekstu
menu = Menu główne
# What opens it on a small screen.
menu-button = Menu
breadcrumbs = Tu jesteś
contents = Na tej stronie
at-a-glance = W skrócie
letters = Przejdź do litery
more-on-this-site = Więcej w tym serwisie
pages = Strony tej listy
page-of = Strona { $page } z { $pages }
page-before = Poprzednia strona
page-after = Następna strona
earlier-and-later = Przed tą stroną i po niej
earlier = Przedtem:
later = Dalej:
tagged = Tematy:

## A page someone may have to leave quickly

leave-label = Opuść tę stronę
leave = Opuść tę stronę teraz
# Where that link leads: a page nobody would ask about.
leave-address = https://www.imgw.pl

## Notices

draft = Szkic.
draft-note = Nieopublikowane: tylko ty widzisz tę stronę.
content-note = Zanim zaczniesz czytać:
dormant = Na razie przestaliśmy działać.
closed = Zamknięte
last-changed = Ostatnia zmiana: { $date }

## Campaigns

status-listening = Słuchamy
status-planning = Planujemy
status-active = Trwa
status-paused = Wstrzymana
status-won = Wygrana
status-part-won = Częściowo wygrana
status-lost = Przegrana
status-ended = Zakończona

route-together = Robimy to sami
current-campaign = Co robimy teraz
other-campaigns = Nasze inne kampanie
all-campaigns = Wszystkie nasze kampanie
who-can-say-yes = Kto może się zgodzić
by-when = Do kiedy
by-date = Do { $date }
started = Początek
ended = Koniec
progress = Jak daleko jesteśmy
count-of = { $count } z { $of }
counted-on = Policzono { $date }
in-numbers = W liczbach
as-of = Stan na { $date }
source-label = Źródło:
what-people-say = Co mówią ludzie
demands = Czego żądamy i jak sprawy stoją
since-date = Od { $date }

ask-open = W toku
ask-part-won = Częściowo spełnione
ask-won = Spełnione
ask-refused = Odrzucone
ask-dropped = Wycofane

position-yes = Mówi „tak”
position-no = Mówi „nie”
position-silent = Jeszcze bez odpowiedzi
position-unknown = Nie wiadomo

coming-up = Co przed nami
wins = Co wygraliśmy
timeline = Co się wydarzyło
story-label = Historia:

moment-launch = Początek
moment-action = Akcja
moment-meeting = Spotkanie
moment-response = Odpowiedź
moment-win = Wygrana
moment-setback = Porażka
moment-media = W mediach
moment-decision = Decyzja

principles-here = Jak tu pracujemy
campaign-contact = Kontakt w sprawie tej kampanii
organised-by = Organizują: { $names }
partners = Działają z nami
press = Dla prasy
press-lines = Zdania do zacytowania
press-notes = Uwagi dla redakcji
evidence = Na czym się opieramy
share = Tekst do przekazania dalej

## Actions

do-sign = Podpisz
do-write = Napisz
do-call = Zadzwoń
do-come = Przyjdź
do-join = Dołącz
do-give = Wesprzyj
do-get-help = Poproś o pomoc
do-volunteer = Pomóż
do-share = Podaj dalej
do-tell-us = Powiedz nam
do-pledge = Zobowiąż się
do-learn = Ucz się
do-display = Powieś
do-vote = Zagłosuj
do-other = Działaj

all-actions = Wszystko, co możesz zrobić
you-can-also = Możesz też
more-actions = Co jeszcze możesz zrobić
actions-site = W każdej chwili
when = Kiedy
where = Gdzie
goes-to = Trafia do
last-day = Ostatni dzień
email = E-mail
phone = Telefon
by-post = Pocztą
without-internet = Bez internetu?
opens = Otwiera { $site }, inny serwis
letter-to-copy = List do skopiowania
subject = Temat:

## Stories

story-heading = Własnymi słowami
all-stories = Wszystkie nasze historie
name-changed = imię zmienione
anonymous = Osoba, która prosiła, by nie podawać jej nazwiska
what-changed = Co się zmieniło
what-we-learned = Czego się nauczyliśmy
watch = Obejrzyj film
transcript = Przeczytaj zapis filmu
written-down-by = Zapis:
support = Jeśli to spotyka ciebie
story-campaign = Kampania
example-of = Co to pokazuje
removal-story = Jesteś w tej historii lub na jej zdjęciach? Możesz nas poprosić o zmianę lub usunięcie, w każdej chwili i bez podania powodu.
removal-picture = Jesteś na zdjęciu na tej stronie albo należy ono do ciebie? Możesz nas poprosić o jego zmianę lub usunięcie.
removal-short = Poproś o usunięcie tego zdjęcia

## Principles

item-principle = Zasada
item-value = Wartość
item-stage = Etap
item-standard = Standard
item-point = Punkt
item-right = Prawo
item-pledge = Zobowiązanie
items-principle = Zasady
items-value = Wartości
items-stage = Etapy
items-standard = Standardy
items-point = Punkty
items-right = Prawa
items-pledge = Zobowiązania

set-proposed = Propozycja
set-consultation = Otwarte na uwagi
set-in-force = Obowiązuje
set-retired = Już nie obowiązuje

version = Wersja { $version }
in-force-from = Od { $date }
since-version = Od wersji { $version }
adopted-by = Przyjęcie: { $name }
steward = Opieka: { $name }
why = Dlaczego
principle-do = Jak to wygląda
principle-not = Czym to nie jest
in-practice = W praktyce
questions = Pytania do rozmowy
replaces = Zastępuje
retired = Już nie obowiązuje.
retired-in = Wycofane w wersji { $version }.
replaced-by = W zamian:
retired-items = Już nie obowiązują
sign-heading = Podpisz się pod tym
sign-closed = Podpisywanie zamknięte.
changes = Co się zmieniło i dlaczego
change-added = dodano
change-reworded = zmieniono brzmienie
change-moved = przeniesiono
change-split = podzielono
change-merged = połączono
change-retired = wycofano
cite = Jak cytować tę stronę
based-on = Na podstawie:
licence-this = Można używać na zasadach { $licence }.

## Definitions

words-used = Słowa użyte na tej stronie
definition-agreed = Uzgodniona
definition-proposed = Propozycja
definition-disputed = Sporna
definition-retired = Już nieużywana
in-plain-words = Prościej:
also-called = Także: { $names }
not-to-be-confused = To nie to samo co
examples = Przykłady
see-also = Zobacz też
used-in = Gdzie się pojawia

## People

person-organiser = Organizacja
person-member = Członkostwo
person-trustee = Rada
person-staff = Pracownicy
person-volunteer = Wolontariat
until = Do { $date }

## Learning

learn = Nauka
resource-course = Kurs
resource-guide = Poradnik
resource-toolkit = Zestaw narzędzi
resource-template = Wzór
resource-video = Film
resource-report = Raport
resource-policy = Regulamin
length = Jak długo
parts = Części
format = Jak
format-online-own-time = Online, we własnym tempie
format-online-live = Online, na żywo
format-in-person = Na miejscu
format-printed = Druk
cost = Koszt
provider = Prowadzi
modules = Części
free = Bezpłatnie
free-modules = { $count ->
    [one] Bezpłatna część:
    [few] Bezpłatne części:
    [many] Bezpłatne części:
   *[other] Bezpłatne części:
}
principles-taught = Zasady, których uczy
find-out-more = Dowiedz się więcej

## Who publishes

join-and-contact = Dołącz lub napisz do nas
# The button, where the site's own words give none.
join = Dołącz do nas
donate = Wesprzyj nas
contact = Kontakt
who-publishes = Kto to publikuje
published-by = Publikuje: { $name }.
legal-form = Forma prawna: { $form }.
legal-informal = Grupa nieformalna.
legal-charity = Zarejestrowana organizacja charytatywna.
legal-cio = Organizacja charytatywna z osobowością prawną.
legal-cic = Spółka pożytku społecznego.
legal-company = Spółka.
legal-coop = Spółdzielnia.
legal-union = Związek zawodowy.
charity-number = Numer organizacji charytatywnej: { $number }.
company-number = Numer spółki: { $number }.
registered-with = { $with }: { $number }.
registered-office = Siedziba: { $address }.
imprint-promoter = Wydawca: { $name }.
imprint-responsible = Odpowiada za treść: { $name }.
imprint-on-behalf-of = W imieniu: { $name }.
imprint-printer = Druk: { $name }.
safeguarding = Ochrona dzieci i osób zagrożonych:
personal-data = O twoje dane osobowe dba:
licence = Tekstów z tego serwisu można używać na zasadach { $licence }.

## Privacy

# Says what is true of every site, so a translation must not promise more.
privacy = Prywatność
privacy-intro = Czego ten serwis dowiaduje się o tobie, gdy go czytasz, a czego nie.
privacy-not = Czego ten serwis nie robi
privacy-no-cookies = Nie zapisuje niczego na twoim urządzeniu: ani plików cookie, ani niczego podobnego.
privacy-no-scripts = Nie uruchamia skryptów, nie liczy odwiedzin i nie śledzi cię od strony do strony.
privacy-no-hosts = Gdy czytasz, nie prosi o nic żadnego innego serwisu: czcionki, obrazy i style pochodzą w całości stąd.
privacy-own-parts = Niektórych części tego serwisu nie zrobił jego program: szablonów, stron lub skryptów. Autorstwo: { $name }. Trzy punkty powyżej dotyczą całej reszty.
privacy-still = Czego mimo to można się dowiedzieć
privacy-host = Te strony wysyła ci usługa hostingu. Potrzebuje do tego adresu twojego urządzenia w internecie (adresu IP). Możliwe, że przechowuje go przez jakiś czas, a z nim godzinę, stronę, o którą prosisz, i rodzaj twojej przeglądarki.
privacy-contact = Jeśli do nas napiszesz lub zadzwonisz, dowiemy się tego, co nam powiesz, i tego, jak ci odpowiedzieć.
privacy-links = Linki mogą prowadzić do innych serwisów. Gdy z takiego skorzystasz, obowiązują zasady tamtego serwisu.
privacy-elsewhere = Ta strona dotyczy tylko tego serwisu. Jeśli coś o tobie trafiło do nas od ciebie inaczej, na papierze, na spotkaniu lub przez inny serwis, zapytaj nas, co z tym robimy.
privacy-responsible = Kto jest odpowiedzialny
privacy-ask = O co możesz poprosić
privacy-rights = Możesz nas zapytać, co o tobie wiemy, poprosić o kopię oraz o poprawienie lub usunięcie tego. Jeśli nasza odpowiedź nie pomoże, możesz zwrócić się do organu ochrony danych w swoim kraju.
privacy-people = Jesteś w historii, w cytacie lub na zdjęciu w tym serwisie? Możesz nas poprosić o zmianę lub usunięcie, w każdej chwili i bez podania powodu.

## Accessibility

accessibility = Dostępność
accessibility-intro = Co zrobiono, aby wszyscy mogli korzystać z tego serwisu, czego nie wiadomo i komu powiedzieć, gdy coś ci przeszkadza.
accessibility-built = Co jest wbudowane
accessibility-keyboard = Do wszystkiego można dotrzeć klawiaturą. Link na początku każdej strony prowadzi prosto do jej tekstu.
accessibility-structure = Nagłówki, listy, tabele i części strony są oznaczone jako to, czym są, dla czytników ekranu i innych pomocy.
accessibility-pictures = Obraz jest publikowany tylko ze słowami dla tych, którzy nie mogą go zobaczyć, albo jeśli jest oznaczony jako ozdoba.
accessibility-colours = Litery odróżniają się od tła, w jasnym i w ciemnym wyglądzie, bez względu na to, jaki kolor wybrała grupa.
accessibility-size = Strony mieszczą się na małym ekranie, a na dużym z literami cztery razy większymi.
accessibility-settings = Liczy się to, co masz ustawione na swoim urządzeniu: jasny lub ciemny wygląd, mniej ruchu, wysoki kontrast.
accessibility-scripts = Strony nie potrzebują skryptów, więc wystarczą stare urządzenia i przeglądarki.
accessibility-aim = Celem są Wytyczne dla dostępności treści internetowych (WCAG) 2.2, poziom AA.
accessibility-checks = Co sprawdzono
accessibility-tested = Program, który tworzy te strony, jest sprawdzany na własnych stronach narzędziami, które szukają barier. Takie narzędzia znajdują tylko część z nich.
accessibility-own-parts = Niektórych szablonów, stylów lub stron tego serwisu nie zrobił ten program. Autorstwo: { $name }. Tamte testy nic o nich nie mówią.
accessibility-checked = Ostatnie sprawdzenie tego serwisu: { $date } ({ $name }).
accessibility-not-checked = Nikt nie zapisał, że ludzie sprawdzili sam ten serwis.
accessibility-gaps = O jakich przeszkodach wiadomo
accessibility-films = Do niektórych filmów nie ma tekstu z tym, co się w nich mówi.
accessibility-documents = Są tu pliki do pobrania, na przykład PDF. Nie zrobił ich ten program i mogą mieć własne bariery.
accessibility-no-gaps = Nie zapisano żadnej bariery. To nie znaczy, że żadnej nie ma.
accessibility-tell = Powiedz nam, co ci przeszkadza
accessibility-tell-text = Jest tu coś, czego nie możesz przeczytać lub użyć? Powiedz nam, która to strona i co się dzieje. Możesz nas też poprosić o jej treść w innej formie.

# What a button or link says where the writer has not said it
safeguarding-policy = Zasady ochrony
sign-set = Podpisz się
resource-button-course = Przejdź do kursu
resource-button-guide = Czytaj poradnik
resource-button-toolkit = Otwórz zestaw
resource-button-template = Użyj wzoru
resource-button-video = Obejrzyj film
resource-button-report = Czytaj raport
resource-button-policy = Czytaj regulamin
