//! Which cells lead somewhere (OSC 8). A cell of the terminal crate has no room for an address, so it bears the number of one
//! in the bits of its modifier that mean nothing; a cell that leads elsewhere is another cell by them, and the difference of
//! two frames is right of itself.

use crate::shell::links::Way;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use std::cell::RefCell;
use std::rc::Rc;

/// The bits that ratatui uses, and how many there are behind them.
const USED: u32 = Modifier::all().bits().ilog2() + 1;
/// How many addresses a screen can have; no record has as many.
const MOST: usize = (1 << (u16::BITS - USED)) - 1;

/// The addresses of a frame, by their numbers; shared by who marks the cells and who writes them.
#[derive(Clone, Debug, Default)]
pub struct Links(Rc<RefCell<Vec<String>>>);

impl Links {
    /// Marks the cells in which a way is told. `last` is the frame before: what still stands there keeps its number.
    pub fn mark(&self, buffer: &mut Buffer, last: &Buffer, ways: &[Way]) {
        let mut known = self.0.borrow_mut();
        if ways.is_empty() && known.is_empty() {
            return;
        }
        let mut seen = [false; MOST];
        for cell in &last.content {
            if let Some(nth) = number(cell) {
                seen[nth] = true;
            }
        }
        for (address, seen) in known.iter_mut().zip(seen) {
            if !seen {
                address.clear();
            }
        }
        // The longest first: a page may be a part of an address of mail.
        let mut ways: Vec<&Way> = ways.iter().collect();
        ways.sort_by_key(|way| std::cmp::Reverse(way.text.len()));
        for y in buffer.area.top()..buffer.area.bottom() {
            mark_row(buffer, y, &ways, &mut known);
        }
    }

    /// Where a cell leads, and by which number.
    pub fn of(&self, cell: &Cell) -> Option<(usize, String)> {
        let nth = number(cell)?;
        let known = self.0.borrow();
        known.get(nth).filter(|address| !address.is_empty()).map(|address| (nth, address.clone()))
    }
}

/// The number a cell bears.
fn number(cell: &Cell) -> Option<usize> {
    usize::from(cell.modifier.bits() >> USED).checked_sub(1)
}

fn mark_row(buffer: &mut Buffer, y: u16, ways: &[&Way], known: &mut Vec<String>) {
    let (left, right) = (buffer.area.left(), buffer.area.right());
    let mut row = String::new();
    let mut columns = vec![];
    for x in left..right {
        let symbol = buffer[(x, y)].symbol();
        columns.extend(std::iter::repeat_n(x, symbol.len()));
        row.push_str(symbol);
    }
    for way in ways {
        for (at, _) in row.match_indices(&way.text) {
            let end = at + way.text.len();
            let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "@.-_/+".contains(c));
            let behind = row[end..].trim_start_matches(['.', '-']).chars().next();
            if is_part(row[..at].chars().next_back()) || is_part(row[end..].chars().next()) && is_part(behind)
            {
                continue;
            }
            let cells = columns[at]..=columns[end - 1];
            if cells.clone().any(|x| number(&buffer[(x, y)]).is_some()) {
                continue;
            }
            let Some(nth) = slot(known, &way.address) else { continue };
            for x in cells {
                let cell = &mut buffer[(x, y)];
                let bits = u16::try_from(nth + 1).unwrap_or_default() << USED;
                cell.modifier = Modifier::from_bits_retain(cell.modifier.bits() | bits);
            }
        }
    }
}

