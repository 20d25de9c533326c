//! Handbill turns a folder of Markdown about organising into a website: files in, pages out, in stages that are plain functions.
//!
//! ```text
//! source::Folder ─▶ content::parse ─▶ site::assemble ─▶ plan ─▶ view ─▶ theme ─▶ publish
//! ```
//!
//! `ARCHITECTURE.md` says what each stage is and who may use whom; `tests/layers.rs` holds it.

pub mod cli;
pub mod commands;
pub mod content;
pub mod diagnostic;
pub mod explain;
pub mod export;
pub mod finish;
pub mod lint;
#[cfg(feature = "external")]
pub mod outside;
pub mod plan;
pub mod publish;
pub mod serve;
pub mod session;
pub mod site;
pub mod source;
pub mod terms;
pub mod theme;
pub mod view;
