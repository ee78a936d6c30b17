//! Every command, once. Key look-up, footer, menu, `docs/keys.md` and confirmations are read from this table.

use super::Model;

/// Where a command is on offer. [`Model::scopes`] says which are open now, innermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// A question is asked.
    Ask,
    /// The menu of all commands.
    Menu,
    /// Names stand under a line that is captured.
    Names,
    /// A line is captured.
    Capture,
    /// A text is read.
    Reader,
    /// Something is chosen by typing.
    Picker,
    /// Suggestions stand under a field of a form.
    Suggest,
    /// A field of a closed list has the keys.
    Choice,
    /// A field of many lines has the keys.
    Long,
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
            Self::Menu
                | Self::Names
                | Self::Capture
                | Self::Picker
                | Self::Suggest
                | Self::Choice
                | Self::Long
                | Self::Form
                | Self::Filter
                | Self::Text
        )
    }

    /// The word over its part of the manual.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Ask => "A question",
            Self::Menu => "The menu",
            Self::Names => "Names under a captured line",
            Self::Capture => "Capturing a line",
            Self::Reader => "A text",
            Self::Picker => "Choosing by typing",
            Self::Suggest => "Suggestions under a field",
            Self::Choice => "A field with a few choices",
            Self::Long => "A field of many lines",
            Self::Form => "A form",
            Self::Filter => "The filter of a list",
            Self::Text => "Wherever text is typed",
            Self::Desk => "The chosen record",
            Self::Move => "Lists and records",
            Self::Global => "Everywhere else",
        }
    }
}

/// What belongs together in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// What can be done with the chosen record.
    Record,
    /// New records.
    Add,
    /// Where to go.
    Go,
    /// What a list shows.
    List,
    /// The program and the book.
    Book,
    /// Moving about.
    Move,
    /// Keys of forms, questions and text; not run from the menu.
    Keys,
}

impl Group {
    /// The word over the group.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Record => "This record",
            Self::Add => "Write down",
            Self::Go => "Go to",
            Self::List => "The list",
            Self::Book => "The book",
            Self::Move => "Move",
            Self::Keys => "Keys",
        }
    }
}

/// Why a command cannot run now, in words for people.
pub type Refusal = &'static str;

/// One row of the table.
#[derive(Debug)]
pub struct Spec {
    /// What it is a row of.
    pub command: Command,
    /// Stable name, for the key file and the manual.
    pub name: &'static str,
    /// Where it is on offer.
    pub scope: Scope,
    /// The keys that run it; the first is the one shown.
    pub keys: &'static [&'static str],
    /// One or two words for the footer; empty keeps it out of the footer.
    pub hint: &'static str,
    /// Where it stands in the menu.
    pub group: Group,
    /// A sentence for menu and manual.
    pub about: &'static str,
    /// Whether it can run now.
    pub when: fn(&Model) -> Result<(), Refusal>,
}

/// Declares the enum and the table together, so that neither can lack a row of the other.
macro_rules! commands {
    ($( $variant:ident $name:literal $scope:ident [$($key:literal),*] $hint:literal $group:ident $about:literal $(if $when:ident)? ; )*) => {
        /// Something a person can ask the program to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $(#[doc = $about] $variant,)* }

        /// The table, in the order in which footer and menu show it.
        pub const COMMANDS: &[Spec] = &[$(Spec {
            command: Command::$variant,
            name: $name,
            scope: Scope::$scope,
            keys: &[$($key),*],
            hint: $hint,
            group: Group::$group,
            about: $about,
            when: commands!(@when $($when)?),
        },)*];
    };
    (@when) => { always };
    (@when $when:ident) => { Model::$when };
}

impl Command {
    /// This command's row.
    pub fn spec(self) -> &'static Spec {
        &COMMANDS[self as usize]
    }
}

// The name is `const fn`-free so that it has the type of the table's column.
#[allow(clippy::unnecessary_wraps, reason = "it stands in a column whose other members refuse")]
fn always(_: &Model) -> Result<(), Refusal> {
    Ok(())
}

