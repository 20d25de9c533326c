//! An edition to browsers: the preview, on this machine or in its network. It publishes nothing.
//!
//! [`http`] speaks with browsers and asks an [`Answers`] what to say; it knows nothing of sites. [`lan`] finds the way
//! from a phone to this machine. [`Engine`] makes a new moment of every change, and [`Preview`] answers from the newest.

mod answer;
mod assets;
mod earlier;
pub mod editor;
mod engine;
pub mod http;
pub mod lan;
mod made;
mod moment;
mod news;
pub mod overview;
pub mod own_pages;
mod preview;
mod remembered;
pub mod ribbon;
mod rows;
mod status;

pub use answer::{Answer, Answers, Body, Request};
pub use engine::{Engine, Looked};
pub use preview::Preview;
