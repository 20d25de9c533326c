### Les mots de l’interface en français. Words of the interface in French: a copy of en.ftl with the right-hand sides changed.
### Before : ; ? and ! stands a space at which no line breaks.

## Dates and numbers

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

# 1 is Monday.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche

date-long = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
month-year = { $month } { $year }
weekday-date = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
moment-long = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }, { $time }
# A narrow space at which no line breaks.
number-separator = { "\u202F" }
number-decimal = ,
# Between the things of a list that stand in one line.
list-separator = { ", " }

## Running text

footnotes = Notes
# What the arrow at the end of a note says to a screen reader.
back-to-text = Retour au texte, note { $number }
alert-note = Note
alert-tip = Conseil
alert-important = Important
alert-warning = Attention
alert-caution = Prudence
task-done = Fait :
task-open = À faire :

## Titles of lists and other pages that nobody writes

home = Accueil
campaigns = Campagnes
actions = Agir
stories = Récits
principles = Nos principes
definitions = Les mots que nous employons
quotes = Paroles d’habitants
people = Les personnes
resources = Se former
tags = Sujets
tag-title = À propos de : { $tag }
not-found = Cette page n’est pas ici
not-found-text = La page a peut-être changé de place, ou l’adresse contient une faute. Vous pouvez repartir d’une de ces pages :
moved = Cette page a changé de place

## Finding the way

skip-to-content = Aller au texte
menu = Menu principal
# What opens it on a small screen.
menu-button = Menu
breadcrumbs = Où vous êtes
contents = Sur cette page
at-a-glance = En un coup d’œil
letters = Aller à une lettre
more-on-this-site = Aussi sur ce site
pages = Pages de cette liste
page-of = Page { $page } sur { $pages }
page-before = Page précédente
page-after = Page suivante
earlier-and-later = Avant et après cette page
earlier = Avant :
later = Après :
tagged = Sujets :

## A page someone may have to leave quickly

leave-label = Quitter cette page
leave = Quitter cette page tout de suite
# Where that link leads: a page nobody would ask about.
leave-address = https://meteofrance.com

## Notices

draft = Brouillon.
draft-note = Non publié : vous seul voyez cette page.
content-note = Avant de lire :
dormant = Nous avons arrêté pour le moment.
closed = Terminé
last-changed = Dernière modification le { $date }

## Campaigns

status-listening = À l’écoute
status-planning = En préparation
status-active = En cours
status-paused = En pause
status-won = Gagnée
status-part-won = Gagnée en partie
status-lost = Perdue
status-ended = Terminée

route-together = Nous le faisons nous-mêmes
current-campaign = Ce que nous faisons en ce moment
other-campaigns = Nos autres campagnes
all-campaigns = Toutes nos campagnes
who-can-say-yes = Qui peut dire oui
by-when = Pour quand
by-date = Avant le { $date }
started = Début
ended = Fin
progress = Où nous en sommes
count-of = { $count } sur { $of }
counted-on = Compté le { $date }
in-numbers = En chiffres
as-of = Au { $date }
source-label = Source :
what-people-say = Ce qu’on en dit
demands = Ce que nous demandons, et où cela en est
since-date = Depuis le { $date }

ask-open = En attente
ask-part-won = Obtenu en partie
ask-won = Obtenu
ask-refused = Refusé
ask-dropped = Abandonné

position-yes = Dit oui
position-no = Dit non
position-silent = Pas encore de réponse
position-unknown = Non connu

coming-up = À venir
wins = Ce que nous avons gagné
timeline = Ce qui s’est passé
story-label = Le récit :

moment-launch = Lancement
moment-action = Action
moment-meeting = Réunion
moment-response = Réponse
moment-win = Victoire
moment-setback = Revers
moment-media = Dans les médias
moment-decision = Décision

principles-here = Comment nous travaillons ici
campaign-contact = Contacter cette campagne
organised-by = Organisé par { $names }
partners = Avec nous
press = Pour la presse
press-lines = Phrases à citer
press-notes = Notes pour les rédactions
evidence = Nos sources
share = Texte à partager

## Actions

do-sign = Signer
do-write = Écrire
do-call = Appeler
do-come = Venir
do-join = Rejoindre
do-give = Donner
do-get-help = Trouver de l’aide
do-volunteer = Donner de son temps
do-share = Partager
do-tell-us = Nous raconter
do-pledge = S’engager
do-learn = Apprendre
do-display = Afficher
do-vote = Voter
do-other = Agir

all-actions = Tout ce que vous pouvez faire
you-can-also = Vous pouvez aussi
more-actions = D’autres façons d’agir
actions-site = À tout moment
when = Quand
where = Où
goes-to = Envoyé à
last-day = Dernier jour
email = Courriel
phone = Téléphone
by-post = Par la poste
without-internet = Pas d’internet ?
opens = Ouvre { $site }, un autre site
letter-to-copy = Une lettre à copier
subject = Objet :

