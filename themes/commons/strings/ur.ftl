### انٹرفیس کے الفاظ اردو میں۔ Words of the interface in Urdu: a copy of en.ftl with the right-hand sides changed.

## Dates and numbers

month-1 = جنوری
month-2 = فروری
month-3 = مارچ
month-4 = اپریل
month-5 = مئی
month-6 = جون
month-7 = جولائی
month-8 = اگست
month-9 = ستمبر
month-10 = اکتوبر
month-11 = نومبر
month-12 = دسمبر

# 1 is Monday.
weekday-1 = پیر
weekday-2 = منگل
weekday-3 = بدھ
weekday-4 = جمعرات
weekday-5 = جمعہ
weekday-6 = ہفتہ
weekday-7 = اتوار

date-long = { $day } { $month } { $year }
month-year = { $month } { $year }
weekday-date = { $weekday }، { $day } { $month } { $year }
moment-long = { $weekday }، { $day } { $month } { $year }، { $time }
number-separator = ,
number-decimal = .
# Between the things of a list that stand in one line.
list-separator = { "، " }

## Running text

footnotes = حواشی
# What the arrow at the end of a note says to a screen reader.
back-to-text = متن پر واپس، حاشیہ { $number }
alert-note = نوٹ
alert-tip = مشورہ
alert-important = اہم
alert-warning = خبردار
alert-caution = احتیاط کریں
task-done = ہو گیا:
task-open = باقی ہے:

## Titles of lists and other pages that nobody writes

home = پہلا صفحہ
campaigns = مہمیں
actions = قدم اٹھائیں
stories = کہانیاں
principles = ہمارے اصول
definitions = ہمارے الفاظ
quotes = لوگوں کے اپنے الفاظ میں
people = لوگ
resources = سیکھیں
tags = موضوعات
tag-title = موضوع: { $tag }
not-found = یہ صفحہ یہاں نہیں ہے
not-found-text = شاید یہ صفحہ کہیں اور چلا گیا ہے یا پتا غلط لکھا گیا ہے۔ آپ ان میں سے کسی سے دوبارہ شروع کر سکتے ہیں:
moved = یہ صفحہ کہیں اور چلا گیا ہے

## Finding the way

skip-to-content = سیدھے متن پر جائیں
menu = مرکزی فہرست
# What opens it on a small screen.
menu-button = فہرست
breadcrumbs = آپ یہاں ہیں
contents = اس صفحے پر
at-a-glance = ایک نظر میں
letters = کسی حرف پر جائیں
more-on-this-site = اس سائٹ پر مزید
pages = اس فہرست کے صفحات
page-of = صفحہ { $page } از { $pages }
page-before = پچھلا صفحہ
page-after = اگلا صفحہ
earlier-and-later = اس سے پہلے اور بعد
earlier = پہلے:
later = آگے:
tagged = موضوعات:

## A page someone may have to leave quickly

leave-label = یہ صفحہ چھوڑیں
leave = یہ صفحہ ابھی چھوڑیں
# Where that link leads: a page nobody would ask about.
leave-address = https://www.bbc.com/urdu

## Notices

draft = مسودہ۔
draft-note = شائع نہیں ہوا: یہ صفحہ صرف آپ دیکھ سکتے ہیں۔
content-note = پڑھنے سے پہلے:
dormant = ہم نے فی الحال کام روک دیا ہے۔
closed = بند
last-changed = آخری تبدیلی: { $date }

## Campaigns

status-listening = سن رہے ہیں
status-planning = تیاری ہو رہی ہے
status-active = جاری
status-paused = رکی ہوئی
status-won = کامیاب
status-part-won = جزوی طور پر کامیاب
status-lost = ناکام
status-ended = ختم

route-together = ہم خود کر رہے ہیں
current-campaign = ہم ابھی کیا کر رہے ہیں
other-campaigns = ہماری دوسری مہمیں
all-campaigns = ہماری تمام مہمیں
who-can-say-yes = کون ہاں کہہ سکتا ہے
by-when = کب تک
by-date = { $date } تک
started = آغاز
ended = اختتام
progress = ہم کہاں تک پہنچے
count-of = { $of } میں سے { $count }
counted-on = گنتی کی تاریخ: { $date }
in-numbers = اعداد میں
as-of = بتاریخ { $date }
source-label = ماخذ:
what-people-say = لوگ کیا کہتے ہیں
demands = ہمارے مطالبے اور ان کی صورتِ حال
since-date = { $date } سے

