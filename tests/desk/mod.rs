//! The program without a terminal: keys in, screen out, store and all.
#![allow(dead_code, reason = "each test crate uses its part")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Modifier;
use std::cmp::Ordering;
use std::collections::VecDeque;
use syndeo::app::{self, Effect, Layer, Model, Msg, Picked};
use syndeo::domain::derive::today::Section;
use syndeo::domain::{Kind, Moment, Record};
use syndeo::store::{Memory, Store};
use syndeo::{input, shell, ui};
use unicode_width::UnicodeWidthStr;

/// Monday, 23 November 2026, 10:00 in Athens.
pub fn now() -> Moment {
    Moment::from_rfc3339("2026-11-23T10:00:00+02:00").unwrap()
}

/// A desk on a screen of letters.
pub struct Desk {
    pub model: Model,
    pub store: Box<dyn Store>,
    pub now: Moment,
    pub asked: Vec<Effect>,
    pub editor: Option<String>,
    held: Option<VecDeque<Effect>>,
    stuck: bool,
    dir: tempfile::TempDir,
    terminal: Terminal<TestBackend>,
}

impl Desk {
    /// A desk over an empty book.
    pub fn empty(width: u16, height: u16) -> Self {
        Self::of(width, height, vec![])
    }

    /// A desk over these records.
    pub fn of(width: u16, height: u16, records: Vec<Record>) -> Self {
        let store = Memory::of(records.clone());
        let opened = store.opened();
        let mut desk = Self::on(width, height, Box::new(store));
        desk.tell(Msg::Loaded(records));
        desk.tell(shell::told_open(opened, vec![]));
        desk.keys("2");
        desk
    }

    /// A desk over a store that has not been opened yet.
    pub fn on(width: u16, height: u16, store: Box<dyn Store>) -> Self {
        Self {
            model: Model::new(now(), [7; 16]),
            store,
            now: now(),
            asked: vec![],
            editor: None,
            held: None,
            stuck: false,
            dir: tempfile::tempdir().unwrap(),
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
        }
    }

    /// Takes a message in and carries out what is asked, until nothing is.
    pub fn tell(&mut self, msg: Msg) -> &mut Self {
        let mut todo: VecDeque<Effect> = app::update(&mut self.model, self.now, msg).into();
        while let Some(effect) = todo.pop_front() {
            self.asked.push(effect.clone());
            if let Some(held) = &mut self.held {
                held.push_back(effect);
                continue;
            }
            let answers = match (&effect, &self.editor) {
                (Effect::Editor(_), Some(text)) => vec![Msg::Edited(Some(text.clone()))],
                _ => self.perform(effect),
            };
            for answer in answers {
                todo.extend(app::update(&mut self.model, self.now, answer));
            }
        }
        self.draw();
        self
    }

    /// Carries out what is asked; files of lists and reports go to the folder of the book, which goes with the test.
    fn perform(&mut self, mut effect: Effect) -> Vec<Msg> {
        // What a person said of columns is kept on their device, which is none of a test's.
        if let Effect::KeepColumns(..) = effect {
            return vec![];
        }
        if let Effect::WriteList { path, .. } | Effect::WriteReport { path, .. } = &mut effect {
            *path = self.dir.path().join(&*path).to_string_lossy().into_owned();
        }
        if let Effect::WriteFile { name, .. } = &mut effect {
            *name = self.dir.path().join(&*name).to_string_lossy().into_owned();
        }
        shell::perform(self.store.as_mut(), self.dir.path(), self.now, effect, &mut self.stuck)
    }

    /// The folder of the book.
    pub fn dir(&self) -> &std::path::Path {
        self.dir.path()
    }

    /// From now on nothing that is asked is answered, as with a slow disk.
    pub fn hold(&mut self) -> &mut Self {
        self.held = Some(VecDeque::new());
        self
    }

    /// Answers everything that was held back, in order.
    pub fn deliver(&mut self) -> &mut Self {
        let held = self.held.take().unwrap_or_default();
        for effect in held {
            for answer in self.perform(effect) {
                self.tell(answer);
            }
        }
        self
    }

