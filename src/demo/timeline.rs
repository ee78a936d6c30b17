//! Two years of calls, meetings, mails, visits and messages; feedback and decisions.

use super::people::{called, client_name, of_client, of_department};
use super::projects::{shifted, teammate};
use super::requests::{department_name, steps};
use super::table::{Row, rows};
use super::world::World;
use crate::domain::{
    ClientId, ContactId, Interaction, Kind, Links, Milestone, Moment, Project, ProjectId, Record, Ref,
    Request, RequestId, Touch,
};
use std::collections::HashMap;

/// How far back the timeline goes, in days.
const PAST: i64 = 730;

/// What somebody said or decided.
pub(super) fn voices(world: &mut World) {
    let at = |w: &mut World, row: &Row| {
        let days: i64 = row.cell("on").trim_matches(['-', 'd']).parse().unwrap_or(5);
        w.moment(days)
    };
    world.load(Kind::Feedback, include_str!("data/feedback.txt"), at);
    world.load(Kind::Decision, include_str!("data/decisions.txt"), at);
}

/// Everything that happened.
pub(super) fn all(world: &mut World) {
    let mut teller = Teller { pools: pools(), bags: HashMap::new() };
    let clients: Vec<(Ref, Row)> = rows(include_str!("data/clients.txt"))
        .into_iter()
        .filter_map(|row| Some((world.find(Kind::Client, row.cell("name"))?, row)))
        .collect();
    for (client, row) in &clients {
        let quiet = row.number("@quiet");
        rhythm(world, &mut teller, *client, row);
        around_projects(world, &mut teller, *client, quiet);
        around_requests(world, &mut teller, *client, quiet);
    }
}

