//! What each command does: whoever has the keys does what is common and its own, the desk does the rest. Every match names
//! every command, so that the compiler asks what a new one does.

mod commands;
mod moving;
mod person;
mod pointing;
mod reaching;
mod reporting;
mod texts;
mod writing;

use crate::app::keyed::{Edit, OnAnswer, Pick, Reply};
use crate::app::{
    Capture, Command, Common, DeskCommand, Effect, Inbox, Layer, Letters, Model, Msg, Pane, Picker, Purpose,
    TextBox, TextCommand, update,
};
use crate::domain::Kind;
use crate::words::{self, said};

/// Farther than any list goes.
const FAR: isize = isize::MAX / 2;

impl Model {
    /// Runs a command that may run.
    pub(in crate::app) fn act(&mut self, command: Command) -> Vec<Effect> {
        if command == Command::Common(Common::Back) && self.is_at_edge() && self.screen.leave_waiting() {
            return vec![];
        }
        let (here, screen) = (self.data.here(self.screen.drawn), &mut self.screen);
        let reply = match (command, screen.layers.last_mut()) {
            (Command::Common(command), _) => screen.keyed_mut().common(command, here),
            (Command::Text(command), _) => return self.act_on_text(command),
            // The letters of menu and strip run what they run without them.
            (
                Command::Desk(_) | Command::Add(_) | Command::Page(_),
                Some(Layer::Menu(_) | Layer::Strip(_)),
            ) => {
                screen.layers.pop();
                return self.act(command);
            }
            (Command::Desk(command), _) => return self.act_at_desk(command),
            (Command::Add(kind), _) => {
                self.write_new(kind);
                return vec![];
            }
            (Command::Page(command), _) => {
                self.screen.turn_to(&self.data, command);
                return vec![];
            }
            (Command::Dialog(command), Some(Layer::Dialog(dialog))) => dialog.run(command),
            (Command::Capture(command), Some(Layer::Capture(_))) => Capture::run(command),
            (Command::Viewer(command), Some(Layer::Viewer(viewer))) => viewer.run(command),
            (Command::Form(command), Some(Layer::Form(form))) => form.run(command, here),
            (Command::Later(command), Some(Layer::Later(later))) => later.run(command, here),
            (Command::Reach(command), Some(Layer::Reach(reach))) => reach.run(command),
            (Command::Find(command), Some(Layer::Picker(picker))) => picker.run(command),
            (Command::Month(command), Some(Layer::Month(month))) => month.run(command, here),
            (Command::Pushed(command), Some(Layer::Pushed(pushed))) => pushed.run(command, here),
            (Command::Pairs(command), Some(Layer::Pairs(pairs))) => pairs.run(command),
            (Command::Merge(command), Some(Layer::Merging(merging))) => merging.run(command),
            (Command::Inbox(command), Some(Layer::Inbox(_))) => Inbox::run(command),
            (Command::FromFile(command), Some(Layer::FromFile(from))) => from.run(command),
            (Command::Columns(command), Some(Layer::Importing(importing))) => importing.run_columns(command),
            (Command::Incoming(command), Some(Layer::Importing(importing))) => importing.run_rows(command),
            // A command of a layer that is not there: its keys cannot be struck.
            (
                Command::Dialog(_)
                | Command::Capture(_)
                | Command::Viewer(_)
                | Command::Later(_)
                | Command::Pushed(_)
                | Command::Month(_)
                | Command::Pairs(_)
                | Command::Merge(_)
                | Command::Reach(_)
                | Command::Inbox(_)
                | Command::FromFile(_)
                | Command::Columns(_)
                | Command::Incoming(_)
                | Command::Find(_)
                | Command::Form(_),
                _,
            ) => Reply::Done,
        };
        self.carry_out(reply)
    }

    /// Changes the text that has the cursor.
    pub(in crate::app) fn edit_text(&mut self, edit: Edit<'_>) -> Vec<Effect> {
        let here = self.data.here(self.screen.drawn);
        let reply = self.screen.keyed_mut().edit(edit, here);
        self.carry_out(reply)
    }

