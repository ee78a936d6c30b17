//! Looks by meaning: a few colours, never a ground but the reverse, and a mark beside each colour in the text itself.
//!
//! Where the ground of the terminal is known there are two palettes of the 256 colours, every one of which can be read on
//! it; else the sixteen colours of the terminal, or none.

use crate::app::Tone;
use ratatui::style::{Color, Modifier, Style};

/// Which colours there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// None: bold, dim and reverse are left.
    None,
    /// The sixteen of the terminal, whatever it makes of them.
    #[default]
    Sixteen,
    /// Those of the 256 that can be read on a dark ground.
    Dark,
    /// Those of the 256 that can be read on a light ground.
    Light,
}

/// The numbers of a palette among the 256 colours.
struct Palette {
    alarm: u8,
    warning: u8,
    good: u8,
    accent: u8,
    muted: u8,
}

const DARK: Palette = Palette { alarm: 203, warning: 214, good: 114, accent: 80, muted: 246 };
const LIGHT: Palette = Palette { alarm: 160, warning: 94, good: 22, accent: 24, muted: 241 };

impl Palette {
    const fn all(&self) -> [u8; 5] {
        [self.alarm, self.warning, self.good, self.accent, self.muted]
    }

    /// The contrast of what can be read worst on a ground.
    fn worst_on(&self, ground: [u8; 3]) -> f64 {
        self.all().into_iter().map(|n| contrast(of_number(n), ground)).fold(f64::INFINITY, f64::min)
    }
}

/// Text of less contrast than this is hard to read (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;

impl Colours {
    /// The palette that can be read on a ground; the sixteen colours of the terminal where none can, since those were
    /// chosen for it.
    pub fn on(ground: [u8; 3]) -> Self {
        let (dark, light) = (DARK.worst_on(ground), LIGHT.worst_on(ground));
        if dark.max(light) < READABLE {
            Self::Sixteen
        } else if light > dark {
            Self::Light
        } else {
            Self::Dark
        }
    }

    const fn palette(self) -> Option<&'static Palette> {
        match self {
            Self::None | Self::Sixteen => None,
            Self::Dark => Some(&DARK),
            Self::Light => Some(&LIGHT),
        }
    }
}

/// What one of the 256 colours from 16 on is, as every terminal has them: a cube of 6 steps, and 24 greys.
fn of_number(number: u8) -> [u8; 3] {
    if number >= 232 {
        return [8 + 10 * (number - 232); 3];
    }
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    let cube = number.saturating_sub(16);
    [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
}

/// How well two colours are told apart, from 1 to 21 (WCAG 2.2).
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// How light a colour is, from 0 to 1 (WCAG 2.2).
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// How things look.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Which colours there are.
    pub colours: Colours,
    /// Whether only ASCII signs are drawn.
    pub plain: bool,
}

impl Theme {
    /// Colours, and whether frames and marks are drawn in ASCII.
    pub const fn new(colours: Colours, plain: bool) -> Self {
        Self { colours, plain }
    }

    /// A colour of the palette, or one of the sixteen where there is none.
    fn fg(self, of: impl Fn(&Palette) -> u8, sixteen: Color) -> Style {
        match self.colours.palette() {
            Some(palette) => Style::new().fg(Color::Indexed(of(palette))),
            None if self.colours == Colours::None => Style::new(),
            None => Style::new().fg(sixteen),
        }
    }

    /// Text of a tone.
    pub fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => Style::new().fg(Color::Reset),
            Tone::Muted => self.muted(),
            Tone::Accent => self.accent(),
            Tone::Good => self.fg(|p| p.good, Color::Green),
            // Of the sixteen, yellow cannot be read on light grounds.
            Tone::Warning => self.fg(|p| p.warning, Color::Magenta),
            Tone::Alarm => self.fg(|p| p.alarm, Color::Red),
        }
    }

    /// Beside the point.
    pub fn muted(self) -> Style {
        match self.colours.palette() {
            Some(palette) => Style::new().fg(Color::Indexed(palette.muted)),
            None => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// What leads somewhere.
    pub fn accent(self) -> Style {
        self.fg(|p| p.accent, Color::Cyan)
    }

    /// A key on the screen. Not bold: many terminals turn bold colours into bright ones, which vanish on light grounds.
    pub fn key(self) -> Style {
        self.accent()
    }

    /// A heading; in the colour of text, also on a frame that has another.
    pub fn heading(self) -> Style {
        Style::new().fg(Color::Reset).add_modifier(Modifier::BOLD)
    }

    /// The frame of what has the keys, and of what has not.
    pub fn frame(self, active: bool) -> Style {
        if active { self.accent() } else { self.muted() }
    }

    /// The chosen row of what has the keys, and of what has not.
    pub fn chosen(self, active: bool) -> Style {
        if active {
            // In the colour of text, whatever stands in the row: reversed colours are hard to read.
            Style::new().fg(Color::Reset).remove_modifier(Modifier::DIM).add_modifier(Modifier::REVERSED)
        } else {
            Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Grounds that people have: black, the dark ones of common terminals and editors; white and two that are nearly.
    const DARK_GROUNDS: [[u8; 3]; 6] = [
        [0x00, 0x00, 0x00],
        [0x16, 0x18, 0x1c],
        [0x1e, 0x1e, 0x1e],
        [0x30, 0x0a, 0x24],
        [0x00, 0x2b, 0x36],
        [0x28, 0x2a, 0x36],
    ];
    const LIGHT_GROUNDS: [[u8; 3]; 3] = [[0xff, 0xff, 0xff], [0xfd, 0xfd, 0xfa], [0xfd, 0xf6, 0xe3]];

    #[test]
    fn every_colour_can_be_read_on_every_ground() {
        for (palette, grounds) in [(&DARK, &DARK_GROUNDS[..]), (&LIGHT, &LIGHT_GROUNDS[..])] {
            for ground in grounds {
                for number in palette.all() {
                    let found = contrast(of_number(number), *ground);
                    assert!(found >= READABLE, "{number} on {ground:02x?}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn the_ground_chooses_the_palette() {
        assert!(DARK_GROUNDS.iter().all(|ground| Colours::on(*ground) == Colours::Dark));
        assert!(LIGHT_GROUNDS.iter().all(|ground| Colours::on(*ground) == Colours::Light));
        // Neither can be read on a middle grey.
        assert_eq!(Colours::on([0x80; 3]), Colours::Sixteen);
    }

    #[test]
    fn contrast_is_what_the_norm_says() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
        assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
        assert_eq!(of_number(16), [0, 0, 0]);
        assert_eq!(of_number(231), [255, 255, 255]);
        assert_eq!(of_number(203), [0xff, 0x5f, 0x5f]);
        assert_eq!(of_number(246), [0x94; 3]);
    }

    /// What a person must tell apart looks different in every palette, also without colour.
    #[test]
    fn tones_look_different() {
        for colours in [Colours::Sixteen, Colours::Dark, Colours::Light] {
            let theme = Theme::new(colours, false);
            let tones = [Tone::Plain, Tone::Muted, Tone::Accent, Tone::Good, Tone::Warning, Tone::Alarm];
            let looks: std::collections::HashSet<Style> = tones.into_iter().map(|t| theme.tone(t)).collect();
            assert_eq!(looks.len(), tones.len(), "{colours:?}");
        }
        let none = Theme::new(Colours::None, false);
        assert_eq!(none.tone(Tone::Alarm), Style::new());
    }
}
