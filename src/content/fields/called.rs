//! Keys of other programs and of other languages: what they are called here, or what to do in their place.

use super::protection::PROTECTING;
use crate::content::kinds::fold;

/// Words that people use for our fields, each row with the fields that can be meant: the first that a map has.
///
/// The words are folded and have `_` between them; they are those of Jekyll, Hugo, Eleventy and WordPress, and
/// what volunteers wrote who knew the form and not the word.
const CALLED: [(&[&str], &[&str]); 33] = [
    (
        &[
            "excerpt",
            "description",
            "subtitle",
            "teaser",
            "abstract",
            "intro",
            "resumen",
            "crynodeb",
            "zusammenfassung",
            "resume",
            "samenvatting",
            "riassunto",
            "resumo",
        ],
        &["summary", "strapline", "alt"],
    ),
    (&["tagline", "slogan", "motto"], &["strapline", "summary"]),
    (&["name", "heading", "headline", "teitl", "titulo", "titolo", "nombre", "enw", "nom", "nome"], &["title", "name"]),
    (&["title", "site_title", "sitename", "site_name", "titulo", "full_name"], &["name"]),
    (&["lastmod", "last_modified", "last_modified_at", "modified", "updated_at", "last_updated"], &["updated"]),
    (
        &[
            "published_at",
            "published_on",
            "publishdate",
            "publish_date",
            "pubdate",
            "created",
            "day",
            "fecha",
            "dyddiad",
            "datum",
        ],
        &["date", "when"],
    ),
    (
        &["categories", "category", "keywords", "keyword", "topics", "labels", "etiquetas", "tagiau", "schlagworte"],
        &["tags"],
    ),
    (
        &[
            "featured_image",
            "thumbnail",
            "cover",
            "cover_image",
            "picture",
            "photo",
            "hero",
            "banner",
            "og_image",
            "header_image",
            "imagen",
            "bild",
            "llun",
            "foto",
            "imagem",
            "immagine",
        ],
        &["image", "logo", "file"],
    ),
    (&["src", "path", "filename", "file_name", "datei", "archivo", "ffeil"], &["file"]),
    (&["alt_text", "alternative_text", "alternative"], &["alt"]),
    (&["credits", "copyright", "photographer", "photo_credit"], &["credit"]),
    (&["base_url", "baseurl", "site_url", "siteurl", "website", "web", "uri"], &["url", "to"]),
    (&["link", "href"], &["to"]),
    (
        &[
            "languagecode",
            "language_code",
            "language",
            "locale",
            "default_language",
            "idioma",
            "iaith",
            "sprache",
            "langue",
        ],
        &["lang"],
    ),
    (&["mail", "e_mail", "email_address", "e_bost", "ebost", "correo", "courriel", "e_post"], &["email"]),
    (&["telephone", "tel", "phone_number", "mobile", "telefon", "telefono", "ffon", "telefone"], &["phone"]),
    (&["contacto", "kontakt", "cyswllt", "contatto", "contato"], &["contact"]),
    (&["job", "job_title", "swydd", "rol", "rolle", "puesto", "cargo", "fonction"], &["role"]),
    (&["place", "location", "venue", "lugar", "ort", "lle", "lieu", "luogo"], &["where", "place", "area"]),
    (&["how"], &["offline"]),
    (&["state", "stage", "estado", "statws", "stand", "etat"], &["status"]),
    (&["definicion", "diffiniad", "meaning", "means"], &["definition"]),
    (&["principios", "egwyddorion", "prinzipien", "principes"], &["principles"]),
    (&["campana", "ymgyrch", "kampagne", "campagne"], &["campaign"]),
    (&["quotation", "zitat", "cita", "dyfyniad"], &["quote", "text"]),
    (&["attribution", "speaker", "said_by"], &["by"]),
    (&["goal", "aim"], &["ask"]),
    (&["end_date"], &["until"]),
    (&["start_date"], &["started"]),
    (&["redirect_from", "redirects", "old_url"], &["aliases"]),
    (
        &["consentimiento", "einwilligung", "caniatad", "permission", "consented", "consentement", "consenso"],
        &["consent"],
    ),
    (&["expiry", "expirydate", "expiry_date", "expires_on", "expires_at", "unpublish_on"], &["expires"]),
    (&["entwurf", "borrador", "drafft", "brouillon", "bozza", "rascunho"], &["draft"]),
];

/// A key as it is looked up: without capitals and accents, with `_` between words.
pub(super) fn plain(key: &str) -> String {
    fold(key.trim()).replace(['-', ' '], "_")
}

/// What a key of another program or language is called here.
pub(super) fn called<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    let key = plain(key);
    let rows = CALLED.iter().filter(|(words, _)| words.contains(&&*key));
    let ours = rows.flat_map(|(_, ours)| ours.iter());
    ours.filter_map(|ours| known.iter().copied().find(|known| known == ours)).next()
}

/// Whether a key of another program says that something is published: `published: false`, `private: true`.
pub(super) enum Publishes {
    /// It is to be published.
    Yes,
    /// It is not.
    No,
    /// Nobody can know.
    Unclear,
}

/// What a key of another program says about being published, if it is one that does.
pub(super) fn publishes(key: &str, value: &str) -> Option<Publishes> {
    let said = match value.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" | "private" | "hidden" | "draft" => Some(false),
        _ => None,
    };
    let for_publishing = match plain(key).as_str() {
        "published" | "publish" | "public" | "visible" | "visibility" | "live" => true,
        "private" | "hidden" | "unpublished" | "secret" | "unlisted" | "invisible" => false,
        "status" | "state" if matches!(value.trim().to_lowercase().as_str(), "draft" | "private" | "hidden") => {
            return Some(Publishes::No);
        }
        _ => return None,
    };
    Some(match said {
        Some(said) if said == for_publishing => Publishes::Yes,
        Some(_) => Publishes::No,
        None => Publishes::Unclear,
    })
}