ask-open = باقی
ask-part-won = جزوی طور پر منظور
ask-won = منظور
ask-refused = نامنظور
ask-dropped = واپس لیا گیا

position-yes = ہاں کہتے ہیں
position-no = نہیں کہتے ہیں
position-silent = ابھی کوئی جواب نہیں
position-unknown = معلوم نہیں

coming-up = آگے کیا ہے
wins = ہم نے کیا جیتا
timeline = اب تک کیا ہوا
story-label = کہانی:

moment-launch = آغاز
moment-action = قدم
moment-meeting = میٹنگ
moment-response = جواب
moment-win = جیت
moment-setback = دھچکا
moment-media = خبروں میں
moment-decision = فیصلہ

principles-here = ہم یہاں کیسے کام کرتے ہیں
campaign-contact = اس مہم سے رابطہ
organised-by = منتظمین: { $names }
partners = ہمارے ساتھی
press = صحافیوں کے لیے
press-lines = جملے جو آپ نقل کر سکتے ہیں
press-notes = مدیروں کے لیے نوٹ
evidence = ہماری بنیاد کن باتوں پر ہے
share = آگے بھیجنے کے لیے متن

## Actions

do-sign = دستخط کریں
do-write = لکھیں
do-call = فون کریں
do-come = تشریف لائیں
do-join = شامل ہوں
do-give = عطیہ دیں
do-get-help = مدد لیں
do-volunteer = ہاتھ بٹائیں
do-share = آگے بھیجیں
do-tell-us = ہمیں بتائیں
do-pledge = عہد کریں
do-learn = سیکھیں
do-display = لگائیں
do-vote = ووٹ دیں
do-other = قدم اٹھائیں

all-actions = وہ سب جو آپ کر سکتے ہیں
you-can-also = آپ یہ بھی کر سکتے ہیں
more-actions = مزید جو آپ کر سکتے ہیں
actions-site = کسی بھی وقت
when = کب
where = کہاں
goes-to = کسے بھیجا جائے گا
last-day = آخری دن
email = ای میل
phone = فون
by-post = ڈاک سے
without-internet = انٹرنیٹ نہیں ہے؟
opens = { $site } کھلے گی، یہ ایک الگ سائٹ ہے
letter-to-copy = نقل کرنے کے لیے خط
subject = موضوع:

## Stories

story-heading = ہمارے اپنے الفاظ میں
all-stories = ہماری تمام کہانیاں
name-changed = نام تبدیل کیا گیا ہے
anonymous = ایک فرد جنہوں نے نام نہ بتانے کو کہا
what-changed = کیا بدلا
what-we-learned = ہم نے کیا سیکھا
watch = فلم دیکھیں
transcript = فلم کے الفاظ پڑھیں
written-down-by = تحریر:
support = اگر آپ کے ساتھ یہ ہو رہا ہے
story-campaign = مہم
example-of = یہ کیا دکھاتی ہے
removal-story = کیا آپ اس کہانی یا اس کی تصویروں میں ہیں؟ آپ کسی بھی وقت، وجہ بتائے بغیر، ہم سے اسے بدلنے یا ہٹانے کو کہہ سکتے ہیں۔
removal-picture = کیا آپ اس صفحے کی تصویر میں ہیں، یا یہ تصویر آپ کی ہے؟ آپ ہم سے اسے بدلنے یا ہٹانے کو کہہ سکتے ہیں۔
removal-short = یہ تصویر ہٹانے کو کہیں

## Principles

item-principle = اصول
item-value = قدر
item-stage = مرحلہ
item-standard = معیار
item-point = نکتہ
item-right = حق
item-pledge = عہد
items-principle = اصول
items-value = اقدار
items-stage = مراحل
items-standard = معیار
items-point = نکات
items-right = حقوق
items-pledge = عہد

