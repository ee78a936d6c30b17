//! What follows from the records and today, and is never stored: whose a record is, last touch, what is open, what is
//! late, who holds the ball, what needs the manager now.

pub mod agreements;
pub mod alike;
pub mod budget;
pub mod cadence;
pub mod fields;
pub mod hands;
pub mod health;
pub mod heat;
mod index;
pub mod load;
pub mod month;
pub mod plan;
pub mod promise;
pub mod push;
pub mod reports;
mod tasks;
pub mod terms;
mod timeline;
pub mod today;
pub mod waiting;

pub use fields::is_open;
pub use tasks::{is_late, open_tasks, progress, tasks_of};
pub use timeline::{
    client_of, clients_of, last_touch, moment_of, people_count, people_of, timeline, touches_by_week,
};

use chrono::{NaiveDate, TimeDelta};

/// Calendar days from one day to another; below 0 when `to` lies before `from`.
pub(in crate::domain) fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// The day so many days after `date`; the last (or first) day of the calendar when that lies beyond it.
pub(in crate::domain) fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    let beyond = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    TimeDelta::try_days(days).and_then(|d| date.checked_add_signed(d)).unwrap_or(beyond)
}
