//! The words that remarks are known by, in several languages, folded.

/// Words that say of a name that it is another than the real one, folded.
pub(super) const CHANGED: [&str; 48] = [
    "name changed",
    "names changed",
    "name has been changed",
    "name is changed",
    "name was changed",
    TO_CHANGE,
    "changed name",
    "not her name",
    "not his name",
    "not their name",
    "not my name",
    "made-up name",
    "made up name",
    "fake name",
    "false name",
    "pseudonym",
    "really called",
    "nombre cambiado",
    "nombre ficticio",
    "nombre falso",
    "nombre inventado",
    "no es su nombre",
    "seudonimo",
    "name geandert",
    "name wurde geandert",
    "namen geandert",
    "geanderter name",
    MEANS,
    "nom change",
    "prenom change",
    "nom modifie",
    "prenom modifie",
    "nom d'emprunt",
    "prenom d'emprunt",
    "nom canviat",
    "nome alterado",
    "nome ficticio",
    "nome cambiato",
    "nome di fantasia",
    "nome de fantasia",
    "imie zmienione",
    "naam veranderd",
    "naam is veranderd",
    "gefingeerde naam",
    "enw wedi'i newid",
    "enw wedi ei newid",
    "newidiwyd yr enw",
    "ffugenw",
];

/// Words for somebody's real name, folded. What stands before "not her real name" is the other one.
pub(super) const REAL: [&str; 23] = [
    "real name",
    "true name",
    "actual name",
    "proper name",
    "right name",
    "real surname",
    "nombre real",
    "nombre verdadero",
    "verdadero nombre",
    "richtiger name",
    "richtigen namen",
    "wirklicher name",
    "wirklichen namen",
    "echter name",
    "echten namen",
    "vrai nom",
    "vrai prenom",
    "nom veritable",
    "vero nome",
    "nome verdadeiro",
    "echte naam",
    "enw iawn",
    "enw go iawn",
];

/// What each of those words has in it, also before it is folded.
pub(super) const STEMS: [&str; 8] = ["name", "nom", "naam", "enw", "imi", "seud", "called", "heiß"];

/// Words that ask for another name, folded: what stands before them is the real one.
pub(super) const TO_CHANGE: &str = "name to be changed";

/// Words that also stand in a question about what something means, folded.
pub(super) const MEANS: &str = "heißt eigentlich";

/// Words that deny what follows, folded.
pub(super) const NOT: [&str; 42] = [
    "not",
    "isn't",
    "isnt",
    "never",
    "don't",
    "dont",
    "doesn't",
    "doesnt",
    "didn't",
    "didnt",
    "can't",
    "cant",
    "cannot",
    "won't",
    "wont",
    "wouldn't",
    "wouldnt",
    "shouldn't",
    "shouldnt",
    "mustn't",
    "mustnt",
    "refused",
    "refuses",
    "no",
    "ni",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "keiner",
    "keinesfalls",
    "pas",
    "non",
    "nao",
    "niet",
    "geen",
    "nie",
    "nid",
    "dim",
    "ddim",
    "peidiwch",
    "peidio",
];

/// Words that deny of a name that it is the real one, folded. "Don't" and "never" deny something else.
pub(super) const IS_NOT: [&str; 11] =
    ["not", "isn't", "isnt", "no", "nicht", "kein", "pas", "non", "nao", "niet", "nid"];

/// What else stands between those and "real name" when nothing more is said, folded.
pub(super) const BETWEEN: [&str; 33] = [
    "this", "that", "it", "it's", "is", "her", "his", "their", "my", "the", "a", "ist", "das", "der", "ihr", "ihre",
    "sein", "seine", "es", "su", "mi", "el", "ce", "n'est", "c'est", "son", "e", "il", "suo", "seu", "haar", "zijn",
    "ei",
];

/// Stems of words for publishing and for the web, folded.
pub(super) const PUBLISH: [&str; 8] =
    ["publi", "veroffentlich", "pubblic", "cyhoedd", "gyhoedd", "chyhoedd", "nghyhoedd", "gepubliceerd"];

