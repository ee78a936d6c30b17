//! What each command does: one arm each, which the compiler demands.

mod ball;
mod capture;
mod desk;
mod fields;
mod layers;
mod reader;

use super::picker::{Picker, Purpose};
use super::{Command, Effect, Layer, Menu, Model, Pane, Scope, TextBox};
use crate::domain::Kind;

impl Model {
    /// Runs a command that may run.
    pub(super) fn act(&mut self, command: Command) -> Vec<Effect> {
        match command.spec().scope {
            Scope::Ask => self.act_in_ask(command),
            Scope::Menu => self.act_in_menu(command),
            Scope::Picker => self.act_in_picker(command),
            Scope::Names | Scope::Capture => self.act_in_capture(command),
            Scope::Reader => self.act_in_reader(command),
            Scope::Suggest | Scope::Choice => self.act_in_field(command),
            Scope::Long => self.act_in_long(command),
            Scope::Form => self.act_in_form(command),
            Scope::Text => self.act_on_text(command),
            Scope::Filter => {
                self.end_filter(command == Command::FilterDrop);
                vec![]
            }
            Scope::Desk | Scope::Move | Scope::Global => self.act_at_desk(command),
        }
    }

    fn act_on_text(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::TextErase => self.erase(TextBox::erase),
            Command::TextDelete => self.erase(TextBox::delete),
            Command::TextEraseWord => self.erase(TextBox::erase_word),
            Command::TextEraseLine => self.erase(TextBox::erase_line),
            _ => {
                self.move_cursor(command);
                vec![]
            }
        }
    }

    #[allow(clippy::too_many_lines, reason = "one arm for each command, which the compiler demands")]
    fn act_at_desk(&mut self, command: Command) -> Vec<Effect> {
        use Command as C;
        match command {
            C::Capture => self.open_capture(),
            C::Brief => self.open_brief(),
            C::Nudge => self.open_nudge(),
            C::Postpone => self.write_date(),
            C::Renew => self.ask_renew(),
            C::Down | C::Up | C::PageDown | C::PageUp | C::First | C::Last => self.move_mark(command),
            C::Into | C::Out | C::NextTab | C::PreviousTab | C::Back | C::Open => self.move_about(command),
            C::GoToday
            | C::GoClients
            | C::GoProjects
            | C::GoDepartments
            | C::GoRequests
            | C::GoAgreements
            | C::GoJournal => {
                Pane::ALL.into_iter().filter(|p| p.command() == command).for_each(|p| self.screen.go(p));
            }
            C::GoWaiting => self.go_waiting(),
            C::Pass => self.pick_holder(),
            C::Edit => self.write_subject(),
            C::ToggleDone => return self.tick(),
            C::Delete => self.ask_delete(),
            C::Filter | C::View | C::Sort | C::Reverse => self.act_on_list(command),
            C::Undo => return self.move_along(Effect::Undo),
            C::Redo => return self.move_along(Effect::Redo),
            C::Find => self.pick(Picker::of_records("Find", Purpose::Open)),
            C::Playbooks => {
                self.pick(Picker::of_records("Playbooks", Purpose::Open).among(&[Kind::Playbook]));
            }
            C::MakePlaybook => self.write_playbook(),
            C::Bin => self.pick(Picker::of_records("The bin: take what shall come back", Purpose::BringBack)),
            C::EmptyBin => self.ask_empty_bin(),
            C::Backup => return vec![Effect::Backup],
            C::Trouble => self.ask_trouble(),
            C::Menu | C::Palette => self.screen.layers.push(Layer::Menu(Menu::default())),
            C::Help => self.screen.layers.push(Layer::Menu(Menu { here: true, ..Menu::default() })),
            C::Redraw => return vec![Effect::Redraw],
            C::Quit => self.quit(),
            C::Add
            | C::Log
            | C::AddTask
            | C::AddRequest
            | C::AddPerson
            | C::AddProject
            | C::AddMilestone
            | C::AddMember
            | C::AddAgreement
            | C::AddObligation
            | C::AddFeedback
            | C::AddDecision
            | C::AddAbsence
            | C::AddClient
            | C::AddPlaybook
            | C::AddDepartment => {
                self.write_new(self.kind_added_by(command));
            }
            // Those of the scopes above; named, so that the compiler asks where a new command belongs.
            C::AskChoose
            | C::AskNext
            | C::AskPrevious
            | C::AskYes
            | C::AskNo
            | C::MenuRun
            | C::MenuDown
            | C::MenuUp
            | C::MenuPageDown
            | C::MenuPageUp
            | C::MenuClose
            | C::CaptureTake
            | C::CaptureNext
            | C::CapturePrevious
            | C::CaptureKeep
            | C::CaptureForm
            | C::CaptureClose
            | C::ReaderCopy
            | C::ReaderMail
            | C::ReaderEdit
            | C::ReaderFile
            | C::ReaderDown
            | C::ReaderUp
            | C::ReaderPageDown
            | C::ReaderPageUp
            | C::ReaderClose
            | C::PickTake
            | C::PickDown
            | C::PickUp
            | C::PickPageDown
            | C::PickPageUp
            | C::PickClose
            | C::SuggestTake
            | C::SuggestDown
            | C::SuggestUp
            | C::SuggestDrop
            | C::ChoiceNext
            | C::ChoiceBack
            | C::LongBreak
            | C::LongDown
            | C::LongUp
            | C::LongEditor
            | C::FormSave
            | C::FormNext
            | C::FormPrevious
            | C::FormPageDown
            | C::FormPageUp
            | C::FormLeave
            | C::FormHelp
            | C::FilterKeep
            | C::FilterDrop
            | C::TextLeft
            | C::TextRight
            | C::TextWordLeft
            | C::TextWordRight
            | C::TextHome
            | C::TextEnd
            | C::TextErase
            | C::TextDelete
            | C::TextEraseWord
            | C::TextEraseLine => {}
        }
        vec![]
    }

    /// What a command of the group `Add` writes down.
    fn kind_added_by(&self, command: Command) -> Kind {
        use Command as C;
        match command {
            C::Log => Kind::Interaction,
            C::AddTask => Kind::Task,
            C::AddPerson => Kind::Contact,
            C::AddProject => Kind::Project,
            C::AddMilestone => Kind::Milestone,
            C::AddMember => Kind::Member,
            C::AddRequest => Kind::Request,
            C::AddAgreement => Kind::Agreement,
            C::AddObligation => Kind::Obligation,
            C::AddFeedback => Kind::Feedback,
            C::AddDecision => Kind::Decision,
            C::AddAbsence => Kind::Absence,
            C::AddClient => Kind::Client,
            C::AddPlaybook => Kind::Playbook,
            C::AddDepartment => Kind::Department,
            _ => self.screen.adds(),
        }
    }
}
