//! Choosing one of many by typing: anything in the book, an order of rows, something in the bin.

use crate::app::command::{Common, FindCommand, Keys};
use crate::app::ctx::Ctx;
use crate::app::keyed::{Edit, Here, Keyed, Pick, Reply, stepped};
use crate::app::textbox::TextBox;
use crate::domain::derive::hands;
use crate::domain::text::{fold, matches, search_key};
use crate::domain::{ClientId, Contact, ContactId, DepartmentId, Holder, Kind, Record, Ref, derive, when};
use crate::words;
use crate::words::dates;
use chrono::NaiveDate;
use std::borrow::Cow;

/// What a choice does when it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Opens the record.
    Open,
    /// Brings the record back from the bin.
    BringBack,
    /// Puts the record beside another one, to become one.
    MergeWith,
    /// Sorts the list by this column.
    Sort,
    /// Takes one of a few.
    Choose,
    /// Passes the ball to whom was chosen.
    Pass,
}

/// One choice.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What it is.
    pub pick: Pick,
    /// Its name.
    pub label: String,
    /// What else tells it from others.
    pub detail: String,
}

/// The choices that fit what was typed.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What is asked for.
    pub title: &'static str,
    /// What happens with the choice.
    pub purpose: Purpose,
    /// What was typed.
    pub typed: TextBox,
    /// What fits, best first.
    pub choices: Vec<Choice>,
    /// Which one is marked.
    pub at: usize,
    /// The first one shown when it was drawn last.
    pub top: usize,
    /// The record that is not offered: the one that another is chosen for.
    pub apart_from: Option<Ref>,
    fixed: Vec<Choice>,
    kinds: &'static [Kind],
}

/// The most choices kept while typing; nobody reads further.
const MOST: usize = 200;

impl Picker {
    /// A picker over the book or the bin; [`Picker::refresh`] fills it.
    pub fn of_records(title: &'static str, purpose: Purpose) -> Self {
        Self {
            title,
            purpose,
            typed: TextBox::default(),
            choices: vec![],
            at: 0,
            top: 0,
            apart_from: None,
            fixed: vec![],
            kinds: Kind::ALL,
        }
    }

    /// Only records of these kinds.
    #[must_use]
    pub fn among(self, kinds: &'static [Kind]) -> Self {
        Self { kinds, ..self }
    }

    /// A picker over a few fixed choices.
    pub fn of_choices(title: &'static str, purpose: Purpose, fixed: Vec<Choice>) -> Self {
        Self { choices: fixed.clone(), fixed, ..Self::of_records(title, purpose) }
    }

    /// Fits the choices to what was typed.
    pub fn refresh(&mut self, ctx: Ctx<'_>) {
        let needle = fold(self.typed.text());
        self.choices = match self.purpose {
            Purpose::Sort | Purpose::Choose => {
                self.fixed.iter().filter(|c| matches(&fold(&c.label), &needle)).cloned().collect()
            }
            Purpose::Pass => self.holders(ctx, &needle),
            Purpose::Open => found(ctx, &needle, self.kinds, MOST)
                .into_iter()
                .map(|id| Choice::of(ctx, id, Pick::Open(id)))
                .collect(),
            Purpose::MergeWith => {
                let mut found = found(ctx, &needle, self.kinds, MOST);
                found.retain(|id| Some(*id) != self.apart_from);
                let choice = |id| {
                    let of = self.apart_from?;
                    Some(Choice::of(ctx, id, Pick::MergeWith(of, id)))
                };
                found.into_iter().filter_map(choice).collect()
            }
            Purpose::BringBack => {
                let mut gone: Vec<&Record> =
                    ctx.book.bin().filter(|r| matches(ctx.book.key(r.id()), &needle)).collect();
                gone.sort_by_key(|r| std::cmp::Reverse(r.head().deleted_at));
                gone.into_iter().map(|r| Choice::in_bin(ctx, r.id(), Pick::BringBack(r.id()))).collect()
            }
        };
        self.at = self.at.min(self.choices.len().saturating_sub(1));
    }

