//! What a record is like that is being written, said below its name.

use super::keys::key_of;
use super::text::{cut, width};
use super::{Theme, on};
use crate::app::{Click, FormCommand, Region, Seen, Tone};
use crate::words;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// How far it stands to the right of the marks of fields.
const INDENT: u16 = 2;

/// Draws what it is like, and the key that shows that: where there is no room for all, the words give way.
pub fn draw(said: &str, theme: Theme, frame: &mut Frame<'_>, area: Rect, seen: &mut Seen) {
    let (key, opens) = (key_of(FormCommand::Alike), words::pairs::opens_it());
    let area = Rect { x: area.x + INDENT, width: area.width.saturating_sub(INDENT), ..area };
    let room = usize::from(area.width).saturating_sub(width(key) + width(opens) + 3);
    let line = vec![
        Span::styled(cut(&format!("! {said}"), room), theme.tone(Tone::Warning)),
        Span::styled(" · ", theme.muted()),
        Span::styled(key, theme.key()),
        Span::raw(opens),
    ];
    frame.render_widget(Line::from(line), area);
    on(seen, area, Region::Layer, Click::Run(FormCommand::Alike.into()));
}
