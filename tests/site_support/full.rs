//! A site with every kind in it, for tests that change it in every way.

use crate::site_support::{SITE_YAML, TEMPLATES};
use std::collections::BTreeMap;

/// The files of a site, by path; `None` for a picture.
pub(crate) type Files = BTreeMap<String, Option<String>>;

/// A site with every kind, back-links of every sort, and templates that print all they are given.
pub(crate) fn start() -> Files {
    let mut files = Files::new();
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), Some(text.to_owned()));
    add("site.yaml", &format!("{SITE_YAML}url: https://a.example\nmenu: [campaigns, about]\n"));
    for (name, shows) in TEMPLATES {
        let all = match (name, shows) {
            ("redirect", _) => "{{ href }} {{ title }}".to_owned(),
            (_, "") => "{{ site }}\n{{ page }}\n".to_owned(),
            (_, shows) => format!("{{{{ site }}}}\n{{{{ page }}}}\n{{{{ {shows} }}}}\n"),
        };
        add(&format!("templates/{name}.html"), &all);
    }
    add("content/index.md", "---\ntitle: Home\nshow: [quotes/chair, actions/join]\n---\nWelcome to social action.\n");
    add(
        "content/about.md",
        "---\ntitle: About\ntags: [housing]\nshow: [stories/hannah, campaigns/lifts, definitions/ally]\n---\n\
         An ally of [Hannah](stories/hannah.md) and [the lifts](campaigns/lifts.md#why). ![Door](door.svg)\n\n## How\n",
    );
    add(
        "content/help/rent.md",
        "# Rent\n\nRent. \"Too high\" -- <b>much</b>. Social action and an organiser. [About](../about.md#how)\n",
    );
    add("content/principles/_set.yaml", "title: Principles\nversion: 1.10\n");
    add("content/principles/01-listen.md", "---\ntitle: Listen\nsee_also: [look-back]\n---\nAsk an organiser.\n");
    add("content/principles/02-look-back.md", "---\ntitle: Look back\n---\n### What\n\nLook.\n");
    add("content/framework/_set.yaml", "title: Framework\nitem_name: stage\n");
    add("content/framework/hear.md", "---\ntitle: Hear\n---\nHear.\n");
    add(
        "content/campaigns/lifts.md",
        "---\ntitle: Fix the lifts\nstatus: active\nask: Mend both.\ntarget: Ann Lee\nprinciples: [listen]\ntags: housing\n\
         actions:\n  - {do: call, title: Ring, phone: 020 7946 0000}\ntimeline:\n  - {date: 2026-10-01, what: Launch, story: hannah}\n\
         quotes:\n  - {text: Every day., by: Hannah, consent: given}\n---\n## Why\n\nSocial action.\n",
    );
    add(
        "content/stories/hannah.md",
        "---\ntitle: Eleven floors\ndate: 2026-10-01\nconsent: given\nwho: {name: Hannah Okoro, person: maureen}\n\
         campaign: lifts\nprinciples: [listen, framework/hear]\nteller: maureen\nimage: {file: stairs.svg, alt: Stairs}\n---\nSocial action it was.\n",
    );
    add(
        "content/stories/sam.md",
        "---\ntitle: Sam\ndate: 2026-09-01\nconsent: given\ncampaign: lifts\n---\nAn ally came.\n",
    );
    add(
        "content/definitions/social-action.md",
        "---\ntitle: Social action\ndefinition: Doing with an ally.\nexamples: [hannah]\nsee_also: [ally]\n---\nMore.\n",
    );
    add("content/definitions/ally.md", "---\ntitle: Ally\ndefinition: A friend.\n---\n");
    add("content/definitions/organiser.md", "---\ntitle: Organiser\ndefinition: A person.\nalso: [organisers]\n---\n");
    add(
        "content/quotes/chair.md",
        "---\nby: Rosa\nconsent: given\nabout: [campaigns/lifts, principles/listen]\nimage: {file: rosa.svg, alt: Rosa}\n---\nListening.\n",
    );
    add("content/people/maureen.md", "---\ntitle: Maureen\nrole: Organiser\n---\nAn ally.\n");
    add(
        "content/resources/knock.md",
        "---\ntitle: Knock\nkind: course\nurl: https://a.example\nprinciples: [listen]\n---\n",
    );
    add("content/actions/join.md", "---\ndo: join\ntitle: Join\nemail: a@b.example\n---\n");
    add("data/branches.csv", "name,count\nNorth,3\n");
    add("styles/site.css", "p { color: #123456 }\n");
    for picture in ["content/door.svg", "content/stories/stairs.svg", "content/quotes/rosa.svg", "static/logo.svg"] {
        files.insert(picture.to_owned(), None);
    }
    files
}