    /// Whom the words name; and where a day stands behind or before the name, whom they name as of that day. Both are
    /// offered where both are meant by somebody, each with what it was read as.
    fn holders(&self, ctx: Ctx<'_>, needle: &str) -> Vec<Choice> {
        let typed = self.typed.text().trim();
        let mut out = self.named(ctx, needle, None);
        if let Some((name, day)) = dated(typed, ctx.today()) {
            let mut then = self.named(ctx, &fold(&name), Some(day));
            then.extend((!name.is_empty()).then(|| outside(name, Some(day))));
            for choice in &mut then {
                choice.detail = words::boxes::since(&dates::show(day, ctx.today()), &choice.detail);
            }
            out.extend(then);
        }
        out.extend((!needle.is_empty()).then(|| outside(typed.to_owned(), None)));
        out
    }

    /// Those who are near, then everybody the words find.
    fn named(&self, ctx: Ctx<'_>, needle: &str, day: Option<NaiveDate>) -> Vec<Choice> {
        let record =
            |c: &Choice| if let Pick::Pass(holder, _) = &c.pick { hands::record_of(holder) } else { None };
        let fits = |c: &&Choice| match record(c) {
            Some(id) => matches(ctx.book.key(id), needle),
            None => matches(&fold(&c.label), needle),
        };
        let mut out: Vec<Choice> = self.fixed.iter().filter(fits).cloned().collect();
        if !needle.is_empty() {
            for id in found(ctx, needle, &[Kind::Contact, Kind::Department, Kind::Client], 50) {
                if !out.iter().any(|c| record(c) == Some(id)) {
                    out.extend(Choice::of_holder(ctx, id));
                }
            }
        }
        for choice in &mut out {
            if let Pick::Pass(_, at) = &mut choice.pick {
                *at = day;
            }
        }
        out
    }

    /// Moves the mark.
    pub fn step(&mut self, by: isize) {
        self.at = stepped(self.at, by, self.choices.len());
    }
}

/// Somebody outside the book.
fn outside(name: String, day: Option<NaiveDate>) -> Choice {
    Choice {
        label: name.clone(),
        pick: Pick::Pass(Holder::Other(name), day),
        detail: words::asked::outsider().into(),
    }
}

/// Words that stand between a name and a day.
const SINCE: [&str; 5] = ["since", "from", "on", "απο", "στις"];

/// A name and the day beside it: "rita yesterday", "χθες Νίνα", "design since 20 nov"; a day alone has no name.
fn dated(typed: &str, today: NaiveDate) -> Option<(String, NaiveDate)> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let name = |words: &[&str]| {
        let joins = |word: &&str| SINCE.contains(&fold(word).as_str());
        let words = words.split_last().filter(|(last, _)| joins(last)).map_or(words, |(_, rest)| rest);
        let words = words.split_first().filter(|(first, _)| joins(first)).map_or(words, |(_, rest)| rest);
        words.join(" ")
    };
    // The longest piece that is a day, so that none of it is left over in the name.
    let cuts = || (0..words.len()).map(|cut| words.split_at(cut));
    let behind =
        cuts().find_map(|(left, right)| Some((name(left), when::read_past_date(&right.join(" "), today)?)));
    let before = || {
        let mut cuts = (1..words.len()).rev().map(|cut| words.split_at(cut));
        cuts.find_map(|(left, right)| Some((name(right), when::read_past_date(&left.join(" "), today)?)))
    };
    behind.or_else(before)
}

/// Whether a word of the record's name begins with the first of these words. Nobody remembers which word of a name comes
/// first, so any of them counts as much.
pub fn is_named(ctx: Ctx<'_>, needle: &str, id: Ref) -> bool {
    let first = needle.split_whitespace().next().unwrap_or("");
    search_key(&ctx.book.title(id)).split_whitespace().any(|w| w.starts_with(first))
}

