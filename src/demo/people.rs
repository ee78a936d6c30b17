//! Clients and their people.

use super::house::{labelled, local_part};
use super::world::World;
use crate::domain::{Client, Kind, Record, Ref, Value};

/// Clients, then their people.
pub(super) fn clients(world: &mut World) {
    let clients =
        world.load(Kind::Client, include_str!("data/clients.txt"), |w, row| w.moment(row.number("@since")));
    for (nth, (id, row)) in (100..).zip(&clients) {
        let host = host(row.cell("web"));
        world.set(*id, "mails", labelled(&[("office", format!("office@{host}"))]));
        world.set(*id, "phones", labelled(&[("switchboard", format!("{} {nth}", row.cell("@phone")))]));
        world.set(*id, "links", Value::Words(vec![format!("clients/{host}/brand-guide.pdf")]));
    }
    let people = world.load(Kind::Contact, include_str!("data/people.txt"), |w, row| {
        let client = clients.iter().find(|(_, c)| c.cell("name") == row.cell("client"));
        let since = client.map_or(90, |(_, c)| c.number("@since"));
        let met = w.rng.i64(since / 3..since.max(2));
        w.moment(met)
    });
    for (nth, (id, row)) in (10..).zip(&people) {
        let client = clients.iter().find(|(_, c)| c.cell("name") == row.cell("client"));
        let Some((_, client)) = client else { continue };
        let local = world.get(*id).map(|r| local_part(r, row.cell("@mail"))).unwrap_or_default();
        world.set(*id, "mails", labelled(&[("work", format!("{local}@{}", host(client.cell("web"))))]));
        let (desk, mobile) = (client.cell("@phone"), country_code(client.cell("@phone")));
        let mut phones = vec![("desk", format!("{desk} 3{nth}"))];
        if world.chance(70) {
            phones.push(("mobile", format!("{mobile} 690 555 0{nth}")));
        }
        world.set(*id, "phones", labelled(&phones));
    }
}

fn host(web: &str) -> &str {
    web.trim_start_matches("https://")
}

fn country_code(phone: &str) -> &str {
    phone.split(' ').next().unwrap_or_default()
}

/// The people of a client, in the order of the table: the first is the one we speak with most.
pub(super) fn of_client(world: &World, client: Ref) -> Vec<Ref> {
    let belongs = |c: &&crate::domain::Contact| c.client.0.map(Ref::from) == Some(client);
    world.all(crate::domain::Contact::of).filter(belongs).map(|c| c.id.into()).collect()
}

/// The people of a department, its head first.
pub(super) fn of_department(world: &World, department: Ref) -> Vec<Ref> {
    let belongs = |c: &&crate::domain::Contact| c.department.0.map(Ref::from) == Some(department);
    world.all(crate::domain::Contact::of).filter(belongs).map(|c| c.id.into()).collect()
}

/// How somebody is called in a report: by the given name, in Japan by the family name.
pub(super) fn called(record: &Record) -> String {
    let Record::Contact(contact) = record else { return record.title() };
    let japanese =
        contact.last_name.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'));
    if japanese { format!("{}さん", contact.last_name) } else { contact.first_name.clone() }
}

/// What a client is called, for texts.
pub(super) fn client_name(world: &World, client: Ref) -> String {
    world.get(client).and_then(Client::of).map(|c| c.name.clone()).unwrap_or_default()
}
