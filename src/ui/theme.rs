//! Looks by meaning: the terminal's own sixteen colours, never a background but the reverse, and a mark beside each
//! colour in the text itself.

use crate::app::Tone;
use ratatui::style::{Color, Modifier, Style};

/// How things look.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colour: bool,
    /// Whether only ASCII signs are drawn.
    pub plain: bool,
}

impl Theme {
    /// `colour` off keeps bold, dim and reverse (`NO_COLOR`); `plain` draws frames and marks in ASCII.
    pub const fn new(colour: bool, plain: bool) -> Self {
        Self { colour, plain }
    }

    fn fg(self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
    }

    /// Text of a tone.
    pub fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => Style::new().fg(Color::Reset),
            Tone::Muted => self.muted(),
            Tone::Accent => self.accent(),
            Tone::Good => self.fg(Color::Green),
            // Yellow cannot be read on light grounds.
            Tone::Warning => self.fg(Color::Magenta),
            Tone::Alarm => self.fg(Color::Red),
        }
    }

    /// Beside the point.
    pub fn muted(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// What leads somewhere.
    pub fn accent(self) -> Style {
        self.fg(Color::Cyan)
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
            Style::new().add_modifier(Modifier::REVERSED)
        } else {
            Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
        }
    }
}
