//! What the command line says. What it prints for programs, JSON and names of fields, stays English.

pub mod calls;
pub mod examples;
pub mod examples_doing;
pub mod fields;
pub mod heads;
pub mod keeping;
pub mod moving;
pub mod person;
pub mod reading;
