//! Parts that several sheets and lists share: a row for a task, a status in its tone, a promise against what is expected.

pub use crate::app::day_cells::{due_cell, notice_cell, notice_day, project_end, promise_cell};

use crate::app::command::Command;
use crate::app::ctx::Ctx;
use crate::app::day_cells::end_of;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::app::lists::spec::SortKey;
use crate::domain::derive;
use crate::domain::derive::cadence::{Cadence, CadenceState};
use crate::domain::derive::fields::Derived;
use crate::domain::derive::hands;
use crate::domain::derive::health::Health;
use crate::domain::{
    Attitude, Channel, Contact, DecisionKind, Field, Holder, Kind, Labelled, Milestone, Project,
    ProjectStatus, Record, Ref, Request, RequestStatus, StakeRole, Task, TaskStatus, Type, Value,
};
use crate::words::order;
use crate::words::{self, dates, lists as said};
use chrono::NaiveDate;

/// A number of rows as what a list is sorted by.
pub fn by_count(count: usize) -> SortKey {
    SortKey::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A day as what a list is sorted by.
pub fn by_date(date: Option<NaiveDate>) -> SortKey {
    date.map_or(SortKey::None, |d| SortKey::Number(i64::from(chrono::Datelike::num_days_from_ce(&d))))
}

/// A derived field of a record as what a list is sorted by.
pub fn by(ctx: Ctx<'_>, id: Ref, row: &Derived) -> SortKey {
    match ctx.get(id).map(|record| row.read(ctx.book, ctx.now, record)) {
        Some(Value::Whole(n)) => SortKey::Number(n),
        Some(Value::Choice(code)) => SortKey::Number(i64::from(code)),
        Some(Value::Yes) => SortKey::Number(1),
        Some(Value::Moment(at)) => SortKey::Number(at.utc_ms),
        Some(Value::Date(day)) => by_date(Some(day)),
        Some(Value::Text(text)) => SortKey::Text(order::name(&text)),
        _ => SortKey::None,
    }
}

/// How many tasks and requests are open around a record, with a mark when one is late.
pub fn open_count(ctx: Ctx<'_>, id: Ref) -> Cell {
    let tasks = derive::open_tasks(ctx.book, id);
    let all = tasks.len() + open_requests(ctx, id).len();
    let late = tasks.iter().any(|t| derive::is_late(t, ctx.today()));
    match (all, late) {
        (0, _) => Cell::muted("-"),
        (n, true) => Cell::marked(n.to_string(), Tone::Alarm),
        (n, false) => Cell::plain(n.to_string()),
    }
}

/// The requests that point at a record and are not closed, oldest first.
pub fn open_requests(ctx: Ctx<'_>, id: Ref) -> Vec<&Request> {
    let mut all: Vec<&Request> = ctx
        .book
        .backlinks(id, Kind::Request)
        .filter_map(Request::of)
        .filter(|r| r.status.is_open())
        .collect();
    all.sort_by_key(|r| (r.received, r.no));
    all
}

/// A project's status in its tone.
pub fn project_status(status: ProjectStatus) -> Cell {
    let tone = match status {
        ProjectStatus::OnHold => Tone::Warning,
        ProjectStatus::Active | ProjectStatus::Planned => Tone::Plain,
        ProjectStatus::Done | ProjectStatus::Cancelled => Tone::Muted,
    };
    Cell::new(words::chosen(status), tone)
}

/// "62 ▼": a score with where it went in thirty days.
pub fn health_words(health: &Health) -> String {
    let trend = match health.trend {
        Some(..=-10) => " ▼",
        Some(10..) => " ▲",
        _ => "  ",
    };
    format!("{}{trend}", health.score)
}

/// The day by which somebody should hear from us; from then on the days that are left before the alarm, or late.
pub fn cadence_cell(ctx: Ctx<'_>, cadence: &Cadence) -> Cell {
    let tone = match cadence.state {
        CadenceState::Late => Tone::Alarm,
        CadenceState::Soon => Tone::Warning,
        CadenceState::Fine => Tone::Plain,
    };
    let text = match cadence.state {
        CadenceState::Fine => dates::due(cadence.due, ctx.today()),
        CadenceState::Soon if cadence.days == 0 => dates::today().into(),
        CadenceState::Soon => said::days_left(cadence.days),
        CadenceState::Late => dates::late(cadence.days),
    };
    Cell::marked(text, tone)
}

/// A request's status in its tone: what is done but not told still needs us.
pub fn request_status(status: RequestStatus) -> Cell {
    let tone = match status {
        RequestStatus::Done => Tone::Warning,
        RequestStatus::Asked | RequestStatus::Routed | RequestStatus::Promised => Tone::Plain,
        RequestStatus::Told | RequestStatus::Declined => Tone::Muted,
    };
    Cell::new(words::chosen(status), tone)
}

/// `▰▰▰▱▱ 3/5`
pub fn bar(done: usize, all: usize) -> String {
    if all == 0 { String::new() } else { format!("{} {done}/{all}", blocks(done, all)) }
}

/// `▰▰▰▱▱`
pub fn blocks(done: usize, all: usize) -> String {
    const WIDE: usize = 6;
    let full = (done * WIDE).div_ceil(all.max(1)).min(WIDE);
    format!("{}{}", "▰".repeat(full), "▱".repeat(WIDE - full))
}

/// What kind of thing happened, in a word.
pub fn happening(record: &Record) -> Cell {
    match record {
        Record::Interaction(i) => Cell::plain(words::chosen(i.touch)),
        Record::Feedback(_) => Cell::plain(said::feedback()),
        // One word: a longer one would take the room of what was decided.
        Record::Decision(d) => Cell::plain(match d.sort {
            DecisionKind::ChangeOfScope => said::scope(),
            DecisionKind::Decision | DecisionKind::Approval => words::chosen(d.sort),
        }),
        _ => Cell::plain(words::kind(record.kind())),
    }
}

/// Who has a task that is open, who did it when it is closed; or us.
pub fn assignee(ctx: Ctx<'_>, task: &Task) -> Cell {
    match ctx.get(task.id).and_then(hands::holder_now).map(|hand| hand.holder) {
        Some(Holder::Us) => Cell::muted(said::us()),
        Some(holder) => Cell::plain(words::holder(&holder, &|id| ctx.name(id))),
        None => task.assignee.0.map_or(Cell::muted(said::us()), |c| Cell::plain(ctx.name(c))),
    }
}

/// What a row for a task says beside the task; what stands above the row goes without saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Who has it.
    Assignee,
    /// Which client it is for.
    Client,
    /// Both, on the page of somebody: that they have it goes without saying.
    Both(Ref),
}

