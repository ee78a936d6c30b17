//! One field of a form, in the way its type is written: a line, many lines, one of a few, or found by typing.

use crate::app::ctx::Ctx;
use crate::app::keyed::Edit;
use crate::app::keyed::stepped;
use crate::app::layers::form::fresh;
use crate::app::layers::form::input::{Input, Picked, default_code};
use crate::app::layers::form::stood::Stood;
use crate::app::layers::form::suggestions::{is_near, likeliest, may_be, with_stand_ins};
use crate::app::layers::picker::{detail, found, is_named};
use crate::app::textbox::TextBox;
use crate::domain::text::fold;
use crate::domain::{Choice, Fault, Field, Record, Ref, Type, ValidationError, Value, parse, when};
use crate::words;
use uuid::Uuid;

/// One field of a form.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its row of the table.
    pub field: &'static Field,
    /// What is written.
    pub input: Input,
    /// The complaint that stands at it.
    pub error: Option<String>,
    /// What can be taken, best first: what was found for what is typed, or the likeliest before anything is.
    pub offers: Vec<Picked>,
    /// Which offer is marked; none of what is only likely, until somebody goes to it.
    pub offer: Option<usize>,
    first: Input,
    /// What stood there when the form was opened: steps such as `+10d` are counted from it.
    pub(super) stood: Stood,
    /// Folded away as long as it says nothing.
    pub(super) rare: bool,
    /// What is said of a value that does not fit its field, as long as nothing else is written.
    misfit: Option<String>,
    /// The field was just entered: in a field that holds one short value, the first letter takes its place.
    pub fresh: bool,
}

/// The most suggestions under a field.
const MOST: usize = 8;

impl Entry {
    /// A field with its value in it.
    fn new(ctx: Ctx<'_>, field: &'static Field, value: Value) -> Self {
        let input = match (&field.kind, value) {
            (Type::Choice(list), Value::Choice(code)) => Input::Choice(code, TextBox::default()).known(list),
            (Type::Choice(list), _) => Input::Choice(default_code(list), TextBox::default()),
            (Type::Choices(_), Value::Choices(codes)) => {
                Input::Picks(codes.into_iter().map(Picked::Code).collect(), TextBox::default())
            }
            (Type::One(_) | Type::Many(_) | Type::Choices(_), value) => {
                Input::Picks(value.refs().iter().copied().map(Picked::Record).collect(), TextBox::default())
            }
            (Type::Long | Type::Pairs | Type::Checks, value) => {
                Input::Long(TextBox::of(words::value::show(&field.kind, &value, &|r| ctx.name(r))))
            }
            (_, value) => Input::Line(TextBox::of(words::value::show(&field.kind, &value, &|r| ctx.name(r)))),
        };
        let stood = Stood::default();
        Self {
            field,
            first: input.clone(),
            input,
            error: None,
            offers: vec![],
            offer: None,
            rare: false,
            misfit: None,
            fresh: false,
            stood,
        }
    }

    /// A field with the value of a record in it.
    pub fn of(ctx: Ctx<'_>, field: &'static Field, record: &Record) -> Self {
        let value = field.read(record);
        let mut entry = Self::new(ctx, field, value.clone());
        entry.stood = Stood::of(field, record, &value);
        if let (Value::Text(text), Some(fault)) = (&value, field.misfit(&value)) {
            entry.misfit = Some(words::custom::kept(text, &words::fault(&fault)));
            entry.error.clone_from(&entry.misfit);
        }
        entry
    }

    /// The same, folded away when it is no essential and says nothing: what is filled in by itself with the day of today
    /// in a new record says nothing either.
    #[must_use]
    pub(super) fn rare_in(self, record: &Record, is_new: bool) -> Self {
        let value = self.field.read(record);
        let by_itself = is_new && matches!(self.field.kind, Type::Past);
        let says = !self.field.is_default(&value) && !by_itself;
        let grouped = record.fields().iter().any(|f| f.traits.essential.is_some());
        Self { rare: grouped && self.field.traits.essential.is_none() && !says, ..self }
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        match &self.input {
            Input::Line(text) | Input::Long(text) => text.is_empty(),
            Input::Choice(..) => false,
            Input::Picks(picks, _) => picks.is_empty(),
        }
    }

