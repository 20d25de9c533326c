### كلمات الواجهة بالعربية. Words of the interface in Arabic: a copy of en.ftl with the right-hand sides changed.
### Where English has commands there are verbal nouns or the plural, so that nobody is addressed as a man or as a woman.

## Dates and numbers

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

# 1 is Monday.
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد

date-long = { $day } { $month } { $year }
month-year = { $month } { $year }
weekday-date = { $weekday } { $day } { $month } { $year }
moment-long = { $weekday } { $day } { $month } { $year }، الساعة { $time }
number-separator = ,
number-decimal = .
# Between the things of a list that stand in one line.
list-separator = { "، " }

## Running text

footnotes = حواشٍ
# What the arrow at the end of a note says to a screen reader.
back-to-text = العودة إلى النص، الحاشية { $number }
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = انتباه
task-done = تمّ:
task-open = باقٍ:

## Titles of lists and other pages that nobody writes

home = الصفحة الرئيسية
campaigns = الحملات
actions = شاركوا في العمل
stories = القصص
principles = مبادئنا
definitions = كلمات نستعملها
quotes = بكلام الناس أنفسهم
people = أشخاص
resources = للتعلّم
tags = المواضيع
tag-title = عن: { $tag }
not-found = هذه الصفحة غير موجودة
not-found-text = ربما نُقلت الصفحة، أو كُتب العنوان خطأ. يمكنكم البدء من جديد من إحدى هذه الصفحات:
moved = نُقلت هذه الصفحة

## Finding the way

skip-to-content = إلى النص مباشرة
menu = القائمة الرئيسية
# What opens it on a small screen.
menu-button = القائمة
breadcrumbs = مكانكم في الموقع
contents = في هذه الصفحة
at-a-glance = نظرة سريعة
letters = الانتقال إلى حرف
more-on-this-site = المزيد في هذا الموقع
pages = صفحات هذه اللائحة
page-of = الصفحة { $page } من { $pages }
page-before = الصفحة السابقة
page-after = الصفحة التالية
earlier-and-later = ما قبل هذه الصفحة وما بعدها
earlier = السابق:
later = التالي:
tagged = المواضيع:

## A page someone may have to leave quickly

leave-label = مغادرة هذه الصفحة
leave = مغادرة هذه الصفحة فوراً
# Where that link leads: a page nobody would ask about.
leave-address = https://www.bbc.com/arabic

## Notices

draft = مسودّة.
draft-note = غير منشورة: لا يرى هذه الصفحة أحد سواكم.
content-note = قبل القراءة:
dormant = توقّفنا في الوقت الحاضر.
closed = مغلق
last-changed = آخر تعديل: { $date }

## Campaigns

status-listening = في مرحلة الإصغاء
status-planning = قيد التخطيط
status-active = جارية
status-paused = متوقّفة مؤقتاً
status-won = انتهت بالنجاح
status-part-won = نجحت جزئياً
status-lost = لم تنجح
status-ended = انتهت

route-together = نقوم بها بأنفسنا
current-campaign = ما نعمل عليه الآن
other-campaigns = حملاتنا الأخرى
all-campaigns = كل حملاتنا
who-can-say-yes = من يملك أن يقول نعم
by-when = الموعد الأخير
by-date = قبل { $date }
started = بدأت في
ended = انتهت في
progress = إلى أين وصلنا
count-of = { $count } من { $of }
counted-on = العدد في { $date }
in-numbers = بالأرقام
as-of = حتى { $date }
source-label = المصدر:
what-people-say = ما يقوله الناس
demands = مطالبنا وأين وصلت
since-date = منذ { $date }

ask-open = ما زال مطروحاً
ask-part-won = تحقّق جزئياً
ask-won = تحقّق
ask-refused = رُفض
ask-dropped = تُرك

position-yes = يقول نعم
position-no = يقول لا
position-silent = لا جواب بعد
position-unknown = غير معروف

coming-up = ما سيأتي
wins = ما حقّقناه
timeline = ما حدث
story-label = القصة:

moment-launch = انطلاق
moment-action = تحرّك
moment-meeting = اجتماع
moment-response = ردّ
moment-win = نجاح
moment-setback = تعثّر
moment-media = في الإعلام
moment-decision = قرار

