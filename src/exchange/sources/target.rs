//! Where the cells of a column go.

/// Where a column goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Text of this field.
    Text(&'static str),
    /// Text of many lines.
    Long(&'static str),
    /// Mail addresses with this label.
    Mails(&'static str),
    /// A telephone number with this label.
    Phone(&'static str),
    /// A day of birth.
    Birthday,
    /// When it was first written down.
    Created,
    /// When somebody was last in touch with them, there.
    Contacted,
    /// What the column that follows is called: "mobile".
    Label,
    /// Words to filter by, several with `;`, `,` or ` ::: ` between them.
    Tags,
    /// Kept under the name of its column, unless it says what it says in every row.
    Unless(&'static str),
    /// The row's id.
    Id,
    /// Read by the code of the kind.
    Own(&'static str),
    /// Read as it would be typed into this field.
    Read(&'static str),
    /// No field of ours: kept under the name of its column.
    Custom,
}

impl Target {
    /// Whether several columns can go there.
    pub(super) fn takes_several(self) -> bool {
        matches!(
            self,
            Self::Mails(_)
                | Self::Phone(_)
                | Self::Contacted
                | Self::Label
                | Self::Tags
                | Self::Unless(_)
                | Self::Custom
        )
    }
}
