//! The walk along a line: what each piece means, from left to right, and what is left for the title.

use super::date_words;
use super::dates::{Phrase, Toward, phrase};
use super::token::{Token, split};
use super::words::{self, is_after_wish, is_ourselves, is_wish};
use super::{Doubt, Main, OfName, Part, Place, What};
use crate::domain::{Book, ClientId, Moment, Touch};
use chrono::{NaiveDate, NaiveTime};

/// A client that was found in a line: at which piece, how many pieces long, which one.
pub(super) type Found = (usize, usize, ClientId);

/// How far into a line somebody may be named who wishes for something, in pieces.
const WISHER: usize = 6;

/// What is expected in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Names.
    Head,
    /// Text that followed them as it is.
    Text,
    /// Text after a colon.
    Body,
}

/// A line being read.
#[allow(clippy::struct_excessive_bools, reason = "each was met or not, whatever the others")]
pub(super) struct Reader<'a> {
    pub(super) line: &'a str,
    pub(super) book: &'a Book,
    pub(super) now: Moment,
    /// Where one stands.
    pub(super) here: Place,
    pub(super) tokens: Vec<Token>,
    pub(super) kind: Main,
    pub(super) parts: Vec<Part>,
    pub(super) doubts: Vec<Doubt>,
    /// Clients that an earlier walk found.
    pub(super) fixed: &'a [Found],
    pub(super) found: Vec<Found>,
    /// The kind was said.
    pub(super) said: bool,
    /// The line says that it took place.
    pub(super) past: bool,
    /// The line names somebody, and who that is was asked.
    pub(super) asked_who: bool,
    /// Where the walk begins.
    pub(super) start: usize,
    /// The piece with the verb of a wish, when it is known before the walk.
    pub(super) awaited: Option<usize>,
    /// The verb of a wish: its first piece and the one after it.
    pub(super) verb: Option<(usize, usize)>,
    /// Pieces that stay in the title; `true` for those that name nobody.
    pub(super) kept: Vec<Option<bool>>,
    /// What is expected.
    pub(super) stage: Stage,
    /// Text was met since the beginning or the colon.
    pub(super) text: bool,
    pub(super) day: Option<NaiveDate>,
    pub(super) time: Option<NaiveTime>,
    pub(super) exact: Option<Moment>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(line: &'a str, book: &'a Book, now: Moment, here: Place, fixed: &'a [Found]) -> Self {
        let tokens = split(line);
        let kept = vec![None; tokens.len()];
        let mut reader = Self {
            line,
            book,
            now,
            here,
            tokens,
            kind: Main::Touch(Touch::Note),
            parts: vec![],
            doubts: vec![],
            fixed,
            found: vec![],
            said: false,
            past: false,
            asked_who: false,
            start: 0,
            awaited: None,
            verb: None,
            kept,
            stage: Stage::Head,
            text: false,
            day: None,
            time: None,
            exact: None,
        };
        reader.find_kind();
        reader
    }

    pub(super) fn fold(&self, at: usize) -> &str {
        self.tokens.get(at).filter(|t| t.sigil.is_none() && !t.quoted).map_or("", |t| t.fold.as_str())
    }

    /// What the line becomes: said by its first word, by somebody who wishes for something, or told by its marks.
    fn find_kind(&mut self) {
        let two = self.fold(0) == "follow" && self.fold(1) == "up";
        let kind = if two { Some(Main::FollowUp) } else { words::kind(self.fold(0)) };
        if let Some(kind) = kind {
            self.start = if two { 2 } else { 1 };
            self.kind = kind;
            self.said = true;
            self.past = date_words::is_past_kind(self.fold(0)) || self.has_past_mark();
            self.part(0, self.start, What::Kind(kind));
            return;
        }
        let wisher = (0..self.tokens.len().min(WISHER)).find(|at| self.verb_len(*at).is_some());
        if wisher.is_some() && !is_ourselves(self.fold(0)) {
            self.kind = Main::Request;
            self.said = true;
            self.awaited = wisher;
            return;
        }
        let marked = self.tokens.iter().any(|t| matches!(t.sigil, Some('!' | '@')));
        let due = (0..self.tokens.len()).filter_map(|at| self.phrase(at, Toward::Future)).any(|p| p.deadline);
        if marked || due {
            self.kind = Main::Task;
        }
    }

    /// The date that begins at a piece of the line; working days are those of the calendars in the book.
    pub(super) fn phrase(&self, at: usize, look: Toward) -> Option<Phrase> {
        phrase(self.line, &self.tokens, at, (self.now, self.book.workdays()), look)
    }

    /// Whether a word before the text says that it took place.
    fn has_past_mark(&self) -> bool {
        let end =
            self.tokens.iter().position(Token::colon).map_or(self.tokens.len().min(WISHER), |at| at + 1);
        (1..end).any(|at| date_words::is_past_mark(self.fold(at)))
    }

    /// Walks along the line.
    pub(super) fn run(mut self) -> Self {
        let mut at = self.start;
        while at < self.tokens.len() {
            // "Sent" before its day says that it took place, and nothing else.
            if self.is_head()
                && self.past
                && date_words::is_past_mark(self.fold(at))
                && self.phrase_at(at + 1).is_some()
            {
                at += 1;
                continue;
            }
            let used = self.meaning(at).unwrap_or(0);
            if used == 0 {
                self.keep(at);
            }
            let end = at + used.max(1);
            // "Isar: Sabine needs ..." goes on with a name.
            let named = self.awaited.is_some_and(|verb| end <= verb) && self.is_head();
            if self.tokens.get(end - 1).is_some_and(Token::colon) && !named {
                self.stage = Stage::Body;
                self.text = false;
            }
            at = end;
        }
        self
    }

    /// What the piece here means, with those that belong to it: their number.
    fn meaning(&mut self, at: usize) -> Option<usize> {
        self.slip_of_kind(at)
            .or_else(|| self.way(at))
            .or_else(|| self.marked(at))
            .or_else(|| self.wish(at))
            .or_else(|| self.asap(at))
            .or_else(|| self.minutes(at))
            .or_else(|| self.effort(at))
            .or_else(|| self.date(at))
            .or_else(|| self.name(at))
            .or_else(|| self.near_name(at))
    }

    /// Whether nothing but marks comes here: the text is over.
    pub(super) fn is_end(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|t| t.sigil.is_some())
    }

    /// Whether a day or a time of a touch was taken.
    pub(super) fn is_dated(&self) -> bool {
        self.parts.iter().any(|p| matches!(p.what, What::At(_)))
    }

    /// The clients that were found.
    pub(super) fn clients(&self) -> Vec<Found> {
        self.found.clone()
    }

    /// A piece is text.
    fn keep(&mut self, at: usize) {
        let Some(token) = self.tokens.get(at) else { return };
        let says = !token.words.is_empty();
        // A name is expected here, and this looks like one.
        let alone =
            !self.parts.iter().any(|p| matches!(p.what, What::Client(_) | What::Contact(_) | What::Unclear));
        let named = self.said && self.kind != Main::Task && !self.is_note();
        let new = says && named && self.is_head() && token.capital && (token.colon() || alone);
        if new && self.likely(at).is_none() {
            self.doubts.push(Doubt::about(token.core.clone(), OfName::NotInBook));
        }
        if says {
            if self.is_head() {
                self.stage = Stage::Text;
            }
            self.text = true;
        }
        self.kept[at] = Some(true);
    }

    pub(super) fn is_head(&self) -> bool {
        self.stage == Stage::Head
    }

    pub(super) fn is_note(&self) -> bool {
        self.kind == Main::Touch(Touch::Note)
    }

    /// Notes down what `count` pieces from `at` on mean.
    pub(super) fn part(&mut self, at: usize, count: usize, what: What) {
        let ends = self.tokens.get(at).zip(self.tokens.get((at + count).saturating_sub(1)));
        let Some((first, last)) = ends else { return };
        let quoted = last.quoted.then(|| last.raw.end - tail(&self.line[last.core.end..last.raw.end]));
        let range = first.raw.start..quoted.unwrap_or(last.core.end.max(first.raw.start + 1));
        self.parts.push(Part { range, what, doubt: None, kept: false });
    }

    /// A doubt about the part that was noted down last.
    pub(super) fn doubt(&mut self, doubt: impl Into<Doubt>) {
        if let Some(part) = self.parts.last_mut() {
            part.doubt = Some(doubt.into());
        }
    }

    /// Something that stays in the title because it was not understood.
    pub(super) fn unclear(&mut self, at: usize, count: usize, doubt: impl Into<Doubt>) {
        self.part(at, count, What::Unclear);
        self.doubt(doubt);
        self.stay(at, count, true);
    }

    pub(super) fn stay(&mut self, at: usize, count: usize, text: bool) {
        if let Some(part) = self.parts.last_mut() {
            part.kept = true;
        }
        for kept in self.kept.iter_mut().skip(at).take(count) {
            *kept = Some(text);
        }
    }

    /// How many pieces the verb of a wish takes that begins here.
    pub(super) fn verb_len(&self, at: usize) -> Option<usize> {
        let pronoun = usize::from(matches!(self.fold(at), "she" | "he" | "they" | "who" | "που"));
        let verb = at + pronoun;
        let two = matches!(
            (self.fold(verb), self.fold(verb + 1)),
            ("would", "like") | ("θα", "ηθελε" | "ηθελαν" | "θελει")
        );
        if !two && !is_wish(self.fold(verb)) {
            return None;
        }
        let end = verb + if two { 2 } else { 1 };
        let asks = self.fold(verb).starts_with("ask") || self.fold(verb).starts_with("wish");
        Some(end - at + usize::from(asks && is_after_wish(self.fold(end))))
    }

    /// Somebody wishes for something: what follows is the wish.
    fn wish(&mut self, at: usize) -> Option<usize> {
        let may = self.verb.is_none() && matches!(self.kind, Main::Touch(_) | Main::Request);
        let here = self.awaited.map_or(!self.text && self.said, |v| v == at);
        if !may || !here {
            return None;
        }
        let len = self.verb_len(at)?;
        if let Main::Touch(touch) = self.kind {
            self.kind = Main::Heard(touch);
        }
        self.part(at, len, What::Wish);
        self.verb = Some((at, at + len));
        // At the beginning of a line ("wants Maria a banner", «θέλει η Μαρία ...») the names still follow.
        if self.is_head() && at != self.start {
            self.stage = Stage::Text;
        }
        self.text = false;
        Some(len)
    }
}

/// How much of what follows a quotation is punctuation.
fn tail(after: &str) -> usize {
    after.chars().skip(1).map(char::len_utf8).sum()
}