/// A row for a task. As in every row, what matters most stands first: where there is no room, the last column goes.
/// Mark, number, priority, title, due, who, client.
pub fn task_row(ctx: Ctx<'_>, task: &Task, beside: Beside) -> Line {
    let open = task.status.is_open();
    let mark = match task.status {
        TaskStatus::Done => Cell::new(task.status.mark(), Tone::Good),
        TaskStatus::Dropped => Cell::muted(task.status.mark()),
        TaskStatus::Open | TaskStatus::Doing | TaskStatus::Waiting => Cell::plain(task.status.mark()),
    };
    let title = Cell::new(task.title.clone(), if open { Tone::Plain } else { Tone::Muted });
    let mut cells =
        vec![mark, Cell::muted(format!("#{}", task.no)), Cell::new(task.priority.mark(), Tone::Alarm), title];
    let day = if open { task.due } else { task.done_on.or(task.due) };
    cells.push(due_cell(day, open, ctx.today()));
    if beside != Beside::Client {
        let who = assignee(ctx, task);
        let is_theirs = matches!(beside, Beside::Both(of) if who.text == ctx.name(of));
        cells.push(if is_theirs { Cell::empty() } else { who });
    }
    if beside != Beside::Assignee {
        let client = derive::client_of(ctx.book, &Record::Task(task.clone()));
        cells.push(Cell::muted(client.map(|c| ctx.name(c)).unwrap_or_default()));
    }
    Line::Item { target: task.id.into(), cells, grow: 3 }
}

