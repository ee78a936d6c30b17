//! The terminal while we hold it: taken once, given back on every way out, written to once a frame.

use super::links::{self, Way};
use super::wire::{Links, Wire};
use crate::app::Seen;
use crate::ui::text::cut;
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is ours now, so that it is given back once and not written to after.
static HELD: AtomicBool = AtomicBool::new(false);

/// Whether the terminal tells what the mouse does.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Presses and the wheel (DECSET 1000), with cells beyond the 223rd (1006); where the mouse moves is not asked for, since
/// each step of it would wake the program.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Longer names of a window are cut, in columns.
const LONGEST_TITLE: usize = 80;

/// Gathers one frame and sends it in one write. The terminal crate flushes in the middle of a frame; that would show half
/// of it, so a flush counts only once the frame is whole.
#[derive(Debug)]
struct Out {
    frame: Vec<u8>,
    whole: Rc<Cell<bool>>,
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        if !self.whole.get() {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        let sent = out.write_all(&self.frame).and_then(|()| out.flush());
        self.frame.clear();
        sent
    }
}

/// The terminal in our hands; given back when dropped, on panic too.
pub struct Screen {
    /// `None` only while it is dropped.
    terminal: Option<Terminal<Wire<Out>>>,
    whole: Rc<Cell<bool>>,
    /// What the last frame showed.
    last: Buffer,
    /// Which cells lead where, on a terminal that has links.
    links: Option<Links>,
    /// What the window was called last.
    title: String,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is none, or it cannot be set.
    pub fn take() -> io::Result<Self> {
        take()?;
        install_hook();
        let whole = Rc::new(Cell::new(false));
        let out = Out { frame: vec![], whole: Rc::clone(&whole) };
        let mut terminal = Terminal::new(Wire::new(out)).inspect_err(|_| give_back())?;
        let links = links::are_there().then(|| terminal.backend_mut().links());
        Ok(Self { terminal: Some(terminal), whole, links, last: Buffer::default(), title: String::new() })
    }

    /// Draws one frame, in one write between the marks of a synchronized update. Where `held` is a place of the screen
    /// (column, row, columns, rows), that stays as it was. What is seen of `ways` leads
    /// where they do.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn draw(
        &mut self,
        held: Option<[u16; 4]>,
        ways: &[Way],
        view: impl FnOnce(&mut ratatui::Frame<'_>) -> Seen,
    ) -> io::Result<Option<Seen>> {
        let Some(terminal) = &mut self.terminal else { return Ok(None) };
        let mut told = None;
        let (last, links) = (&mut self.last, &self.links);
        queue!(terminal.backend_mut(), BeginSynchronizedUpdate)?;
        terminal.draw(|frame| {
            told = Some(view(frame));
            let buffer = frame.buffer_mut();
            if let Some(links) = links {
                links.mark(buffer, last, ways);
            }
            if let Some([x, y, width, height]) = held.filter(|_| last.area == buffer.area) {
                for place in Rect::new(x, y, width, height).intersection(buffer.area).positions() {
                    buffer[place] = last[place].clone();
                }
            }
            last.clone_from(buffer);
        })?;
        // Screen readers follow the cursor, seen or not.
        let backend = terminal.backend_mut();
        if let Some(marked) =
            told.as_ref().and_then(|seen: &Seen| seen.drawn.marked).filter(|_| backend.is_hidden())
        {
            ratatui::backend::Backend::set_cursor_position(backend, marked)?;
        }
        self.whole.set(true);
        let sent = execute!(terminal.backend_mut(), EndSynchronizedUpdate);
        self.whole.set(false);
        sent.map(|()| told)
    }

    /// Lets the terminal tell what the mouse does, or no longer.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn mouse(on: bool) -> io::Result<()> {
        MOUSE.store(on, Ordering::SeqCst);
        execute!(io::stdout(), Print(if on { MOUSE_ON } else { MOUSE_OFF }))
    }

    /// Gives the window a name (OSC 2), when it has another.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn name(&mut self, title: &str) -> io::Result<()> {
        let title = cut(title, LONGEST_TITLE);
        if title == self.title {
            return Ok(());
        }
        self.title.clone_from(&title);
        execute!(io::stdout(), SetTitle(title))
    }

    /// Forgets what is on the screen, so that the next frame draws all of it. `Terminal::clear` would ask the terminal
    /// where its cursor is, and hang while the keyboard is being read.
    ///
    /// # Errors
    /// When the size of the terminal cannot be told.
    pub fn forget(&mut self) -> io::Result<()> {
        let Some(terminal) = &mut self.terminal else { return Ok(()) };
        terminal.backend_mut().forget_cursor();
        let size = terminal.size()?;
        terminal.resize(Rect::new(0, 0, size.width, size.height))
    }

    /// Puts a text on the clipboard of the terminal (OSC 52): that of the machine one sits at, over SSH as well.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn copy(text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Gives the terminal to somebody else while `work` goes on, and takes it back.
    ///
    /// # Errors
    /// When it cannot be taken back.
    pub fn lend<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let done = work();
        take()?;
        self.title.clear();
        self.forget()?;
        Ok(done)
    }

    /// The terminal may be in another state than we left it in (stopped and continued from outside): takes it anew.
    ///
    /// # Errors
    /// When it cannot be taken.
    pub fn retake(&mut self) -> io::Result<()> {
        take()?;
        self.forget()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
        // The terminal's own farewell writes to standard error, which panics when that is a closed window.
        if let Some(terminal) = self.terminal.take() {
            std::mem::forget(terminal);
        }
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    HELD.store(true, Ordering::SeqCst);
    // The name of the window is laid aside (XTWINOPS 22), and taken up again at the end (23).
    execute!(io::stdout(), Print("\x1b[22;2t"), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    if MOUSE.load(Ordering::SeqCst) { execute!(io::stdout(), Print(MOUSE_ON)) } else { Ok(()) }
}

/// Gives the terminal back, once; nothing more is written after that.
pub fn give_back() {
    if HELD.swap(false, Ordering::SeqCst) {
        // Raw mode first: what is typed once the other screen is seen is for whoever comes next.
        let _ = disable_raw_mode();
        if MOUSE.load(Ordering::SeqCst) {
            let _ = execute!(io::stdout(), Print(MOUSE_OFF));
        }
        let _ = execute!(
            io::stdout(),
            EndSynchronizedUpdate,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            Print("\x1b[23;2t"),
            cursor::Show
        );
    }
}

/// The terminal is gone: nothing may be written to it, and nothing given back.
pub fn abandon() {
    HELD.store(false, Ordering::SeqCst);
}

/// A panic is read on a terminal that is whole again. Panics that the store catches are no news.
fn install_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !crate::store::panics_are_caught() {
                give_back();
                before(info);
            }
        }));
    });
}
