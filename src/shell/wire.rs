//! What a frame costs on the line: the cells that changed, said in few bytes. Over SSH each key waits for them.
//!
//! Differs from the terminal crate's own backend in the drawing alone: one style sequence where it writes up to four, the
//! short codes of the sixteen colours, steps to the right where it names the place, and runs of blanks erased (ECMA-48
//! §8.3.38, ECH) where it writes them out.

mod linked;
mod shown;
mod style;

pub use linked::Links;
pub use style::paint;

use self::shown::Shown;
use self::style::Style;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use std::fmt::Write as _;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Asks for the picture of a sign instead of the letter, which is wider in some terminals.
const VARIATION: char = '\u{fe0f}';

/// The terminal crate's backend, with a drawing of its own.
#[derive(Debug)]
pub struct Wire<W: Write> {
    under: CrosstermBackend<W>,
    /// Whether the cursor is known to be hidden, so that this is not said again with each frame.
    hidden: bool,
    shown: Shown,
    links: Links,
}

impl<W: Write> Wire<W> {
    /// A backend that writes to `out`.
    pub fn new(out: W) -> Self {
        Self {
            under: CrosstermBackend::new(out),
            hidden: false,
            shown: Shown::default(),
            links: Links::default(),
        }
    }

    /// Which cells lead where.
    pub fn links(&self) -> Links {
        self.links.clone()
    }

    /// Whether the cursor is hidden.
    pub fn is_hidden(&self) -> bool {
        self.hidden
    }

    /// The terminal may have shown its cursor meanwhile.
    pub fn forget_cursor(&mut self) {
        self.hidden = false;
    }
}

impl<W: Write> Write for Wire<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.under.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.under)
    }
}

impl<W: Write> Backend for Wire<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let mut pen = Pen::default();
        for (x, y, cell) in content {
            let link = self.links.of(cell);
            // What leads somewhere is never written again as if it were plain.
            let sure = if link.is_some() { "" } else { cell.symbol() };
            pen.cell(x, y, cell, link, &self.shown);
            let columns = u16::try_from(cell.symbol().width()).unwrap_or(1);
            self.shown.put((x, y), sure, Style::of(cell), columns);
        }
        self.under.write_all(pen.finish().as_bytes())
    }
    fn hide_cursor(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.hidden, true) {
            self.under.hide_cursor()?;
        }
        Ok(())
    }
    fn show_cursor(&mut self) -> io::Result<()> {
        self.hidden = false;
        self.under.show_cursor()
    }
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.under.get_cursor_position()
    }
    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.under.set_cursor_position(position)
    }
    fn clear(&mut self) -> io::Result<()> {
        self.shown.forget();
        self.under.clear()
    }
    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.shown.forget();
        self.under.clear_region(region)
    }
    fn size(&self) -> io::Result<Size> {
        self.under.size()
    }
    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.under.window_size()
    }
    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.under)
    }
}

/// Writes cells, and knows where the terminal's cursor is and in which style it writes.
#[derive(Default)]
struct Pen {
    text: String,
    /// Where the next letter falls; unknown at the start, and behind a glyph that terminals draw in different widths.
    at: Option<Position>,
    /// Whether only letters of a sure width were written since the place was last named.
    sure: bool,
    style: Style,
    /// Blanks that are due before `at`, not written yet.
    blanks: u16,
    /// The number of the link that is open.
    link: Option<usize>,
}

impl Pen {
    fn cell(&mut self, x: u16, y: u16, cell: &Cell, link: Option<(usize, String)>, shown: &Shown) {
        let wanted = Style::of(cell);
        // A blank within a link is a letter of it.
        let blank = cell.symbol() == " " && link.is_none();
        let adjacent = self.at == Some(Position { x, y });
        let style = if blank { self.style.for_blank(wanted) } else { wanted };
        if !adjacent || link.as_ref().map(|(nth, _)| *nth) != self.link {
            self.close();
        }
        if !adjacent {
            self.erase();
            self.go(x, y, shown);
        } else if !blank || style != self.style {
            self.write_blanks();
        }
        self.switch(style);
        if blank {
            self.blanks += 1;
            self.at = Some(Position { x: x + 1, y });
            return;
        }
        if let (Some((nth, address)), None) = (link, self.link) {
            // The number joins what is written in pieces.
            let _ = write!(self.text, "\x1b]8;id={nth};{address}\x1b\\");
            self.link = Some(nth);
        }
        self.text.push_str(cell.symbol());
        self.sure &= cell.symbol().is_ascii();
        // Behind a glyph that is wide, or wide in some terminals only, the place is named for what follows.
        let narrow = cell.symbol().width() == 1 && !cell.symbol().contains(VARIATION);
        self.at = narrow.then_some(Position { x: x + 1, y });
    }

