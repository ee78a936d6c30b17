//! Who has the keys: scopes, and the only lists of them there are.

/// Where a command is on offer; [`Keys`] says which stand together, innermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// A question is asked.
    Dialog,
    /// A command is found by typing.
    Palette,
    /// The menu of all commands.
    Menu,
    /// The strip of what can be added.
    Strip,
    /// A letter is waited for that leads somewhere.
    Goto,
    /// What can be copied or opened of a record.
    Reach,
    /// The days of a month.
    Month,
    /// What lies in the inbox.
    Inbox,
    /// Which file is to come in is asked.
    FromFile,
    /// Where the columns of a file go.
    Columns,
    /// What a file would bring.
    Incoming,
    /// What is likely in the book twice.
    Pairs,
    /// Two records side by side.
    Merge,
    /// The help of a screen.
    Help,
    /// Names stand under a line that is captured.
    Names,
    /// A line is captured.
    Capture,
    /// A text is read.
    Viewer,
    /// Finding a record.
    Find,
    /// Something is chosen by typing.
    Picker,
    /// A day is asked for.
    Later,
    /// The name of a file is asked for.
    WriteTo,
    /// What a date pushes is moved or left.
    Pushed,
    /// Suggestions stand under a field of a form.
    Suggest,
    /// A field of a closed list has the keys.
    Choice,
    /// A field of many lines has the keys.
    Long,
    /// A field for a day has the keys, and a calendar beside it.
    Day,
    /// A form is filled in.
    Form,
    /// The filter of a list is typed.
    Filter,
    /// Wherever text is typed.
    Text,
    /// What can be done with the chosen record.
    Desk,
    /// Moving about in lists and records.
    Move,
    /// Everywhere but where text is typed.
    Global,
}

impl Scope {
    /// Whether letters are text in this scope, so that none may be a command.
    pub const fn is_typing(self) -> bool {
        matches!(
            self,
            Self::Palette
                | Self::Names
                | Self::Capture
                | Self::Find
                | Self::Picker
                | Self::Later
                | Self::WriteTo
                | Self::FromFile
                | Self::Suggest
                | Self::Choice
                | Self::Long
                | Self::Day
                | Self::Form
                | Self::Filter
                | Self::Text
        )
    }

    /// Whether every letter is answered in it, also one that does nothing.
    pub const fn answers_letters(self) -> bool {
        matches!(self, Self::Desk | Self::Strip | Self::Goto)
    }

    /// The word over its part of the manual.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Dialog => "A question",
            Self::Palette => "Finding a command",
            Self::Menu => "The menu",
            Self::Strip => "What can be added",
            Self::Goto => "Going by a letter",
            Self::Reach => "Copying and opening",
            Self::Month => "A month",
            Self::Inbox => "The inbox",
            Self::FromFile => "Opening a file",
            Self::Columns => "The columns of a file",
            Self::Incoming => "What a file would bring",
            Self::Pairs => "What is likely in the book twice",
            Self::Merge => "Two records side by side",
            Self::Help => "Help",
            Self::Names => "Names under a captured line",
            Self::Capture => "Capturing a line",
            Self::Viewer => "A text",
            Self::Find => "Finding a record",
            Self::Picker => "Choosing by typing",
            Self::Later => "Asking for a day",
            Self::WriteTo => "Writing a list to a file",
            Self::Pushed => "What a date pushes",
            Self::Suggest => "Suggestions under a field",
            Self::Choice => "A field with a few choices",
            Self::Long => "A field of many lines",
            Self::Day => "A field for a day",
            Self::Form => "A form",
            Self::Filter => "The filter of a list",
            Self::Text => "Wherever text is typed",
            Self::Desk => "The chosen record",
            Self::Move => "Lists and records",
            Self::Global => "Everywhere else",
        }
    }
}

/// Who has the keys: a list of scopes, innermost first. There are no others than these.
macro_rules! keys {
    ($( $(#[$doc:meta])* $who:ident: $($scope:ident),+; )*) => {
        /// Who has the keys.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Keys { $( $(#[$doc])* $who, )* }

        impl Keys {
            /// Everybody who may have the keys.
            pub const ALL: &[Self] = &[$(Self::$who),*];

            /// The scopes that are open then, innermost first: an inner one may cover keys of those behind it.
            pub const fn scopes(self) -> &'static [Scope] {
                match self { $(Self::$who => &[$(Scope::$scope),+],)* }
            }
        }
    };
}

keys! {
    /// A question.
    Dialog: Dialog;
    /// A command that is found by typing.
    Palette: Palette, Text;
    /// The menu: its letters run what they run without it.
    Menu: Menu, Desk, Move, Global;
    /// What can be added.
    Strip: Strip;
    /// Where a letter leads.
    Goto: Goto;
    /// What can be copied or opened.
    Reach: Reach;
    /// A month.
    Month: Month;
    /// What lies in the inbox.
    Inbox: Inbox;
    /// Which file is to come in is asked.
    FromFile: FromFile, Text;
    /// Where the columns of a file go.
    Columns: Columns;
    /// What a file would bring.
    Incoming: Incoming;
    /// What is likely in the book twice.
    Pairs: Pairs;
    /// Two records side by side.
    Merge: Merge;
    /// Help.
    Help: Help;
    /// One of many is chosen by typing.
    Picker: Picker, Text;
    /// A record that is found by typing.
    Find: Find, Picker, Text;
    /// A day is asked for.
    Later: Later, Text;
    /// The name of a file is asked for.
    WriteTo: WriteTo, Text;
    /// What a date pushes.
    Pushed: Pushed;
    /// A text that is read.
    Viewer: Viewer;
    /// A line that is captured.
    Capture: Capture, Text;
    /// A line that is captured, with names under it.
    Names: Names, Capture, Text;
    /// A form.
    Form: Form, Text;
    /// A form, with suggestions under the field.
    Suggest: Suggest, Form, Text;
    /// A form, in a field of many lines.
    Long: Long, Form, Text;
    /// A form, in a field for a day.
    Day: Day, Form, Text;
    /// A form, in a field with a few choices.
    Choice: Choice, Form, Text;
    /// The filter of a list.
    Filter: Filter, Text;
    /// Lists and records.
    Desk: Desk, Move, Global;
}

impl Keys {
    /// Whether letters are text now.
    pub fn is_typing(self) -> bool {
        self.scopes().iter().any(|s| s.is_typing())
    }
}
