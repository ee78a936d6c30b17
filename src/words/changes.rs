//! What a change did to the book, in a line: what, from what to what. One sayer for everything that is changed, taken back or
//! done again; it reads the edits by the table of fields.

use super::dates;
use super::{action, changed as said, chosen, kind};
use crate::domain::text::cut;
use crate::domain::{
    Action, Book, Change, Edit, Field, Hand, Kind, Record, Ref, Role, Type, Value, Verb, Visibility,
};
use chrono::NaiveDate;

/// The most columns of a value that are shown.
const LONGEST: usize = 61;

/// The most fields that are told of a change; more are counted.
const TOLD: usize = 2;

/// The most new records that are told by name; more are counted.
const NAMED: usize = 2;

/// What a change did, read in the book it was made in: "Changed: Homepage · Due 10 Dec → 6 Dec, a Sunday". `None` for what is
/// told elsewhere: a reminder by where it was taken, what was imported or read from the journal.
pub fn change(book: &Book, change: &Change, today: NaiveDate) -> Option<String> {
    let said = lead(book, change, today)?;
    let fields = told_edit(change).filter(|_| tells_fields(change)).and_then(|edit| {
        let (before, after) = edit.before.as_ref().zip(edit.after.as_ref())?;
        fields(book, before, after, today)
    });
    Some(fields.map_or(said.clone(), |fields| format!("{said} · {fields}")))
}

/// What a change did, without what its fields were: "Changed: Homepage".
pub fn lead(book: &Book, change: &Change, today: NaiveDate) -> Option<String> {
    let many = || match change.edits.len() {
        0..=1 => String::new(),
        n => said::records(n),
    };
    match change.role {
        Role::Undo(_) => return Some(said::undone(&(action(&change.action) + &many()))),
        Role::Redo(_) => return Some(said::redone(&(action(&change.action) + &many()))),
        Role::Do => {}
    }
    let edit = told_edit(change)?;
    let record = edit.after.as_ref().or(edit.before.as_ref())?;
    let title = book.title_of(record);
    let with = with_others(book, change, edit, today);
    let what = || named(record, title.clone()) + &with;
    let said = match change.action.verb {
        Verb::Remind
        | Verb::Import
        | Verb::Restore
        | Verb::PromisedDays
        | Verb::Demo
        | Verb::Part
        | Verb::PartBack
        | Verb::Erase => {
            return None;
        }
        Verb::Other => format!("{}{with}", change.action.name),
        Verb::Add => said::added(&what()),
        Verb::Edit => said::changed(&what()),
        Verb::Delete => said::deleted(&what()),
        Verb::BringBack => said::brought_back(&what()),
        Verb::EmptyBin => said::bin_emptied(&counted(&change.action.counts)),
        Verb::Capture => said::kept(&captured(change)),
        Verb::TickOff => said::done(&format!("{title}{with}")),
        Verb::Reopen if record.kind() == Kind::Request => said::tell_again(&title),
        Verb::Reopen => said::open_again(&title),
        Verb::Finish => said::done_to_tell(&title),
        Verb::Close | Verb::Tell => said::told(&with, &title),
        Verb::SendReport => said::report_sent(&title),
        Verb::ReopenReport => said::report_owed(&title),
        Verb::Hold => said::held(&title),
        Verb::Renew => said::renewed(&renewed_until(change, today), &title),
        Verb::Pass => said::passed(&change.action.to, &since(record, change, today), &title),
        Verb::Snooze => said::snoozed(&until(record, today), &title),
        Verb::Wake => said::awake(&title),
        Verb::See => said::seen(&title, &seen(record, today)),
        Verb::Unsee => said::unseen(&title),
        Verb::Decide => said::decided(&title),
        Verb::Merge => said::merged(&title, &change.action.to, &moved(change)),
        Verb::TellApart => said::told_apart(&title, &change.action.to),
    };
    Some(said)
}

/// Whether it is told of a change from what to what its fields were changed: of what is told by its verb alone, only when it
/// is taken back or done again.
fn tells_fields(change: &Change) -> bool {
    change.role != Role::Do || matches!(change.action.verb, Verb::Edit | Verb::Decide)
}