/// The number of an address: its own, or the first that none has.
fn slot(known: &mut Vec<String>, address: &str) -> Option<usize> {
    if let Some(own) = known.iter().position(|k| k == address) {
        return Some(own);
    }
    let free = known.iter().position(String::is_empty).unwrap_or(known.len());
    if free >= MOST {
        return None;
    }
    if free == known.len() {
        known.push(String::new());
    }
    address.clone_into(&mut known[free]);
    Some(free)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::wire::Wire;
    use proptest::prelude::*;
    use ratatui::backend::Backend as _;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    const WIDE: u16 = 24;
    const HIGH: u16 = 2;

    fn ways(all: &[(&str, &str)]) -> Vec<Way> {
        all.iter().map(|(text, address)| Way { text: (*text).into(), address: (*address).into() }).collect()
    }

    fn buffer(pieces: &[(u16, u16, String, bool)]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, WIDE, HIGH));
        for (x, y, text, loud) in pieces {
            let style = if *loud { Style::new().fg(Color::Red) } else { Style::new() };
            buffer.set_string(*x, *y, text, style);
        }
        buffer
    }

    /// The rows of a terminal that knows as much as is written here: letters, places, blanks and links.
    #[derive(Clone, Debug, PartialEq, Eq)]
    struct Terminal(Vec<Vec<(char, String)>>);

    impl Terminal {
        fn new() -> Self {
            Self(vec![vec![(' ', String::new()); usize::from(WIDE)]; usize::from(HIGH)])
        }

        fn feed(&mut self, bytes: &str) {
            let (mut x, mut y, mut link) = (0, 0, String::new());
            let mut rest = bytes;
            while let Some(c) = rest.chars().next() {
                if let Some(osc) = rest.strip_prefix("\x1b]8;") {
                    let (command, behind) = osc.split_once("\x1b\\").unwrap();
                    link = command.split_once(';').unwrap().1.to_owned();
                    rest = behind;
                } else if let Some(csi) = rest.strip_prefix("\x1b[") {
                    let end = csi.find(|c: char| c.is_ascii_alphabetic()).unwrap();
                    let numbers: Vec<usize> = csi[..end].split(';').map(|n| n.parse().unwrap_or(1)).collect();
                    match &csi[end..=end] {
                        "H" => (y, x) = (numbers[0] - 1, numbers[1] - 1),
                        "C" => x += numbers[0],
                        "X" => self.0[y][x..x + numbers[0]].fill((' ', link.clone())),
                        _ => {}
                    }
                    rest = &csi[end + 1..];
                } else {
                    self.0[y][x] = (c, link.clone());
                    x += 1;
                    rest = &rest[c.len_utf8()..];
                }
            }
            assert_eq!(link, "", "a link is left open: {bytes:?}");
        }
    }

    /// The screen by the marks of its cells.
    fn wanted(buffer: &Buffer, links: &Links) -> Terminal {
        let cell = |x, y| {
            let cell = &buffer[(x, y)];
            let address = links.of(cell).map(|(_, address)| address).unwrap_or_default();
            (cell.symbol().chars().next().unwrap(), address)
        };
        Terminal((0..HIGH).map(|y| (0..WIDE).map(|x| cell(x, y)).collect()).collect())
    }

    #[test]
    fn the_bytes_of_a_link() {
        let mut out = vec![];
        let mut wire = Wire::new(&mut out);
        let mut frame = buffer(&[(0, 0, "at +30 210 1, x".into(), false)]);
        let before = Buffer::empty(frame.area);
        wire.links().mark(&mut frame, &before, &ways(&[("+30 210 1", "tel:+302101"), ("x.", "https://x.")]));
        wire.draw(before.diff(&frame).into_iter()).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\x1b[1;1Hat\x1b[C\x1b]8;id=0;tel:+302101\x1b\\+30 210 1\x1b]8;;\x1b\\,\x1b[Cx"
        );
    }

    /// A letter that leads somewhere is stepped over where a plain one would be written again: it would lead nowhere then.
    #[test]
    fn what_stays_on_the_screen_keeps_its_link() {
        let mut out = vec![];
        let mut wire = Wire::new(&mut out);
        let all = ways(&[("a@b", "mailto:a@b")]);
        let mut before = Buffer::empty(Rect::new(0, 0, WIDE, HIGH));
        for text in ["(a@b)", "<a@b>"] {
            let mut frame = buffer(&[(0, 0, text.into(), false)]);
            wire.links().mark(&mut frame, &before, &all);
            wire.draw(before.diff(&frame).into_iter()).unwrap();
            before = frame;
        }
        let written = String::from_utf8(out).unwrap();
        assert!(written.ends_with("\x1b[1;1H<\x1b[3C>"), "{written:?}");
    }

    #[test]
    fn a_part_of_a_longer_word_leads_nowhere() {
        let all = ways(&[("x.example", "https://x.example"), ("a@x.example", "mailto:a@x.example")]);
        for (text, address) in [
            ("a@x.example", "mailto:a@x.example"),
            ("see x.example.", "https://x.example"),
            ("(x.example)", "https://x.example"),
            ("b@x.example", ""),
            ("x.example.org", ""),
            ("ax.example", ""),
        ] {
            let (links, mut frame) = (Links::default(), buffer(&[(0, 0, text.into(), false)]));
            let before = Buffer::empty(frame.area);
            links.mark(&mut frame, &before, &all);
            let mut found: Vec<String> =
                frame.content.iter().filter_map(|cell| links.of(cell)).map(|(_, address)| address).collect();
            found.dedup();
            assert_eq!(found.concat(), address, "{text}");
        }
    }

    fn pieces() -> impl Strategy<Value = Vec<(u16, u16, String, bool)>> {
        let text = prop_oneof![3 => "[abc ]{1,8}", 2 => Just("a@b".to_owned()), 2 => Just("12 3".to_owned()), 1 => " {6,24}"];
        proptest::collection::vec((0..WIDE, 0..HIGH, text, any::<bool>()), 0..6)
    }

    proptest! {
        #[test]
        fn every_cell_leads_where_it_is_marked(
            frames in proptest::collection::vec((pieces(), 0..4_usize), 1..6)
        ) {
            let sets = [
                ways(&[]),
                ways(&[("a@b", "mailto:a@b"), ("12 3", "tel:123")]),
                ways(&[("a@b", "mailto:other"), ("abc", "https://abc")]),
                ways(&[("c a", "https://ca"), ("12 3", "tel:999")]),
            ];
            let (mut ours, mut plain) = (Terminal::new(), Terminal::new());
            let (links, mut a, mut b) = (Links::default(), vec![], vec![]);
            let (mut before, mut before_plain) = (buffer(&[]), buffer(&[]));
            for (pieces, set) in frames {
                let unmarked = buffer(&pieces);
                let mut frame = unmarked.clone();
                a.clear();
                b.clear();
                {
                    // One table for all frames, as in the desk.
                    let mut wire = Wire::new(&mut a);
                    wire.links = links.clone();
                    links.mark(&mut frame, &before, &sets[set]);
                    wire.draw(before.diff(&frame).into_iter()).unwrap();
                }
                Wire::new(&mut b).draw(before_plain.diff(&unmarked).into_iter()).unwrap();
                ours.feed(std::str::from_utf8(&a).unwrap());
                plain.feed(std::str::from_utf8(&b).unwrap());
                prop_assert_eq!(&ours, &wanted(&frame, &links));
                prop_assert!(ours.0.iter().flatten().map(|c| c.0).eq(plain.0.iter().flatten().map(|c| c.0)));
                if links.0.borrow().iter().all(String::is_empty) && before == before_plain && frame == unmarked {
                    prop_assert_eq!(&a, &b, "where nothing leads anywhere nothing more is written");
                }
                (before, before_plain) = (frame, unmarked);
            }
        }
    }
}