set-proposed = تجویز
set-consultation = رائے کے لیے کھلا
set-in-force = نافذ
set-retired = اب نافذ نہیں

version = نسخہ { $version }
in-force-from = { $date } سے
since-version = نسخہ { $version } سے
adopted-by = منظوری: { $name }
steward = نگرانی: { $name }
why = کیوں
principle-do = یہ کیسا ہوتا ہے
principle-not = یہ کیا نہیں ہے
in-practice = عمل میں
questions = بات چیت کے لیے سوالات
replaces = اس کی جگہ لیتا ہے
retired = اب نافذ نہیں۔
retired-in = نسخہ { $version } میں ترک کیا گیا۔
replaced-by = اس کی جگہ:
retired-items = اب نافذ نہیں
sign-heading = اس پر دستخط کریں
sign-closed = دستخط بند ہو چکے ہیں۔
changes = کیا بدلا اور کیوں
change-added = شامل کیا گیا
change-reworded = دوبارہ لکھا گیا
change-moved = منتقل کیا گیا
change-split = تقسیم کیا گیا
change-merged = ملایا گیا
change-retired = ترک کیا گیا
cite = اس کا حوالہ کیسے دیں
based-on = بنیاد:
licence-this = آپ اسے { $licence } کے تحت دوبارہ استعمال کر سکتے ہیں۔

## Definitions

words-used = یہاں استعمال ہونے والے الفاظ
definition-agreed = طے شدہ
definition-proposed = تجویز کردہ
definition-disputed = متنازع
definition-retired = اب استعمال نہیں ہوتا
in-plain-words = آسان الفاظ میں:
also-called = یہ بھی کہا جاتا ہے: { $names }
not-to-be-confused = اس سے مختلف
examples = مثالیں
see-also = یہ بھی دیکھیں
used-in = کہاں استعمال ہوا

## People

person-organiser = منتظم
person-member = رکن
person-trustee = ٹرسٹی
person-staff = عملہ
person-volunteer = رضاکار
until = { $date } تک

## Learning

learn = سیکھیں
resource-course = کورس
resource-guide = رہنما
resource-toolkit = اوزار
resource-template = نمونہ
resource-video = ویڈیو
resource-report = رپورٹ
resource-policy = پالیسی
length = دورانیہ
parts = حصے
format = کیسے
format-online-own-time = آن لائن، اپنے وقت کے مطابق
format-online-live = آن لائن، براہِ راست
format-in-person = خود آ کر
format-printed = چھپا ہوا
cost = قیمت
provider = پیش کرنے والے
modules = حصے
free = مفت
free-modules = { $count ->
    [one] مفت حصہ:
   *[other] مفت حصے:
}
principles-taught = یہ کون سے اصول سکھاتا ہے
find-out-more = مزید جانیں

## Who publishes

join-and-contact = شامل ہوں یا رابطہ کریں
# The button, where the site's own words give none.
join = ہمارے ساتھ شامل ہوں
donate = عطیہ دیں
contact = رابطہ
who-publishes = یہ کون شائع کرتا ہے
published-by = ناشر: { $name }۔
legal-form = قانونی حیثیت: { $form }۔
legal-informal = ایک غیر رسمی گروپ۔
legal-charity = ایک رجسٹرڈ خیراتی ادارہ۔
legal-cio = قانونی حیثیت رکھنے والا خیراتی ادارہ۔
legal-cic = عوامی مفاد کی کمپنی۔
legal-company = ایک کمپنی۔
legal-coop = ایک کوآپریٹو۔
legal-union = ایک ٹریڈ یونین۔
charity-number = خیراتی ادارے کا نمبر: { $number }۔
company-number = کمپنی نمبر: { $number }۔
registered-with = { $with }: { $number }۔
registered-office = رجسٹرڈ دفتر: { $address }۔
imprint-promoter = تشہیر: { $name }۔
imprint-responsible = مواد کی ذمہ داری: { $name }۔
imprint-on-behalf-of = بجانب: { $name }۔
imprint-printer = طباعت: { $name }۔
safeguarding = بچوں اور کمزور افراد کا تحفظ:
personal-data = آپ کے ذاتی ڈیٹا کی ذمہ داری:
licence = اس سائٹ کے متن { $licence } کے تحت دوبارہ استعمال کیے جا سکتے ہیں۔

