//! The stages between documents and editions, each run again only where what it is made from has changed.

use super::Options;
use super::files::{Files, Found, Source, names};
use super::parts::{Part, Parts};
use crate::content::document::Document;
use crate::content::face::Face;
use crate::content::fields::Date;
use crate::content::fingerprint::fingerprint;
use crate::content::settings::SettingsDocument;
use crate::diagnostic::{Diagnostic, SitePath};
use crate::site::{self, Answer, DocId, Footing, Ground, Lookup, Prints, Site};
use crate::terms::{self, Glossary};
use crate::view::Matches;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// All documents by path, with what belongs to each by its number.
pub(super) struct Documents {
    pub(super) all: Vec<Arc<Document>>,
    pub(super) texts: Vec<Option<Arc<str>>>,
    pub(super) matches: Vec<Arc<Matches>>,
    pub(super) glossary: Vec<DocId>,
    pub(super) site: Arc<Site>,
    /// The fingerprint of all that the site was made from.
    pub(super) site_print: u128,
    /// The fingerprint of all that its structure was made from but for the titles, which decide order alone.
    pub(super) bones_print: u128,
}

/// Finds the terms in all documents and puts the documents together, as of a day and without some files.
pub(super) fn documents(
    options: &Options,
    files: &mut Files,
    settings: &SettingsDocument,
    (today, without): (Date, &BTreeSet<SitePath>),
    parts: &mut Parts,
    told: &mut Vec<Diagnostic>,
) -> Documents {
    let mut sources: Vec<&mut Source> =
        files.content.values_mut().filter(|source| source.document().is_some()).collect();
    let glossary = find_terms(&mut sources, parts);
    let known = |source: &Source| source.found.last().expect("terms were looked for").clone();
    let found: Vec<Found> = sources.iter().map(|source| known(source)).collect();
    let reads = || sources.iter().filter_map(|source| source.document());
    let all: Vec<Arc<Document>> = reads().map(|read| read.document.clone()).collect();
    let texts = sources.iter().map(|source| source.text()).collect();
    for read in reads().filter(|read| read.tells) {
        told.extend(read.document.told.iter().cloned());
    }
    let shape_prints: Vec<u128> = reads().map(|read| read.shape_print).collect();
    let prints: Vec<Prints> = sources.iter().filter_map(|source| source.prints()).collect();
    let each = |print: fn(&Prints) -> u128| prints.iter().map(print).collect::<Vec<_>>();
    let has_imprint = settings.settings.imprint.as_ref().is_some_and(|imprint| imprint.is_complete());
    let bones_print = fingerprint(&(
        each(|prints| prints.bones),
        each(|prints| prints.terms),
        (&settings.settings.menu, &settings.mentions, has_imprint),
        &*files.published,
        (today, options.drafts, without),
    ));
    let structure_print = fingerprint(&(bones_print, each(|prints| prints.title)));
    let shapes = || -> Vec<_> { all.iter().map(|document| document.shape.clone()).collect() };
    let (kept, lookups, relations) = (&mut parts.structure, &mut parts.lookup, &mut parts.relations);
    let footing = &mut parts.footing;
    let structure = kept.reuse(structure_print, || {
        let shapes = shapes();
        let terms: Vec<_> = found.iter().map(|found| found.definitions.clone()).collect();
        let input = site::Input {
            shapes: &shapes,
            prints: &prints,
            glossary: &glossary,
            terms: &terms,
            menu: &settings.settings.menu,
            settings_mentions: &settings.mentions,
            has_imprint,
            files: &files.published,
            today,
            drafts: options.drafts,
            left_out: without,
        };
        let before = footing.take();
        let mut difference = before.as_ref().and_then(|before| before.difference(&input));
        let lookup = lookups.reuse(fingerprint(&(each(|prints| prints.face), &*files.published)), || {
            let faces = shapes.iter().map(Face::of).collect();
            Part::new(match &difference {
                Some(difference) => Lookup::again(difference, faces, files.published.clone()),
                None => Lookup::new(faces, files.published.clone()),
            })
        });
        let ground = Ground::new(&input, lookup.value);
        difference = difference.and_then(|mut difference| difference.touch(&ground).then_some(difference));
        let answers = sources.par_iter_mut().with_min_len(64).enumerate().map(|(doc, source)| {
            let bones = prints[doc].bones;
            let known = difference
                .as_ref()
                .zip(before.as_ref())
                .and_then(|(difference, before)| Some((difference, source.answers.known(&(bones, before.print()))?)));
            source.answers.reuse((bones, ground.print()), || ground.answer(doc, known))
        });
        let answers: Vec<Answer> = answers.collect();
        if let Some(difference) = &mut difference {
            difference.name(&answers);
        }
        let (structure, mut told) =
            site::assemble(&ground, answers, relations.known(&bones_print), difference.as_ref());
        relations.reuse(bones_print, || structure.relations.clone());
        told.extend(lookup.told.iter().cloned());
        let part = Part::new((structure, told));
        *footing = Some(Footing::of(&ground, part.value.clone()));
        part
    });
    told.extend(structure.told.iter().cloned());
    let site_print = fingerprint(&(structure_print, &shape_prints));
    let site = parts.site.reuse(site_print, || Arc::new(Site::new(shapes(), structure.value)));
    let matches = found.into_iter().map(|found| found.matches).collect();
    Documents { all, texts, matches, glossary, site, site_print, bones_print }
}

/// Finds the terms in all documents; only changed texts are looked through, unless a name changed. The documents of
/// the glossary's definitions, by their index in it.
fn find_terms(sources: &mut [&mut Source], parts: &mut Parts) -> Vec<DocId> {
    let definitions = sources.iter().enumerate().filter_map(|(doc, source)| {
        let read = source.document()?;
        read.names_print.map(|print| (doc, print, &read.document))
    });
    let definitions: Vec<_> = definitions.collect();
    let prints: Vec<u128> = definitions.iter().map(|(_, print, _)| *print).collect();
    let print = fingerprint(&prints);
    let glossary = parts
        .glossary
        .reuse(print, || Arc::new(Glossary::new(definitions.iter().map(|(_, _, document)| names(document)))));
    let docs = definitions.iter().map(|(doc, ..)| *doc).collect();
    let key = |source: &Source| source.document().map(|read| (read.text_print, print));
    let stale: Vec<_> =
        sources.iter_mut().filter(|source| key(source).is_some_and(|key| !source.found.has(&key))).collect();
    stale.into_par_iter().with_min_len(8).for_each(|source| {
        let Some((read, key)) = source.document().zip(key(source)) else { return };
        let document = read.document.clone();
        source.found.reuse(key, || find(&document, &glossary));
    });
    docs
}

fn find(document: &Document, glossary: &Glossary) -> Found {
    let body = terms::find(&document.body, glossary);
    let sentence = document.sentence.as_ref().map(|sentence| terms::find(sentence, glossary)).unwrap_or_default();
    let mut definitions: Vec<u32> = vec![];
    for term in sentence.iter().chain(&body) {
        if !definitions.contains(&term.definition) {
            definitions.push(term.definition);
        }
    }
    Found {
        print: fingerprint(&definitions),
        definitions: definitions.into(),
        matches: Arc::new(Matches { body, sentence }),
    }
}
