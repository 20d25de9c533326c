//! What one file says: front matter, kinds and Markdown, read from that file alone.

pub mod at;
pub mod markdown;
pub mod slug;