## Stories

story-heading = Avec nos mots
all-stories = Tous nos récits
name-changed = prénom modifié
anonymous = Une personne qui a demandé à ne pas être nommée
what-changed = Ce qui a changé
what-we-learned = Ce que nous avons appris
watch = Voir le film
transcript = Lire ses paroles
written-down-by = Recueilli par
support = Si cela vous arrive
story-campaign = La campagne
example-of = Ce que cela montre
removal-story = Êtes-vous dans ce récit ou sur ses images ? Vous pouvez nous demander de le changer ou de le retirer, à tout moment et sans donner de raison.
removal-picture = Êtes-vous sur l’image de cette page, ou est-elle à vous ? Vous pouvez nous demander de la changer ou de la retirer.
removal-short = Demander le retrait de cette image

## Principles

item-principle = Principe
item-value = Valeur
item-stage = Étape
item-standard = Norme
item-point = Point
item-right = Droit
item-pledge = Engagement
items-principle = Les principes
items-value = Les valeurs
items-stage = Les étapes
items-standard = Les normes
items-point = Les points
items-right = Les droits
items-pledge = Les engagements

set-proposed = Proposé
set-consultation = Ouvert aux commentaires
set-in-force = En vigueur
set-retired = Plus en vigueur

version = Version { $version }
in-force-from = À partir du { $date }
since-version = Depuis la version { $version }
adopted-by = Adopté par { $name }
steward = Entretenu par { $name }
why = Pourquoi
principle-do = À quoi cela ressemble
principle-not = Ce que ce n’est pas
in-practice = En pratique
questions = Questions pour en parler
replaces = Remplace
retired = Plus en vigueur.
retired-in = Abandonné dans la version { $version }.
replaced-by = À sa place :
retired-items = Plus en vigueur
sign-heading = Signer ce texte
sign-closed = On ne peut plus signer.
changes = Ce qui a changé, et pourquoi
change-added = ajouté
change-reworded = reformulé
change-moved = déplacé
change-split = séparé
change-merged = réuni
change-retired = abandonné
cite = Comment citer cette page
based-on = D’après :
licence-this = Vous pouvez réutiliser ce texte selon { $licence }.

## Definitions

words-used = Mots employés ici
definition-agreed = Adoptée
definition-proposed = Proposée
definition-disputed = Discutée
definition-retired = Plus employée
in-plain-words = Plus simplement :
also-called = Aussi : { $names }
not-to-be-confused = À ne pas confondre avec
examples = Exemples
see-also = Voir aussi
used-in = Employé dans

## People

person-organiser = Organisation
person-member = Membre
person-trustee = Conseil d’administration
person-staff = Équipe salariée
person-volunteer = Bénévole
until = Jusqu’au { $date }

## Learning

learn = Se former
resource-course = Formation
resource-guide = Guide
resource-toolkit = Boîte à outils
resource-template = Modèle
resource-video = Vidéo
resource-report = Rapport
resource-policy = Règlement
length = Durée
parts = Parties
format = Comment
format-online-own-time = En ligne, à votre rythme
format-online-live = En ligne, en direct
format-in-person = Sur place
format-printed = Imprimé
cost = Prix
provider = Proposé par
modules = Les parties
free = Gratuit
free-modules = { $count ->
    [one] Partie gratuite :
    [many] Parties gratuites :
   *[other] Parties gratuites :
}
principles-taught = Les principes qu’on y apprend
find-out-more = En savoir plus

## Who publishes

join-and-contact = Nous rejoindre ou nous écrire
# The button, where the site's own words give none.
join = Rejoignez-nous
donate = Donner
contact = Contact
who-publishes = Qui publie ce site
published-by = Publié par { $name }.
legal-form = Forme juridique : { $form }.
legal-informal = Un groupe informel.
legal-charity = Une organisation caritative enregistrée.
legal-cio = Une organisation caritative dotée de la personnalité morale.
legal-cic = Une entreprise d’intérêt collectif.
legal-company = Une société.
legal-coop = Une coopérative.
legal-union = Un syndicat.
charity-number = Numéro d’organisation caritative : { $number }.
company-number = Numéro de société : { $number }.
registered-with = { $with } : { $number }.
registered-office = Siège : { $address }.
imprint-promoter = Diffusé par { $name }.
imprint-responsible = Responsable du contenu : { $name }.
imprint-on-behalf-of = Pour le compte de { $name }.
imprint-printer = Imprimé par { $name }.
safeguarding = Protection des enfants et des personnes vulnérables :
personal-data = Responsable de vos données personnelles :
licence = Les textes de ce site peuvent être réutilisés selon { $licence }.

## Privacy