/// A row for a milestone: mark, name, promised, expected or reached, how late.
pub fn milestone_row(ctx: Ctx<'_>, milestone: &Milestone) -> Line {
    let today = ctx.today();
    let done = milestone.done_on.is_some();
    let late = !done && milestone.promised.is_some_and(|p| p < today);
    let mark = match (done, late) {
        (true, _) => Cell::new("✓", Tone::Good),
        (false, true) => Cell::new(Tone::Alarm.mark(), Tone::Alarm),
        (false, false) => Cell::plain("○"),
    };
    let day = |said: fn(&str) -> String, d: Option<NaiveDate>| {
        let text = |d| if done { dates::plain(d, today) } else { dates::due(d, today) };
        d.map(|d| said(&text(d))).unwrap_or_default()
    };
    // How late it is stands behind all that is told of every row, so that it takes no room of these.
    let (promised, overdue) = match milestone.promised.filter(|_| late) {
        Some(day) => (
            Cell::new(said::promised(&dates::plain(day, today)), Tone::Alarm),
            Cell::new(dates::due(day, today), Tone::Alarm),
        ),
        None => (Cell::plain(day(said::promised, milestone.promised)), Cell::empty()),
    };
    let expected = if done {
        Cell::new(day(said::reached, milestone.done_on), Tone::Muted)
    } else if milestone.promised.is_some() && milestone.expected > milestone.promised {
        Cell::marked(day(said::expected, milestone.expected), Tone::Warning)
    } else {
        Cell::plain(day(said::expected, milestone.expected))
    };
    let name = Cell::new(milestone.name.clone(), if done { Tone::Muted } else { Tone::Plain });
    Line::Item { target: milestone.id.into(), cells: vec![mark, name, promised, expected, overdue], grow: 1 }
}

/// A row for a person: name, attitude, job, how they like to be reached, parts they play.
pub fn person_row(ctx: Ctx<'_>, person: &Contact) -> Line {
    let cells = vec![
        Cell::new(ctx.name(person.id), Tone::Accent),
        attitude(person),
        Cell::plain(person.job.clone()),
        Cell::muted(reach(person)),
        Cell::muted(roles(person)),
    ];
    Line::Item { target: person.id.into(), cells, grow: 2 }
}

/// How somebody stands to us, in its tone.
pub fn attitude(person: &Contact) -> Cell {
    let tone = match person.attitude {
        Attitude::Against | Attitude::Doubtful => Tone::Warning,
        Attitude::Friendly | Attitude::Devoted => Tone::Good,
        Attitude::Unknown | Attitude::Neutral => Tone::Muted,
    };
    Cell::new(person.attitude.sign(), tone)
}

/// The roles somebody has at a client.
pub fn roles(person: &Contact) -> String {
    person.roles.iter().map(|r| role(*r)).collect::<Vec<_>>().join(", ")
}

/// What stands in a field; of numbers and addresses each has a line of its own, so that none is broken.
pub fn shown(field: &Field, value: &Value, names: &dyn Fn(Ref) -> String) -> String {
    match (&field.kind, value) {
        (Type::Mails | Type::Phones, Value::Labelled(all)) => {
            let one =
                |way: &Labelled| words::value::show(&field.kind, &Value::Labelled(vec![way.clone()]), names);
            all.iter().map(one).collect::<Vec<_>>().join("\n")
        }
        _ => words::value::show(&field.kind, value, names),
    }
}

/// The number or address somebody likes to be reached at, else the first there is.
pub fn reach(person: &Contact) -> String {
    let (mail, phone) = (person.mails.first(), person.phones.first());
    let liked = if person.channel == Channel::Phone { phone.or(mail) } else { mail.or(phone) };
    liked.map(|l| l.value.clone()).unwrap_or_default()
}

fn role(role: StakeRole) -> &'static str {
    words::chosen(role)
}

