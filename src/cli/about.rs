//! What each sub-command is called in the log, and which of them do something.

use super::args::Command;

impl Command {
    /// Its name, and whether it is there to do something, not only to print.
    pub const fn about(&self) -> (&'static str, bool) {
        match self {
            Self::Demo { .. } => ("demo", true),
            Self::Import(args) => ("import", !args.dry_run),
            Self::Holidays(args) => ("holidays", !args.dry_run),
            Self::Export(args) => ("export", args.output.is_some()),
            Self::Schema { .. } => ("schema", false),
            Self::Field(_) => ("field", true),
            Self::Set(_) => ("set", true),
            Self::List(_) => ("list", false),
            Self::Show(_) => ("show", false),
            Self::Find { .. } => ("find", false),
            Self::Today { .. } => ("today", false),
            Self::Waiting { .. } => ("waiting", false),
            Self::Brief { .. } => ("brief", false),
            Self::Report(args) => ("report", args.does()),
            Self::Capture(args) => ("capture", !args.dry_run),
            Self::Agreements { .. } => ("agreements", false),
            Self::Plan { .. } => ("plan", false),
            Self::Load(_) => ("load", false),
            Self::Duplicates(_) => ("duplicates", false),
            Self::Merge(_) => ("merge", true),
            Self::Person(asked) => asked.about(),
            Self::Undo => ("undo", true),
            Self::Redo => ("redo", true),
            Self::Backup { list } => ("backup", !*list),
            Self::Restore { .. } => ("restore", true),
            Self::Check => ("check", false),
            Self::Repair { .. } => ("repair", true),
            Self::Path { .. } => ("path", false),
            Self::Keys => ("keys", false),
            Self::Completions { .. } => ("completions", false),
            Self::Man => ("man", false),
        }
    }
}
