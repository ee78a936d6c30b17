//! Two records side by side, field by field, on their way to become one.

use crate::app::command::{Common, Keys, MergeCommand};
use crate::app::ctx::Ctx;
use crate::app::document::Tone;
use crate::app::keyed::{Here, Keyed, Reply, stepped};
use crate::domain::merge::{Plan, Row, Side, Take};
use crate::domain::{Value, parse};
use crate::words;

/// Two records side by side.
#[derive(Clone, Debug)]
pub struct Merging {
    /// Which stays, and what is taken of each field.
    pub plan: Plan,
    /// Which row is marked: the first says which of the two stays, the others are the fields in [`Merging::order`].
    pub at: usize,
    /// The first row shown when it was drawn last.
    pub top: usize,
    /// The fields in the order in which they stand: part after part.
    pub order: Vec<usize>,
}

/// The parts in which the fields stand, what must be looked at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Both say something else.
    AtOdds,
    /// Only one of them says something.
    OneSays,
    /// Both say the same.
    Equal,
}

impl Part {
    /// The part a field stands in.
    pub fn of(row: &Row) -> Self {
        match row {
            row if row.is_at_odds() => Self::AtOdds,
            row if row.differs() => Self::OneSays,
            _ => Self::Equal,
        }
    }

    /// What stands over it; the first needs nothing.
    pub fn title(self) -> &'static str {
        match self {
            Self::AtOdds => "",
            Self::OneSays => words::pairs::one_says(),
            Self::Equal => words::pairs::both_say(),
        }
    }
}

impl Merging {
    /// The screen of a plan.
    pub fn of(plan: Plan) -> Self {
        let mut order: Vec<usize> = (0..plan.rows.len()).collect();
        order.sort_by_key(|at| plan.rows.get(*at).map(Part::of));
        Self { plan, at: 0, top: 0, order }
    }

    /// How many fields stand in a part.
    pub fn count(&self, part: Part) -> usize {
        self.plan.rows.iter().filter(|row| Part::of(row) == part).count()
    }

    /// The marked field; none where it is marked which of the two stays.
    pub fn marked(&self) -> Option<&Row> {
        self.place().and_then(|at| self.plan.rows.get(at))
    }

    /// Which of the fields of the plan is marked.
    fn place(&self) -> Option<usize> {
        self.order.get(self.at.checked_sub(1)?).copied()
    }

    fn take(&mut self, take: Take) {
        match (self.place(), take) {
            (Some(at), take) => self.plan.take(at, take),
            (None, Take::Left) => self.plan.let_stay(Side::Left),
            (None, Take::Right) => self.plan.let_stay(Side::Right),
            (None, Take::Both) => {}
        }
    }

    /// What a side is called, with what tells it from others of its name.
    pub fn name(&self, ctx: Ctx<'_>, side: Side) -> String {
        words::alike::told(ctx.book, self.plan.of_side(side).id())
    }

    /// A value of a field, in a line.
    pub fn value(ctx: Ctx<'_>, row: &Row, value: &Value) -> String {
        let nothing = || "-".to_owned();
        let text = || words::changes::value(ctx.book, &row.field.kind, value, ctx.today());
        if value.is_empty() { nothing() } else { text() }
    }

    /// What comes of the two, and why it is so: of the marked field; where none is marked, of both records.
    pub fn told(&self, ctx: Ctx<'_>) -> Vec<(String, Tone)> {
        let plan = &self.plan;
        let mut out = vec![];
        if let Err(fault) = plan.result(ctx.book) {
            out.push((format!("! {}", words::merge::fault(&fault)), Tone::Alarm));
        }
        match self.marked() {
            None => {
                let stays = plan.of_side(plan.stays).title();
                out.push((words::pairs::stays_since(&stays, &words::merge::why_stays(plan)), Tone::Plain));
                out.push((format!("{}.", words::merge::moved(plan)), Tone::Muted));
                out.push((words::merge::nothing_lost().to_owned(), Tone::Muted));
            }
            Some(row) => {
                let taken = plan.taken(row);
                let text = parse::show(&row.field.kind, &taken, &|id| ctx.name(id)).replace('\n', " · ");
                let text = if text.is_empty() { words::pairs::nothing().to_owned() } else { text };
                out.push((format!("{}: {text}", words::field(row.field)), Tone::Plain));
                out.push((words::merge::why(row.why).to_owned(), Tone::Muted));
            }
        }
        out
    }

    /// Does what only this screen can be asked to do.
    pub fn run(&mut self, command: MergeCommand) -> Reply {
        match command {
            MergeCommand::Left => self.take(Take::Left),
            MergeCommand::Right => self.take(Take::Right),
            MergeCommand::Both => self.take(Take::Both),
            MergeCommand::AllLeft => self.plan.take_all(Side::Left),
            MergeCommand::AllRight => self.plan.take_all(Side::Right),
        }
        Reply::Done
    }
}

impl Keyed for Merging {
    fn keys(&self) -> Keys {
        Keys::Merge
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.at = stepped(self.at, command.rows(here.page()), self.order.len() + 1);
                Reply::Done
            }
            Common::Take => Reply::MergeNow,
            Common::Back => Reply::Close,
        }
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}
