//! Where one was: back and forward through lists, cards and pages, as in a browser.

use crate::app::detail::Detail;
use crate::app::layers::Layer;
use crate::app::list_pane::Focus;
use crate::app::{Model, Pane, Screen};
use crate::domain::{Book, Ref};
use std::collections::VecDeque;

/// How many places are kept; those before them are forgotten.
pub const MOST: usize = 100;

/// A record that is read, at one of its pages.
type Read = (Ref, usize);

/// A place one can come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pane: Pane,
    waiting_from: Option<Pane>,
    view: usize,
    /// The row that was marked, and the page beside it.
    marked: Option<Read>,
    /// Whether the record of the row had the keys.
    reading: bool,
    /// The cards over it, the last on top.
    cards: Vec<Read>,
}

impl Place {
    fn of(screen: &Screen) -> Self {
        let browse = screen.browse();
        let cards =
            screen.layers.iter().filter_map(|l| if let Layer::Card(card) = l { Some(card) } else { None });
        Self {
            pane: screen.pane,
            waiting_from: screen.waiting_from,
            view: browse.view,
            marked: browse.record().map(|id| (id, browse.detail.page)),
            reading: browse.focus == Focus::Record,
            cards: cards.filter_map(|card| Some((card.of?, card.page))).collect(),
        }
    }

    /// What is looked at: of a list all of its rows, however the mark moves; of a record this page of it.
    fn seen(&self) -> (Pane, bool, usize, Option<Read>) {
        let record = self.cards.last().copied().or(self.marked.filter(|_| self.reading));
        (self.pane, self.waiting_from.is_some(), self.view, record)
    }

    /// Whether all that is looked at is still in the book.
    fn is_there(&self, book: &Book) -> bool {
        let below = self.marked.filter(|_| self.reading);
        self.cards.iter().chain(&below).all(|(id, _)| book.get(*id).is_some())
    }
}

/// The places before and behind the one where one is, the nearest last.
#[derive(Clone, Debug, Default)]
pub struct Visited {
    back: VecDeque<Place>,
    forward: VecDeque<Place>,
    /// How often something was noted or gone along.
    moves: usize,
}

impl Visited {
    fn side(&mut self, back: bool) -> &mut VecDeque<Place> {
        if back { &mut self.back } else { &mut self.forward }
    }
}

impl Model {
    /// Where one is, before something is done that may lead elsewhere.
    pub(in crate::app) fn leaving(&self) -> (Place, usize) {
        (Place::of(&self.screen), self.session.visited.moves)
    }

    /// Keeps the place one came from, when it is another one, and what was done did not keep it itself.
    pub(in crate::app) fn note_left(&mut self, (left, moves): (Place, usize)) {
        if left.seen() == Place::of(&self.screen).seen() || moves != self.session.visited.moves {
            return;
        }
        let Visited { back, forward, moves } = &mut self.session.visited;
        *moves += 1;
        forward.clear();
        back.push_back(left);
        if back.len() > MOST {
            back.pop_front();
        }
    }

    /// Whether there is a place to go back to, or forward.
    pub(in crate::app) fn has_visited(&self, back: bool) -> bool {
        let Visited { back: before, forward, .. } = &self.session.visited;
        let here = Place::of(&self.screen);
        let mut side = if back { before } else { forward }.iter();
        side.any(|place| place.is_there(&self.data.book) && place.seen() != here.seen())
    }

    /// Goes back to where one was, or forward again. What is not in the book any more is passed over.
    pub(in crate::app) fn go_along(&mut self, back: bool) {
        let here = Place::of(&self.screen);
        self.session.visited.moves += 1;
        while let Some(place) = self.session.visited.side(back).pop_back() {
            if place.is_there(&self.data.book) && place.seen() != here.seen() {
                self.session.visited.side(!back).push_back(here);
                self.come_to(&place);
                return;
            }
        }
    }

    /// Shows a place as it was left.
    fn come_to(&mut self, place: &Place) {
        let (screen, ctx) = (&mut self.screen, self.data.ctx());
        screen.go(place.pane);
        screen.waiting_from = place.waiting_from;
        let browse = screen.browse_mut();
        browse.leave_record();
        (browse.view, browse.stale) = (place.view, true);
        if let Some((id, page)) = place.marked.filter(|(id, _)| ctx.book.get(*id).is_some()) {
            browse.choose(ctx, id);
            (browse.detail.page, browse.detail.fresh) = (page, false);
            if place.reading {
                browse.enter_record();
            }
        }
        let card = |(id, page): &Read| Layer::Card(Box::new(Detail { page: *page, ..Detail::of(*id) }));
        screen.layers.extend(place.cards.iter().map(card));
    }
}