pub(super) const WEB: [&str; 12] = [
    "internet",
    "online",
    "website",
    "websites",
    "web",
    "webseite",
    "gwefan",
    "rhyngrwyd",
    "webpage",
    "homepage",
    "wefan",
    "on-line",
];

/// Where else something can appear, folded.
pub(super) const ELSEWHERE: [&str; 22] = [
    "newsletter",
    "paper",
    "print",
    "printed",
    "leaflet",
    "leaflets",
    "poster",
    "posters",
    "press",
    "newspaper",
    "radio",
    "magazine",
    "zine",
    "facebook",
    "papel",
    "boletin",
    "papier",
    "zeitung",
    "rundbrief",
    "journal",
    "papur",
    "cylchlythyr",
];

/// Words that mean "only", folded.
pub(super) const ONLY: [&str; 10] =
    ["only", "just", "solo", "solamente", "nur", "seulement", "uniquement", "unig", "alleen", "soltanto"];

/// Words for someone's first name, folded.
pub(super) const FIRST_NAME: [&str; 10] = [
    "first name",
    "first names",
    "christian name",
    "nombre de pila",
    "vorname",
    "vornamen",
    "prenom",
    "enw cyntaf",
    "voornaam",
    "nome proprio",
];

/// Words that say the same of the other name, folded.
pub(super) const NO_SURNAME: [&str; 10] = [
    "no surname",
    "not her surname",
    "not his surname",
    "not their surname",
    "without surname",
    "without her surname",
    "without his surname",
    "no last name",
    "sin apellido",
    "ohne nachname",
];

/// Words that set a condition, whatever it is.
pub(super) const IF: [&str; 8] = ["as long as", "on condition", "provided", "unless", "but", "except", "pero", "aber"];

/// Words after which nothing is denied any more, folded: "not needed, since it was published", "not only on the
/// website", "no problem with being online".
pub(super) const NO_DENIAL: [&str; 72] = [
    "only",
    "just",
    "needed",
    "need",
    "necessary",
    "required",
    "ask",
    "asked",
    "problem",
    "problems",
    "objection",
    "objections",
    "object",
    "objects",
    "issue",
    "issues",
    "mind",
    "minds",
    "worried",
    "bothered",
    "fussed",
    "wait",
    "because",
    "since",
    "until",
    "but",
    "before",
    "seen",
    "private",
    "secret",
    "closed",
    "nur",
    "sondern",
    "aber",
    "einwand",
    "einwande",
    "bedenken",
    "dagegen",
    "probleme",
    "solo",
    "sino",
    "pero",
    "hay",
    "importa",
    "molesta",
    "problema",
    "problemas",
    "inconveniente",
    "inconvenientes",
    "dispiace",
    "obiezioni",
    "mas",
    "seulement",
    "mais",
    "souci",
    "soucis",
    "inconvenient",
    "opposee",
    "oppose",
    "maar",
    "bezwaar",
    "ond",
    "meindio",
    "poeni",
    "broblem",
    "ots",
    "gwrthwynebiad",
    "wrthwynebiad",
    "gwrthwynebu",
    "wrthwynebu",
    "malio",
    "probleem",
];

/// Small words that show that "no" is not English: more words can stand between it and what it denies.
pub(super) const NOT_ENGLISH: [&str; 16] =
    ["que", "se", "en", "la", "el", "lo", "su", "al", "por", "para", "che", "sia", "sul", "nel", "di", "quiere"];

/// Words for those who agree for a child, and for a child, folded.
pub(super) const GUARDIAN: [&str; 16] = [
    "mum",
    "mam",
    "mom",
    "mother",
    "dad",
    "father",
    "parent",
    "parents",
    "guardian",
    "guardians",
    "carer",
    "gran",
    "nan",
    "under 18",
    "minor",
    "child",
];
