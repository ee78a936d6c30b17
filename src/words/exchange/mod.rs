//! What is said of files from elsewhere: what is in them, what was not taken, and what is to be looked at.

pub mod of_cards;
pub mod of_rows;
pub mod of_tables;
pub mod of_templates;
