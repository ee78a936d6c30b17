//! What a record is like that is being written, said below its name.

use super::keys::key_of;
use super::text::{cut, width};
use super::{Theme, on};
use crate::app::{Click, FormCommand, Region, Seen, Tone};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// What stands behind the key.
const OPENS: &str = " opens it";

/// How far it stands to the right of the marks of fields.
const INDENT: u16 = 2;

/// Draws what it is like, and the key that shows that: where there is no room for all, the words give way.
pub fn draw(words: &str, theme: Theme, frame: &mut Frame<'_>, area: Rect, seen: &mut Seen) {
    let key = key_of(FormCommand::Alike);
    let area = Rect { x: area.x + INDENT, width: area.width.saturating_sub(INDENT), ..area };
    let room = usize::from(area.width).saturating_sub(width(key) + width(OPENS) + 3);
    let line = vec![
        Span::styled(cut(&format!("! {words}"), room), theme.tone(Tone::Warning)),
        Span::styled(" · ", theme.muted()),
        Span::styled(key, theme.key()),
        Span::raw(OPENS),
    ];
    frame.render_widget(Line::from(line), area);
    on(seen, area, Region::Layer, Click::Run(FormCommand::Alike.into()));
}
