//! The only part, with the command line, that touches terminal, disk, clock and threads.

mod beside;
pub mod calendar;
pub mod cancel;
pub mod clock;
pub mod device;
mod drafts;
mod editor;
mod files;
mod ground;
pub mod importing;
mod inbox;
mod keyboard;
pub mod language;
pub mod links;
mod listing;
pub mod log;
pub mod mappings;
mod pace;
pub mod person;
mod promised;
mod queue;
mod reports;
mod screen;
mod signals;
mod strings;
mod wire;
mod worker;

pub use reports::{own_templates, template_place};
pub use wire::paint;
pub use worker::{Open, perform, told_open};

use self::pace::Pace;
use crate::app::{Effect, Model, Msg, Seen, prepare, update};
use crate::input;
use crate::ui::{Colours, Theme, view};
use crate::words;
use crate::words::outside::of_terminal;
use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};
use keyboard::Keyboard;
use queue::Queue;
use screen::Screen;
use std::collections::VecDeque;
use std::io::{self, IsTerminal};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use worker::Worker;

/// How much is taken in before a frame is drawn: a flood of records must not hold back the first rows.
const MOST_AT_ONCE: usize = 256;

/// What wakes the loop.
enum Wake {
    /// A key, a paste, a new size.
    Term(Event),
    /// What was asked of the world came back.
    Told(Box<Msg>),
    /// The terminal said which ground it has.
    Ground([u8; 3]),
    /// The window has another size.
    Resized,
    /// Stop as the shell's job control asks.
    Suspend,
    /// Going on after having been stopped.
    Continued,
    /// A signal asks to end.
    Quit(i32),
    /// The terminal is gone.
    Gone,
    /// Something went wrong beyond repair, in words.
    Broken(String),
}

/// Why the loop ended.
#[derive(Clone)]
enum End {
    Asked,
    Signal(i32),
    Gone,
    Broken(String),
}

/// Why the desk could not be opened, or ended before its time; with the exit code.
#[derive(Debug)]
pub struct Failure {
    /// Words for standard error; empty when there is nothing to say.
    pub words: String,
    /// Exit code of the process.
    pub code: u8,
}

/// Whether the desk can be shown.
///
/// # Errors
/// When standard output is no terminal, or one that cannot move its cursor (`TERM` is `dumb` or not set).
pub fn needs_terminal() -> Result<(), Failure> {
    let fails =
        |why: String| Err(Failure { words: of_terminal::fails_or(&why, of_terminal::or_print()), code: 2 });
    if !io::stdout().is_terminal() {
        return fails(of_terminal::no_terminal().into());
    }
    let name = std::env::var_os("TERM").unwrap_or_default();
    if name.is_empty() || name == "dumb" {
        let said = if name.is_empty() { of_terminal::no_term() } else { of_terminal::dumb_term() };
        return fails(of_terminal::needs_screen(said));
    }
    Ok(())
}

