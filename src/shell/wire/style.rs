//! How a letter looks, and the codes that lead from one look to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The modifiers that are seen on a blank as well.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// The styles that can be switched on, with the code that does; 20 more switches it off (ECMA-48 §8.3.117, SGR).
const SWITCHES: [(Modifier, u8); 8] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// How a letter looks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Style {
    /// The colour of the letter.
    pub fg: Color,
    /// The colour of its ground.
    pub bg: Color,
    /// Bold, dim, reversed and the like.
    pub modifier: Modifier,
}

impl Style {
    /// That of a cell.
    pub fn of(cell: &Cell) -> Self {
        // The other bits bear where a cell leads.
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier.intersection(Modifier::all()) }
    }

    /// What of it is seen on a blank.
    pub fn seen_on_blanks(self) -> Modifier {
        self.modifier.intersection(SEEN_ON_BLANKS)
    }

    /// Whether a blank in this style is what erasing leaves behind, also in terminals that erase to the plain ground.
    pub fn is_plain_on_blanks(self) -> bool {
        self.bg == Color::Reset && self.seen_on_blanks().is_empty()
    }

    /// The style a blank is written in while this one is on: this one, where the difference is not seen.
    pub fn for_blank(self, wanted: Self) -> Self {
        let same = wanted.bg == self.bg && self.seen_on_blanks().union(wanted.seen_on_blanks()).is_empty();
        if same { self } else { wanted }
    }

    /// The codes that lead from this style to another.
    pub fn codes(self, to: Self) -> String {
        const WEIGHT: Modifier = Modifier::BOLD.union(Modifier::DIM);
        let off = self.modifier.difference(to.modifier);
        let mut on = to.modifier.difference(self.modifier);
        let mut codes = vec![];
        if off.intersects(WEIGHT) {
            // One code for both: what stays of the two is switched on again.
            codes.push("22".to_owned());
            on |= to.modifier.intersection(WEIGHT);
        }
        let off = off.difference(WEIGHT);
        codes.extend(
            SWITCHES.iter().filter(|(m, _)| off.contains(*m)).map(|(_, code)| (code + 20).to_string()),
        );
        codes.extend(SWITCHES.iter().filter(|(m, _)| on.contains(*m)).map(|(_, code)| code.to_string()));
        if self.fg != to.fg {
            codes.push(color(to.fg, 30));
        }
        if self.bg != to.bg {
            codes.push(color(to.bg, 40));
        }
        codes.join(";")
    }
}

/// A text in a look, between the codes that switch it on and off. The text is safe already.
pub fn paint(text: &str, look: ratatui::style::Style) -> String {
    let style = Style {
        fg: look.fg.unwrap_or_default(),
        bg: look.bg.unwrap_or_default(),
        modifier: look.add_modifier.difference(look.sub_modifier),
    };
    let (on, off) = (Style::default().codes(style), style.codes(Style::default()));
    if on.is_empty() { text.to_owned() } else { format!("\x1b[{on}m{text}\x1b[{off}m") }
}

/// The code of a colour as text (`base` 30) or as ground (`base` 40).
fn color(color: Color, base: u8) -> String {
    let plain = |n: u8| (base + n).to_string();
    let bright = |n: u8| (base + 60 + n).to_string();
    match color {
        Color::Reset => plain(9),
        Color::Black => plain(0),
        Color::Red => plain(1),
        Color::Green => plain(2),
        Color::Yellow => plain(3),
        Color::Blue => plain(4),
        Color::Magenta => plain(5),
        Color::Cyan => plain(6),
        Color::Gray => plain(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(n) => format!("{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", base + 8),
    }
}
