//! What each command does: one arm each, which the compiler demands.

use super::browse::{Browse, Focus, Reading};
use super::form::Form;
use super::picker::{Choice, Pick, Picker, Purpose};
use super::{Command, Ctx, Effect, Layer, Menu, Model, Pane, TextBox, Then, Tone};
use crate::domain::{Kind, Ref};

impl Model {
    /// Runs a command that may run.
    pub(super) fn act(&mut self, command: Command) -> Vec<Effect> {
        use Command as C;
        match command {
            C::AskChoose | C::AskNext | C::AskPrevious | C::AskYes | C::AskNo => return self.act_in_ask(command),
            C::MenuRun | C::MenuDown | C::MenuUp | C::MenuPageDown | C::MenuPageUp | C::MenuClose => {
                return self.act_in_menu(command);
            }
            C::PickTake | C::PickDown | C::PickUp | C::PickPageDown | C::PickPageUp | C::PickClose => {
                return self.act_in_picker(command);
            }
            C::SuggestTake | C::SuggestDown | C::SuggestUp | C::SuggestDrop | C::ChoiceNext | C::ChoiceBack => {
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
            C::GoClients => self.go(Pane::Clients),
            C::GoProjects => self.go(Pane::Projects),
            C::GoDepartments => self.go(Pane::Departments),
            C::GoJournal => self.go(Pane::Journal),
            C::Add => self.write_new(self.adds()),
            C::Log => self.write_new(Kind::Interaction),
            C::AddTask => self.write_new(Kind::Task),
            C::AddPerson => self.write_new(Kind::Contact),
            C::AddProject => self.write_new(Kind::Project),
            C::AddMilestone => self.write_new(Kind::Milestone),
            C::AddMember => self.write_new(Kind::Member),
            C::AddAbsence => self.write_new(Kind::Absence),
            C::AddClient => self.write_new(Kind::Client),
            C::AddDepartment => self.write_new(Kind::Department),
            C::Edit => self.write_subject(),
            C::ToggleDone => return self.tick(),
            C::Delete => self.ask_delete(),
            C::Filter | C::View | C::Sort | C::Reverse => self.act_on_list(command),
            C::Undo => return vec![Effect::Undo],
            C::Redo => return vec![Effect::Redo],
            C::Find => self.pick(Picker::of_records("Find", Purpose::Open)),
            C::Bin => self.pick(Picker::of_records("The bin: take what shall come back", Purpose::BringBack)),
            C::EmptyBin => self.ask_empty_bin(),
            C::Backup => return vec![Effect::Backup],
            C::Trouble => self.ask_trouble(),
            C::Menu | C::Palette => self.layers.push(Layer::Menu(Menu::default())),
            C::Help => self.layers.push(Layer::Menu(Menu { here: true, ..Menu::default() })),
            C::Redraw => return vec![Effect::Redraw],
            C::Quit => self.quit(),
        }
        vec![]
    }

    fn act_in_ask(&mut self, command: Command) -> Vec<Effect> {
        let Some(Layer::Ask(ask)) = self.layers.last_mut() else { return vec![] };
        let at = match command {
            Command::AskNext => {
                ask.step(1);
                return vec![];
            }
            Command::AskPrevious => {
                ask.step(-1);
                return vec![];
            }
            Command::AskYes => 0,
            Command::AskNo => ask.answers.len() - 1,
            _ => ask.at,
        };
        let then = ask.answers[at].then;
        self.layers.pop();
        self.answer(then)
    }

    fn answer(&mut self, then: Then) -> Vec<Effect> {
        match then {
            Then::Nothing => vec![],
            Then::Delete(id) => self.delete(id),
            Then::EmptyBin => self.empty_bin(),
            Then::KeepDraft => self.close_form(true),
            Then::DropDraft => self.close_form(false),
            Then::Retry => vec![Effect::SaveAgain(self.saving.retry())],
            Then::WriteOut => vec![Effect::WriteOut(self.saving.waiting.iter().cloned().collect())],
            Then::QuitUnsaved => {
                self.quitting = true;
                vec![]
            }
        }
    }

    fn act_in_menu(&mut self, command: Command) -> Vec<Effect> {
        let page = isize::try_from(self.drawn.layer_rows.max(2)).unwrap_or(2) - 1;
        let Some(Layer::Menu(menu)) = self.layers.last() else { return vec![] };
        let rows = menu.rows(self);
        let last = rows.len().saturating_sub(1);
        let by = match command {
            Command::MenuDown => 1,
            Command::MenuUp => -1,
            Command::MenuPageDown => page,
            Command::MenuPageUp => -page,
            Command::MenuClose => {
                self.layers.pop();
                return vec![];
            }
            _ => {
                let Some(chosen) = rows.get(menu.at).map(|r| r.spec.command) else { return vec![] };
                self.layers.pop();
                let now = self.now;
                return super::update(self, now, super::Msg::Run(chosen));
            }
        };
        if let Some(Layer::Menu(menu)) = self.layers.last_mut() {
            menu.at = menu.at.saturating_add_signed(by).min(last);
        }
        vec![]
    }

    fn act_in_picker(&mut self, command: Command) -> Vec<Effect> {
        let page = isize::try_from(self.drawn.layer_rows.max(2)).unwrap_or(2) - 1;
        let Some(Layer::Picker(picker)) = self.layers.last_mut() else { return vec![] };
        match command {
            Command::PickDown => picker.step(1),
            Command::PickUp => picker.step(-1),
            Command::PickPageDown => picker.step(page),
            Command::PickPageUp => picker.step(-page),
            Command::PickClose => drop(self.layers.pop()),
            _ => {
                let (purpose, taken) = (picker.purpose, picker.choices.get(picker.at).map(|c| c.pick));
                self.layers.pop();
                return match (purpose, taken) {
                    (Purpose::Open, Some(Pick::Record(id))) => {
                        self.open_found(id);
                        vec![]
                    }
                    (Purpose::BringBack, Some(Pick::Record(id))) => self.bring_back(id),
                    (Purpose::Sort, Some(Pick::Column(at))) => {
                        let browse = self.browse_mut();
                        (browse.sort, browse.stale) = (at, true);
                        vec![]
                    }
                    _ => vec![],
                };
            }
        }
        vec![]
    }

    fn pick(&mut self, mut picker: Picker) {
        picker.refresh(self.ctx());
        self.layers.push(Layer::Picker(picker));
    }

    /// What was found stands in its list, when there is one; else on a card.
    fn open_found(&mut self, id: Ref) {
        match Pane::of(id.kind) {
            Some(pane) => {
                self.go(pane);
                let mut browse: Browse = self.browse().clone();
                browse.choose(self.ctx(), id);
                *self.browse_mut() = browse;
                self.enter_record();
            }
            None => self.layers.push(Layer::Card(Box::new(Reading::of(id)))),
        }
    }

    fn act_in_field(&mut self, command: Command) -> Vec<Effect> {
        let Some(Layer::Form(form)) = self.layers.last_mut() else { return vec![] };
        let Some(entry) = form.entry_mut() else { return vec![] };
        match command {
            Command::SuggestDown => entry.step_offer(1),
            Command::SuggestUp => entry.step_offer(-1),
            Command::SuggestDrop => entry.drop_search(),
            Command::ChoiceNext => entry.turn(1),
            Command::ChoiceBack => entry.turn(-1),
            _ => {
                entry.take();
                if !entry.takes_many() {
                    form.step(1);
                }
            }
        }
        self.draft_of_top()
    }

    fn act_in_long(&mut self, command: Command) -> Vec<Effect> {
        let width = usize::from(self.drawn.text_width.max(1));
        let Some(Layer::Form(form)) = self.layers.last_mut() else { return vec![] };
        let Some(entry) = form.entry_mut() else { return vec![] };
        match command {
            Command::LongBreak => entry.text_mut().insert("\n", true),
            Command::LongDown if !entry.text_mut().down(width) => form.step(1),
            Command::LongUp if !entry.text_mut().up(width) => form.step(-1),
            Command::LongEditor => return vec![Effect::Editor(entry.text_mut().text().to_owned())],
            _ => {}
        }
        self.draft_of_top()
    }

    fn act_in_form(&mut self, command: Command) -> Vec<Effect> {
        let page = isize::try_from(self.drawn.layer_rows.max(2)).unwrap_or(2) - 1;
        let Some(Layer::Form(form)) = self.layers.last_mut() else { return vec![] };
        match command {
            Command::FormNext => form.step(1),
            Command::FormPrevious => form.step(-1),
            Command::FormPageDown => form.step(page),
            Command::FormPageUp => form.step(-page),
            Command::FormLeave => self.leave_form(),
            _ => return self.save_form(),
        }
        vec![]
    }

    fn move_cursor(&mut self, command: Command) {
        let Some(text) = self.text_mut() else { return };
        match command {
            Command::TextLeft => text.left(),
            Command::TextRight => text.right(),
            Command::TextWordLeft => text.word_left(),
            Command::TextWordRight => text.word_right(),
            Command::TextHome => text.home(),
            _ => text.end(),
        }
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        match self.layers.last_mut() {
            Some(Layer::Form(form)) => form.entry_mut().map(super::Entry::text_mut),
            Some(Layer::Picker(p)) => Some(&mut p.typed),
            Some(Layer::Menu(m)) => Some(&mut m.typed),
            Some(Layer::Ask(_) | Layer::Card(_)) => None,
            None => Some(&mut self.panes[self.pane as usize].filter),
        }
    }

    fn erase(&mut self, edit: fn(&mut TextBox)) -> Vec<Effect> {
        let ctx = Ctx { book: &self.book, now: self.now };
        match self.layers.last_mut() {
            Some(Layer::Form(form)) => {
                let Form { record, entries, at, .. } = &mut **form;
                if let Some(entry) = entries.get_mut(*at) {
                    entry.erase(ctx, record, edit);
                }
                return self.draft_of_top();
            }
            Some(Layer::Picker(picker)) => {
                edit(&mut picker.typed);
                picker.at = 0;
                picker.refresh(ctx);
            }
            Some(Layer::Menu(menu)) => {
                edit(&mut menu.typed);
                menu.at = 0;
            }
            Some(Layer::Ask(_) | Layer::Card(_)) => {}
            None => {
                let browse = self.browse_mut();
                if browse.filter.is_empty() {
                    browse.filtering = false;
                }
                edit(&mut browse.filter);
                browse.stale = true;
            }
        }
        vec![]
    }

    fn move_mark(&mut self, command: Command) {
        let rows = if self.is_reading() { self.drawn.sheet_rows } else { self.drawn.list_rows };
        let page = isize::try_from(rows.max(2)).unwrap_or(2) - 1;
        let far = isize::MAX / 2;
        let by = match command {
            Command::Down => 1,
            Command::Up => -1,
            Command::PageDown => page,
            Command::PageUp => -page,
            Command::First => -far,
            _ => far,
        };
        if self.is_reading() { self.reading_mut().step(by) } else { self.browse_mut().step(by) }
    }

    fn move_about(&mut self, command: Command) {
        match command {
            Command::Back | Command::Out if self.has_card() => {
                if let Some(at) = self.layers.iter().rposition(|l| matches!(l, Layer::Card(_))) {
                    self.layers.remove(at);
                }
            }
            Command::Back if self.browse().focus == Focus::List && !self.browse().filter.is_empty() => self.end_filter(true),
            Command::Back | Command::Out => {
                self.browse_mut().focus = Focus::List;
                self.browse_mut().reading.item = None;
            }
            Command::NextTab => self.turn_page(1),
            Command::PreviousTab => self.turn_page(-1),
            Command::Into if !self.is_reading() => self.enter_record(),
            Command::Open | Command::Into => {
                if !self.is_reading() {
                    self.enter_record();
                } else if let Some(target) = self.reading().target() {
                    self.layers.push(Layer::Card(Box::new(Reading::of(target))));
                } else if command == Command::Open {
                    self.say(Tone::Muted, "Mark a row to open it");
                }
            }
            _ => {}
        }
    }

    fn turn_page(&mut self, by: isize) {
        self.reading_mut().turn(by);
        let ctx = Ctx { book: &self.book, now: self.now };
        let history = self.history.as_ref();
        let card = self.layers.iter_mut().rev().find_map(|l| if let Layer::Card(r) = l { Some(r) } else { None });
        match card {
            Some(reading) => reading.refresh(ctx, history),
            None => self.panes[self.pane as usize].reading.refresh(ctx, history),
        }
    }

    fn enter_record(&mut self) {
        self.browse_mut().focus = Focus::Record;
        let reading = &mut self.browse_mut().reading;
        reading.item = reading.item.or(Some(0));
        let browse = self.browse_mut();
        browse.stale = true;
    }

    fn go(&mut self, pane: Pane) {
        self.layers.retain(|l| !matches!(l, Layer::Card(_)));
        if self.pane == pane {
            self.browse_mut().focus = Focus::List;
        }
        self.pane = pane;
    }

    fn end_filter(&mut self, all: bool) {
        let browse = self.browse_mut();
        browse.filtering = false;
        if all {
            browse.filter = TextBox::default();
            browse.stale = true;
        }
    }

    fn act_on_list(&mut self, command: Command) {
        let spec = self.pane.spec();
        let browse = self.browse_mut();
        browse.stale = true;
        browse.focus = Focus::List;
        match command {
            Command::Filter => browse.filtering = true,
            Command::View => browse.view = (browse.view + 1) % spec.views.len(),
            Command::Reverse => browse.reverse = !browse.reverse,
            _ => {
                let orders = spec.columns.iter().enumerate().filter(|(_, c)| c.key.is_some());
                let choice = |(at, c): (usize, &super::Column)| Choice {
                    pick: Pick::Column(at),
                    label: c.title.to_owned(),
                    detail: if at == browse.sort { "now".into() } else { String::new() },
                };
                let choices = orders.map(choice).collect();
                self.pick(Picker::of_choices("Order by", Purpose::Sort, choices));
            }
        }
    }
}
