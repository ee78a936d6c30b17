//! What else holds for a field, besides what may stand in it.

use super::reach::WayKind;

/// Where a field is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// In forms and in the record.
    Editable,
    /// In the record only: the program keeps it.
    ReadOnly,
    /// Nowhere on screen; in files and in the history.
    Hidden,
}

/// Which people a field means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody; people of the client that the record is about are meant most likely.
    Anybody,
    /// Anybody; colleagues are meant most likely.
    MostlyColleagues,
    /// Colleagues only.
    Colleagues,
}

/// What a person belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// A client.
    Client,
    /// A department of the own company.
    Department,
}

/// What else holds for a field.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each holds or does not, whatever the others do")]
pub struct Traits {
    /// Where it is shown.
    pub visibility: Visibility,
    /// Must not be empty.
    pub required: bool,
    /// The record belongs to what this field points at, and goes to the bin with it.
    pub owner: bool,
    /// Stands first when the record is named.
    pub title: bool,
    /// The record is called like what this field points at, or by this word where it points at nothing.
    pub named_after: Option<&'static str>,
    /// A new record takes it from the place it is written down at: what is around, today, now.
    pub prefilled: bool,
    /// What this field points at is around the record: new ones written down beside it may be about that as well.
    pub leads_on: bool,
    /// Which people are meant.
    pub who: Who,
    /// Whoever stands in for somebody who is away is offered as well.
    pub covered: bool,
    /// Has a meaning only for people of such a home.
    pub only_of: Option<Home>,
    /// The record comes after what this field points at.
    pub waits_for: bool,
    /// The day it is to be done by as things stand: of several the one with the lowest number that is filled in. The
    /// first is the one that is moved.
    pub due: Option<u8>,
    /// The day the client is promised.
    pub promise: bool,
    /// The day until which the record stays out of Today.
    pub snooze: bool,
    /// The day of what was seen: what turns on it asks for nothing more.
    pub seen: bool,
    /// The day it was done: it is open until this is filled in, which ticking it off does.
    pub closes: bool,
    /// Words of one's own by which records are sorted and marked.
    pub tags: bool,
    /// How the record is reached by what stands in it, and what that is called; phones and mails with labels say so by their
    /// type.
    pub way: Option<(WayKind, &'static str)>,
    /// Stands on the first page of the record, in the order of these numbers.
    pub glance: Option<u8>,
    /// Stands in sight when a form opens, in the order of these numbers. A kind that marks none shows all its fields.
    pub essential: Option<u8>,
    /// Under which heading it folds out in a form when it is not essential; empty for the last one, *More*.
    pub group: &'static str,
}

impl Traits {
    /// A field of forms, of which nothing else holds.
    pub const PLAIN: Self = Self {
        visibility: Visibility::Editable,
        required: false,
        owner: false,
        title: false,
        named_after: None,
        prefilled: false,
        leads_on: false,
        who: Who::Anybody,
        covered: false,
        only_of: None,
        waits_for: false,
        due: None,
        promise: false,
        snooze: false,
        seen: false,
        closes: false,
        tags: false,
        way: None,
        glance: None,
        essential: None,
        group: "",
    };
    /// Must be filled in.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }
    /// Points at what the record belongs to.
    #[must_use]
    pub const fn owner(self) -> Self {
        Self { owner: true, ..self }
    }
    /// Names the record.
    #[must_use]
    pub const fn title(self) -> Self {
        Self { title: true, ..self }
    }
    /// The record is called like what this points at; `nobody` where that is empty.
    #[must_use]
    pub const fn named_after(self, nobody: &'static str) -> Self {
        Self { named_after: Some(nobody), ..self }
    }
    /// Taken from the place a new record is written down at.
    #[must_use]
    pub const fn prefilled(self) -> Self {
        Self { prefilled: true, ..self }
    }
    /// What it points at is around the record.
    #[must_use]
    pub const fn leads_on(self) -> Self {
        Self { leads_on: true, ..self }
    }
    /// Colleagues are meant most likely.
    #[must_use]
    pub const fn mostly_colleagues(self) -> Self {
        Self { who: Who::MostlyColleagues, ..self }
    }
    /// Nobody but colleagues.
    #[must_use]
    pub const fn colleagues(self) -> Self {
        Self { who: Who::Colleagues, ..self }
    }
    /// Stand-ins are offered as well.
    #[must_use]
    pub const fn covered(self) -> Self {
        Self { covered: true, ..self }
    }
    /// Only for people of a client, or only for colleagues.
    #[must_use]
    pub const fn only_of(self, home: Home) -> Self {
        Self { only_of: Some(home), ..self }
    }
    /// Points at what must come before.
    #[must_use]
    pub const fn waits_for(self) -> Self {
        Self { waits_for: true, ..self }
    }
    /// The day it is to be done by; `nth` among those of its kind.
    #[must_use]
    pub const fn due(self, nth: u8) -> Self {
        Self { due: Some(nth), ..self }
    }
    /// The day the client is promised.
    #[must_use]
    pub const fn promise(self) -> Self {
        Self { promise: true, ..self }
    }
    /// The day until which the record stays out of Today.
    #[must_use]
    pub const fn snooze(self) -> Self {
        Self { snooze: true, ..self }
    }
    /// The day of what was seen.
    #[must_use]
    pub const fn seen(self) -> Self {
        Self { seen: true, ..self }
    }
    /// The day it was done.
    #[must_use]
    pub const fn closes(self) -> Self {
        Self { closes: true, ..self }
    }
    /// Words that sort and mark the record.
    #[must_use]
    pub const fn tags(self) -> Self {
        Self { tags: true, ..self }
    }
    /// What the record is reached by.
    #[must_use]
    pub const fn way(self, kind: WayKind, label: &'static str) -> Self {
        Self { way: Some((kind, label)), ..self }
    }
    /// Stands on the first page, as the `nth`.
    #[must_use]
    pub const fn glance(self, nth: u8) -> Self {
        Self { glance: Some(nth), ..self }
    }
    /// Stands in sight when a form opens, as the `nth`.
    #[must_use]
    pub const fn essential(self, nth: u8) -> Self {
        Self { essential: Some(nth), ..self }
    }
    /// Folds out in a form under this heading.
    #[must_use]
    pub const fn group(self, group: &'static str) -> Self {
        Self { group, ..self }
    }
    /// Kept by the program, shown to people.
    #[must_use]
    pub const fn shown(self) -> Self {
        Self { visibility: Visibility::ReadOnly, ..self }
    }
    /// Kept by the program.
    #[must_use]
    pub const fn hidden(self) -> Self {
        Self { visibility: Visibility::Hidden, ..self }
    }
}