principles-here = كيف نعمل هنا
campaign-contact = التواصل مع هذه الحملة
organised-by = تنظيم: { $names }
partners = شركاؤنا
press = للصحافة
press-lines = جمل يمكن اقتباسها
press-notes = ملاحظات للمحررين
evidence = ما نستند إليه
share = نصّ للمشاركة

## Actions

do-sign = توقيع
do-write = كتابة
do-call = اتصال
do-come = حضور
do-join = انضمام
do-give = تبرّع
do-get-help = طلب مساعدة
do-volunteer = تطوّع
do-share = نشر الخبر
do-tell-us = إخبارنا
do-pledge = تعهّد
do-learn = تعلّم
do-display = تعليق مُلصق
do-vote = تصويت
do-other = تحرّك

all-actions = كل ما يمكنكم فعله
you-can-also = يمكنكم أيضاً
more-actions = المزيد مما يمكنكم فعله
actions-site = في أي وقت
when = متى
where = أين
goes-to = يُرسل إلى
last-day = آخر يوم
email = البريد الإلكتروني
phone = الهاتف
by-post = بالبريد
without-internet = من دون إنترنت؟
opens = يُفتح { $site }، وهو موقع آخر
letter-to-copy = رسالة جاهزة للنسخ
subject = الموضوع:

## Stories

story-heading = بكلامنا نحن
all-stories = كل قصصنا
name-changed = الاسم مستعار
anonymous = شخص طلب عدم ذكر اسمه
what-changed = ما الذي تغيّر
what-we-learned = ما الذي تعلّمناه
watch = مشاهدة الفيلم
transcript = قراءة كلامه
written-down-by = دوّنها
support = إن كنتم تمرّون بهذا
story-campaign = الحملة
example-of = ما الذي تبيّنه القصة
removal-story = هل أنتم في هذه القصة أو في صورها؟ يمكنكم أن تطلبوا منا تعديلها أو إزالتها في أي وقت ومن دون ذكر سبب.
removal-picture = هل أنتم في الصورة على هذه الصفحة، أو هل هي لكم؟ يمكنكم أن تطلبوا منا تعديلها أو إزالتها.
removal-short = طلب إزالة هذه الصورة

## Principles

item-principle = المبدأ
item-value = القيمة
item-stage = المرحلة
item-standard = المعيار
item-point = النقطة
item-right = الحق
item-pledge = التعهّد
items-principle = المبادئ
items-value = القيم
items-stage = المراحل
items-standard = المعايير
items-point = النقاط
items-right = الحقوق
items-pledge = التعهّدات

set-proposed = مقترح
set-consultation = مفتوح للملاحظات
set-in-force = معمول به
set-retired = لم يعد معمولاً به

version = الإصدار { $version }
in-force-from = ابتداءً من { $date }
since-version = منذ الإصدار { $version }
adopted-by = أقرّها: { $name }
steward = يرعاها: { $name }
why = لماذا
principle-do = كيف يبدو ذلك
principle-not = ما ليس منه
in-practice = في الواقع
questions = أسئلة للنقاش
replaces = يحلّ محلّ
retired = لم يعد معمولاً به.
retired-in = تُرك في الإصدار { $version }.
replaced-by = بدلاً منه:
retired-items = لم يعد معمولاً بها
sign-heading = التوقيع على هذه المبادئ
sign-closed = أُغلق باب التوقيع.
changes = ما الذي تغيّر ولماذا
change-added = أُضيف
change-reworded = أُعيدت صياغته
change-moved = نُقل
change-split = قُسم
change-merged = دُمج
change-retired = تُرك
cite = كيف يُستشهد بهذه الصفحة
based-on = استناداً إلى:
licence-this = يمكن استعمال هذا النص وفق { $licence }.

## Definitions

words-used = كلمات وردت هنا
definition-agreed = متفق عليه
definition-proposed = مقترح
definition-disputed = مختلف عليه
definition-retired = لم يعد مستعملاً
in-plain-words = بكلمات أبسط:
also-called = ويقال أيضاً: { $names }
not-to-be-confused = يختلف عن
examples = أمثلة
see-also = انظر أيضاً
used-in = ورد في

## People