commands! {
    // A question
    AskChoose   "ask.choose"    Ask ["enter"]                 "choose"   Keys "Take the marked answer";
    AskNext     "ask.next"      Ask ["right", "tab", "down", "l", "j"] "" Keys "Go to the next answer";
    AskPrevious "ask.previous"  Ask ["left", "shift-tab", "up", "h", "k"] "" Keys "Go to the answer before";
    AskYes      "ask.yes"       Ask ["y"]                     "yes"      Keys "Go ahead" if has_two_answers;
    AskNo       "ask.no"        Ask ["esc", "n"]              "back"     Keys "Change nothing";

    // The menu
    MenuRun     "menu.run"      Menu ["enter"]                "run"      Keys "Run the marked command";
    MenuDown    "menu.down"     Menu ["down", "ctrl-n"]       ""         Keys "Go to the next command";
    MenuUp      "menu.up"       Menu ["up", "ctrl-p"]         ""         Keys "Go to the command before";
    MenuPageDown "menu.page-down" Menu ["pgdn"]               ""         Keys "Go down a page of commands";
    MenuPageUp  "menu.page-up"  Menu ["pgup"]                 ""         Keys "Go up a page of commands";
    MenuClose   "menu.close"    Menu ["esc", "f10"]           "back"     Keys "Close the menu";

    // Capturing a line
    CaptureTake "capture.take"  Names ["tab"]                 "take name" Keys "Take the marked name";
    CaptureNext "capture.next"  Names ["down", "ctrl-n"]      ""         Keys "Go to the next name";
    CapturePrevious "capture.previous" Names ["up", "ctrl-p"] ""         Keys "Go to the name before";
    CaptureKeep "capture.keep"  Capture ["enter"]             "keep"     Keys "Keep what was understood";
    CaptureForm "capture.form"  Capture ["ctrl-e"]            "correct"  Keys "Correct it in a form; what becomes several records is kept first";
    CaptureClose "capture.close" Capture ["esc"]              "back"     Keys "Go back; the line is kept for the next time";

    // A text
    ReaderCopy  "reader.copy"   Reader ["y"]                  "copy"     Keys "Put the text on the clipboard";
    ReaderMail  "reader.mail"   Reader ["m"]                  "mail"     Keys "Open the message in the mail program" if is_message;
    ReaderEdit  "reader.edit"   Reader ["e"]                  "edit"     Keys "Change the text in $VISUAL or $EDITOR before it is taken elsewhere";
    ReaderFile  "reader.file"   Reader ["f"]                  "file"     Keys "Write the text to a file";
    ReaderDown  "reader.down"   Reader ["down", "j"]          ""         Keys "Go a line down";
    ReaderUp    "reader.up"     Reader ["up", "k"]            ""         Keys "Go a line up";
    ReaderPageDown "reader.page-down" Reader ["pgdn", "space"] ""        Keys "Go a page down";
    ReaderPageUp "reader.page-up" Reader ["pgup"]             ""         Keys "Go a page up";
    ReaderClose "reader.close"  Reader ["esc", "q"]           "back"     Keys "Close the text";

    // Choosing by typing
    PickTake    "pick.take"     Picker ["enter"]              "take"     Keys "Take the marked one";
    PickDown    "pick.down"     Picker ["down", "ctrl-n", "tab"] ""      Keys "Go to the next one";
    PickUp      "pick.up"       Picker ["up", "ctrl-p", "shift-tab"] ""  Keys "Go to the one before";
    PickPageDown "pick.page-down" Picker ["pgdn"]             ""         Keys "Go down a page of choices";
    PickPageUp  "pick.page-up"  Picker ["pgup"]               ""         Keys "Go up a page of choices";
    PickClose   "pick.close"    Picker ["esc"]                "back"     Keys "Choose nothing";

    // Suggestions under a field
    SuggestTake "suggest.take"  Suggest ["enter", "tab"]      "take"     Keys "Take the marked suggestion";
    SuggestDown "suggest.down"  Suggest ["down", "ctrl-n"]    ""         Keys "Go to the next suggestion";
    SuggestUp   "suggest.up"    Suggest ["up", "ctrl-p"]      ""         Keys "Go to the suggestion before";
    SuggestDrop "suggest.drop"  Suggest ["esc"]               "drop"     Keys "Drop what was typed to find one";

    // A field with a few choices
    ChoiceNext  "choice.next"   Choice ["right"]              "change"   Keys "Take the next choice";
    ChoiceBack  "choice.back"   Choice ["left"]               ""         Keys "Take the choice before";

    // A field of many lines
    LongBreak   "long.break"    Long ["enter"]                "new line" Keys "Begin a new line";
    LongDown    "long.down"     Long ["down"]                 ""         Keys "Go a line down, from the last to the next field";
    LongUp      "long.up"       Long ["up"]                   ""         Keys "Go a line up, from the first to the field before";
    LongEditor  "long.editor"   Long ["ctrl-e"]               "editor"   Keys "Write this text in $VISUAL or $EDITOR";

    // A form
    FormSave    "form.save"     Form ["enter", "ctrl-s", "f2"] "save"    Keys "Save what is written";
    FormNext    "form.next"     Form ["tab", "down"]          "next"     Keys "Go to the next field";
    FormPrevious "form.previous" Form ["shift-tab", "up"]     ""         Keys "Go to the field before";
    FormPageDown "form.page-down" Form ["pgdn"]               ""         Keys "Go down a page of fields";
    FormPageUp  "form.page-up"  Form ["pgup"]                 ""         Keys "Go up a page of fields";
    FormLeave   "form.leave"    Form ["esc"]                  "back"     Keys "Go back; asks first when something was written";

    FormHelp    "form.help"     Form ["f1"]                   ""         Keys "What the keys do in this form";

    // The filter of a list
    FilterKeep  "filter.keep"   Filter ["enter", "down", "tab"] "keep"   Keys "Go to the rows that are left";
    FilterDrop  "filter.drop"   Filter ["esc"]                "show all" Keys "Show every row again";

    // Wherever text is typed
    TextLeft    "text.left"     Text ["left", "ctrl-b"]       ""         Keys "Go a letter to the left";
    TextRight   "text.right"    Text ["right", "ctrl-f"]      ""         Keys "Go a letter to the right";
    TextWordLeft "text.word-left" Text ["ctrl-left", "alt-b", "alt-left"] "" Keys "Go a word to the left";
    TextWordRight "text.word-right" Text ["ctrl-right", "alt-f", "alt-right"] "" Keys "Go a word to the right";
    TextHome    "text.home"     Text ["home", "ctrl-a"]       ""         Keys "Go to the start of the line";
    TextEnd     "text.end"      Text ["end"]                          ""         Keys "Go to the end of the line";
    TextErase   "text.erase"    Text ["backspace", "ctrl-h"]  ""         Keys "Take away the letter before";
    TextDelete  "text.delete"   Text ["delete", "ctrl-d"]     ""         Keys "Take away the letter under the cursor";
    TextEraseWord "text.erase-word" Text ["ctrl-w", "alt-backspace"] ""  Keys "Take away the word before";
    TextEraseLine "text.erase-line" Text ["ctrl-u"]           ""         Keys "Take away all before, back to the start of the line";

    // The chosen record
    Open        "record.open"   Move ["enter"]                "open"     Record "Open what is chosen" if has_subject;
    Add         "record.add"    Desk ["a"]                    "add"      Add    "Write down a new one of what this list shows" if can_add;
    Edit        "record.edit"   Desk ["e"]                    "edit"     Record "Change what is chosen" if can_edit;
    Log         "touch.add"     Desk ["i"]                    "log"      Add    "Log a call, meeting, mail, visit, message or note" if is_writable;
    AddTask     "task.add"      Desk ["t"]                    "task"     Add    "Write down a task" if is_writable;
    AddRequest  "request.add"   Desk ["r"]                    "request"  Add    "Write down what a client wishes for" if is_writable;
    ToggleDone  "task.done"     Desk ["x"]                    "done"     Record "Tick off a task, milestone, obligation or report; a request is done, then told" if can_tick;
    Postpone    "record.postpone" Desk ["+"]                  "postpone" Record "Put it on another day: fri, in 3 days, 24/12" if has_date;
    Renew       "agreement.renew" Desk ["W"]                  ""         Record "Renew an agreement: the next term is written down, the old one is kept" if has_term;
    Pass        "ball.pass"     Desk [">"]                    "pass"     Record "Pass the ball: say who holds a request or a task now" if has_ball;
    MakePlaybook "playbook.make" Desk ["K"]                   ""         Record "Make a playbook of a project: its milestones and tasks, in days from its start" if has_steps;
    Filter      "list.filter"   Desk ["/"]                    "filter"   List   "Show only rows with these words" if is_browsing;
    Delete      "record.delete" Desk ["d", "delete"]          ""         Record "Put what is chosen into the bin" if can_edit;
    AddPerson   "person.add"    Desk ["p"]                    ""         Add    "Write down a person, at this client or in this department" if is_writable;
    AddProject  "project.add"   Desk ["P"]                    ""         Add    "Write down a project" if is_writable;
    AddMilestone "milestone.add" Desk ["m"]                   ""         Add    "Write down a milestone of this project" if has_project;
    AddMember   "member.add"    Desk ["T"]                    ""         Add    "Take somebody into the team of this project" if has_project;
    AddAgreement "agreement.add" Desk []                      ""         Add    "Write down an agreement" if is_writable;
    AddObligation "obligation.add" Desk ["O"]                 ""         Add    "Write down what this agreement obliges to" if has_agreement;
    AddFeedback "feedback.add"  Desk ["F"]                    ""         Add    "Write down what the client thought" if is_writable;
    AddDecision "decision.add"  Desk ["N"]                    ""         Add    "Write down an approval or a decision" if is_writable;
    AddAbsence  "absence.add"   Desk ["A"]                    ""         Add    "Write down days this person is away" if has_colleague;
    AddPlaybook "playbook.add"  Desk []                       ""         Add    "Write down a playbook: the milestones and tasks that projects of a kind begin with" if is_writable;
    AddClient   "client.add"    Desk ["C"]                    ""         Add    "Write down a client" if is_writable;
    AddDepartment "department.add" Desk ["D"]                 ""         Add    "Write down a department" if is_writable;
    View        "list.view"     Desk ["v"]                    ""         List   "Show the active ones, all of them, …" if is_browsing;
    Sort        "list.sort"     Desk ["S"]                    ""         List   "Put the rows in another order" if is_browsing;
    Reverse     "list.reverse"  Desk ["R"]                    ""         List   "Turn the order round" if is_browsing;

    // Moving about
    Down        "move.down"     Move ["down", "j"]            ""         Move "Go to the next row";
    Up          "move.up"       Move ["up", "k"]              ""         Move "Go to the row before";
    PageDown    "move.page-down" Move ["pgdn", "ctrl-d"]      ""         Move "Go down a page";
    PageUp      "move.page-up"  Move ["pgup", "ctrl-u"]       ""         Move "Go up a page";
    First       "move.first"    Move ["home", "g"]            ""         Move "Go to the first row";
    Last        "move.last"     Move ["end", "G"]             ""         Move "Go to the last row";
    Into        "move.into"     Move ["right", "l"]           ""         Move "Go into the record on the right" if has_subject;
    Out         "move.out"      Move ["left", "h"]            ""         Move "Go back to the list";
    NextTab     "move.next-tab" Move ["tab", "]"]             "next page" Move "Turn to the next page of the record" if has_subject;
    PreviousTab "move.previous-tab" Move ["shift-tab", "["]   ""         Move "Turn to the page of the record before" if has_subject;
    Back        "move.back"     Move ["esc", "backspace"]     ""         Move "Go one step back";

    // Everywhere else
    GoToday     "go.today"      Global ["1"]                  ""         Go   "Today: what needs you now, and why";
    GoClients   "go.clients"    Global ["2"]                  ""         Go   "Clients: whom we serve";
    GoProjects  "go.projects"   Global ["3"]                  ""         Go   "Projects: what we do for them";
    GoDepartments "go.departments" Global ["4"]               ""         Go   "Departments: who carries it out";
    GoRequests  "go.requests"   Global ["5"]                  ""         Go   "Requests: what the clients wish for, and who holds the ball";
    GoAgreements "go.agreements" Global ["6"]                 ""         Go   "Agreements: what binds us, and until when";
    GoJournal   "go.journal"    Global ["7"]                  ""         Go   "Journal: what happened";
    GoWaiting   "go.waiting"    Global ["w"]                  ""         Go   "Waiting: what others hold, oldest first";
    Capture     "capture.open"  Global ["c"]                  "capture"  Add    "Capture one line: a touch, a wish, a task, with names and dates" if is_writable;
    Brief       "brief.open"    Desk ["b"]                    "brief"    Record "One page before a call: where we stand with this client or project" if has_brief;
    Nudge       "ball.nudge"    Desk ["n"]                    "nudge"    Record "Remind whoever holds it, of all that lies with them" if has_nudge;
    Find        "go.find"       Global ["s"]                  "find"     Go   "Find anything by typing" if has_records;
    Playbooks   "go.playbooks"  Global []                     ""         Go   "Playbooks: what projects of a kind begin with" if has_playbooks;
    Undo        "book.undo"     Global ["u"]                  ""         Book "Take back the last change" if can_undo;
    Redo        "book.redo"     Global ["U"]                  ""         Book "Do again what was taken back" if can_redo;
    Bin         "book.bin"      Global ["B"]                  ""         Book "Look into the bin, and bring things back" if has_bin;
    EmptyBin    "book.empty-bin" Global []                    ""         Book "Take what lies in the bin out of the book for good" if has_bin;
    Backup      "book.backup"   Global []                     ""         Book "Take a backup now" if is_writable;
    Trouble     "book.trouble"  Global ["!"]                  "not saved" Book "What to do about changes that could not be saved" if is_stuck;
    Menu        "menu.open"     Global ["space", "f10"]       "menu"     Go   "Every command on one screen";
    Help        "menu.help"     Global ["?", "f1"]            "help"     Go   "What the keys do here";
    Palette     "menu.palette"  Global [":"]                  ""         Go   "Run a command by its name";
    Redraw      "book.redraw"   Global ["ctrl-l"]             ""         Book "Draw the screen afresh";
    Quit        "book.quit"     Global ["q"]                  "quit"     Book "Leave Syndeo";
}
