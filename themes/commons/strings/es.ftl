### Las palabras de la interfaz en español. Words of the interface in Spanish: a copy of en.ftl with the right-hand sides changed.

## Dates and numbers

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

# 1 is Monday.
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo

date-long = { $day } de { $month } de { $year }
month-year = { $month } de { $year }
weekday-date = { $weekday }, { $day } de { $month } de { $year }
moment-long = { $weekday }, { $day } de { $month } de { $year }, { $time }
number-separator = .
number-decimal = ,
# Between the things of a list that stand in one line.
list-separator = { ", " }

## Running text

footnotes = Notas
# What the arrow at the end of a note says to a screen reader.
back-to-text = Volver al texto, nota { $number }
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Aviso
alert-caution = Cuidado
task-done = Hecho:
task-open = Por hacer:

## Titles of lists and other pages that nobody writes

home = Inicio
campaigns = Campañas
actions = Participa
stories = Historias
principles = Nuestros principios
definitions = Palabras que usamos
quotes = En palabras de la gente
people = Personas
resources = Aprender
tags = Temas
tag-title = Sobre: { $tag }
not-found = Esta página no está aquí
not-found-text = Puede que la página haya cambiado de sitio o que la dirección esté mal escrita. Puedes empezar de nuevo en una de estas:
moved = Esta página ha cambiado de sitio

## Finding the way

skip-to-content = Ir al texto
menu = Menú principal
# What opens it on a small screen.
menu-button = Menú
breadcrumbs = Dónde estás
contents = En esta página
at-a-glance = De un vistazo
letters = Ir a una letra
more-on-this-site = Más en este sitio
pages = Páginas de esta lista
page-of = Página { $page } de { $pages }
page-before = Página anterior
page-after = Página siguiente
earlier-and-later = Antes y después de esta página
earlier = Antes:
later = Después:
tagged = Temas:

## A page someone may have to leave quickly

leave-label = Salir de esta página
leave = Salir de esta página ahora
# Where that link leads: a page nobody would ask about.
leave-address = https://www.aemet.es

## Notices

draft = Borrador.
draft-note = Sin publicar: esta página solo la ves tú.
content-note = Antes de leer:
dormant = Hemos parado por ahora.
closed = Cerrado
last-changed = Último cambio: { $date }

## Campaigns

status-listening = Escuchando
status-planning = En preparación
status-active = En marcha
status-paused = En pausa
status-won = Ganada
status-part-won = Ganada en parte
status-lost = Perdida
status-ended = Terminada

route-together = Lo hacemos nosotras y nosotros
current-campaign = Lo que hacemos ahora
other-campaigns = Nuestras otras campañas
all-campaigns = Todas nuestras campañas
who-can-say-yes = Quién puede decir que sí
by-when = Para cuándo
by-date = Antes del { $date }
started = Comienzo
ended = Final
progress = Hasta dónde hemos llegado
count-of = { $count } de { $of }
counted-on = Contado el { $date }
in-numbers = En cifras
as-of = A { $date }
source-label = Fuente:
what-people-say = Lo que dice la gente
demands = Qué pedimos y cómo va
since-date = Desde el { $date }

ask-open = Pendiente
ask-part-won = Conseguido en parte
ask-won = Conseguido
ask-refused = Rechazado
ask-dropped = Retirado

position-yes = Dice que sí
position-no = Dice que no
position-silent = Aún no responde
position-unknown = No se sabe

coming-up = Próximamente
wins = Lo que hemos conseguido
timeline = Qué ha pasado
story-label = La historia:

moment-launch = Comienzo
moment-action = Acción
moment-meeting = Reunión
moment-response = Respuesta
moment-win = Victoria
moment-setback = Contratiempo
moment-media = En los medios
moment-decision = Decisión

principles-here = Cómo trabajamos aquí
campaign-contact = Contacto de esta campaña
organised-by = Organizan: { $names }
partners = Con quién vamos
press = Para la prensa
press-lines = Frases que se pueden citar
press-notes = Notas para redacciones
evidence = En qué nos basamos
share = Texto para compartir

## Actions

do-sign = Firmar
do-write = Escribir
do-call = Llamar
do-come = Venir
do-join = Unirse
do-give = Donar
do-get-help = Pedir ayuda
do-volunteer = Echar una mano
do-share = Compartir
do-tell-us = Contarnos
do-pledge = Comprometerse
do-learn = Aprender
do-display = Colgar
do-vote = Votar
do-other = Actuar

all-actions = Todo lo que puedes hacer
you-can-also = También puedes
more-actions = Más cosas que puedes hacer
actions-site = En cualquier momento
when = Cuándo
where = Dónde
goes-to = Se envía a
last-day = Último día
email = Correo electrónico
phone = Teléfono
by-post = Por correo postal
without-internet = ¿Sin internet?
opens = Abre { $site }, otro sitio web
letter-to-copy = Una carta para copiar
subject = Asunto:

