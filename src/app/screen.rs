//! What is looked at: the panes, what lies over them, and what the last frame told.

use crate::app::command::{Command, Guard, Keys, PageCommand, Scope};
use crate::app::ctx::Ctx;
use crate::app::data::Data;
use crate::app::detail::Detail;
use crate::app::keyed::{Drawn, Keyed};
use crate::app::layers::Layer;
use crate::app::list_pane::{Focus, ListPane};
use crate::app::lists::{LONGEST, Pane, UNSORTED, WAITING};
use crate::app::pages::pages;
use crate::app::places::{Place, Seen};
use crate::app::sheet::ReadMonth;
use crate::domain::{Kind, Ref};
use chrono::NaiveDate;

/// What is looked at.
#[derive(Clone, Debug)]
pub struct Screen {
    /// The pane that is open.
    pub pane: Pane,
    /// The panes, in the order of [`Pane::ALL`], and behind them what waits for others.
    pub panes: Vec<ListPane>,
    /// What lies over the pane; the last one has the keys.
    pub layers: Vec<Layer>,
    /// While one looks at what waits for others: the pane one came from.
    pub waiting_from: Option<Pane>,
    /// The month beside a field for a day, as it was read last.
    pub month: Option<ReadMonth>,
    /// What the last frame told.
    pub drawn: Drawn,
    /// What can be clicked; nothing once something changed that was not drawn yet.
    pub places: Vec<Place>,
    /// Whether list and record stand one at a time, however wide the screen is.
    pub alone: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            pane: Pane::default(),
            panes: Pane::ALL.into_iter().map(ListPane::of).chain([ListPane::waiting()]).collect(),
            waiting_from: None,
            layers: vec![],
            month: None,
            drawn: Drawn::default(),
            places: vec![],
            alone: false,
        }
    }
}

impl Screen {
    /// Which of the panes is open.
    pub(in crate::app) fn at(&self) -> usize {
        if self.waiting_from.is_some() { Pane::ALL.len() } else { self.pane as usize }
    }

    /// The open pane.
    pub fn browse(&self) -> &ListPane {
        &self.panes[self.at()]
    }

    /// The open pane, to be changed.
    pub fn browse_mut(&mut self) -> &mut ListPane {
        let at = self.at();
        &mut self.panes[at]
    }

    /// Who has the keys: the last layer, else the open pane.
    pub fn keyed(&self) -> &dyn Keyed {
        self.layers.last().map_or(self.browse(), Layer::keyed)
    }

    /// Who has the keys, to be asked.
    pub fn keyed_mut(&mut self) -> &mut dyn Keyed {
        let at = self.at();
        match self.layers.last_mut() {
            Some(layer) => layer.keyed_mut(),
            None => &mut self.panes[at],
        }
    }

    /// Which keys are open now.
    pub fn keys(&self) -> Keys {
        self.keyed().keys()
    }

    /// Which keys would be open if no menu, palette or help were.
    pub fn keys_below_commands(&self) -> Keys {
        let below = self.layers.iter().rev().find(|l| !l.shows_commands());
        below.map_or(self.browse() as &dyn Keyed, Layer::keyed).keys()
    }

