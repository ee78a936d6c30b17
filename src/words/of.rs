//! Where labels stand.

/// Where a label stands: the same English word is another in Greek where it means something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// The word for one record of a kind.
    Kind,
    /// The word for several.
    Kinds,
    /// What a sign means.
    Sign,
    /// A field, or what is derived.
    Field,
    /// A group of fields in a form.
    Fields,
    /// What a way of reaching somebody is called.
    Way,
    /// A member of the closed list of this name: `Of::Choice("Tier")`.
    Choice(&'static str),
    /// A section of Today.
    Section,
    /// A pane in the header.
    Pane,
    /// A choice of rows of a list.
    View,
    /// Over a column of a list.
    Column,
    /// What a list says that has no rows.
    Empty,
    /// A page of a record, under its head.
    Page,
    /// A command in menu and palette.
    Command,
    /// A command in the footer.
    Hint,
    /// What a command does, a sentence.
    About,
    /// A group of the menu.
    Menu,
    /// Where keys count, in help.
    Scope,
    /// What could not be done to a file, behind "could not".
    Doing,
    /// A report of the command line.
    Report,
    /// What a command, an option or a value of the command line is for.
    Call,
    /// What stands for a value in its help.
    Placeholder,
    /// What a record is called that is named after somebody, and there is nobody.
    Nobody,
}

/// Labels of one place.
pub(in crate::words) type Table = (Of, &'static [(&'static str, &'static str)]);