    pub fn event(&mut self, event: &Event) -> &mut Self {
        if let Some(msg) = input::message(&self.model, event) {
            self.tell(msg);
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.event(&Event::Paste(text.into()))
    }

    /// Types words: a name of a key is that key, `field.due` are the tabs that lead to a field of the open form, anything
    /// else is typed letter by letter; `_` is a space.
    pub fn keys(&mut self, words: &str) -> &mut Self {
        for word in words.split_whitespace() {
            if let Some(field) = word.strip_prefix("field.") {
                self.field(field);
                continue;
            }
            if let Some(key) = named(word) {
                self.event(&Event::Key(key));
                continue;
            }
            for c in word.chars() {
                let c = if c == '_' { ' ' } else { c };
                self.event(&Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
            }
        }
        self
    }

    fn draw(&mut self) {
        for effect in app::prepare(&mut self.model) {
            for msg in shell::perform(self.store.as_mut(), self.dir.path(), self.now, effect, &mut self.stuck)
            {
                app::update(&mut self.model, self.now, msg);
            }
        }
        app::prepare(&mut self.model);
        let (model, theme) = (&self.model, ui::Theme::new(ui::Colours::Sixteen, false));
        let mut drawn = None;
        self.terminal.draw(|f| drawn = Some(ui::view(model, theme, f))).unwrap();
        shell::note(&mut self.model, drawn.unwrap());
    }

    /// The cells of the screen in a palette.
    pub fn buffer(&mut self, colours: ui::Colours) -> ratatui::buffer::Buffer {
        self.draw();
        let area = self.terminal.backend().buffer().area;
        let mut fresh = Terminal::new(TestBackend::new(area.width, area.height)).unwrap();
        let (model, theme) = (&self.model, ui::Theme::new(colours, false));
        fresh
            .draw(|f| {
                ui::view(model, theme, f);
            })
            .unwrap();
        fresh.backend().buffer().clone()
    }

    /// The screen as text; `»` stands before a line with something reversed in it.
    pub fn picture(&mut self) -> String {
        self.draw();
        // A fresh screen: the one of letters keeps what lay under the right half of a wide letter, which no terminal shows.
        let size = self.terminal.backend().buffer().area;
        let mut fresh = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        let (model, theme) = (&self.model, ui::Theme::new(ui::Colours::Sixteen, false));
        fresh
            .draw(|f| {
                ui::view(model, theme, f);
            })
            .unwrap();
        let buffer = fresh.backend().buffer();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let reversed =
                (0..buffer.area.width).any(|x| buffer[(x, y)].modifier.contains(Modifier::REVERSED));
            let mut line = String::from(if reversed { "»" } else { " " });
            let mut skip = 0;
            for x in 0..buffer.area.width {
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                skip = symbol.width().saturating_sub(1);
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    /// The rows of the list, from the first in sight, without frame, mark and head.
    pub fn rows(&mut self) -> Vec<String> {
        let picture = self.picture();
        let inside = |line: &str| line.split(['│', '┃']).nth(1).map(str::to_owned);
        let framed = picture.lines().skip_while(|line| !line.contains('╭')).skip(1);
        let lines = framed.take_while(|line| !line.contains('╰')).filter_map(inside);
        let rows = lines.skip_while(|line| line.starts_with(" with ")).skip(1);
        // What stands over the rows of a part is no row.
        let part = |line: &String| {
            Section::ALL.iter().any(|s| {
                let rest = line.trim().strip_prefix(s.title());
                rest.is_some_and(|rest| rest.trim().chars().all(|c| c.is_ascii_digit()))
            })
        };
        let rows = rows.filter(|line| !part(line));
        let bare = |line: String| line.strip_prefix('▸').unwrap_or(&line).trim().to_owned();
        rows.map(bare).filter(|line| !line.is_empty()).collect()
    }

    /// One row of the list, the first in sight being 0.
    pub fn row(&mut self, n: usize) -> String {
        let rows = self.rows();
        rows.get(n).cloned().unwrap_or_else(|| panic!("no row {n} in {rows:?}"))
    }

    /// The row that has the mark.
    pub fn chosen(&mut self) -> String {
        let picture = self.picture();
        let marked =
            picture.lines().find_map(|line| line.split(['│', '┃']).find(|part| part.starts_with('▸')));
        marked.unwrap_or_else(|| panic!("nothing is marked:\n{picture}"))['▸'.len_utf8()..].trim().to_owned()
    }

    /// What the topmost layer offers to choose from, in its order.
    pub fn choices(&self) -> Vec<String> {
        match self.model.screen.layers.last() {
            Some(Layer::Picker(picker)) => picker.choices.iter().map(|c| c.label.clone()).collect(),
            Some(Layer::Form(form)) => {
                let entry = form.entry().unwrap();
                let there = entry.offers.iter().filter(|offer| !matches!(offer, Picked::New(..)));
                there.map(|offer| entry.name(self.model.ctx(), offer)).collect()
            }
            Some(Layer::Pushed(pushed)) => pushed.rows.iter().map(|row| row.name.clone()).collect(),
            Some(Layer::Dialog(ask)) => ask.answers.iter().map(|answer| answer.label.clone()).collect(),
            _ => vec![],
        }
    }

    /// The names of the fields of the topmost form.
    pub fn fields(&self) -> Vec<&'static str> {
        let Some(Layer::Form(form)) = self.model.screen.layers.last() else { panic!("no form is open") };
        form.entries.iter().map(|entry| entry.field.name).collect()
    }

    /// Goes to a field of the topmost form, as a person does.
    pub fn field(&mut self, name: &str) -> &mut Self {
        let to = self.fields().iter().position(|field| *field == name);
        let to = to.unwrap_or_else(|| panic!("no field {name}"));
        for _ in 0..99 {
            let Some(Layer::Form(form)) = self.model.screen.layers.last() else { panic!("no form is open") };
            // What is folded away comes into sight behind the last field.
            let folded = !form.is_shown(to);
            match form.at.cmp(&to) {
                _ if folded => self.event(&Event::Key(named("tab").unwrap())),
                Ordering::Equal => return self,
                Ordering::Less => self.event(&Event::Key(named("tab").unwrap())),
                Ordering::Greater => self.event(&Event::Key(named("back-tab").unwrap())),
            };
        }
        panic!("no keys lead to {name}");
    }

    /// The last line: what was said, and the keys.
    pub fn footer(&mut self) -> String {
        self.picture().lines().last().unwrap_or_default().trim().to_owned()
    }

    /// What was asked of the world since this was asked last.
    pub fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.asked)
    }

    /// Fails with the picture when `text` is not on the screen.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        let picture = self.picture();
        assert!(picture.contains(text), "{text:?} is not on the screen:\n{picture}");
        self
    }