    /// Whether it is another than when the form was opened.
    pub fn is_dirty(&self) -> bool {
        // The cursor is part of a text box, and moving it is not writing.
        match (&self.input, &self.first) {
            (Input::Line(now), Input::Line(then)) | (Input::Long(now), Input::Long(then)) => {
                now.text() != then.text()
            }
            (Input::Choice(now, _), Input::Choice(then, _)) => now != then,
            (Input::Picks(now, typed), Input::Picks(then, _)) => {
                now != then || !typed.text().trim().is_empty()
            }
            _ => true,
        }
    }

    /// Whether several may be taken.
    pub fn takes_many(&self) -> bool {
        matches!(self.field.kind, Type::Many(_) | Type::Choices(_))
    }

    /// The text that has the cursor.
    pub fn text(&self) -> &TextBox {
        match &self.input {
            Input::Line(t) | Input::Long(t) | Input::Choice(_, t) | Input::Picks(_, t) => t,
        }
    }

    /// The text that has the cursor, to be changed.
    pub fn text_mut(&mut self) -> &mut TextBox {
        match &mut self.input {
            Input::Line(t) | Input::Long(t) | Input::Choice(_, t) | Input::Picks(_, t) => t,
        }
    }

    /// The value written; `None` when it was not touched, so that nothing is lost by showing and reading it.
    ///
    /// # Errors
    /// What was expected.
    pub fn read(&self, ctx: Ctx<'_>) -> Result<Option<Value>, ValidationError> {
        if let Input::Picks(_, typed) = &self.input
            && !typed.text().trim().is_empty()
        {
            return Err(Fault::NotTaken(self.field.kind.target(), typed.text().trim().to_owned()).into());
        }
        if !self.is_dirty() {
            return Ok(None);
        }
        Ok(Some(match &self.input {
            Input::Line(t) | Input::Long(t) => self.understood(ctx, t.text())?,
            Input::Choice(code, _) => Value::Choice(*code),
            Input::Picks(picks, _) => self.taken(picks),
        }))
    }

    /// What a text means in this field.
    pub(super) fn understood(&self, ctx: Ctx<'_>, text: &str) -> Result<Value, ValidationError> {
        let (kind, calendar) = (&self.field.kind, ctx.book.workdays());
        let stepped = self.stood.step(kind, text, calendar).or_else(|| {
            let is_day = matches!(kind, Type::Date | Type::Past);
            let day = when::read_workdays(text, ctx.today(), calendar).filter(|_| is_day);
            day.map(Value::Date)
        });
        stepped.map_or_else(|| parse::read(kind, &words::value::typed(kind, text), ctx.now), Ok)
    }

    /// The record that something taken is.
    fn target(&self, picked: &Picked) -> Option<Ref> {
        match picked {
            Picked::Record(id) => Some(*id),
            Picked::New(id, _) => self.field.kind.target().map(|kind| Ref::new(kind, *id)),
            Picked::Code(_) => None,
        }
    }

    fn taken(&self, picks: &[Picked]) -> Value {
        let refs = || picks.iter().filter_map(|p| self.target(p));
        let codes = || picks.iter().filter_map(|p| if let Picked::Code(c) = p { Some(*c) } else { None });
        match (&self.field.kind, picks.is_empty()) {
            (_, true) => Value::Empty,
            (Type::Choices(_), _) => Value::Choices(codes().collect()),
            (Type::Many(_), _) => Value::Many(refs().collect()),
            _ => refs().next().map_or(Value::Empty, Value::One),
        }
    }