person-organiser = منظّمو المجتمع
person-member = الأعضاء
person-trustee = مجلس الأمناء
person-staff = فريق العمل
person-volunteer = المتطوّعون
until = حتى { $date }

## Learning

learn = للتعلّم
resource-course = دورة
resource-guide = دليل
resource-toolkit = حقيبة أدوات
resource-template = نموذج
resource-video = فيديو
resource-report = تقرير
resource-policy = سياسة
length = المدّة
parts = الأجزاء
format = الشكل
format-online-own-time = عبر الإنترنت، في الوقت الذي يناسبكم
format-online-live = عبر الإنترنت، مباشرة
format-in-person = حضورياً
format-printed = مطبوع
cost = الكلفة
provider = مقدَّم من
modules = الأقسام
free = مجاناً
free-modules = { $count ->
    [zero] لا أجزاء مجانية:
    [one] جزء مجاني:
    [two] جزآن مجانيان:
    [few] أجزاء مجانية:
    [many] أجزاء مجانية:
   *[other] أجزاء مجانية:
}
principles-taught = المبادئ التي يعلّمها
find-out-more = لمعرفة المزيد

## Who publishes

join-and-contact = الانضمام إلينا أو التواصل معنا
# The button, where the site's own words give none.
join = انضمّوا إلينا
donate = تبرّعوا
contact = للتواصل
who-publishes = من ينشر هذا الموقع
published-by = ينشره: { $name }.
legal-form = الشكل القانوني: { $form }.
legal-informal = مجموعة غير رسمية.
legal-charity = جمعية خيرية مسجّلة.
legal-cio = منظمة خيرية ذات شخصية قانونية.
legal-cic = شركة ذات نفع اجتماعي.
legal-company = شركة.
legal-coop = تعاونية.
legal-union = نقابة.
charity-number = رقم الجمعية الخيرية: { $number }.
company-number = رقم الشركة: { $number }.
registered-with = { $with }: { $number }.
registered-office = المقرّ المسجّل: { $address }.
imprint-promoter = الناشر: { $name }.
imprint-responsible = المسؤول عن المحتوى: { $name }.
imprint-on-behalf-of = نيابة عن { $name }.
imprint-printer = طبعه: { $name }.
safeguarding = حماية الأطفال والمعرّضين للخطر:
personal-data = المسؤول عن بياناتكم الشخصية:
licence = يمكن استعمال نصوص هذا الموقع وفق { $licence }.

## Privacy

# Says what is true of every site, so a translation must not promise more.
privacy = الخصوصية
privacy-intro = ما الذي يعرفه عنكم هذا الموقع حين تقرؤونه، وما الذي لا يعرفه.
privacy-not = ما الذي لا يفعله هذا الموقع
privacy-no-cookies = لا يخزّن شيئاً على جهازكم: لا ملفات تعريف ارتباط (كوكيز) ولا ما يشبهها.
privacy-no-scripts = لا يشغّل برامج نصّية، ولا يعدّ الزيارات، ولا يتتبّعكم من صفحة إلى صفحة.
privacy-no-hosts = لا يطلب شيئاً من أي موقع آخر أثناء قراءتكم: الخطوط والصور والأنماط كلها تأتي من هنا.
privacy-own-parts = بعض أجزاء هذا الموقع ليست من صنع برنامجه بل من صنع { $name }: قوالب أو صفحات أو برامج نصّية. والنقاط الثلاث أعلاه تتعلّق بكل ما عدا ذلك.
privacy-still = ما يُعرف مع ذلك
privacy-host = ترسل إليكم هذه الصفحات خدمة استضافة. وهي تحتاج لذلك إلى عنوان جهازكم على الإنترنت (عنوان IP). ومن الممكن أن تحتفظ به مدّة من الزمن، مع الوقت والصفحة التي طلبتموها ونوع المتصفّح الذي تستعملونه.
privacy-contact = إذا كتبتم إلينا أو اتصلتم بنا، نعرف ما تقولونه لنا، وكيف نجيبكم.
privacy-links = قد تقود الروابط إلى مواقع أخرى. ومتى تبعتم رابطاً منها سرت قواعد ذلك الموقع.
privacy-elsewhere = هذه الصفحة عن هذا الموقع وحده. إذا أعطيتمونا شيئاً عن أنفسكم في مكان آخر، على ورق أو في اجتماع أو عبر موقع آخر، فاسألونا عمّا نفعله به.
privacy-responsible = من المسؤول
privacy-ask = ما يمكنكم طلبه
privacy-rights = يمكنكم أن تسألونا عمّا نعرفه عنكم، وأن تطلبوا نسخة منه، وأن تطلبوا منا تصحيحه أو حذفه. وإذا لم يُفدكم جوابنا، يمكنكم التوجّه إلى هيئة حماية البيانات في بلدكم.
privacy-people = هل أنتم في قصة أو اقتباس أو صورة في هذا الموقع؟ يمكنكم أن تطلبوا منا تعديل ذلك أو إزالته في أي وقت ومن دون ذكر سبب.