    /// Does what the one that has the keys wants done.
    pub(in crate::app) fn carry_out(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Done => {}
            Reply::Close => drop(self.screen.layers.pop()),
            Reply::Say(tone, words) => self.say(tone, words),
            Reply::Open(id) => self.open_card(id),
            Reply::ShowUnsorted => self.screen.go_unsorted(),
            Reply::Answer(then) => {
                self.screen.layers.pop();
                return self.answer(then);
            }
            Reply::Take(pick) => {
                self.screen.layers.pop();
                return self.take(pick);
            }
            Reply::Run(command) => {
                self.screen.layers.pop();
                let now = self.data.now;
                return update(self, now, Msg::Run(command));
            }
            Reply::Effect(effect) => return vec![effect],
            Reply::Send(effect) => {
                let mut effects = vec![effect];
                effects.extend(self.log_nudge());
                return effects;
            }
            Reply::CopyOf(target) => {
                self.screen.layers.pop();
                self.reach(target, false);
            }
            Reply::Reach { opens, target, taken } => {
                self.screen.layers.pop();
                return self.reached(opens, target, taken);
            }
            Reply::FindCommands => self.find_commands(true),
            Reply::KeepDraft => return self.draft_of_top(),
            Reply::PutOff(until, id, day) => {
                self.screen.layers.pop();
                return self.put_off(until, id, day);
            }
            Reply::WriteList { path, form, over } => return self.write_list(path, form, over),
            Reply::WriteReport { path, format, over } => return self.write_report(path, format, over),
            Reply::AskWriteReport => self.ask_write_report(),
            Reply::MailReport => return self.mail_report(),
            Reply::ReportSent => return self.report_sent(),
            Reply::TurnLanguage => return self.turn_language(),
            Reply::MakeNew => return self.make_new(),
            Reply::SaveForm => return self.save_form(),
            Reply::SavePushed(left) => {
                self.screen.layers.pop();
                return self.save_pushed(&left);
            }
            Reply::Merge(left, right) => self.open_merge(left, right),
            Reply::KeepDropped => return self.keep_dropped(),
            Reply::AskFile => return self.ask_file(),
            Reply::OpenFile(path) => return self.open_file(path),
            Reply::ReadFile => return self.read_file(),
            Reply::PickKind => self.pick_row_kind(),
            Reply::PickField => self.pick_column_field(),
            Reply::LookAtColumns => return self.look_at_columns(),
            Reply::WriteRefused => return self.ask_refused(),
            Reply::ImportFile => return self.import_file(),
            Reply::MergeNow => return self.merge(),
            Reply::TellApart(one, other) => return self.tell_apart(one, other),
            Reply::LeaveForm => self.leave_form(),
            Reply::Help => self.open_help(),
            Reply::KeepLine => return self.keep_captured(),
            Reply::CorrectLine => return self.correct_captured(),
            Reply::LeaveLine => self.leave_capture(),
        }
        vec![]
    }

    fn answer(&mut self, then: OnAnswer) -> Vec<Effect> {
        match then {
            OnAnswer::Nothing => vec![],
            OnAnswer::Renew(id) => self.renew(id),
            OnAnswer::OpenWay(id, at) => self.open_way(id, at),
            OnAnswer::Report(ask) => self.ask_period(ask),
            OnAnswer::ReportOf(ask) => self.open_report(ask),
            OnAnswer::Tier(id, tier) => self.set_tier(id, tier),
            OnAnswer::SaveTold(told) => self.save_told(told),
            OnAnswer::Told(id, told) => self.told(id, told),
            OnAnswer::Content(id, told, content) => self.write_told(id, told, content),
            OnAnswer::Decided(id, outcome) => self.decided(id, outcome),
            OnAnswer::Delete(id) => self.delete(id),
            OnAnswer::EmptyBin => self.empty_bin(),
            OnAnswer::Step { back } => self.move_along(Effect::Step { back }),
            OnAnswer::KeepDraft => self.close_form(true),
            OnAnswer::DropDraft => self.close_form(false),
            OnAnswer::ReadAs { about, first } => self.read_as(about, first),
            OnAnswer::Retry => vec![Effect::SaveAgain(self.session.saving.retry())],
            OnAnswer::WriteOut => {
                vec![Effect::WriteOut(self.session.saving.waiting.iter().cloned().collect())]
            }
            OnAnswer::QuitUnsaved => {
                self.session.quitting = true;
                vec![]
            }
        }
    }

    fn take(&mut self, pick: Pick) -> Vec<Effect> {
        match pick {
            Pick::Open(id) => self.screen.show(&self.data, id),
            Pick::BringBack(id) => return self.bring_back(id),
            Pick::Pass(holder, day) => return self.pass_to(&holder, day),
            Pick::MergeWith(id, other) => self.open_merge(id, other),
            Pick::RowsAre(kind) => return self.rows_are(kind),
            Pick::GoesTo(field) => self.column_goes_to(field),
            Pick::SortBy(column) => {
                let browse = self.screen.browse_mut();
                (browse.sort, browse.stale) = (column, true);
            }
        }
        vec![]
    }

    fn act_on_text(&mut self, command: TextCommand) -> Vec<Effect> {
        let go: fn(&mut TextBox) = match command {
            TextCommand::Erase => return self.edit_text(Edit::Erase(TextBox::erase)),
            TextCommand::Delete => return self.edit_text(Edit::Erase(TextBox::delete)),
            TextCommand::EraseWord => return self.edit_text(Edit::Erase(TextBox::erase_word)),
            TextCommand::EraseLine => return self.edit_text(Edit::Erase(TextBox::erase_line)),
            TextCommand::EraseRest => return self.edit_text(Edit::Erase(TextBox::erase_rest)),
            TextCommand::DeleteWord => return self.edit_text(Edit::Erase(TextBox::delete_word)),
            TextCommand::PutBack => return self.edit_text(Edit::Erase(TextBox::put_back)),
            TextCommand::Left => TextBox::left,
            TextCommand::Right => TextBox::right,
            TextCommand::WordLeft => TextBox::word_left,
            TextCommand::WordRight => TextBox::word_right,
            TextCommand::Home => TextBox::home,
            TextCommand::End => TextBox::end,
        };
        if let Some(text) = self.screen.keyed_mut().text_mut() {
            go(text);
        }
        vec![]
    }

    #[allow(clippy::too_many_lines, reason = "one arm for each command, which the compiler demands")]
    fn act_at_desk(&mut self, command: DeskCommand) -> Vec<Effect> {
        use DeskCommand as C;
        match command {
            C::First => self.screen.move_mark(-FAR),
            C::Last => self.screen.move_mark(FAR),
            C::Into => self.go_into(),
            C::Out => self.go_out(),
            C::NextPart => self.screen.browse_mut().next_part(true),
            C::PreviousPart => self.screen.browse_mut().next_part(false),
            C::Layout => self.screen.turn_layout(),
            C::NextTab => self.screen.turn_page(&self.data, 1),
            C::PreviousTab => self.screen.turn_page(&self.data, -1),
            C::GoToday => self.screen.go(Pane::Today),
            C::GoClients => self.screen.go(Pane::Clients),
            C::GoProjects => self.screen.go(Pane::Projects),
            C::GoDepartments => self.screen.go(Pane::Departments),
            C::GoRequests => self.screen.go(Pane::Requests),
            C::GoAgreements => self.screen.go(Pane::Agreements),
            C::GoJournal => self.screen.go(Pane::Journal),
            C::GoBack => self.go_along(true),
            C::GoForward => self.go_along(false),
            C::GoWaiting => self.screen.go_waiting(),
            C::GoMonth => self.open_month(),
            C::Find => self.pick(Picker::of_records(said::find(), Purpose::Open)),
            C::Playbooks => {
                self.pick(Picker::of_records(said::playbooks(), Purpose::Open).among(&[Kind::Playbook]));
            }
            C::Calendars => {
                self.pick(Picker::of_records(said::calendars(), Purpose::Open).among(&[Kind::Calendar]));
            }
            C::CustomFields => {
                self.pick(
                    Picker::of_records(words::custom::all(), Purpose::Open).among(&[Kind::CustomField]),
                );
            }
            C::Duplicates => self.screen.layers.push(Layer::Pairs(Box::default())),
            C::Inbox => return self.open_inbox(),
            C::Import => return self.ask_file(),
            C::MergeWith => self.pick_to_merge(),
            C::ExportPerson => self.tell_of_person(false),
            C::ErasePerson => self.tell_of_person(true),
            C::Filter => self.screen.begin_filter(),
            C::View => self.screen.turn_view(1),
            C::ViewBefore => self.screen.turn_view(-1),
            C::Reverse => self.screen.turn_order(),
            C::Sort => self.pick_order(),
            C::WriteList => self.ask_write_list(),
            C::Capture => self.open_capture(),
            C::Brief => self.open_brief(),
            C::Report => self.ask_report(),
            C::Nudge => self.open_nudge(),
            C::Pass => self.pick_holder(),
            C::Renew => self.ask_renew(),
            C::ShowPromises => self.show_promises(),
            C::ToggleDone => return self.tick(),
            C::TellMove => self.subject().into_iter().for_each(|id| self.ask_told(id)),
            C::SetTier => self.ask_tier(),
            C::Edit => self.write_subject(),
            C::Postpone => self.ask_postpone(),
            C::Snooze => return self.ask_snooze(),
            C::Copy => return self.open_reach(false),
            C::Launch => return self.open_reach(true),
            C::Delete => return self.ask_delete(),
            C::MakePlaybook => self.write_playbook(),
            C::Add => self.write_new(self.screen.adds()),
            C::Undo => return self.move_along(Effect::Undo),
            C::Redo => return self.move_along(Effect::Redo),
            C::Bin => self.pick(Picker::of_records(said::bin(), Purpose::BringBack)),
            C::EmptyBin => self.ask_empty_bin(),
            C::Backup => return vec![Effect::Backup],
            C::Trouble => self.ask_trouble(),
            C::Menu => self.open_menu(),
            C::Palette => self.open_palette(),
            C::Strip => self.open_strip(Letters::Adding),
            C::Goto => self.open_strip(Letters::Going),
            C::Help => self.open_help(),
            C::Redraw => return vec![Effect::Redraw],
            C::Mouse => return self.turn_mouse(),
            C::Quit if self.screen.is_reading() => return self.act(Command::Common(Common::Back)),
            C::Quit => self.quit(),
        }
        vec![]
    }
}
