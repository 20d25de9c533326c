//! How each document becomes a card.

use super::kinds::ActionView;
use super::scene::{Scene, day, text};
use super::{Card, CardKind, LinkView, campaigns, documents};
use crate::content::at::At;
use crate::content::kinds::{Content, InlineQuote, KindName, Quote};
use crate::site::DocId;
use tera::Value;

impl Card {
    /// The card of a published document.
    pub(super) fn of(scene: &Scene, doc: DocId) -> Self {
        let shape = scene.shape(doc);
        let mut card = Self {
            title: shape.title.value.clone(),
            href: Some(scene.href(scene.site.address(doc))),
            summary: shape.summary(),
            date: day(shape.common.date.as_ref()),
            image: scene.image(doc, shape.common.image.as_ref()),
            sensitive: shape.common.sensitive,
            ..Self::empty(kind(shape.standing.kind))
        };
        card.fill(scene, doc, &shape.content);
        card
    }

    fn fill(&mut self, scene: &Scene, doc: DocId, content: &Content) {
        match content {
            Content::Page(_) | Content::PrincipleSet(_) => {}
            Content::Campaign(campaign) => {
                self.status = Some(campaign.status.word());
                self.route = Some(campaign.route.word());
                self.place = campaign.place.as_ref().map(|place| place.text());
                self.ask = text(campaign.ask.as_ref());
                self.deadline = campaign.deadline.as_ref().map(|deadline| deadline.date.value.to_string());
                self.deadline_what = campaign.deadline.as_ref().and_then(|deadline| text(deadline.what.as_ref()));
                self.action = campaigns::main_action(scene, doc, campaign);
            }
            Content::Story(story) => {
                self.who = story.who.as_ref().and_then(|who| who.shown());
                self.name_changed = documents::name_changed(story);
                self.place = story.place.as_ref().map(|place| place.text());
                self.text = text(story.what_changed.as_ref());
            }
            Content::Principle(principle) => {
                self.text = text(principle.statement.as_ref());
                self.number = documents::number(scene, doc);
            }
            Content::Definition(definition) => {
                self.text = Some(definition.definition.value.clone());
                self.plain = text(definition.plain.as_ref());
                self.status = definition.status.as_ref().map(|status| status.word());
            }
            Content::Quote(quote) => {
                self.title = String::new();
                self.summary = None;
                self.quote(quote);
                self.text = text(quote.text.as_ref()).or_else(|| Some(plain_text(scene.documents[doc].body.html())));
            }
            Content::Person(person) => self.role = Some(person.role.value.clone()),
            Content::Resource(resource) => {
                self.resource = Some(resource.kind.word());
                self.length = text(resource.length.as_ref());
                self.parts = text(resource.parts.as_ref());
                self.free_modules = resource
                    .modules
                    .iter()
                    .filter(|module| module.free)
                    .map(|module| module.title.value.clone())
                    .collect();
                self.button = documents::button(scene, doc, resource);
            }
            Content::Action(action) => {
                let title = scene.shape(doc).title.value.clone();
                let id = scene.site.address(doc).rsplit('#').next().unwrap_or_default().to_owned();
                self.action = Some(ActionView::of(scene, doc, &title, action, &id));
            }
        }
    }

    fn quote(&mut self, quote: &Quote) {
        self.who = Some(quote.by.value.clone());
        self.role = text(quote.role.as_ref());
        self.organisation = text(quote.organisation.as_ref());
    }

    /// The card of a quote that is written inline in a document, if consent allows it.
    pub(super) fn of_inline(scene: &Scene, doc: DocId, quote: &At<InlineQuote>) -> Option<Value> {
        if crate::site::consent_withholds(&quote.quote.consent, scene.site.today).is_some() {
            return None;
        }
        let mut card = Self {
            date: day(quote.date.as_ref()),
            image: scene.image(doc, quote.image.as_ref()),
            ..Self::empty(CardKind::Quote)
        };
        card.quote(&quote.quote);
        card.text = Some(quote.text.value.clone());
        Some(Value::from_serializable(&card))
    }

    fn empty(kind: CardKind) -> Self {
        Self {
            kind,
            title: String::new(),
            href: None,
            summary: None,
            date: None,
            image: None,
            sensitive: false,
            status: None,
            route: None,
            place: None,
            ask: None,
            deadline: None,
            deadline_what: None,
            action: None,
            who: None,
            name_changed: false,
            role: None,
            organisation: None,
            text: None,
            number: None,
            plain: None,
            resource: None,
            length: None,
            parts: None,
            free_modules: vec![],
            button: None::<LinkView>,
        }
    }
}

fn kind(name: KindName) -> CardKind {
    match name {
        KindName::Page => CardKind::Page,
        KindName::PrincipleSet => CardKind::PrincipleSet,
        KindName::Principle => CardKind::Principle,
        KindName::Campaign => CardKind::Campaign,
        KindName::Story => CardKind::Story,
        KindName::Definition => CardKind::Definition,
        KindName::Quote => CardKind::Quote,
        KindName::Person => CardKind::Person,
        KindName::Resource => CardKind::Resource,
        KindName::Action => CardKind::Action,
    }
}

/// The words of compiled Markdown, without its markup: a quote's words are shown in a form of their own.
fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut in_tag = false;
    for c in html.replace("</p>", "\n\n</p>").chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(c),
            _ => {}
        }
    }
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
    text.trim().to_owned()
}