/// The sentences, and which of them a client has heard lately.
struct Teller {
    pools: HashMap<&'static str, Vec<Row<'static>>>,
    /// What is left of a shuffled pool; nothing comes twice before everything came once.
    bags: HashMap<(Ref, &'static str), Vec<usize>>,
}

fn pools() -> HashMap<&'static str, Vec<Row<'static>>> {
    let mut out: HashMap<&str, Vec<Row>> = HashMap::new();
    for row in rows(include_str!("data/touches.txt")) {
        out.entry(row.cell("pool")).or_default().push(row);
    }
    out
}

impl Teller {
    fn next(&mut self, world: &mut World, client: Ref, pool: &'static str) -> Option<Row<'static>> {
        let rows = self.pools.get(pool)?;
        let bag = self.bags.entry((client, pool)).or_default();
        if bag.is_empty() {
            bag.extend(0..rows.len());
            world.rng.shuffle(bag);
        }
        bag.pop().and_then(|at| rows.get(at)).cloned()
    }
}

/// What a touch is about.
#[derive(Clone, Copy, Default)]
struct About<'a> {
    who: Option<Ref>,
    project: Option<&'a Project>,
    milestone: &'a str,
    request: Option<&'a Request>,
}

/// Being in touch as such: steps back from the last touch, at about the pace of the client.
fn rhythm(world: &mut World, teller: &mut Teller, client: Ref, row: &Row) {
    // Projects and requests bring touches of their own: the rest of the pace is left for this.
    let (every, since) = (row.number("@every") * 8 / 5, row.number("@since").min(PAST));
    let pools: &[&'static str] = match (row.cell("status"), row.cell("languages")) {
        ("prospective", _) => &["pilot", "rhythm"],
        ("dormant" | "former", _) => &["quiet", "rhythm"],
        (_, "el") => &["greek", "greek", "rhythm"],
        (_, languages) if languages.starts_with("ja") => &["japan", "japan", "rhythm"],
        _ => &["rhythm"],
    };
    let mut days = row.number("@quiet");
    let mut first = true;
    while days < since {
        let pool = world.pick(pools).unwrap_or("rhythm");
        if let Some(mut template) = teller.next(world, client, pool) {
            // The last touch must be one that counts.
            while first && template.cell("touch") == "note" {
                let Some(other) = teller.next(world, client, pool) else { break };
                template = other;
            }
            let at = world.moment(days);
            tell(world, &template, client, at, &About::default());
            first = false;
        }
        days += world.rng.i64((every / 2).max(1)..(every * 3 / 2).max(3));
    }
}

fn around_projects(world: &mut World, teller: &mut Teller, client: Ref, quiet: i64) {
    let kinds: HashMap<&str, &'static str> =
        super::projects::table().iter().map(|r| (r.cell("name"), r.cell("@kind"))).collect();
    let of_client = |p: &&Project| p.client.0.map(Ref::from) == Some(client);
    let projects: Vec<Project> = world.all(Project::of).filter(of_client).cloned().collect();
    for project in &projects {
        let reached: Vec<Milestone> =
            world.all(Milestone::of).filter(|m| m.project.0 == Some(project.id)).cloned().collect();
        for milestone in reached {
            let Some(date) = milestone.done_on else { continue };
            for pool in ["milestone", kinds.get(project.name.as_str()).copied().unwrap_or("milestone")] {
                let off = if pool == "milestone" { world.rng.i64(-2..=1) } else { world.rng.i64(-9..=-1) };
                let minutes = world.rng.i64(9 * 60..17 * 60);
                let at = world.at(shifted(date, off), minutes);
                let about = About { project: Some(project), milestone: &milestone.name, ..About::default() };
                let long_ago = at.date() <= world.calendar_day(-quiet);
                if let Some(template) = teller.next(world, client, pool).filter(|_| long_ago) {
                    tell(world, &template, client, at, &about);
                }
            }
        }
    }
}

fn around_requests(world: &mut World, teller: &mut Teller, client: Ref, quiet: i64) {
    let of_client = |r: &&Request| r.client.0.map(Ref::from) == Some(client);
    let requests: Vec<Request> = world.all(Request::of).filter(of_client).cloned().collect();
    for request in &requests {
        let about =
            About { who: request.asked_by.0.map(Ref::from), request: Some(request), ..About::default() };
        let there = request.contact.0.map(Ref::from);
        for (at, pool) in steps(request) {
            // Passing it on is a word with the department, not with the client.
            let about = About { who: if pool == "routed" { there } else { about.who }, ..about };
            let long_ago = at.date() <= world.calendar_day(-quiet) && at <= world.now;
            if let Some(template) = teller.next(world, client, pool).filter(|_| long_ago) {
                tell(world, &template, client, at, &about);
            }
        }
    }
}

/// Writes one touch down.
fn tell(world: &mut World, template: &Row, client: Ref, at: Moment, about: &About) {
    let people = of_client(world, client);
    // The first of the table are spoken with most.
    let likely = people.get(..people.len().div_ceil(2)).unwrap_or_default();
    let often = if world.chance(65) { world.pick(likely) } else { world.pick(&people) };
    let Some(who) = about.who.or(often) else { return };
    let others: Vec<Ref> = people.into_iter().filter(|p| *p != who).collect();
    let Some(other) = world.pick(&others) else { return };
    let ours = ours(world, about);
    let fill =
        |world: &World, text: &str| filled(world, text, client, [who, other, ours.unwrap_or(who)], about);
    let mut touch = Interaction::new(world.id(at), at);
    touch.at = at;
    touch.summary = fill(world, template.cell("summary"));
    fill(world, template.cell("text")).replace("\\n", "\n").trim().clone_into(&mut touch.text);
    touch.people = Links(vec![ContactId(who.id)]);
    touch.clients = Links(vec![ClientId(client.id)]);
    touch.projects = Links(about.project.map(|p| p.id).into_iter().collect::<Vec<ProjectId>>());
    touch.requests = Links(about.request.map(|r| r.id).into_iter().collect::<Vec<RequestId>>());
    let id = world.add(touch);
    for field in ["touch", "direction", "minutes", "mood"] {
        let read = Kind::Interaction
            .field(field)
            .map(|f| crate::domain::parse::read(&f.kind, template.cell(field), at));
        if let Some(Ok(value)) = read {
            world.set(id, field, value);
        }
    }
    gathering(world, id, &others, [Some(other), ours.filter(|_| template.cell("summary").contains("{us}"))]);
}

/// A meeting has more people than one, and mostly a report that went out afterwards.
fn gathering(world: &mut World, id: Ref, others: &[Ref], named: [Option<Ref>; 2]) {
    let Some(mut touch) = world.get(id).and_then(Interaction::of).cloned() else { return };
    if !matches!(touch.touch, Touch::Meeting | Touch::Visit) {
        return;
    }
    let mut guests: Vec<Ref> = named.into_iter().flatten().collect();
    if world.chance(40) {
        guests.extend(world.pick(others));
    }
    for guest in guests {
        if !touch.people.0.contains(&ContactId(guest.id)) {
            touch.people.0.push(ContactId(guest.id));
        }
    }
    let old = touch.at.date() < world.calendar_day(-14);
    if touch.touch == Touch::Meeting && world.chance(if old { 88 } else { 35 }) {
        let days = world.rng.i64(1..4);
        touch.report_sent = Some(shifted(touch.at.date(), days).min(world.today));
    }
    touch.minutes = touch.minutes.map(|m| m + world.rng.i64(0..4) * 5);
    if let Some(place) = world.get_mut(id) {
        *place = Record::Interaction(touch);
    }
}

/// The one of our side a touch may name.
fn ours(world: &mut World, about: &About) -> Option<Ref> {
    let departments = ["Design", "Development", "Production", "Marketing"];
    let name = world.pick(&departments)?;
    let department = world.find(Kind::Department, name)?;
    let of_team = about.project.and_then(|p| teammate(world, p.id.into(), department));
    let people = of_department(world, department);
    about.request.and_then(|r| r.contact.0).map(Ref::from).or(of_team).or_else(|| world.pick(&people))
}

fn filled(world: &World, text: &str, client: Ref, people: [Ref; 3], about: &About) -> String {
    let [who, other, ours] = people.map(|id| world.get(id).map(called).unwrap_or_default());
    let request = about.request;
    let promised =
        request.and_then(|r| r.promised).map(|d| d.format("%a %-d %b").to_string()).unwrap_or_default();
    let known = [
        ("{who}", who),
        ("{other}", other),
        ("{us}", ours),
        ("{client}", client_name(world, client)),
        ("{project}", about.project.map(|p| p.name.clone()).unwrap_or_default()),
        ("{milestone}", about.milestone.to_owned()),
        ("{request}", request.map(|r| r.title.clone()).unwrap_or_default()),
        ("{detail}", request.map(|r| r.detail.clone()).unwrap_or_default()),
        ("{outcome}", request.map(|r| r.outcome.clone()).unwrap_or_default()),
        ("{dept}", request.map(|r| department_name(world, r)).unwrap_or_default()),
        ("{when}", promised),
    ];
    known.iter().fold(text.to_owned(), |text, (slot, words)| text.replace(slot, words))
}
