### The words of the interface. A site's own words stand in its content, never here.
### A translation is a copy of this file under the name of its language, with the right-hand sides changed. A new
### message goes into every file of this folder: a test holds them to this one.

## Dates and numbers

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# 1 is Monday.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

date-long = { $day } { $month } { $year }
month-year = { $month } { $year }
weekday-date = { $weekday } { $day } { $month } { $year }
moment-long = { $weekday } { $day } { $month } { $year }, { $time }
number-separator = ,
number-decimal = .
# Between the things of a list that stand in one line.
list-separator = { ", " }

## Running text

footnotes = Notes
# What the arrow at the end of a note says to a screen reader.
back-to-text = Back to the text, note { $number }
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Take care
task-done = Done:
task-open = To do:

## Titles of lists and other pages that nobody writes

home = Home
campaigns = Campaigns
actions = Take action
stories = Stories
principles = Our principles
definitions = Words we use
quotes = In people’s own words
people = People
resources = Learn
tags = Subjects
tag-title = About: { $tag }
not-found = This page is not here
not-found-text = The page may have moved, or the address may be mistyped. You can start again from one of these:
moved = This page has moved

## Finding the way

skip-to-content = Skip to the text
menu = Main menu
# What opens it on a small screen.
menu-button = Menu
breadcrumbs = Where you are
contents = On this page
at-a-glance = At a glance
letters = Jump to a letter
more-on-this-site = More on this site
pages = Pages of this list
page-of = Page { $page } of { $pages }
page-before = Page before
page-after = Next page
earlier-and-later = Before and after this
earlier = Before:
later = Next:
tagged = Subjects:

## A page someone may have to leave quickly

leave-label = Leave this page
leave = Leave this page now
# Where that link leads: a page nobody would ask about.
leave-address = https://www.bbc.co.uk/weather

## Notices

draft = Draft.
draft-note = Not published: only you can see this page.
content-note = Before you read:
dormant = We have stopped for now.
closed = Closed
last-changed = Last changed on { $date }

## Campaigns

status-listening = Listening
status-planning = Planning
status-active = Active
status-paused = Paused
status-won = Won
status-part-won = Partly won
status-lost = Lost
status-ended = Ended

route-together = Doing it ourselves
current-campaign = What we are doing now
other-campaigns = Our other campaigns
all-campaigns = All our campaigns
who-can-say-yes = Who can say yes
by-when = By when
by-date = By { $date }
started = Started
ended = Ended
progress = How far we are
count-of = { $count } of { $of }
counted-on = Counted on { $date }
in-numbers = In numbers
as-of = As of { $date }
source-label = Source:
what-people-say = What people say
demands = What we ask for, and where it stands
since-date = Since { $date }

ask-open = Open
ask-part-won = Partly won
ask-won = Won
ask-refused = Refused
ask-dropped = Dropped

position-yes = Says yes
position-no = Says no
position-silent = No answer yet
position-unknown = Not known

coming-up = Coming up
wins = What we have won
timeline = What has happened
story-label = The story:

moment-launch = Launch
moment-action = Action
moment-meeting = Meeting
moment-response = Response
moment-win = Win
moment-setback = Setback
moment-media = In the media
moment-decision = Decision

principles-here = How we work here
campaign-contact = Contact this campaign
organised-by = Organised by { $names }
partners = In it with us
press = For journalists
press-lines = Lines you can quote
press-notes = Notes to editors
evidence = What we rely on
share = Text to share

## Actions

do-sign = Sign
do-write = Write
do-call = Call
do-come = Come along
do-join = Join
do-give = Give
do-get-help = Get help
do-volunteer = Volunteer
do-share = Share
do-tell-us = Tell us
do-pledge = Pledge
do-learn = Learn
do-display = Put it up
do-vote = Vote
do-other = Act

all-actions = Everything you can do
you-can-also = You can also
more-actions = More you can do
actions-site = Any time
when = When
where = Where
goes-to = Goes to
last-day = Last day
email = Email
phone = Phone
by-post = By post
without-internet = No internet?
opens = Opens { $site }, a separate site
letter-to-copy = A letter to copy
subject = Subject:

## Stories

story-heading = In our own words
all-stories = All our stories
name-changed = name changed
anonymous = Someone who asked not to be named
what-changed = What changed
what-we-learned = What we learned
watch = Watch the film
transcript = Read its words
written-down-by = Written down by
support = If this is happening to you
story-campaign = The campaign
example-of = What this shows
removal-story = Are you in this story or its pictures? You can ask us to change it or take it down, at any time and without a reason.
removal-picture = Are you in the picture on this page, or is it yours? You can ask us to change it or take it down.
removal-short = Ask us to remove this picture

## Principles

item-principle = Principle
item-value = Value
item-stage = Stage
item-standard = Standard
item-point = Point
item-right = Right
item-pledge = Pledge
items-principle = The principles
items-value = The values
items-stage = The stages
items-standard = The standards
items-point = The points
items-right = The rights
items-pledge = The pledges

set-proposed = Proposed
set-consultation = Open for comments
set-in-force = In force
set-retired = Retired

version = Version { $version }
in-force-from = From { $date }
since-version = Since version { $version }
adopted-by = Adopted by { $name }
steward = Looked after by { $name }
why = Why
principle-do = What it looks like
principle-not = What it is not
in-practice = In practice
questions = Questions to talk about
replaces = Replaces
retired = No longer in force.
retired-in = Given up in version { $version }.
replaced-by = In its place:
retired-items = No longer in force
sign-heading = Sign up to this
sign-closed = Signing is closed.
changes = What changed, and why
change-added = added
change-reworded = reworded
change-moved = moved
change-split = split
change-merged = merged
change-retired = retired
cite = How to cite this
based-on = Based on:
licence-this = You may reuse this under { $licence }.