## Privacy

# Says what is true of every site, so a translation must not promise more.
privacy = رازداری
privacy-intro = جب آپ یہ سائٹ پڑھتے ہیں تو اسے آپ کے بارے میں کیا معلوم ہوتا ہے اور کیا نہیں۔
privacy-not = یہ سائٹ کیا نہیں کرتی
privacy-no-cookies = یہ آپ کے آلے پر کچھ محفوظ نہیں کرتی: نہ کوکیز، نہ ان جیسی کوئی چیز۔
privacy-no-scripts = یہ کوئی اسکرپٹ نہیں چلاتی، وزٹ نہیں گنتی، اور ایک صفحے سے دوسرے صفحے تک آپ کا پیچھا نہیں کرتی۔
privacy-no-hosts = جب آپ پڑھتے ہیں تو یہ کسی دوسری سائٹ سے کچھ نہیں مانگتی: حروف، تصویریں اور اسٹائل سب یہیں سے آتے ہیں۔
privacy-own-parts = اس سائٹ کے کچھ حصے اس کے پروگرام نے نہیں بلکہ { $name } نے بنائے ہیں: سانچے، صفحے یا اسکرپٹ۔ اوپر کے تین نکات باقی سب کے بارے میں ہیں۔
privacy-still = پھر بھی کیا معلوم ہوتا ہے
privacy-host = ایک ہوسٹنگ سروس آپ کو یہ صفحے بھیجتی ہے۔ اس کے لیے اسے انٹرنیٹ پر آپ کے آلے کا پتا (آئی پی ایڈریس) درکار ہے۔ ہو سکتا ہے کہ وہ اسے کچھ عرصے تک رکھے، اور ساتھ میں وقت، وہ صفحہ جو آپ نے مانگا اور آپ کے براؤزر کی قسم بھی۔
privacy-contact = اگر آپ ہمیں لکھیں یا فون کریں تو ہمیں وہ معلوم ہوتا ہے جو آپ ہمیں بتائیں، اور یہ کہ آپ کو جواب کیسے دیں۔
privacy-links = لنک دوسری سائٹوں پر لے جا سکتے ہیں۔ جب آپ کسی لنک پر چلے جائیں تو اُس سائٹ کے اپنے قاعدے لاگو ہوتے ہیں۔
privacy-elsewhere = یہ صفحہ صرف اسی سائٹ کے بارے میں ہے۔ اگر آپ نے کہیں اور ہمیں اپنے بارے میں کچھ دیا ہو، کاغذ پر، کسی میٹنگ میں یا کسی دوسری سائٹ کے ذریعے، تو ہم سے پوچھیں کہ ہم اس کا کیا کرتے ہیں۔
privacy-responsible = کون ذمہ دار ہے
privacy-ask = آپ کیا مانگ سکتے ہیں
privacy-rights = آپ ہم سے پوچھ سکتے ہیں کہ ہم آپ کے بارے میں کیا جانتے ہیں، اس کی نقل مانگ سکتے ہیں، اور ہم سے اسے درست کرنے یا مٹانے کو کہہ سکتے ہیں۔ اگر ہمارے جواب سے مدد نہ ملے تو آپ اپنے ملک میں ڈیٹا کے تحفظ کے ادارے سے رجوع کر سکتے ہیں۔
privacy-people = کیا آپ اس سائٹ پر کسی کہانی، قول یا تصویر میں ہیں؟ آپ کسی بھی وقت، وجہ بتائے بغیر، ہم سے اسے بدلنے یا ہٹانے کو کہہ سکتے ہیں۔

## Accessibility

