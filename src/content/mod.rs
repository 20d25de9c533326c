//! What one file says: front matter, kinds and Markdown, read from that file alone.

pub mod at;
mod bones;
pub mod bytes;
mod children;
pub mod data;
pub mod document;
pub mod face;
pub mod fields;
mod findable;
pub mod fingerprint;
pub mod front_texts;
mod homes;
mod initials;
pub mod kinds;
pub mod markdown;
pub mod names;
mod not_to_publish;
mod phones;
pub mod pieces;
pub mod place;
mod said_changed;
pub mod settings;
pub mod slug;
mod split;
mod table;
mod typed;
pub mod yaml;