/// The edit that a change is named after; of a change that was taken back they stand the other way round.
fn told_edit(change: &Change) -> Option<&Edit> {
    let record = |edit: &Edit| edit.after.clone().or(edit.before.clone());
    let is_named = |edit: &&Edit| {
        record(edit).is_some_and(|r| Some(r.kind()) == change.action.kind && r.title() == change.action.name)
    };
    let first = if matches!(change.role, Role::Undo(_)) { change.edits.last() } else { change.edits.first() };
    change.edits.iter().find(is_named).or(first)
}

/// How a record is called where it alone is told of: a part in a project and an absence are named after somebody, and their
/// title alone would say that somebody was written down.
fn named(record: &Record, title: String) -> String {
    if record.named_after().is_some() { said::of(kind(record.kind()), &title) } else { title }
}

/// What else was changed with it.
fn with_others(book: &Book, change: &Change, told: &Edit, today: NaiveDate) -> String {
    let others: Vec<&Edit> = change.edits.iter().filter(|edit| !std::ptr::eq(*edit, told)).collect();
    let fresh: Vec<&Record> =
        others.iter().filter(|e| e.before.is_none()).filter_map(|e| e.after.as_ref()).collect();
    match (change.action.verb, &fresh[..]) {
        (_, []) if others.is_empty() => String::new(),
        (Verb::TickOff, [again]) => {
            let due = again.due().map(|day| dates::due(day, today)).unwrap_or_default();
            said::comes_again(&due)
        }
        (Verb::Edit | Verb::Close | Verb::Tell, [logged]) if logged.kind() == Kind::Interaction => {
            said::touch_logged().into()
        }
        (Verb::Close | Verb::Tell, _) => String::new(),
        (_, fresh) if !fresh.is_empty() && fresh.len() <= NAMED && fresh.len() == others.len() => {
            let name = |record: &&Record| format!("{} {}", kind(record.kind()), book.title_of(record));
            said::with_new(&fresh.iter().map(name).collect::<Vec<_>>().join(said::and_new()))
        }
        _ => said::with(&counted_of(others.iter().filter_map(|edit| edit.id()))),
    }
}

/// "5 milestones and 10 tasks": how many of each kind.
pub fn counted_of(ids: impl IntoIterator<Item = Ref>) -> String {
    counted(&Action::to_many(Verb::Other, ids).counts)
}

/// "1 client, 5 milestones and 10 tasks", of those of which there are some.
fn counted(counts: &[(Kind, u32)]) -> String {
    let some = counts.iter().filter(|(_, count)| *count > 0);
    let words =
        some.map(|(kind, count)| super::counted(*kind, usize::try_from(*count).unwrap_or(usize::MAX)));
    let mut parts: Vec<String> = words.collect();
    match parts.pop() {
        Some(last) if !parts.is_empty() => said::and(&parts.join(", "), &last),
        last => last.unwrap_or_default(),
    }
}

/// What a captured line came to: "call + request #247 the spring banner". Of a touch its text is told where it is all there is.
fn captured(change: &Change) -> String {
    let made = change.edits.iter().filter_map(|edit| edit.after.as_ref());
    let alone = change.edits.len() == 1;
    let words = made.map(|record| {
        let number = record.number().map(|no| format!("#{no}"));
        let (kind, title) = match record {
            Record::Interaction(touch) => (chosen(touch.touch), Some(record.title()).filter(|_| alone)),
            _ => (kind(record.kind()), Some(record.title())),
        };
        let parts = [Some(kind.to_owned()), number, title];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    });
    words.collect::<Vec<_>>().join(" + ")
}

fn renewed_until(change: &Change, today: NaiveDate) -> String {
    let next = change.edits.iter().filter(|e| e.before.is_none()).filter_map(|e| e.after.as_ref());
    let ends = next.filter_map(|r| if let Record::Agreement(term) = r { term.end } else { None });
    ends.max().map(|day| said::until(&dates::plain(day, today))).unwrap_or_default()
}

/// ", with 3 contacts and 1 request": what came to point at the record that stayed.
fn moved(change: &Change) -> String {
    let others: Vec<Ref> = change.edits.iter().skip(2).filter_map(Edit::id).collect();
    if others.is_empty() { String::new() } else { said::with(&counted_of(others)) }
}

