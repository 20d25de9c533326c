//! What one file says: front matter, kinds and Markdown, read from that file alone.

pub mod at;
mod bones;
pub mod bytes;
pub mod data;
pub mod document;
pub mod face;
pub mod fields;
pub mod fingerprint;
pub mod kinds;
pub mod markdown;
mod names;
pub mod place;
pub mod settings;
pub mod slug;
mod split;
mod table;
pub mod yaml;