    /// Whether the whole value is marked, so that what is typed next takes its place.
    pub fn is_selected(&self) -> bool {
        let short = matches!(
            self.field.kind,
            Type::Date
                | Type::Moment
                | Type::Birthday
                | Type::Whole(..)
                | Type::Number
                | Type::Money
                | Type::Span
                | Type::Repeat
        );
        self.fresh && short && matches!(&self.input, Input::Line(text) if !text.is_empty())
    }

    /// Changes what is written; in an empty search the last one that was taken goes.
    pub fn edit(&mut self, ctx: Ctx<'_>, owner: &Record, edit: Edit<'_>) {
        self.error = None;
        if self.is_selected() {
            *self.text_mut() = TextBox::default();
        }
        self.fresh = false;
        let lines = matches!(self.input, Input::Long(_));
        match (&mut self.input, edit) {
            (Input::Picks(picks, typed), Edit::Erase(_)) if typed.is_empty() => drop(picks.pop()),
            _ => edit.apply(self.text_mut(), lines),
        }
        self.typed(ctx, owner);
    }

    /// Moves the cursor of a long text by a row; false at its ends, and in every other field.
    pub fn move_in_text(&mut self, by: isize, width: usize) -> bool {
        match &mut self.input {
            Input::Long(text) if by > 0 => text.down(width),
            Input::Long(text) => text.up(width),
            Input::Line(_) | Input::Choice(..) | Input::Picks(..) => false,
        }
    }

    /// Looks for what was typed.
    fn typed(&mut self, ctx: Ctx<'_>, owner: &Record) {
        if let (Input::Choice(code, typed), Type::Choice(list)) = (&mut self.input, &self.field.kind) {
            let needle = fold(typed.text());
            let found = list
                .iter()
                .find(|c| c.name.starts_with(&needle) || fold(words::choice(c)).starts_with(&needle));
            match found {
                Some(choice) => *code = choice.code,
                None => *typed = TextBox::default(),
            }
        }
        let Input::Picks(picks, typed) = &self.input else { return };
        if typed.text().trim().is_empty() {
            return self.look_around(ctx, owner);
        }
        self.offers = self.search(ctx, owner, picks, typed.text());
        self.offer = (!self.offers.is_empty()).then_some(0);
    }

    /// Offers the likeliest before anything is typed: none of them is marked.
    pub(super) fn look_around(&mut self, ctx: Ctx<'_>, owner: &Record) {
        (self.offers, self.offer) = (vec![], None);
        let Input::Picks(picks, typed) = &self.input else { return };
        let free = picks.is_empty() && typed.text().is_empty();
        let Some(kind) = self.field.kind.target().filter(|_| free) else { return };
        self.offers = likeliest(ctx, self.field, owner, kind).into_iter().map(Picked::Record).collect();
    }

    fn search(&self, ctx: Ctx<'_>, owner: &Record, picks: &[Picked], typed: &str) -> Vec<Picked> {
        let needle = fold(typed);
        let mut new = None;
        let mut offers: Vec<Picked> = match self.field.kind {
            Type::Choices(list) => {
                let fits = |c: &&Choice| fold(words::choice(c)).contains(&needle) || c.name.contains(&needle);
                list.iter().filter(fits).map(|c| Picked::Code(c.code)).collect()
            }
            Type::One(kind) | Type::Many(kind) => {
                let mut found = found(ctx, &needle, &[kind], 100);
                found.retain(|r| *r != owner.id());
                found.retain(|r| may_be(ctx, self.field, *r));
                new = fresh::offer(ctx, self.field, owner, typed, &found);
                // Among names that fit as well, those that are meant most likely.
                found.sort_by_cached_key(|r| {
                    (!is_named(ctx, &needle, *r), !is_near(ctx, self.field, owner, *r))
                });
                with_stand_ins(ctx, self.field, found).into_iter().map(Picked::Record).collect()
            }
            _ => vec![],
        };
        // Where only one is taken, typing its name again takes it again.
        offers.retain(|o| !self.takes_many() || !picks.contains(o));
        offers.truncate(MOST);
        // To make something new comes last, and is marked only where nothing else was found.
        offers.extend(new);
        offers
    }

