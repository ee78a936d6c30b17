//! What each command does: one arm each, which the compiler demands.

mod ball;
mod capture;
mod desk;
mod fields;
mod layers;
mod reader;

use super::picker::{Picker, Purpose};
use super::{Command, Effect, Layer, Menu, Model, Pane, TextBox};
use crate::domain::Kind;

impl Model {
    /// Runs a command that may run.
    pub(super) fn act(&mut self, command: Command) -> Vec<Effect> {
        use Command as C;
        match command {
            C::AskChoose | C::AskNext | C::AskPrevious | C::AskYes | C::AskNo => {
                return self.act_in_ask(command);
            }
            C::MenuRun | C::MenuDown | C::MenuUp | C::MenuPageDown | C::MenuPageUp | C::MenuClose => {
                return self.act_in_menu(command);
            }
            C::PickTake | C::PickDown | C::PickUp | C::PickPageDown | C::PickPageUp | C::PickClose => {
                return self.act_in_picker(command);
            }
            C::CaptureTake
            | C::CaptureNext
            | C::CapturePrevious
            | C::CaptureKeep
            | C::CaptureForm
            | C::CaptureClose => return self.act_in_capture(command),
            C::Capture => self.open_capture(),
            C::Brief => self.open_brief(),
            C::Nudge => self.open_nudge(),
            C::ReaderCopy
            | C::ReaderMail
            | C::ReaderFile
            | C::ReaderDown
            | C::ReaderUp
            | C::ReaderPageDown
            | C::ReaderPageUp
            | C::ReaderClose => return self.act_in_reader(command),
            C::SuggestTake
            | C::SuggestDown
            | C::SuggestUp
            | C::SuggestDrop
            | C::ChoiceNext
            | C::ChoiceBack => {
                return self.act_in_field(command);
            }
            C::LongBreak | C::LongDown | C::LongUp | C::LongEditor => return self.act_in_long(command),
            C::FormSave | C::FormNext | C::FormPrevious | C::FormPageDown | C::FormPageUp | C::FormLeave => {
                return self.act_in_form(command);
            }
            C::FilterKeep | C::FilterDrop => self.end_filter(command == C::FilterDrop),
            C::TextLeft | C::TextRight | C::TextWordLeft | C::TextWordRight | C::TextHome | C::TextEnd => {
                self.move_cursor(command);
            }
            C::TextErase => return self.erase(TextBox::erase),
            C::TextDelete => return self.erase(TextBox::delete),
            C::TextEraseWord => return self.erase(TextBox::erase_word),
            C::TextEraseLine => return self.erase(TextBox::erase_line),
            C::Down | C::Up | C::PageDown | C::PageUp | C::First | C::Last => self.move_mark(command),
            C::Into | C::Out | C::NextTab | C::PreviousTab | C::Back | C::Open => self.move_about(command),
            C::GoToday
            | C::GoClients
            | C::GoProjects
            | C::GoDepartments
            | C::GoRequests
            | C::GoAgreements
            | C::GoJournal => {
                Pane::ALL.into_iter().filter(|p| p.command() == command).for_each(|p| self.go(p));
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
            C::Bin => self.pick(Picker::of_records("The bin: take what shall come back", Purpose::BringBack)),
            C::EmptyBin => self.ask_empty_bin(),
            C::Backup => return vec![Effect::Backup],
            C::Trouble => self.ask_trouble(),
            C::Menu | C::Palette => self.layers.push(Layer::Menu(Menu::default())),
            C::Help | C::FormHelp => self.layers.push(Layer::Menu(Menu { here: true, ..Menu::default() })),
            C::Redraw => return vec![Effect::Redraw],
            C::Quit => self.quit(),
            // Whatever is left writes something down.
            other => self.write_new(self.kind_added_by(other)),
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
            C::AddDepartment => Kind::Department,
            _ => self.adds(),
        }
    }
}