/// Shows the desk until the person leaves. The calendar that other programs subscribe to follows the book, if it is to.
///
/// # Errors
/// When there is no terminal, the book cannot be opened, or a signal ended it.
pub fn run(open: Open, dir: &Path, seed: [u8; 16], keeps_calendar: bool) -> Result<(), Failure> {
    let cannot = |e: io::Error| Failure { words: of_terminal::terminal_unusable(&e), code: 1 };
    needs_terminal()?;
    let (wake, wakes) = mpsc::channel();
    signals::listen(wake.clone()).map_err(cannot)?;
    let mut model = Model::new(clock::now(), seed);
    model.session.author = device::author();
    model.data.locale = device::locale();
    let mut screen = Screen::take().map_err(cannot)?;
    model.session.mouse = is_set("SYNDEO_MOUSE");
    if model.session.mouse {
        Screen::mouse(true).map_err(cannot)?;
    }
    let (colours, asks) = ground::first();
    if asks {
        ground::ask().map_err(cannot)?;
    }
    let worker = Worker::start(open, dir.to_owned(), wake.clone()).map_err(cannot)?;
    let calendar = if keeps_calendar { calendar::Fresh::start(wake.clone()).map_err(cannot)? } else { None };
    let keyboard = Keyboard::start(wake).map_err(cannot)?;
    let mut desk = Desk {
        screen: &mut screen,
        keyboard,
        effects: worker.effects.clone(),
        pace: Pace::default(),
        calendar: calendar.as_ref(),
        theme: Theme::new(colours, is_ascii()),
        asked: asks.then(|| clock::now().utc_ms),
        held: VecDeque::new(),
    };
    #[cfg(debug_assertions)]
    panic_on_purpose();
    let looped = catch_unwind(AssertUnwindSafe(|| desk.run(&mut model, &wakes)));
    let end = match &looped {
        Ok(Ok(end)) => end.clone(),
        // Writing to a terminal that is gone is an input/output error (EIO), whatever the signal does.
        Ok(Err(error)) if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) => End::Gone,
        Ok(Err(error)) => End::Broken(of_terminal::terminal_lost(error)),
        Err(_) => End::Broken(String::new()),
    };
    if matches!(end, End::Gone) {
        screen::abandon();
    }
    drop(desk);
    // First what was asked of the book, then the terminal: the terminal may be gone. On a panic as well.
    worker.finish();
    if let Some(calendar) = calendar {
        calendar.finish();
    }
    drop(screen);
    let unsaved = keep_unsaved(&mut model, dir, &wakes);
    if let Err(panic) = looped {
        log::note("the desk ended by a panic");
        resume_unwind(panic);
    }
    match end {
        End::Asked => Ok(()),
        End::Signal(signal) => Err(Failure { words: unsaved, code: 128 + u8::try_from(signal).unwrap_or(0) }),
        End::Gone => Err(Failure { words: String::new(), code: 129 }),
        End::Broken(words) => Err(Failure { words: [words, unsaved].join("\n").trim().to_owned(), code: 1 }),
    }
}

/// Ended from outside while changes wait: what the worker still saved is counted, the rest goes to a file.
fn keep_unsaved(model: &mut Model, dir: &Path, wakes: &Receiver<Wake>) -> String {
    for wake in wakes.try_iter() {
        if let Wake::Told(msg) = wake
            && matches!(*msg, Msg::Saved { .. })
        {
            model.session.saving.acknowledged();
        }
    }
    if model.session.saving.waiting.is_empty() || model.session.quitting {
        return String::new();
    }
    let waiting: Vec<_> = model.session.saving.waiting.iter().cloned().collect();
    match files::write_out(dir, &waiting, clock::now()) {
        Ok(path) => of_terminal::unsaved_in(waiting.len(), path.display()),
        Err(why) => of_terminal::unsaved_lost(waiting.len(), &why),
    }
}

/// Lets a test see what a panic leaves on the terminal; not in release builds.
#[cfg(debug_assertions)]
fn panic_on_purpose() {
    assert!(std::env::var_os("SYNDEO_TEST_PANIC").is_none(), "on purpose");
}

/// Whether a variable says yes: whatever stands in it, but nothing.
fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|v| !v.is_empty())
}

/// The looks of what is printed, as far as they are known without asking the terminal.
pub fn theme() -> Theme {
    Theme::new(ground::first().0, is_ascii())
}

/// Whether only ASCII is to be drawn.
pub fn is_ascii() -> bool {
    is_set("SYNDEO_ASCII")
}

struct Desk<'a> {
    screen: &'a mut Screen,
    keyboard: Keyboard,
    effects: Queue,
    theme: Theme,
    /// When the terminal was asked for its ground, in milliseconds; nothing once it answered.
    asked: Option<i64>,
    pace: Pace,
    /// Keeps the calendar fresh that other programs subscribe to.
    calendar: Option<&'a calendar::Fresh>,
    /// Keys that wait until something was taken back: they are meant for what comes after it.
    held: VecDeque<Event>,
}