## Definitions

words-used = Words used here
definition-agreed = Agreed
definition-proposed = Proposed
definition-disputed = Disputed
definition-retired = No longer used
in-plain-words = In plainer words:
also-called = Also: { $names }
not-to-be-confused = Not the same as
examples = Examples
see-also = See also
used-in = Used in

## People

person-organiser = Organiser
person-member = Member
person-trustee = Trustee
person-staff = Staff
person-volunteer = Volunteer
until = Until { $date }

## Learning

learn = Learn
resource-course = Course
resource-guide = Guide
resource-toolkit = Toolkit
resource-template = Template
resource-video = Video
resource-report = Report
resource-policy = Policy
length = How long
parts = Parts
format = How
format-online-own-time = Online, in your own time
format-online-live = Online, live
format-in-person = In person
format-printed = Printed
cost = Cost
provider = Offered by
modules = The parts
free = Free
free-modules = { $count ->
    [one] Free part:
   *[other] Free parts:
}
principles-taught = The principles it teaches
find-out-more = Find out more

## Who publishes

join-and-contact = Join us, or get in touch
# The button, where the site's own words give none.
join = Join us
donate = Give
contact = Contact
who-publishes = Who publishes this
published-by = Published by { $name }.
legal-form = Legal form: { $form }.
legal-informal = An informal group.
legal-charity = A registered charity.
legal-cio = A charitable incorporated organisation.
legal-cic = A community interest company.
legal-company = A company.
legal-coop = A co-operative.
legal-union = A trade union.
charity-number = Charity number { $number }.
company-number = Company number { $number }.
registered-with = { $with }: { $number }.
registered-office = Registered office: { $address }.
imprint-promoter = Promoted by { $name }.
imprint-responsible = Responsible for the content: { $name }.
imprint-on-behalf-of = On behalf of { $name }.
imprint-printer = Printed by { $name }.
safeguarding = Safeguarding:
personal-data = Your personal data is looked after by:
licence = The words on this site may be reused under { $licence }.

## Privacy

# Says what is true of every site, so a translation must not promise more.
privacy = Privacy
privacy-intro = What this website learns about you when you read it, and what it does not.
privacy-not = What this website does not do
privacy-no-cookies = It stores nothing on your device: no cookies, nor anything like them.
privacy-no-scripts = It runs no scripts, counts no visits, and does not follow you from page to page.
privacy-no-hosts = It asks no other website for anything while you read: letters, pictures and styles all come from here.
privacy-own-parts = Some parts of this website were not made by its program but by { $name }: templates, pages or scripts. The three points above are about everything else.
privacy-still = What is learned all the same
privacy-host = A hosting service sends you these pages. For that it needs the internet address of your device. It may keep this for a while, with the time, the page you asked for and the kind of browser you use.
privacy-contact = If you write to us or ring us, we learn what you tell us, and how to answer you.
privacy-links = Links can lead to other websites. Their own rules hold once you follow one.
privacy-elsewhere = This page is about this website alone. If you gave us something about yourself elsewhere, on paper, in a meeting or through another website, ask us what we do with it.
privacy-responsible = Who is responsible
privacy-ask = What you can ask for
privacy-rights = You can ask us what we know about you, ask for a copy of it, and ask us to put it right or to delete it. If our answer does not help, you can turn to the data protection authority of your country.
privacy-people = Are you in a story, a quote or a picture on this website? You can ask us to change it or take it down, at any time and without a reason.

## Accessibility

accessibility = Accessibility
accessibility-intro = What was done so that everyone can use this website, what is not known, and whom to tell when something is in your way.
accessibility-built = What is built in
accessibility-keyboard = Everything can be reached with a keyboard. A link at the start of every page leads straight to its text.
accessibility-structure = Headings, lists, tables and parts of a page are marked as what they are, for screen readers and other aids.
accessibility-pictures = A picture is published only with words for those who cannot see it, or if it is marked as decoration.
accessibility-colours = Letters stand out from their ground, in light and in dark, whatever colour the group has chosen.
accessibility-size = Pages fit on a small screen, and on a large one with letters four times as large.
accessibility-settings = What you have set on your device counts: light or dark, less movement, high contrast.
accessibility-scripts = Pages need no scripts, so old devices and browsers will do.
accessibility-aim = The aim is the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.
accessibility-checks = What was checked
accessibility-tested = The program that makes these pages is tested on pages of its own with tools that look for barriers. Such tools find only some of them.
accessibility-own-parts = Some of the templates, styles or pages of this website were made by { $name }. Those tests say nothing about them.
accessibility-checked = { $name } last checked this website on { $date }.
accessibility-not-checked = Nobody has written down that people checked this website itself.
accessibility-gaps = What is known to be in the way
accessibility-films = Some films have no text of what is said in them.
accessibility-documents = There are files to download, such as PDF. They were not made by this program, and may have barriers of their own.
accessibility-no-gaps = No barrier is written down. That does not mean that there is none.
accessibility-tell = Tell us what is in your way
accessibility-tell-text = Is there something here that you cannot read or use? Tell us which page it is and what happens. You can also ask us for what it says in another form.

# What a button or link says where the writer has not said it
safeguarding-policy = Safeguarding policy
sign-set = Sign up to this
resource-button-course = Go to the course
resource-button-guide = Read the guide
resource-button-toolkit = Open the toolkit
resource-button-template = Use the template
resource-button-video = Watch the film
resource-button-report = Read the report
resource-button-policy = Read the policy