## Stories

story-heading = Con nuestras palabras
all-stories = Todas nuestras historias
name-changed = nombre cambiado
anonymous = Alguien que pidió que no se dijera su nombre
what-changed = Qué cambió
what-we-learned = Qué aprendimos
watch = Ver el vídeo
transcript = Leer lo que se dice
written-down-by = Lo puso por escrito:
support = Si te está pasando esto
story-campaign = La campaña
example-of = Lo que esto muestra
removal-story = ¿Apareces en esta historia o en sus imágenes? Puedes pedirnos que la cambiemos o la quitemos, en cualquier momento y sin dar razones.
removal-picture = ¿Apareces en la imagen de esta página, o es tuya? Puedes pedirnos que la cambiemos o la quitemos.
removal-short = Pedir que se quite esta imagen

## Principles

item-principle = Principio
item-value = Valor
item-stage = Etapa
item-standard = Norma
item-point = Punto
item-right = Derecho
item-pledge = Compromiso
items-principle = Los principios
items-value = Los valores
items-stage = Las etapas
items-standard = Las normas
items-point = Los puntos
items-right = Los derechos
items-pledge = Los compromisos

set-proposed = Propuesto
set-consultation = Abierto a comentarios
set-in-force = En vigor
set-retired = Ya no está en vigor

version = Versión { $version }
in-force-from = Desde el { $date }
since-version = Desde la versión { $version }
adopted-by = Aprobado por { $name }
steward = Al cuidado de { $name }
why = Por qué
principle-do = Cómo se ve
principle-not = Lo que no es
in-practice = En la práctica
questions = Preguntas para conversar
replaces = Sustituye a
retired = Ya no está en vigor.
retired-in = Retirado en la versión { $version }.
replaced-by = En su lugar:
retired-items = Ya no están en vigor
sign-heading = Firmar este texto
sign-closed = Ya no se puede firmar.
changes = Qué cambió y por qué
change-added = añadido
change-reworded = redactado de nuevo
change-moved = movido
change-split = dividido
change-merged = unido
change-retired = retirado
cite = Cómo citar esta página
based-on = Basado en:
licence-this = Puedes reutilizar este texto según { $licence }.

## Definitions

words-used = Palabras usadas aquí
definition-agreed = Acordada
definition-proposed = Propuesta
definition-disputed = En discusión
definition-retired = Ya no se usa
in-plain-words = Más sencillo:
also-called = También: { $names }
not-to-be-confused = No es lo mismo que
examples = Ejemplos
see-also = Ver también
used-in = Se usa en

## People

person-organiser = Organización
person-member = Miembro
person-trustee = Junta directiva
person-staff = Personal contratado
person-volunteer = Voluntariado
until = Hasta el { $date }

## Learning

learn = Aprender
resource-course = Curso
resource-guide = Guía
resource-toolkit = Caja de herramientas
resource-template = Plantilla
resource-video = Vídeo
resource-report = Informe
resource-policy = Normas
length = Duración
parts = Partes
format = Cómo
format-online-own-time = En línea, a tu ritmo
format-online-live = En línea, en directo
format-in-person = En persona
format-printed = Impreso
cost = Precio
provider = Lo ofrece
modules = Las partes
free = Gratis
free-modules = { $count ->
    [one] Parte gratuita:
    [many] Partes gratuitas:
   *[other] Partes gratuitas:
}
principles-taught = Los principios que enseña
find-out-more = Saber más

## Who publishes

join-and-contact = Unirse o escribirnos
# The button, where the site's own words give none.
join = Únete
donate = Donar
contact = Contacto
who-publishes = Quién publica este sitio
published-by = Publicado por { $name }.
legal-form = Forma jurídica: { $form }.
legal-informal = Un grupo informal.
legal-charity = Una organización benéfica registrada.
legal-cio = Una organización benéfica con personalidad jurídica.
legal-cic = Una empresa de interés comunitario.
legal-company = Una empresa.
legal-coop = Una cooperativa.
legal-union = Un sindicato.
charity-number = Número de organización benéfica: { $number }.
company-number = Número de empresa: { $number }.
registered-with = { $with }: { $number }.
registered-office = Domicilio social: { $address }.
imprint-promoter = Promovido por { $name }.
imprint-responsible = Responsable del contenido: { $name }.
imprint-on-behalf-of = En nombre de { $name }.
imprint-printer = Impreso por { $name }.
safeguarding = Protección de la infancia y de personas en riesgo:
personal-data = Cuida tus datos personales:
licence = Los textos de este sitio se pueden reutilizar según { $licence }.

## Privacy