/// Where a field that protects someone belongs, if it stands in a map that does not have it; `inside` says that the map
/// stands in a field, and not at the left.
pub(super) fn where_it_protects(key: &str, inside: bool, of: &str) -> Option<&'static str> {
    let key = plain(key);
    Some(match key.as_str() {
        "consent" if inside => {
            "`consent` stands further left, at the beginning of a line: it is of the whole story or quote"
        }
        "consent" if of == "a person" => {
            "a person's page has no `consent`, and this line holds nothing back. Keep it as a note that is never published, \
             `_consent: …`; `draft: yes` holds the page back"
        }
        "consent" => {
            "only stories and quotes have `consent`, and here it holds nothing back. If this is a story, its file belongs in the \
             folder `content/stories`; if it is somebody's words, in `content/quotes`. Otherwise keep the line as a note that \
             is never published: `_consent: …`"
        }
        "who" if !inside => {
            "only stories have `who`. If this is a story, its file belongs in the folder `content/stories`"
        }
        "under_18" if inside => {
            "`under_18` stands further left, beside `consent:` and `who:` of a story; that a parent agreed is `guardian: yes` \
             below `consent:`"
        }
        "under_18" => {
            "only stories have `under_18`. If this is a story, its file belongs in the folder `content/stories`"
        }
        "known_as" | "shown_as" => "it stands below `who:` of a story, two spaces further right",
        "shows" => "it stands below `image:`, two spaces further right",
        "guardian" => {
            "it stands below `consent:`, or below `image:` of a picture that shows children, two spaces further right"
        }
        "draft" | "expires" | "sensitive" if inside => "it stands further left, at the beginning of a line",
        "draft" | "expires" | "sensitive" if of == "site.yaml" => {
            "it is a field of a page, and stands in the file of the page that it is for"
        }
        _ => return None,
    })
}

/// What to do with a key of another program that nothing here stands for.
pub(super) fn instead_of(key: &str, value: &str, known: &[&str]) -> Option<String> {
    let has = |key: &str| known.contains(&key);
    Some(match plain(key).as_str() {
        "layout" | "type" | "template" | "theme" | "view" if !has("do") => {
            "take this line out: which folder a file is in decides what its page looks like".to_owned()
        }
        "permalink" | "url" | "address" if has("aliases") => {
            let old = if value.starts_with('/') { value } else { "/the/old/address/" };
            format!(
                "the address of a page is made of the name of its file; so that the old address still leads here, write `aliases: {old}`"
            )
        }
        "author" | "authors" | "autor" | "awdur" | "writer" if has("teller") => format!(
            "write `who: {value}` if it is their own story; if they wrote down somebody else's, `teller: …` with the name of their \
             file in `content/people`; if you do not know which, ask them, or take this line out"
        ),
        "author" | "authors" if has("provider") => format!("if they offer it, write `provider: {value}`"),
        "author" | "authors" if has("cite") => {
            format!("write it below `cite:`, two spaces further right:\ncite:\n  authors: [{value}]")
        }
        "author" | "authors" | "autor" | "awdur" | "writer" => {
            "take this line out, or name them in the text: this page has no field for who wrote it".to_owned()
        }
        "weight" | "nav_order" | "menu_order" | "order" | "sort" | "position" if has("number") => {
            format!("write `number: {value}`, or list all items below `order:` in `_set.yaml`")
        }
        "weight" | "nav_order" | "menu_order" | "order" | "position" => {
            "take this line out: the order of the menu is that of the lines below `menu:` in `site.yaml`".to_owned()
        }
        "main" | "header" | "footer" if has("to") => {
            "write each entry of the menu after a dash:\nmenu:\n  - campaigns\n  - title: Who we are\n    to: about"
                .to_owned()
        }
        "params" | "author_profile" => {
            "take this line out; what stands below it and has a name here, such as `colour`, is written at the left"
                .to_owned()
        }
        "plugins" | "markdown" | "markup" | "permalinks" | "paginate" | "paginatepath" | "taxonomies" | "outputs"
        | "output" | "build" | "exclude" | "include" | "collections" | "defaults" | "sass" | "toc" | "math"
        | "comments" | "sitemap" | "cascade" | "eleventynavigation" | "guid" | "id"
            if !has("id") =>
        {
            "take it out: it is for another program, and nothing here needs it".to_owned()
        }
        _ => return None,
    })
}

/// Whether a key is one that protects someone, or is called so elsewhere.
pub(super) fn is_protecting(key: &str) -> bool {
    super::nearest(key, PROTECTING.into_iter()).is_some() || called(key, &PROTECTING).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_others_have_a_name_here() {
        let page = ["title", "summary", "date", "image", "tags", "aliases"];
        for (key, ours) in [
            ("excerpt", Some("summary")),
            ("Description", Some("summary")),
            ("featured-image", Some("image")),
            ("Título", Some("title")),
            ("name", Some("title")),
            ("layout", None),
            ("phone", None),
        ] {
            assert_eq!(called(key, &page), ours, "{key}");
        }
        assert_eq!(called("title", &["name", "lang"]), Some("name"));
        assert_eq!(called("swydd", &["role"]), Some("role"));
    }

    #[test]
    fn every_word_for_our_fields_is_as_it_is_looked_up() {
        for (words, _) in CALLED {
            for word in words {
                assert_eq!(*word, plain(word));
            }
        }
    }
}
