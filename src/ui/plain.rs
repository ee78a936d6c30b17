//! Frames and marks in ASCII, for terminals and readers that have no other signs. Text from records stays as it is.

use crate::app::signs;
use ratatui::buffer::Buffer;

/// What frames and texts are made of; the others stand in the table of signs.
const FRAMES: &[(&str, &str)] = &[
    ("╭", "+"),
    ("╮", "+"),
    ("╰", "+"),
    ("╯", "+"),
    ("─", "-"),
    ("│", "|"),
    ("‹", "<"),
    ("›", ">"),
    ("·", "-"),
    ("→", ">"),
    ("┃", "#"),
    ("├", "+"),
    ("└", "`"),
    ("▂", ":"),
    ("▃", ";"),
    ("▅", "+"),
    ("▆", "*"),
    ("▇", "%"),
];

/// Turns every sign of our own that is not ASCII into one that is.
pub fn make(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let own = signs::all().map(|s| (s.sign, s.ascii));
        let found = FRAMES.iter().copied().chain(own).find(|(sign, _)| *sign == cell.symbol());
        if let Some((_, ascii)) = found.filter(|_| !cell.symbol().is_ascii()) {
            cell.set_symbol(ascii);
        }
    }
}