/// A row for something that happened: day, kind, summary, with whom else than whose page it is.
pub fn happening_row(ctx: Ctx<'_>, record: &Record, of: Ref) -> Line {
    let day =
        derive::moment_of(record).map(|m| dates::ago(m.day_beside(ctx.now), ctx.today())).unwrap_or_default();
    let people = match record {
        Record::Interaction(i) => i.people.0.clone(),
        Record::Feedback(f) => f.contact.0.into_iter().collect(),
        Record::Decision(d) => d.by.0.into_iter().collect(),
        _ => vec![],
    };
    let people = first_and_rest(ctx, people.into_iter().map(Ref::from).filter(|person| *person != of));
    let cells =
        vec![Cell::muted(day), happening(record), Cell::plain(ctx.name(record.id())), Cell::muted(people)];
    Line::Item { target: record.id(), cells, grow: 2 }
}

/// "Maria P.", "Maria P. +2"
pub fn first_and_rest(ctx: Ctx<'_>, mut all: impl Iterator<Item = Ref>) -> String {
    let Some(first) = all.next() else { return String::new() };
    match all.count() {
        0 => ctx.name(first),
        n => format!("{} +{n}", ctx.name(first)),
    }
}

/// A row for a project: name, progress, promised, expected.
pub fn project_row(ctx: Ctx<'_>, project: &Project) -> Line {
    let (done, all) = derive::progress(ctx.book, project.id);
    let promised = project.promised.map(|d| said::promised(&dates::plain(d, ctx.today())));
    let end = end_of(ctx, project);
    let words = if end.text.is_empty() { String::new() } else { said::ends(&end.text) };
    let end = Cell::marked(words, end.tone);
    let cells = vec![
        Cell::new(project.name.clone(), Tone::Accent),
        Cell::plain(bar(done, all)),
        end,
        project_status(project.status),
        Cell::muted(promised.unwrap_or_default()),
    ];
    Line::Item { target: project.id.into(), cells, grow: 0 }
}

/// A row for a request: number, words, promised, who holds the ball and since when.
pub fn request_row(ctx: Ctx<'_>, request: &Request) -> Line {
    let held = ctx.get(request.id).and_then(|record| hands::last_stretch(record, ctx.today()));
    let (holder, days) = held.map_or((String::new(), String::new()), |(holder, days)| {
        (words::holder(&holder, &|id| ctx.name(id)), dates::short_days(days))
    });
    let cells = vec![
        Cell::muted(format!("#{}", request.no)),
        Cell::plain(request.title.clone()),
        due_cell(request.promised, request.status.is_open(), ctx.today()),
        Cell::plain(holder),
        Cell::plain(days),
        Cell::muted(words::chosen(request.status)),
    ];
    Line::Item { target: request.id.into(), cells, grow: 1 }
}

/// A heading with its rows and how many there are, at most `most` of them; says `none` when there are none. Rows that are
/// not shown are not made.
pub fn section<R>(document: &mut Document, title: &str, rows: R, most: usize, none: &str)
where
    R: IntoIterator<Item = Line, IntoIter: ExactSizeIterator>,
{
    let rows = rows.into_iter();
    let all = rows.len();
    document.heading(if all == 0 { title.to_owned() } else { format!("{title}  {all}") });
    if all == 0 {
        document.remark(none);
    }
    document.lines.extend(rows.take(most));
    if all > most {
        document.remark(said::and_more(all - most));
    }
}

/// What happened around a record, the newest first, `most` of it.
pub fn timeline(ctx: Ctx<'_>, id: Ref, most: usize, document: &mut Document) {
    let happened = derive::timeline(ctx.book, id).into_iter().map(|r| happening_row(ctx, r, id));
    let none = with_key(words::pages::nothing_logged, Kind::Interaction);
    section(document, words::pages::timeline(), happened, most, &none);
}

/// A sentence with the keys that add a record: what an empty part says, so that nobody has to look for them.
pub fn with_key(sentence: fn(&str) -> String, kind: Kind) -> String {
    sentence(Command::Add(kind).way())
}