accessibility = رسائی
accessibility-intro = سب لوگ یہ سائٹ استعمال کر سکیں، اس کے لیے کیا کیا گیا، کیا معلوم نہیں، اور جب کوئی چیز آپ کے لیے رکاوٹ بنے تو کسے بتائیں۔
accessibility-built = کیا پہلے سے شامل ہے
accessibility-keyboard = ہر چیز تک کی بورڈ سے پہنچا جا سکتا ہے۔ ہر صفحے کے شروع میں ایک لنک سیدھا اس کے متن پر لے جاتا ہے۔
accessibility-structure = اسکرین ریڈر اور دوسرے مددگار ذرائع کے لیے سرخیوں، فہرستوں، جدولوں اور صفحے کے حصوں پر نشان ہے کہ وہ کیا ہیں۔
accessibility-pictures = تصویر صرف تب شائع ہوتی ہے جب اس کے ساتھ ان لوگوں کے لیے الفاظ ہوں جو اسے دیکھ نہیں سکتے، یا جب اس پر سجاوٹ کا نشان ہو۔
accessibility-colours = حروف اپنے پس منظر سے نمایاں ہوتے ہیں، ہلکے انداز میں بھی اور گہرے میں بھی، چاہے گروپ نے کوئی بھی رنگ چنا ہو۔
accessibility-size = صفحے چھوٹی اسکرین پر پورے آتے ہیں، اور بڑی اسکرین پر چار گنا بڑے حروف کے ساتھ۔
accessibility-settings = آپ نے اپنے آلے پر جو چنا ہے وہ مانا جاتا ہے: ہلکا یا گہرا انداز، کم حرکت، زیادہ کنٹراسٹ۔
accessibility-scripts = صفحوں کو اسکرپٹ کی ضرورت نہیں، اس لیے پرانے آلے اور براؤزر کافی ہیں۔
accessibility-aim = مقصد ویب کے مواد تک رسائی کے رہنما اصول (WCAG) 2.2، درجہ AA ہیں۔
accessibility-checks = کیا جانچا گیا
accessibility-tested = جو پروگرام یہ صفحے بناتا ہے، اسے اس کے اپنے صفحوں پر ایسے اوزاروں سے جانچا جاتا ہے جو رکاوٹیں ڈھونڈتے ہیں۔ ایسے اوزاروں کو صرف کچھ رکاوٹیں ملتی ہیں۔
accessibility-own-parts = اس سائٹ کے کچھ سانچے، اسٹائل یا صفحے { $name } نے بنائے ہیں۔ وہ جانچ ان کے بارے میں کچھ نہیں بتاتی۔
accessibility-checked = اس سائٹ کی آخری جانچ { $date } کو { $name } نے کی۔
accessibility-not-checked = کسی نے یہ درج نہیں کیا کہ لوگوں نے خاص اس سائٹ کی جانچ کی ہے۔
accessibility-gaps = کون سی رکاوٹیں معلوم ہیں
accessibility-films = کچھ فلموں میں کہی گئی باتوں کا متن موجود نہیں۔
accessibility-documents = یہاں ڈاؤن لوڈ کرنے کے لیے فائلیں ہیں، جیسے PDF۔ وہ اس پروگرام نے نہیں بنائیں، اور ان میں اپنی رکاوٹیں ہو سکتی ہیں۔
accessibility-no-gaps = کوئی رکاوٹ درج نہیں ہے۔ اس کا مطلب یہ نہیں کہ کوئی رکاوٹ ہے ہی نہیں۔
accessibility-tell = ہمیں بتائیں کہ آپ کے لیے کیا رکاوٹ ہے
accessibility-tell-text = کیا یہاں کچھ ایسا ہے جسے آپ پڑھ یا استعمال نہیں کر سکتے؟ ہمیں بتائیں کہ یہ کون سا صفحہ ہے اور کیا ہوتا ہے۔ آپ ہم سے اس صفحے کی بات کسی اور شکل میں بھی مانگ سکتے ہیں۔

# What a button or link says where the writer has not said it
safeguarding-policy = تحفظ کی پالیسی
sign-set = اس پر دستخط کریں
resource-button-course = کورس پر جائیں
resource-button-guide = رہنما پڑھیں
resource-button-toolkit = اوزار کھولیں
resource-button-template = نمونہ استعمال کریں
resource-button-video = ویڈیو دیکھیں
resource-button-report = رپورٹ پڑھیں
resource-button-policy = پالیسی پڑھیں
