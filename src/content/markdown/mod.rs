//! Markdown of one document: compiled once to HTML with holes, filled when a page is made.