impl Desk<'_> {
    /// Wait, take everything in, draw once.
    fn run(&mut self, model: &mut Model, wakes: &Receiver<Wake>) -> io::Result<End> {
        loop {
            for effect in prepare(model) {
                self.ask(model, effect)?;
            }
            let theme = self.theme;
            let waits = self.pace.holds(model, clock::now().utc_ms);
            let held = model.screen.drawn.beside.filter(|_| waits);
            if let Some(seen) =
                self.screen.draw(held, &links::of(model), |frame| view(model, theme, frame))?
            {
                note(model, seen);
                self.screen.name(&model.window_title())?;
            }
            let first = match held {
                None => wakes.recv().ok(),
                Some(_) => match wakes.recv_timeout(pace::REST) {
                    Ok(wake) => Some(wake),
                    // The keys rest: now the record is drawn.
                    Err(RecvTimeoutError::Timeout) => continue,
                    Err(RecvTimeoutError::Disconnected) => None,
                },
            };
            let Some(first) = first else { return Ok(End::Gone) };
            for wake in std::iter::once(first).chain(wakes.try_iter().take(MOST_AT_ONCE)) {
                if let Some(end) = self.take(model, wake)? {
                    return Ok(end);
                }
            }
            if model.session.quitting {
                return Ok(End::Asked);
            }
        }
    }

    fn take(&mut self, model: &mut Model, wake: Wake) -> io::Result<Option<End>> {
        match wake {
            Wake::Term(event) => match control(&event) {
                Some('c') => return Ok(Some(End::Signal(signal_hook::consts::SIGINT))),
                Some('z') => self.suspend()?,
                _ if model.session.moving > 0 => self.held.push_back(event),
                _ => self.press(model, &event)?,
            },
            Wake::Told(msg) => {
                let turned = matches!(*msg, Msg::Opened { .. } | Msg::Saved { .. } | Msg::Moved { .. });
                self.tell(model, *msg)?;
                if let Some(calendar) = self.calendar.filter(|_| turned) {
                    calendar.ask(Arc::clone(&model.data.book));
                }
                while model.session.moving == 0
                    && let Some(event) = self.held.pop_front()
                {
                    self.press(model, &event)?;
                }
            }
            Wake::Ground(ground) => {
                let in_time = |asked: i64| clock::now().utc_ms.saturating_sub(asked) <= ground::in_time_ms();
                if self.asked.take().is_some_and(in_time) {
                    self.theme.colours = Colours::on(ground);
                }
            }
            Wake::Resized => {}
            Wake::Suspend => self.suspend()?,
            Wake::Continued => self.screen.retake()?,
            Wake::Quit(signal) => return Ok(Some(End::Signal(signal))),
            Wake::Gone => return Ok(Some(End::Gone)),
            Wake::Broken(words) => return Ok(Some(End::Broken(words))),
        }
        Ok(None)
    }

    fn press(&mut self, model: &mut Model, event: &Event) -> io::Result<()> {
        match input::message(model, event) {
            Some(msg) => self.tell(model, msg),
            None => Ok(()),
        }
    }

    fn tell(&mut self, model: &mut Model, msg: Msg) -> io::Result<()> {
        for effect in update(model, clock::now(), msg) {
            self.ask(model, effect)?;
        }
        Ok(())
    }

    fn ask(&mut self, model: &mut Model, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Editor(text) => {
                self.keyboard.close();
                signals::lent(true);
                let written = self.screen.lend(|| editor::write(&text));
                signals::lent(false);
                let written = written?;
                self.keyboard.open();
                self.tell(model, written.map_or_else(Msg::Failed, Msg::Edited))
            }
            Effect::Redraw => self.screen.forget(),
            Effect::Mouse(on) => Screen::mouse(on),
            Effect::Copy(text) => {
                Screen::copy(&text)?;
                self.tell(model, Msg::Done(words::shell::on_clipboard().into()))
            }
            other => {
                self.effects.push(other);
                Ok(())
            }
        }
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.keyboard.close();
        self.screen.lend(signals::stop)??;
        self.keyboard.open();
        Ok(())
    }
}

/// Ctrl-C and Ctrl-Z: raw mode delivers them as keys, and people mean the signals.
fn control(event: &Event) -> Option<char> {
    let Event::Key(key) = event else { return None };
    let KeyCode::Char(c) = key.code else { return None };
    (key.modifiers == KeyModifiers::CONTROL && key.kind != KeyEventKind::Release).then_some(c)
}

/// Keeps what the frame told, so that paging and scrolling know the screen.
pub fn note(model: &mut Model, seen: Seen) {
    model.screen.note(seen);
}