/// Since when whoever has the ball has it: told where it is not since now.
fn since(record: &Record, change: &Change, today: NaiveDate) -> String {
    let hands = match record {
        Record::Request(request) => &request.hands,
        Record::Task(task) => &task.hands,
        _ => return String::new(),
    };
    let day = hands.last().map(|hand| hand.since.date()).filter(|day| *day != change.at.date());
    day.map_or_else(|| said::now().into(), |day| said::since(&dates::show(day, today)))
}

fn until(record: &Record, today: NaiveDate) -> String {
    record.snoozed_until().map(|day| said::until(&dates::show(day, today))).unwrap_or_default()
}

fn seen(record: &Record, today: NaiveDate) -> String {
    match record.kind().seen_field().map(|field| field.read(record)) {
        Some(Value::Date(day)) => format!(", {}", dates::show(day, today)),
        _ => String::new(),
    }
}

/// From what to what the fields of a record were changed: "Tier A → B · Status active → paused, and 2 more"; a day off is
/// named. `None` when nothing that people see was.
pub fn fields(book: &Book, before: &Record, after: &Record, today: NaiveDate) -> Option<String> {
    let shown = book.fields(after.kind()).filter(|f| f.traits.visibility != Visibility::Hidden);
    let changed: Vec<&Field> = shown.filter(|f| f.read(before) != f.read(after)).collect();
    let told = changed.iter().take(TOLD).map(|f| field(book, f, before, after, today));
    let told = told.collect::<Vec<_>>().join(" · ");
    match changed.len().checked_sub(TOLD) {
        _ if changed.is_empty() => None,
        None | Some(0) => Some(told),
        Some(more) => Some(said::and_more(&told, more)),
    }
}

/// From what to what one field was changed: "Due Thu 10 Dec → Sun 6 Dec, a Sunday". Of a long text its name has to do.
fn field(book: &Book, field: &Field, before: &Record, after: &Record, today: NaiveDate) -> String {
    let (old, new) = (field.read(before), field.read(after));
    if matches!(field.kind, Type::Long | Type::Pairs) {
        return super::field(field).to_owned();
    }
    let off = if let Value::Date(day) = new { day_off(book, day) } else { String::new() };
    let show = |it: &Value| value(book, &field.kind, it, today);
    format!("{} {} → {}{off}", super::field(field), show(&old), show(&new))
}

/// ", a Sunday", ", Christmas Day": why nobody works on a day.
fn day_off(book: &Book, day: NaiveDate) -> String {
    let weekday = dates::weekday_name(day);
    match dates::why_off(book.workdays(), day) {
        Some(why) if why == weekday => said::a_weekday(&why),
        Some(why) => format!(", {why}"),
        None => String::new(),
    }
}

/// What stands in a field, in a line.
pub fn value(book: &Book, kind: &Type, value: &Value, today: NaiveDate) -> String {
    cut(&whole(book, kind, value, today).replace('\n', " "), LONGEST)
}

/// What stands in a field, however long.
pub fn whole(book: &Book, kind: &Type, value: &Value, today: NaiveDate) -> String {
    match value {
        Value::Empty => said::nothing().to_owned(),
        Value::Date(day) => dates::show(*day, today),
        Value::Moment(at) => format!("{} {}", dates::show(at.date(), today), at.local().format("%H:%M")),
        Value::Promises(days) => super::promises::days_of(days, today),
        Value::Hands(hands) => {
            let hand = |hand: &Hand| {
                let who = super::holder(&hand.holder, &|id| name(book, id));
                super::value::since(&who, &dates::plain(hand.since.date(), today))
            };
            hands.iter().map(hand).collect::<Vec<_>>().join(", ")
        }
        _ => super::value::show(kind, value, &|id| name(book, id)),
    }
}

/// The name of a record; told when it lies in the bin.
pub fn name(book: &Book, id: Ref) -> String {
    let gone = book.get_with_deleted(id).is_some_and(Record::is_gone);
    if gone { book.title(id) + said::in_bin() } else { book.title(id) }
}
