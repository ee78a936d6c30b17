//! A file of cards, taken apart.

use super::super::encoding;
use super::super::lines::{Line, escape, logical, parts, unescape};
use super::super::{ImportError, Note};
use super::said::{About, is_idle};
use crate::words::exchange::of_cards;
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// One card.
#[derive(Clone, Debug)]
pub(super) struct Card {
    /// The line it begins on, from 1.
    pub(super) line: u64,
    /// Its lines, in the form of vCard 4.0; `BEGIN` and `END` are none.
    pub(super) lines: Vec<Line>,
    /// Lines that have no name, each with its number: what was written into a card by hand, or broken up wrongly.
    pub(super) nameless: Vec<(u64, String)>,
}

/// The cards of a file, and what stands outside all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Cards {
    pub(super) cards: Vec<Card>,
    pub(super) notes: Vec<Note>,
}

/// The text of a file: old telephones write each line in the encoding that it names.
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    let mark = b"CHARSET=";
    let says = |line: &[u8]| -> Option<&'static Encoding> {
        let head = line.split(|b| *b == b':').next()?;
        let at = head.windows(mark.len()).position(|part| part.eq_ignore_ascii_case(mark))?;
        let label = head.get(at + mark.len()..)?.split(|b| matches!(b, b';' | b',')).next()?;
        Encoding::for_label(label)
    };
    if Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return encoding::decode(bytes).map(|(text, _)| text);
    }
    let lines: Vec<&[u8]> = bytes.split(|b| *b == b'\n').collect();
    if !lines.iter().any(|line| says(line).is_some()) {
        return encoding::decode(bytes).map(|(text, _)| text);
    }
    let (mut out, mut charset) = (String::new(), None);
    for line in lines {
        // What begins with a blank goes on the line before.
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            charset = says(line);
        }
        let decoded = match charset {
            Some(charset) => charset.decode_without_bom_handling(line).0,
            None => encoding::decode(line)?.0,
        };
        out.push_str(&decoded);
        out.push('\n');
    }
    Ok(Cow::Owned(out))
}

impl Cards {
    /// Takes a file apart.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let mut out = Self::default();
        let (mut open, mut agent): (Option<Card>, Option<Vec<String>>) = (None, None);
        for (number, text) in logical(&text(bytes)?) {
            let line = Line::read(text.trim_start_matches('\u{feff}')).filter(|_| text.len() < MOST_LINE);
            let is = |name: &str| {
                line.as_ref().is_some_and(|l| l.name == name && l.value.trim().eq_ignore_ascii_case("VCARD"))
            };
            let (begins, ends) = (is("BEGIN"), is("END"));
            // In vCard 2.1 the card of an agent stands as it is within that of whom they act for.
            if let Some(within) = &mut agent {
                within.push(text);
                if ends {
                    let value = escape(&within.join("\n"));
                    agent = None;
                    if let Some(last) = open.as_mut().and_then(|card| card.lines.last_mut()) {
                        last.value = value;
                    }
                }
                continue;
            }
            let acts = |line: &Line| line.name == "AGENT" && line.value.trim().is_empty();
            match (open.as_mut(), line) {
                (Some(card), _) if begins && card.lines.last().is_some_and(acts) => agent = Some(vec![text]),
                (_, _) if begins => {
                    out.close(open.take(), Some(number));
                    open = Some(Card { line: number, lines: vec![], nameless: vec![] });
                }
                (Some(_), _) if ends => out.close(open.take(), None),
                (Some(card), Some(line)) => card.lines.push(line.modern(UTF_8)),
                (Some(card), None) => card.nameless.push((number, text)),
                (None, _) => {
                    let words = of_cards::outside_cards().to_owned();
                    out.notes.push(Note { line: Some(number), words });
                }
            }
        }
        if let (Some(within), Some(last)) = (agent, open.as_mut().and_then(|card| card.lines.last_mut())) {
            last.value = escape(&within.join("\n"));
        }
        out.close(open, Some(0));
        Ok(out)
    }

    /// Takes in a card; `at` is the line where another began before it was ended, 0 at the end of the file.
    fn close(&mut self, card: Option<Card>, at: Option<u64>) {
        let Some(mut card) = card else { return };
        prefer(&mut card.lines);
        if let Some(at) = at {
            let words = match at {
                0 => of_cards::card_cut().to_owned(),
                at => of_cards::another_card(at),
            };
            self.notes.push(Note { line: Some(card.line), words });
        }
        self.cards.push(card);
    }
}

/// Puts lines of one name into the order in which they are preferred, in the places that lines of that name have.
fn prefer(lines: &mut [Line]) {
    let told: BTreeSet<String> =
        lines.iter().filter(|line| line.param("PREF").is_some()).map(|line| line.name.clone()).collect();
    for name in told {
        let places: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].name == name).collect();
        let mut sorted: Vec<Line> = places.iter().map(|at| lines[*at].clone()).collect();
        sorted.sort_by_key(Line::preference);
        for (at, line) in places.into_iter().zip(sorted) {
            lines[at] = line;
        }
    }
}

/// The longest line that is read, in bytes: a picture of 15 megabytes.
const MOST_LINE: usize = 20_000_000;

impl Card {
    /// The first value of a property, its escapes resolved.
    pub(super) fn first(&self, name: &str) -> Option<String> {
        let line = self.lines.iter().find(|line| line.name == name)?;
        Some(unescape(&line.value).trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// What the line beside calls this one, where they are of one group.
    pub(super) fn label_of(lines: &[Line], of: &Line) -> Option<String> {
        let beside = |line: &&Line| !of.group.is_empty() && line.group == of.group && is_label(line);
        lines.iter().find(beside).map(|line| unescape(&line.value))
    }

    /// Whom it is about, or that it is a group: it says so, or it names a company and nobody in it.
    pub(super) fn about(&self) -> Option<About> {
        let kind = self.first("KIND").or_else(|| self.first("X-ADDRESSBOOKSERVER-KIND"));
        let is =
            |name: &str, word: &str| self.first(name).is_some_and(|value| value.eq_ignore_ascii_case(word));
        match kind.as_deref().map(str::to_lowercase).as_deref() {
            Some("group") => return None,
            Some("org") => return Some(About::Company),
            _ if is("X-ABSHOWAS", "COMPANY") => return Some(About::Company),
            _ => {}
        }
        let named = self.lines.iter().any(|line| line.name == "N" && !is_idle(line));
        let orgs = self
            .lines
            .iter()
            .filter(|line| line.name == "ORG")
            .filter_map(|line| parts(&line.value, ';').first().copied());
        let org = orgs.map(|org| unescape(org).trim().to_owned()).find(|org| !org.is_empty());
        let shown = self.first("FN");
        let of_company =
            org.is_some() && !named && shown.as_deref().is_none_or(|shown| Some(shown) == org.as_deref());
        Some(if of_company { About::Company } else { About::Person })
    }
}

/// Whether a line says what the other one of its group is called.
pub(super) fn is_label(line: &Line) -> bool {
    matches!(line.name.as_str(), "X-ABLABEL" | "X-LABEL")
}