# Says what is true of every site, so a translation must not promise more.
privacy = Privacidad
privacy-intro = Qué llega a saber de ti este sitio web cuando lo lees, y qué no.
privacy-not = Lo que este sitio web no hace
privacy-no-cookies = No guarda nada en tu dispositivo: ni cookies ni nada parecido.
privacy-no-scripts = No ejecuta scripts, no cuenta visitas y no te sigue de una página a otra.
privacy-no-hosts = No pide nada a ningún otro sitio web mientras lees: las letras, las imágenes y los estilos vienen todos de aquí.
privacy-own-parts = Algunas partes de este sitio web no son obra de su programa, sino de { $name }: plantillas, páginas o scripts. Los tres puntos de arriba se refieren a todo lo demás.
privacy-still = Lo que se llega a saber de todos modos
privacy-host = Un servicio de alojamiento te envía estas páginas. Para eso necesita la dirección de tu dispositivo en internet (dirección IP). Puede que la guarde un tiempo, junto con la hora, la página que pediste y el tipo de navegador que usas.
privacy-contact = Si nos escribes o nos llamas, sabemos lo que nos cuentas y cómo responderte.
privacy-links = Los enlaces pueden llevar a otros sitios web. Cuando sigues uno, valen las reglas de ese otro sitio.
privacy-elsewhere = Esta página trata solo de este sitio web. Si nos diste algún dato sobre ti en otra parte, en papel, en una reunión o a través de otro sitio web, pregúntanos qué hacemos con él.
privacy-responsible = Quién es responsable
privacy-ask = Qué puedes pedir
privacy-rights = Puedes preguntarnos qué sabemos de ti, pedirnos una copia y pedirnos que lo corrijamos o lo borremos. Si nuestra respuesta no te ayuda, puedes acudir a la autoridad de protección de datos de tu país.
privacy-people = ¿Apareces en una historia, una cita o una imagen de este sitio web? Puedes pedirnos que la cambiemos o la quitemos, en cualquier momento y sin dar razones.

## Accessibility

accessibility = Accesibilidad
accessibility-intro = Qué se ha hecho para que todo el mundo pueda usar este sitio web, qué no se sabe y a quién avisar cuando algo te lo pone difícil.
accessibility-built = Lo que viene incorporado
accessibility-keyboard = Se puede llegar a todo con el teclado. Un enlace al principio de cada página lleva directamente a su texto.
accessibility-structure = Los títulos, las listas, las tablas y las partes de una página están marcados como lo que son, para lectores de pantalla y otras ayudas.
accessibility-pictures = Una imagen solo se publica con palabras para quienes no pueden verla, o si está marcada como decoración.
accessibility-colours = Las letras se distinguen de su fondo, en claro y en oscuro, sea cual sea el color que haya elegido el grupo.
accessibility-size = Las páginas caben en una pantalla pequeña, y en una grande con letras cuatro veces más grandes.
accessibility-settings = Cuenta lo que hayas elegido en tu dispositivo: claro u oscuro, menos movimiento, alto contraste.
accessibility-scripts = Las páginas no necesitan scripts, así que bastan dispositivos y navegadores antiguos.
accessibility-aim = El objetivo son las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA.
accessibility-checks = Qué se ha comprobado
accessibility-tested = El programa que hace estas páginas se prueba en páginas propias con herramientas que buscan barreras. Esas herramientas solo encuentran algunas.
accessibility-own-parts = Algunas de las plantillas, estilos o páginas de este sitio web son obra de { $name }. Esas pruebas no dicen nada sobre esas partes.
accessibility-checked = Este sitio web fue revisado por última vez el { $date } por { $name }.
accessibility-not-checked = Nadie ha dejado escrito que haya habido personas que revisaran este sitio web en concreto.
accessibility-gaps = Las barreras que se conocen
accessibility-films = Algunos vídeos no tienen un texto con lo que se dice en ellos.
accessibility-documents = Hay archivos para descargar, por ejemplo PDF. No los hizo este programa y pueden tener sus propias barreras.
accessibility-no-gaps = No hay ninguna barrera anotada. Eso no significa que no haya ninguna.
accessibility-tell = Cuéntanos qué te lo pone difícil
accessibility-tell-text = ¿Hay algo aquí que no puedas leer o usar? Dinos qué página es y qué ocurre. También puedes pedirnos lo que dice en otra forma.

# What a button or link says where the writer has not said it
safeguarding-policy = Normas de protección
sign-set = Firmar este texto
resource-button-course = Ir al curso
resource-button-guide = Leer la guía
resource-button-toolkit = Abrir la caja de herramientas
resource-button-template = Usar la plantilla
resource-button-video = Ver el vídeo
resource-button-report = Leer el informe
resource-button-policy = Leer las normas