    /// The marked offer.
    pub fn marked(&self) -> Option<&Picked> {
        self.offers.get(self.offer?)
    }

    /// Moves the mark among the offers; false where there is nothing to mark that way.
    pub fn step_offer(&mut self, by: isize) -> bool {
        let found = !self.text().is_empty();
        self.offer = match self.offer {
            // Up from the first of what is only likely leaves them all again.
            Some(0) if by < 0 && !found => None,
            Some(at) => Some(stepped(at, by, self.offers.len())),
            None if by > 0 && !self.offers.is_empty() => Some(0),
            None => return false,
        };
        true
    }

    /// Takes the marked offer; `id` is that of what it makes.
    pub fn take(&mut self, id: Uuid) {
        let many = self.takes_many();
        let Some(offer) = self.marked().cloned() else { return };
        let offer = if let Picked::New(_, name) = offer { Picked::New(id, name) } else { offer };
        if let Input::Picks(picks, typed) = &mut self.input {
            if !many {
                picks.clear();
            }
            picks.push(offer);
            *typed = TextBox::default();
        }
        self.error = None;
        self.leave();
    }

    /// Drops what was typed to find something.
    pub fn drop_search(&mut self) {
        if let Input::Picks(_, typed) | Input::Choice(_, typed) = &mut self.input {
            *typed = TextBox::default();
        }
        self.leave();
    }

    /// Shows a date as it was understood, so that "fri" does not mean another day in a draft of tomorrow.
    pub fn settle(&mut self, ctx: Ctx<'_>) {
        if let (Input::Line(text), Type::Date | Type::Past | Type::Moment) = (&self.input, &self.field.kind)
            && self.is_dirty()
            && let Ok(value) = self.understood(ctx, text.text())
        {
            self.stood.settle(&value);
            self.input =
                Input::Line(TextBox::of(words::value::show(&self.field.kind, &value, &|r| ctx.name(r))));
        }
    }

    /// What is wrong with what stands here: what is written cannot be read, or what stood here does not fit and was left so.
    pub(super) fn complaint(&self, ctx: Ctx<'_>) -> Option<String> {
        let kept = || self.misfit.clone().filter(|_| !self.is_dirty());
        self.read(ctx).err().map(|error| words::fault(&error.fault)).or_else(kept)
    }

    /// Forgets offers when the keys go elsewhere.
    pub fn leave(&mut self) {
        self.fresh = false;
        self.offers.clear();
        self.offer = None;
        if let Input::Choice(_, typed) = &mut self.input {
            *typed = TextBox::default();
        }
    }

    /// Takes the next or the last of a few choices, round the corner.
    pub fn turn(&mut self, by: isize) {
        if let (Input::Choice(code, typed), Type::Choice(list)) = (&mut self.input, &self.field.kind) {
            let at = list.iter().position(|c| c.code == *code).unwrap_or(0);
            let all = isize::try_from(list.len()).unwrap_or(1).max(1);
            let next = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(all);
            *code = list.get(usize::try_from(next).unwrap_or(0)).map_or(*code, |c| c.code);
            *typed = TextBox::default();
        }
    }

    /// What an offer or something taken is called.
    pub fn name(&self, ctx: Ctx<'_>, picked: &Picked) -> String {
        match picked {
            Picked::Record(id) => ctx.name(*id),
            Picked::Code(code) => words::value::word(&self.field.kind, *code).to_owned(),
            Picked::New(id, name) if id.is_nil() => {
                words::boxes::offer_new(self.field.kind.target().map_or("", words::of_kind), name)
            }
            Picked::New(_, name) => words::boxes::is_new(name),
        }
    }

    /// What tells an offer from others of its name.
    pub fn detail(&self, ctx: Ctx<'_>, picked: &Picked) -> String {
        match picked {
            Picked::Record(id) => detail(ctx, *id),
            Picked::Code(_) => String::new(),
            Picked::New(..) => words::boxes::added_with().to_owned(),
        }
    }
}
