//! A screen as a picture: one text for each run of letters in one look, each as wide as its cells.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;
use syndeo::ui::Colours;
use unicode_width::UnicodeWidthStr;

/// Width and height of a cell in the units of the picture.
const CELL: (f32, f32) = (8.43, 18.0);
/// Air around the screen.
const AIR: f32 = 12.0;

/// What is drawn where the program says "the colour of text", and under it.
fn paper(colours: Colours) -> (&'static str, &'static str) {
    if colours == Colours::Light { ("#1c1c1c", "#fdfdfa") } else { ("#e4e4e4", "#16181c") }
}

fn hex(color: Color, reset: &str) -> String {
    match color {
        Color::Indexed(n @ 232..) => {
            let grey = 8 + 10 * (u32::from(n) - 232);
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
        Color::Indexed(n @ 16..) => {
            let (cube, step) = (u32::from(n) - 16, |n: u32| if n == 0 { 0 } else { 55 + 40 * n });
            format!("#{:02x}{:02x}{:02x}", step(cube / 36), step(cube / 6 % 6), step(cube % 6))
        }
        Color::Reset => reset.to_owned(),
        other => panic!("{other} is in no palette"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Whether a letter stands for itself: the lines of frames, and what is wider than a letter.
fn is_alone(symbol: &str) -> bool {
    symbol.width() > 1 || symbol.chars().any(|c| ('\u{2500}'..='\u{25ff}').contains(&c))
}

/// Letters of one look beside one another.
struct Run<'a> {
    x: u16,
    columns: u16,
    text: String,
    cell: &'a Cell,
}

impl Run<'_> {
    /// Whether a cell goes on with it. Words that stand apart are runs of their own, so that each begins at its place
    /// whatever letters are as wide as.
    fn goes_on(&self, cell: &Cell) -> bool {
        let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
        let apart = |text: &str| text == " " || text.ends_with("  ");
        let line = is_alone(cell.symbol()) && self.text.chars().all(|c| c.to_string() == cell.symbol());
        let word = !is_alone(self.cell.symbol())
            && !is_alone(cell.symbol())
            && (!apart(&self.text) || cell.symbol() == " ");
        look(self.cell) == look(cell) && (line || word)
    }

    /// Without the air around it: what it takes, and its text.
    fn bare(&self) -> (u16, u16, &str) {
        let ahead = u16::try_from(self.text.len() - self.text.trim_start().len()).unwrap();
        let text = self.text.trim();
        let behind = u16::try_from(self.text.len() - self.text.trim_end().len()).unwrap();
        (self.x + ahead, self.columns.saturating_sub(ahead + behind), text)
    }
}

/// The cells of a row in runs of one look.
fn runs(buffer: &Buffer, y: u16) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = vec![];
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        let wide = u16::try_from(cell.symbol().width().max(1)).unwrap();
        match runs.last_mut() {
            Some(run) if run.goes_on(cell) => {
                run.text.push_str(cell.symbol());
                run.columns += wide;
            }
            _ => runs.push(Run { x, columns: wide, text: cell.symbol().to_owned(), cell }),
        }
        x += wide;
    }
    runs
}

/// The colours of a letter and of what is under it.
fn painted(cell: &Cell, colours: Colours) -> (String, String) {
    let (ink, ground) = paper(colours);
    let (fg, bg) = (hex(cell.fg, ink), hex(cell.bg, ground));
    if cell.modifier.contains(Modifier::REVERSED) { (bg, fg) } else { (fg, bg) }
}

/// Where something other than the ground of the screen is under the letters of a row: where it begins, its columns, its
/// colour.
fn grounds(buffer: &Buffer, y: u16, colours: Colours) -> Vec<(u16, u16, String)> {
    let mut found: Vec<(u16, u16, String)> = vec![];
    for x in 0..buffer.area.width {
        let bg = painted(&buffer[(x, y)], colours).1;
        match found.last_mut() {
            Some((from, columns, last)) if *last == bg && *from + *columns == x => *columns += 1,
            _ if bg != paper(colours).1 => found.push((x, 1, bg)),
            _ => {}
        }
    }
    found
}

/// The picture of a screen.
pub fn draw(buffer: &Buffer, colours: Colours) -> String {
    let ground = paper(colours).1;
    let (width, height) = (
        f32::from(buffer.area.width) * CELL.0 + 2.0 * AIR,
        f32::from(buffer.area.height) * CELL.1 + 2.0 * AIR,
    );
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{ground}\"/>\n"
    );
    for y in 0..buffer.area.height {
        let top = AIR + f32::from(y) * CELL.1;
        for (x, columns, bg) in grounds(buffer, y, colours) {
            let (left, wide, tall) = (AIR + f32::from(x) * CELL.0, f32::from(columns) * CELL.0, CELL.1);
            writeln!(
                out,
                "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{tall}\" fill=\"{bg}\"/>"
            )
            .unwrap();
        }
        for run in runs(buffer, y) {
            let cell = run.cell;
            let fg = painted(cell, colours).0;
            let place = |x: u16, columns: u16| (AIR + f32::from(x) * CELL.0, f32::from(columns) * CELL.0);
            let (x, columns, text) = run.bare();
            if text.is_empty() {
                continue;
            }
            let (left, wide) = place(x, columns);
            let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
            let line = if cell.modifier.contains(Modifier::UNDERLINED) {
                " text-decoration=\"underline\""
            } else {
                ""
            };
            let faint = if cell.modifier.contains(Modifier::DIM) { " opacity=\"0.7\"" } else { "" };
            let base = top + CELL.1 * 0.75;
            writeln!(
                out,
                "<text x=\"{left:.1}\" y=\"{base:.1}\" textLength=\"{wide:.1}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{fg}\"{weight}{line}{faint}>{}</text>",
                escaped(text)
            )
            .unwrap();
        }
    }
    out.push_str("</svg>\n");
    out
}

/// What a picture tells: its texts, in their order.
pub fn text(picture: &str) -> Vec<String> {
    let texts = picture.lines().filter(|line| line.starts_with("<text"));
    texts
        .filter_map(|line| line.split_once('>')?.1.strip_suffix("</text>").map(|t| t.trim().to_owned()))
        .collect()
}