## Accessibility

accessibility = إمكانية الوصول
accessibility-intro = ما الذي فُعل كي يستطيع الجميع استعمال هذا الموقع، وما هو غير معروف، ومن تخبرون حين يعيقكم شيء.
accessibility-built = ما هو مدمج في الموقع
accessibility-keyboard = يمكن الوصول إلى كل شيء بلوحة المفاتيح. وفي بداية كل صفحة رابط يقود مباشرة إلى نصّها.
accessibility-structure = العناوين واللوائح والجداول وأجزاء الصفحة معلَّمة بما هي عليه، لقارئات الشاشة وغيرها من الوسائل المساعِدة.
accessibility-pictures = لا تُنشر صورة إلا مع كلمات لمن لا يستطيعون رؤيتها، أو إذا كانت معلَّمة على أنها للزينة.
accessibility-colours = تتميّز الحروف عن خلفيتها، في الوضع الفاتح وفي الوضع الداكن، أياً كان اللون الذي اختارته المجموعة.
accessibility-size = تتّسع الشاشة الصغيرة للصفحات، وتتّسع لها الشاشة الكبيرة بحروف حجمها أربعة أضعاف.
accessibility-settings = يُؤخذ بما ضبطتموه على جهازكم: فاتح أو داكن، حركة أقل، تباين عالٍ.
accessibility-scripts = لا تحتاج الصفحات إلى برامج نصّية، ولذلك تكفي الأجهزة والمتصفّحات القديمة.
accessibility-aim = الهدف هو إرشادات إمكانية الوصول إلى محتوى الويب (WCAG) 2.2، المستوى AA.
accessibility-checks = ما الذي فُحص
accessibility-tested = البرنامج الذي يصنع هذه الصفحات يُختبر على صفحات خاصة به بأدوات تبحث عن العوائق. ولا تجد مثل هذه الأدوات إلا بعضها.
accessibility-own-parts = بعض قوالب هذا الموقع أو أنماطه أو صفحاته من صنع { $name }. وتلك الاختبارات لا تقول عنها شيئاً.
accessibility-checked = آخر فحص لهذا الموقع كان في { $date } على يد { $name }.
accessibility-not-checked = لم يدوّن أحد أن أشخاصاً فحصوا هذا الموقع نفسه.
accessibility-gaps = العوائق المعروفة
accessibility-films = بعض الأفلام ليس لها نصّ لما يقال فيها.
accessibility-documents = هناك ملفات للتنزيل، مثل PDF. لم يصنعها هذا البرنامج، وقد تكون فيها عوائق خاصة بها.
accessibility-no-gaps = لم يُدوَّن أي عائق. وهذا لا يعني أنه لا يوجد أي عائق.
accessibility-tell = أخبرونا بما يعيقكم
accessibility-tell-text = هل هنا شيء لا تستطيعون قراءته أو استعماله؟ أخبرونا أي صفحة هي وماذا يحدث. ويمكنكم أيضاً أن تطلبوا منا ما تقوله الصفحة في شكل آخر.

# What a button or link says where the writer has not said it
safeguarding-policy = سياسة الحماية
sign-set = التوقيع
resource-button-course = إلى الدورة
resource-button-guide = قراءة الدليل
resource-button-toolkit = فتح حقيبة الأدوات
resource-button-template = استعمال النموذج
resource-button-video = مشاهدة الفيلم
resource-button-report = قراءة التقرير
resource-button-policy = قراءة السياسة