    /// The scopes that are open now, innermost first.
    pub fn scopes(&self) -> &'static [Scope] {
        self.keys().scopes()
    }

    /// Whether letters are text now.
    pub fn is_typing(&self) -> bool {
        self.keys().is_typing()
    }

    /// Keeps what the frame told, so that paging and scrolling know the screen.
    pub fn note(&mut self, seen: Seen) {
        let drawn = seen.drawn;
        (self.drawn, self.places) = (drawn, seen.places);
        self.keyed_mut().drawn(drawn.layer_top);
        // A text that was scrolled beyond its end stands at its end from now on.
        if drawn.document_rows > 0 {
            let detail = self.detail_mut();
            if detail.item.is_none() {
                detail.top = drawn.document_top;
            }
        }
    }

    /// The record that is read: the topmost card, or the one beside the list.
    pub fn detail(&self) -> &Detail {
        let card =
            self.layers.iter().rev().find_map(|l| if let Layer::Card(r) = l { Some(&**r) } else { None });
        card.unwrap_or(&self.browse().detail)
    }

    /// The record that is read, to be changed.
    pub fn detail_mut(&mut self) -> &mut Detail {
        let at = self.at();
        let card = self
            .layers
            .iter_mut()
            .rev()
            .find_map(|l| if let Layer::Card(r) = l { Some(&mut **r) } else { None });
        match card {
            Some(detail) => detail,
            None => &mut self.panes[at].detail,
        }
    }

    /// Whether a card lies over the pane.
    pub fn has_card(&self) -> bool {
        self.layers.iter().any(|l| matches!(l, Layer::Card(_)))
    }

    /// Whether the keys move in a record rather than in a list.
    pub fn is_reading(&self) -> bool {
        self.has_card() || self.browse().focus == Focus::Record
    }

    /// What is around the subject, the nearest first.
    pub fn context(&self) -> Vec<Ref> {
        let mut out: Vec<Ref> = vec![];
        if self.is_reading() {
            out.extend(self.detail().target());
        }
        let cards = self.layers.iter().rev().filter_map(|l| if let Layer::Card(r) = l { r.of } else { None });
        out.extend(cards);
        out.extend(self.browse().record());
        out
    }

    /// What `add` writes down here.
    pub fn adds(&self) -> Kind {
        let page = self.detail().page().filter(|_| self.is_reading());
        page.and_then(|p| p.adds).unwrap_or(if self.has_card() { Kind::Task } else { self.pane.spec().adds })
    }

    /// The day whose month stands beside the topmost field for a day, if there is such a field.
    pub fn day_in_sight(&self, ctx: Ctx<'_>) -> Option<NaiveDate> {
        let meant = self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Form(form) => Some(form.entry().filter(|entry| entry.is_day())?.day(ctx)),
            Layer::Later(later) => Some(later.day(ctx)),
            _ => None,
        })?;
        Some(meant.unwrap_or(ctx.today()))
    }

    /// Everything shown is read afresh before the next frame.
    pub fn forget(&mut self) {
        self.month = None;
        for pane in &mut self.panes {
            pane.stale = true;
        }
        for layer in &mut self.layers {
            match layer {
                Layer::Card(detail) => detail.fresh = false,
                Layer::Month(month) => month.fresh = false,
                Layer::Pairs(pairs) => pairs.fresh = false,
                _ => {}
            }
        }
    }

    /// Opens a pane; going where one is already leads back to its list.
    pub fn go(&mut self, pane: Pane) {
        self.layers
            .retain(|l| !matches!(l, Layer::Card(_) | Layer::Month(_) | Layer::Pairs(_) | Layer::Inbox(_)));
        if self.pane == pane {
            self.browse_mut().leave_record();
        }
        (self.pane, self.waiting_from) = (pane, None);
    }

    /// Goes into the record beside the list.
    pub fn enter_record(&mut self) {
        self.browse_mut().enter_record();
    }

    /// List and record side by side, then the list alone, then the record alone.
    pub fn turn_layout(&mut self) {
        match (self.alone, self.browse().focus) {
            (false, _) => self.alone = true,
            (true, Focus::List) if self.browse().record().is_some() => self.enter_record(),
            (true, _) => {
                self.alone = false;
                self.browse_mut().leave_record();
            }
        }
    }

    /// Turns the record that is read `by` pages on.
    pub fn turn_page(&mut self, data: &Data, by: isize) {
        let detail = self.detail_mut();
        detail.turn(by);
        detail.refresh(data.ctx(), data.history.as_ref());
    }

    /// Turns the record that is read to the page of this number, the first being 0.
    pub fn turn_to_page(&mut self, data: &Data, page: usize) {
        let by = page.cast_signed() - self.detail().page.cast_signed();
        self.turn_page(data, by);
    }

    /// Turns the record in sight to a page; where it stands behind its list, it comes into sight.
    pub fn turn_to(&mut self, data: &Data, command: PageCommand) {
        let of = self.detail().of;
        let Some(Guard::HasPage(name)) = Command::from(command).spec(&[]).map(|spec| spec.when) else {
            return;
        };
        let Some(page) = of.and_then(|of| pages(of.kind).iter().position(|page| page.name == name)) else {
            return;
        };
        if !self.is_reading() && self.drawn.beside.is_none() {
            self.enter_record();
        }
        self.turn_to_page(data, page);
    }

    /// Shows a record: in its list, when there is one; else on a card.
    pub fn show(&mut self, data: &Data, id: Ref) {
        match Pane::of(id.kind) {
            Some(pane) => {
                self.go(pane);
                self.choose(data, id);
                self.enter_record();
            }
            None => self.layers.push(Layer::Card(Box::new(Detail::of(id)))),
        }
    }

    /// Shows a record at its page of this name, when it has one.
    pub fn show_page(&mut self, data: &Data, id: Ref, name: &str) {
        self.show(data, id);
        let place = pages(id.kind).iter().position(|page| page.name == name);
        let detail = self.detail_mut();
        (detail.page, detail.fresh) = (place.unwrap_or(0), false);
    }

    /// Chooses a record in the open list, at its first page.
    pub fn choose(&mut self, data: &Data, id: Ref) {
        let browse = self.browse_mut();
        browse.choose(data.ctx(), id);
        browse.detail.page = 0;
    }

    /// Moves the mark of the record that is read, or of the list.
    pub fn move_mark(&mut self, by: isize) {
        if self.is_reading() { self.detail_mut().step(by) } else { self.browse_mut().step(by) }
    }

    /// Shows what others hold, oldest first; once more leads back to where one came from.
    pub fn go_waiting(&mut self) {
        if self.leave_waiting() {
            return;
        }
        let from = self.pane;
        self.go(Pane::Requests);
        self.waiting_from = Some(from);
        let browse = self.browse_mut();
        browse.sort_by(LONGEST);
        (browse.view, browse.focus, browse.stale) = (WAITING, Focus::List, true);
    }

    /// Goes back from what waits for others to where one came from; says whether one was there.
    pub fn leave_waiting(&mut self) -> bool {
        let Some(from) = self.waiting_from.take() else { return false };
        self.go(from);
        true
    }

    /// Shows the clients that nobody sorted yet.
    pub fn go_unsorted(&mut self) {
        self.go(Pane::Clients);
        let browse = self.browse_mut();
        (browse.view, browse.focus, browse.stale) = (UNSORTED, Focus::List, true);
    }

    /// From now on the filter of the list is typed.
    pub fn begin_filter(&mut self) {
        let browse = self.browse_mut();
        (browse.focus, browse.stale, browse.filtering) = (Focus::List, true, true);
    }

    /// Shows another of the list's views, so many behind or before this one; in a record with a chart, weeks instead of all
    /// days.
    pub fn turn_view(&mut self, by: isize) {
        if self.is_reading() && self.detail().has_chart() {
            let detail = self.detail_mut();
            detail.weeks = !detail.weeks;
            return;
        }
        let views = isize::try_from(self.pane.spec().views.len()).unwrap_or(1).max(1);
        let browse = self.browse_mut();
        let at = (isize::try_from(browse.view).unwrap_or(0) + by).rem_euclid(views);
        (browse.focus, browse.stale, browse.view) = (Focus::List, true, usize::try_from(at).unwrap_or(0));
    }

    /// Turns the order of the list round.
    pub fn turn_order(&mut self) {
        let browse = self.browse_mut();
        (browse.focus, browse.stale, browse.reverse) = (Focus::List, true, !browse.reverse);
    }
}