    /// What follows leads nowhere.
    fn close(&mut self) {
        if self.link.take().is_some() {
            self.text.push_str("\x1b]8;;\x1b\\");
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.erase();
        self.switch(Style::default());
        self.text
    }

    /// The blanks that end a run: erased where that is shorter, and the cursor stays before them.
    fn erase(&mut self) {
        if self.blanks > 4 && self.style.is_plain_on_blanks() {
            let _ = write!(self.text, "\x1b[{}X", self.blanks);
            self.at = self.at.map(|at| Position { x: at.x - self.blanks, y: at.y });
            self.blanks = 0;
        }
        self.write_blanks();
    }

    /// The blanks that are followed by something: the cursor must stand behind them.
    fn write_blanks(&mut self) {
        let n = usize::from(std::mem::take(&mut self.blanks));
        if n > 10 && self.style.is_plain_on_blanks() {
            let _ = write!(self.text, "\x1b[{n}X\x1b[{n}C");
        } else {
            self.text.extend(std::iter::repeat_n(' ', n));
        }
    }

    fn go(&mut self, x: u16, y: u16, shown: &Shown) {
        let right = self.at.filter(|at| self.sure && at.y == y && at.x <= x).map(|at| x - at.x);
        if let Some(n @ 1..=shown::LONGEST) = right
            && let Some(letters) = shown.letters((x - n, y), n, self.style)
        {
            self.text.push_str(&letters);
            return;
        }
        let _ = match right {
            Some(0) => Ok(()),
            Some(1) => write!(self.text, "\x1b[C"),
            Some(n) => write!(self.text, "\x1b[{n}C"),
            None => {
                self.sure = true;
                write!(self.text, "\x1b[{};{}H", y + 1, x + 1)
            }
        };
    }

    /// Writes the shorter of two ways to a style: what differs, or everything from a plain start.
    fn switch(&mut self, to: Style) {
        if to == self.style {
            return;
        }
        let plain = Style::default();
        let anew = if to == plain { String::new() } else { format!("0;{}", plain.codes(to)) };
        let differing = self.style.codes(to);
        let _ = write!(self.text, "\x1b[{}m", if differing.len() < anew.len() { differing } else { anew });
        self.style = to;
    }
}

#[cfg(test)]
mod bytes;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style as Look};

    const WIDE: u16 = 30;
    const HIGH: u16 = 4;

    /// Pieces of text with looks, at places: what a frame is made of.
    fn frame() -> impl Strategy<Value = Buffer> {
        let text = prop_oneof![
            3 => "[a-c ]{1,12}",
            2 => " {1,30}",
            1 => Just("Παπαδό".to_owned()),
            1 => Just("日本 x".to_owned()),
            1 => Just("e\u{301}a".to_owned()),
            1 => Just("\u{2764}\u{fe0f} a".to_owned()),
        ];
        let fg =
            prop_oneof![Just(Color::Reset), Just(Color::Red), Just(Color::White), Just(Color::Indexed(200))];
        let bg = prop_oneof![4 => Just(Color::Reset), 1 => Just(Color::Blue), 1 => Just(Color::Rgb(1, 2, 3))];
        // What the emulator of the test knows: for it, what is dim is not bold.
        let known = Modifier::DIM | Modifier::ITALIC | Modifier::UNDERLINED | Modifier::REVERSED;
        let modifier =
            any::<u16>().prop_map(move |bits| Modifier::from_bits_truncate(bits & bits >> 3) & known);
        proptest::collection::vec((0..WIDE, 0..HIGH, text, fg, bg, modifier), 0..12).prop_map(|pieces| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, WIDE, HIGH));
            for (x, y, text, fg, bg, modifier) in pieces {
                buffer.set_string(x, y, text, Look::new().fg(fg).bg(bg).add_modifier(modifier));
            }
            buffer
        })
    }

    /// What a terminal shows in each cell: on a blank only the ground and the lines.
    fn shown(screen: &vt100::Screen) -> Vec<String> {
        let places = (0..HIGH).flat_map(|y| (0..WIDE).map(move |x| (y, x)));
        places
            .filter_map(|(y, x)| screen.cell(y, x))
            .map(|c| match c.contents().trim() {
                "" if c.is_wide_continuation() => "…".to_owned(),
                "" if c.inverse() => format!("{:?} {:?} {}", c.fgcolor(), c.bgcolor(), c.underline()),
                "" if c.underline() => format!("_ {:?} {:?}", c.fgcolor(), c.bgcolor()),
                "" => format!("{:?}", c.bgcolor()),
                text => format!(
                    "{text} {:?} {:?} {} {} {} {} {}",
                    c.fgcolor(),
                    c.bgcolor(),
                    c.bold(),
                    c.dim(),
                    c.italic(),
                    c.underline(),
                    c.inverse()
                ),
            })
            .collect()
    }

    fn feed<'a, B: Backend>(backend: &mut B, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) {
        assert!(backend.draw(cells).is_ok());
    }

    #[derive(Clone, Default)]
    struct Written(std::rc::Rc<std::cell::RefCell<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    proptest! {
        #[test]
        fn it_shows_what_the_terminal_crate_shows_in_no_more_bytes(
            frames in proptest::collection::vec((proptest::bool::weighted(0.3), frame()), 1..5)
        ) {
            let (mut ours, mut theirs) = (vt100::Parser::new(HIGH, WIDE, 0), vt100::Parser::new(HIGH, WIDE, 0));
            let mut before = Buffer::empty(Rect::new(0, 0, WIDE, HIGH));
            // One backend for all frames: it remembers what it showed.
            let written = Written::default();
            let mut wire = Wire::new(written.clone());
            for (cleared, frame) in frames {
                let mut b = vec![];
                if cleared {
                    // As after a new size: nothing of before is there any more, and nothing of it may come back.
                    prop_assert!(wire.clear().is_ok() && CrosstermBackend::new(&mut b).clear().is_ok());
                    before = Buffer::empty(before.area);
                }
                feed(&mut wire, before.diff(&frame).into_iter());
                let a = written.0.take();
                feed(&mut CrosstermBackend::new(&mut b), before.diff(&frame).into_iter());
                ours.process(&a);
                theirs.process(&b);
                prop_assert_eq!(shown(ours.screen()), shown(theirs.screen()));
                prop_assert!(a.len() <= b.len(), "{:?} is longer than {:?}", a, b);
                before = frame;
            }
        }
    }

    #[test]
    fn bold_and_dim_share_the_code_that_switches_them_off() {
        let style = |modifier| Style { modifier, ..Style::default() };
        let (bold, dim, line) = (Modifier::BOLD, Modifier::DIM, Modifier::UNDERLINED);
        for (from, to, wanted) in [
            (bold, dim, "22;2"),
            (bold | dim, bold, "22;1"),
            (dim, bold | line, "22;1;4"),
            (bold | line, bold, "24"),
            (line, bold | line, "1"),
            (Modifier::CROSSED_OUT, Modifier::HIDDEN, "29;8"),
        ] {
            assert_eq!(style(from).codes(style(to)), wanted);
        }
    }

    #[test]
    fn the_cursor_is_hidden_once() {
        let mut out = vec![];
        let mut wire = Wire::new(&mut out);
        for _ in 0..3 {
            assert!(wire.hide_cursor().is_ok());
        }
        wire.forget_cursor();
        assert!(wire.hide_cursor().is_ok());
        assert_eq!(out, b"\x1b[?25l\x1b[?25l");
    }
}
