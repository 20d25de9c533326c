//! Definitions found in running text.
