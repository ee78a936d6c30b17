//! The own company, and the contracts with clients.

use super::table::{Row, rows};
use super::world::World;
use crate::domain::text::{fold, latin};
use crate::domain::{Agreement, Calendar, Contact, Kind, Labelled, Playbook, Record, Ref, Value, playbook};

/// Days for which the house has been using the book.
const HOUSE_AGE: i64 = 1_500;

/// Departments, the people in them, and the days they are away.
pub(super) fn departments(world: &mut World) {
    let departments =
        world.load(Kind::Department, include_str!("data/departments.txt"), |w, _| w.moment(HOUSE_AGE));
    let staff = world.load(Kind::Contact, include_str!("data/staff.txt"), |w, _| w.moment(HOUSE_AGE - 1));
    for (nth, (id, _)) in (10..).zip(&staff) {
        let mail = world.get(*id).map(|r| local_part(r, "")).unwrap_or_default();
        world.set(*id, "mails", labelled(&[("work", format!("{mail}@meridian.example"))]));
        let mobile = format!("+30 694 55501{nth}");
        world.set(*id, "phones", labelled(&[("desk", format!("+30 210 55502{nth}")), ("mobile", mobile)]));
    }
    for (id, _) in departments {
        // The first of a department leads it.
        let lead = world.all(Contact::of).find(|c| c.department.0.map(Ref::from) == Some(id)).map(|c| c.id);
        world.set(id, "lead", lead.map_or(Value::Empty, |lead| Value::One(lead.into())));
    }
    world.load(Kind::Absence, include_str!("data/absences.txt"), |w, _| w.moment(80));
}

/// Agreements and what they oblige to.
pub(super) fn agreements(world: &mut World) {
    let all = world.load(Kind::Agreement, include_str!("data/agreements.txt"), |w, row| {
        // "-1440d": written down a little before it was signed; a draft two weeks ago.
        let days: i64 = row.cell("signed").trim_matches(['-', 'd']).parse().unwrap_or(14);
        w.moment(days + 1)
    });
    for (id, row) in all {
        world.call(id, format!("{} / {}", row.cell("client"), row.cell("title")));
        let papers =
            format!("agreements/{}.pdf", file_name(&format!("{} {}", row.cell("client"), row.cell("title"))));
        if world.get(id).and_then(Agreement::of).is_some_and(|a| a.signed.is_some()) {
            world.set(id, "file", Value::Text(papers));
        }
    }
    world.load(Kind::Obligation, include_str!("data/obligations.txt"), |w, _| w.moment(75));
}

/// What projects of a kind begin with: a name and what it is for in one line, the steps below it.
pub(super) fn playbooks(world: &mut World) {
    for block in include_str!("data/playbooks.txt").split("\n\n") {
        let Some(((name, about), steps)) =
            block.split_once('\n').and_then(|(h, s)| Some((h.split_once(": ")?, s)))
        else {
            world.complaints.push(format!("no playbook: {block}"));
            continue;
        };
        let at = world.moment(HOUSE_AGE - 30);
        let mut playbook = Playbook::new(world.id(at), at);
        (playbook.name, playbook.about) = (name.into(), about.into());
        playbook.steps = steps.trim_end().into();
        world.complaints.extend(playbook::steps(steps).err().map(|error| error.to_string()));
        world.add(playbook);
    }
}

/// The holidays that come on the same day every year, and the weekend.
pub(super) fn calendar(world: &mut World) {
    let at = world.moment(HOUSE_AGE - 31);
    let mut calendar = Calendar::new(world.id(at), at);
    (calendar.name, calendar.country) = ("Greece".into(), "GR".into());
    calendar.days = include_str!("data/holidays.txt").trim_end().into();
    world.add(calendar);
}

/// What the house knows of its clients that no field is there for: the fields, and what stands in them; `-30d` is a day.
pub(super) fn custom_fields(world: &mut World) {
    let created = |world: &mut World, _: &Row<'_>| world.moment(HOUSE_AGE - 32);
    world.load(Kind::CustomField, include_str!("data/custom_fields.txt"), created);
    for row in rows(include_str!("data/custom_values.txt")) {
        let value = row.cell("value");
        let day = value.strip_suffix('d').and_then(|days| days.parse().ok()).map(|days| world.day(days));
        let value = day.map_or_else(|| value.to_owned(), |day| day.to_string());
        let pair = Labelled { label: row.cell("field").to_owned(), value };
        let client = world.find(Kind::Client, row.cell("client"));
        let pairs = client.and_then(|id| world.get_mut(id)).and_then(Record::pairs_mut);
        match pairs {
            Some(pairs) => pairs.push(pair),
            None => world.complaints.push(format!("no client {} to write into", row.cell("client"))),
        }
    }
}

/// Texts, each with its label.
pub(super) fn labelled(pairs: &[(&str, String)]) -> Value {
    let one = |(label, value): &(&str, String)| Labelled { label: (*label).to_owned(), value: value.clone() };
    Value::Labelled(pairs.iter().map(one).collect())
}

/// What stands before the @ of somebody's address.
pub(super) fn local_part(record: &Record, given: &str) -> String {
    if !given.is_empty() {
        return given.to_owned();
    }
    let Some(contact) = Contact::of(record) else { return String::new() };
    format!("{}.{}", file_name(&contact.first_name), file_name(&contact.last_name))
}

/// A name in small Latin letters, as addresses and file names want them.
fn file_name(name: &str) -> String {
    let folded = fold(name);
    let plain = latin(&folded).unwrap_or(folded);
    let joined: Vec<&str> =
        plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()).collect();
    joined.join("-")
}
