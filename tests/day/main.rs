//! The rules of the account manager's day: who holds the ball, who waits, silence, agreements, health, Today, load,
//! plans. Everything from outside, as functions of a book and a day.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests print and measure")]

mod agreements;
mod ahead;
mod ball;
mod course;
mod demo;
mod derived;
mod hands;
mod health;
mod heat;
mod held;
mod holders;
mod laws;
mod limits;
mod made;
mod manual;
mod month;
mod naive;
mod naive_today;
mod plan;
mod promises;
mod push;
mod reports;
mod silence;
mod terms;
mod today;
mod unsorted;
mod ways;
mod work;
