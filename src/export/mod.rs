//! Outputs that are no HTML pages: the sitemap, the rules for robots and the drawn icon; later feeds, calendars and open data.

mod icon;

pub use icon::icon;

use crate::plan::Target;
use crate::view::Scene;

/// `sitemap.xml`: all pages in percent-encoded form, without the 404 page, redirects and drafts (sitemaps.org).
pub fn sitemap(scene: &Scene) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (path, target) in scene.plan.targets.iter() {
        let updated = match target {
            Target::Document(doc) if scene.shape(*doc).common.draft => continue,
            Target::Document(doc) => {
                let common = &scene.shape(*doc).common;
                common.updated.as_ref().or(common.date.as_ref()).map(|date| date.value)
            }
            Target::Home
            | Target::List(..)
            | Target::Set(_)
            | Target::Glossary
            | Target::Quotes
            | Target::Actions
            | Target::Tags
            | Target::Tag(..)
            | Target::Statement(_) => None,
            Target::NotFound
            | Target::Redirect(_)
            | Target::Sitemap
            | Target::Robots
            | Target::Icon
            | Target::File(_)
            | Target::Theme(_) => continue,
        };
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let Some(full) = scene.full(&scene.href(&address)) else { continue };
        xml.push_str("<url><loc>");
        xml.push_str(&escape(&full));
        xml.push_str("</loc>");
        // A day in the future is no change that has happened.
        if let Some(date) = updated.filter(|date| *date <= scene.site.today) {
            xml.push_str(&format!("<lastmod>{date}</lastmod>"));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// `robots.txt`: everything may be read; where the sitemap is (RFC 9309).
pub fn robots(scene: &Scene) -> String {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(full) = scene.full(&scene.href("/sitemap.xml")) {
        text.push_str(&format!("\nSitemap: {full}\n"));
    }
    text
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&apos;")
}
