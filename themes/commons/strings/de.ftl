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
legal-form = { $form }.
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
privacy = Für Ihre persönlichen Daten ist verantwortlich:
licence = Die Texte dieser Website dürfen weiterverwendet werden unter { $licence }.

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
