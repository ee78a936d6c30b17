//! What a piece of text means, for whoever shows it.

/// What a piece of text means, the louder the later. Themes give each a look, and none is told by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tone {
    /// Beside the point.
    Muted,
    /// Plain text.
    #[default]
    Plain,
    /// A name that leads somewhere.
    Accent,
    /// As it should be.
    Good,
    /// Needs care soon.
    Warning,
    /// Needs care now.
    Alarm,
}

impl Tone {
    /// The sign before what needs care; nothing before the rest.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Alarm => "!",
            Self::Warning => "~",
            Self::Muted | Self::Plain | Self::Accent | Self::Good => "",
        }
    }
}