    /// Fails with the picture when `text` is on the screen.
    pub fn sees_no(&mut self, text: &str) -> &mut Self {
        let picture = self.picture();
        assert!(!picture.contains(text), "{text:?} is on the screen:\n{picture}");
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.draw();
        self
    }

    /// Draws what is there at another size, without reading anything afresh.
    pub fn look_at(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        let (model, theme) = (&self.model, ui::Theme::new(ui::Colours::Sixteen, false));
        self.terminal
            .draw(|f| {
                ui::view(model, theme, f);
            })
            .unwrap();
    }

    pub fn cursor(&mut self) -> (u16, u16) {
        self.draw();
        let at = self.terminal.get_cursor_position().unwrap();
        (at.x, at.y)
    }

    /// The only record of a kind.
    pub fn only(&self, kind: Kind) -> &Record {
        let mut all = self.model.data.book.all(kind);
        let first = all.next().unwrap_or_else(|| panic!("no {kind}"));
        assert!(all.next().is_none(), "more than one {kind}");
        first
    }
}

fn named(word: &str) -> Option<KeyEvent> {
    let plain = |code| Some(KeyEvent::new(code, KeyModifiers::NONE));
    match word {
        "enter" => plain(KeyCode::Enter),
        "esc" => plain(KeyCode::Esc),
        "space" => plain(KeyCode::Char(' ')),
        "tab" => plain(KeyCode::Tab),
        "back-tab" => plain(KeyCode::BackTab),
        "up" => plain(KeyCode::Up),
        "down" => plain(KeyCode::Down),
        "left" => plain(KeyCode::Left),
        "right" => plain(KeyCode::Right),
        "home" => plain(KeyCode::Home),
        "end" => plain(KeyCode::End),
        "pgdn" => plain(KeyCode::PageDown),
        "pgup" => plain(KeyCode::PageUp),
        "backspace" => plain(KeyCode::Backspace),
        "delete" => plain(KeyCode::Delete),
        "f1" => plain(KeyCode::F(1)),
        "f10" => plain(KeyCode::F(10)),
        _ => {
            let with = [("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT)];
            let (letter, held) =
                with.into_iter().find_map(|(key, held)| Some((word.strip_prefix(key)?, held)))?;
            let mut chars = letter.chars();
            let (c, None) = (chars.next()?, chars.next()) else { return None };
            Some(KeyEvent::new(KeyCode::Char(c), held))
        }
    }
}
