//! `syndeo`
fn main() {}
