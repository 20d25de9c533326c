//! An edition to a folder: staged beside it, exchanged in one step, deleting only what Handbill wrote.