# Says what is true of every site, so a translation must not promise more.
privacy = Vie privée
privacy-intro = Ce que ce site apprend de vous quand vous le lisez, et ce qu’il n’apprend pas.
privacy-not = Ce que ce site ne fait pas
privacy-no-cookies = Il n’enregistre rien sur votre appareil : ni cookies, ni rien de semblable.
privacy-no-scripts = Il n’exécute aucun script, ne compte pas les visites et ne vous suit pas de page en page.
privacy-no-hosts = Il ne demande rien à aucun autre site pendant que vous lisez : les caractères, les images et les styles viennent tous d’ici.
privacy-own-parts = Certaines parties de ce site n’ont pas été faites par son programme mais par { $name } : modèles, pages ou scripts. Les trois points ci-dessus concernent tout le reste.
privacy-still = Ce qui est connu malgré tout
privacy-host = Un service d’hébergement vous envoie ces pages. Pour cela, il a besoin de l’adresse de votre appareil sur internet (adresse IP). Il est possible qu’il la garde quelque temps, avec l’heure, la page demandée et le type de votre navigateur.
privacy-contact = Si vous nous écrivez ou nous appelez, nous apprenons ce que vous nous dites, et comment vous répondre.
privacy-links = Des liens peuvent mener à d’autres sites. Dès que vous en suivez un, ce sont les règles de cet autre site qui valent.
privacy-elsewhere = Cette page ne parle que de ce site. Si vous nous avez donné ailleurs quelque chose sur vous, sur papier, dans une réunion ou par un autre site, demandez-nous ce que nous en faisons.
privacy-responsible = Qui est responsable
privacy-ask = Ce que vous pouvez demander
privacy-rights = Vous pouvez nous demander ce que nous savons de vous, en demander une copie, et nous demander de le corriger ou de l’effacer. Si notre réponse ne vous aide pas, vous pouvez vous adresser à l’autorité de protection des données de votre pays.
privacy-people = Êtes-vous dans un récit, une citation ou une image de ce site ? Vous pouvez nous demander de changer cela ou de le retirer, à tout moment et sans donner de raison.

## Accessibility

accessibility = Accessibilité
accessibility-intro = Ce qui a été fait pour que tout le monde puisse utiliser ce site, ce qu’on ne sait pas, et à qui le dire quand quelque chose vous gêne.
accessibility-built = Ce qui est intégré
accessibility-keyboard = On peut tout atteindre au clavier. Un lien au début de chaque page mène directement à son texte.
accessibility-structure = Les titres, les listes, les tableaux et les parties d’une page sont marqués comme tels, pour les lecteurs d’écran et d’autres aides.
accessibility-pictures = Une image n’est publiée qu’avec des mots pour les personnes qui ne peuvent pas la voir, ou si elle est marquée comme décoration.
accessibility-colours = Les lettres se détachent de leur fond, en clair comme en sombre, quelle que soit la couleur choisie par le groupe.
accessibility-size = Les pages tiennent sur un petit écran, et sur un grand avec des lettres quatre fois plus grandes.
accessibility-settings = Ce que vous avez réglé sur votre appareil compte : clair ou sombre, moins de mouvement, contraste élevé.
accessibility-scripts = Les pages n’ont pas besoin de scripts : de vieux appareils et de vieux navigateurs suffisent.
accessibility-aim = L’objectif : les Règles pour l’accessibilité des contenus web (WCAG) 2.2, niveau AA.
accessibility-checks = Ce qui a été vérifié
accessibility-tested = Le programme qui fait ces pages est testé sur des pages à lui avec des outils qui cherchent les obstacles. De tels outils n’en trouvent qu’une partie.
accessibility-own-parts = Une partie des modèles, des styles ou des pages de ce site a été faite par { $name }. Ces tests n’en disent rien.
accessibility-checked = Ce site a été vérifié pour la dernière fois le { $date } par { $name }.
accessibility-not-checked = Personne n’a noté que des gens ont vérifié ce site lui-même.
accessibility-gaps = Les obstacles connus
accessibility-films = Pour certains films, il n’y a pas de texte de ce qui s’y dit.
accessibility-documents = Il y a des fichiers à télécharger, par exemple des PDF. Ils n’ont pas été faits par ce programme, et peuvent avoir leurs propres obstacles.
accessibility-no-gaps = Aucun obstacle n’est noté. Cela ne veut pas dire qu’il n’y en a pas.
accessibility-tell = Dites-nous ce qui vous gêne
accessibility-tell-text = Y a-t-il ici quelque chose que vous ne pouvez pas lire ou utiliser ? Dites-nous de quelle page il s’agit et ce qui se passe. Vous pouvez aussi nous demander ce qu’elle dit sous une autre forme.

# What a button or link says where the writer has not said it
safeguarding-policy = Règles de protection
sign-set = Signer ce texte
resource-button-course = Aller à la formation
resource-button-guide = Lire le guide
resource-button-toolkit = Ouvrir la boîte à outils
resource-button-template = Utiliser le modèle
resource-button-video = Voir le film
resource-button-report = Lire le rapport
resource-button-policy = Lire le règlement
