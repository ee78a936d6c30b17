//! How a report is written.

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// Text of lines.
    Plain,
    /// One page for a browser and for paper; nothing is loaded from elsewhere.
    Html,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Plain, Self::Html];

    /// The ending of a file of it.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Plain => "txt",
            Self::Html => "html",
        }
    }
}
