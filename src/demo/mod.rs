//! A sample book: two years in the life of the account manager of a mid-sized agency, with 18 clients, eight
//! departments, and something to look at on every screen.
//!
//! What people said and did lies as text in the tables under `data/`; columns bear the stable names of fields, and a
//! column with `@` before it is read by the code here. All dates are relative to the day it is made for, and the same
//! moment gives the same book, byte for byte: tests, screenshots and reports of errors can rely on it.

mod house;
mod people;
mod projects;
mod requests;
mod table;
mod timeline;
mod work;
mod world;

use crate::domain::{Moment, Record};

/// Every record of the sample book as it stands at `now`; what points at a record comes after it wherever that can be.
pub fn book(now: Moment) -> Vec<Record> {
    let mut records = build(now).finish();
    for record in records.iter_mut().filter(|record| record.lacks_promised_days()) {
        record.set_promised_days(record.promised_days());
    }
    records
}

fn build(now: Moment) -> world::World {
    let mut world = world::World::new(now);
    house::departments(&mut world);
    people::clients(&mut world);
    projects::all(&mut world);
    work::all(&mut world);
    requests::all(&mut world);
    house::agreements(&mut world);
    timeline::voices(&mut world);
    timeline::all(&mut world);
    house::playbooks(&mut world);
    house::calendar(&mut world);
    house::custom_fields(&mut world);
    world
}

#[cfg(test)]
mod tests;