/// The records of some kinds that have the words, best first: those whose name has them, then by the order of the kinds,
/// then by name. At most `most`.
pub fn found(ctx: Ctx<'_>, needle: &str, kinds: &[Kind], most: usize) -> Vec<Ref> {
    let first = needle.split_whitespace().next().unwrap_or("");
    // The text for search begins with the name, so nothing has to be made for the many that are not shown.
    let rank = |key: &str| match key {
        key if key.starts_with(first) => 0,
        key => 2 - u8::from(key.split_whitespace().any(|w| w.starts_with(first))),
    };
    let mut ranked: Vec<(u8, usize, Cow<'_, str>, Ref)> = vec![];
    for (order, kind) in kinds.iter().enumerate() {
        for record in ctx.book.all(*kind) {
            let key = ctx.book.key(record.id());
            if matches(key, needle) {
                ranked.push((rank(key), order, words::order::folded(key), record.id()));
            }
        }
    }
    if ranked.len() > most {
        ranked.select_nth_unstable(most);
        ranked.truncate(most);
    }
    // The names of the few that are left are worth looking at.
    let by_name = |(rank, order, key, id): &(u8, usize, Cow<'_, str>, Ref)| {
        (!is_named(ctx, needle, *id), *rank > 1, *order, key.as_ref().to_owned(), *id)
    };
    ranked.sort_by_cached_key(by_name);
    ranked.into_iter().map(|(.., id)| id).collect()
}

/// "away until 30 Nov, Nikos Andreou stands in": said wherever a colleague can be chosen.
fn away(ctx: Ctx<'_>, contact: &Contact) -> Option<String> {
    let until = derive::load::away_until(ctx.book, contact.id, ctx.today())?;
    let who =
        words::load::stand_in(derive::load::stand_in(ctx.book, contact.id, ctx.today()), ctx.today(), |id| {
            ctx.name(id)
        });
    Some(format!("{}, {who}", words::pages::away_until(&dates::plain(until, ctx.today()))))
}

impl Choice {
    /// A record as a choice: its name, and what tells it from others of that name.
    pub fn of(ctx: Ctx<'_>, id: Ref, pick: Pick) -> Self {
        Self { pick, label: ctx.name(id), detail: detail(ctx, id) }
    }

    /// The same where everything lies in the bin, and it goes without saying.
    fn in_bin(ctx: Ctx<'_>, id: Ref, pick: Pick) -> Self {
        Self { pick, label: ctx.book.title(id), detail: detail(ctx, id) }
    }

    /// Somebody who can be passed the ball.
    pub fn of_holder(ctx: Ctx<'_>, id: Ref) -> Option<Self> {
        let holder = match id.kind {
            Kind::Client => Holder::Client(ClientId(id.id)),
            Kind::Department => Holder::Department(DepartmentId(id.id)),
            Kind::Contact => Holder::Person(ContactId(id.id)),
            _ => return None,
        };
        Some(Self::of(ctx, id, Pick::Pass(holder, None)))
    }
}

/// What tells a record from others of its name.
pub fn detail(ctx: Ctx<'_>, id: Ref) -> String {
    let Some(record) = ctx.book.get_with_deleted(id) else { return String::new() };
    let mut parts = vec![words::kind(id.kind).to_owned()];
    if let Some(no) = record.number() {
        parts.push(format!("#{no}"));
    }
    if let Record::Contact(c) = record {
        parts[0].clone_from(&c.job);
        parts.extend(c.department.0.map(|d| ctx.name(d)));
        parts.extend(away(ctx, c));
    }
    if let Record::CustomField(field) = record {
        parts = vec![words::kinds(field.of.kind()).to_owned(), words::chosen(field.sort).to_owned()];
    }
    if matches!(record, Record::Milestone(_) | Record::Task(_)) {
        parts.extend(record.one(Kind::Project).map(|p| ctx.name(p)));
    }
    if id.kind != Kind::Client {
        parts.extend(derive::client_of(ctx.book, record).map(|c| ctx.name(c)));
    }
    if let Some(at) = derive::moment_of(record) {
        parts.push(dates::ago(at.day_beside(ctx.now), ctx.today()));
    }
    parts.retain(|p| !p.is_empty());
    parts.join(" · ")
}

impl Picker {
    /// Does what only the search for a record can be asked to do.
    pub fn run(&self, command: FindCommand) -> Reply {
        match (command, self.choices.get(self.at).map(|choice| &choice.pick)) {
            (FindCommand::Copy, Some(Pick::Open(id))) => Reply::CopyOf(*id),
            (FindCommand::Copy, _) => Reply::Done,
        }
    }
}

impl Keyed for Picker {
    fn keys(&self) -> Keys {
        if self.purpose == Purpose::Open { Keys::Find } else { Keys::Picker }
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.step(command.rows(here.page()));
            }
            Common::Take => {
                return self.choices.get(self.at).map_or(Reply::Close, |c| Reply::Take(c.pick.clone()));
            }
            Common::Back => return Reply::Close,
        }
        Reply::Done
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.typed)
    }

    fn edit(&mut self, edit: Edit<'_>, here: Here<'_>) -> Reply {
        edit.apply(&mut self.typed, false);
        self.at = 0;
        self.refresh(here.ctx);
        Reply::Done
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}
