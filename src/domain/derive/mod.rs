//! What follows from the records and today, and is never stored: whose a record is, last touch, what is open, what is late.

mod tasks;
mod timeline;

pub use tasks::{is_late, open_tasks, progress, tasks_of};
pub use timeline::{client_of, clients_of, last_touch, moment_of, people_count, people_of, timeline};
