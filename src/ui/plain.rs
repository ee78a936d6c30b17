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
    ("╷", "|"),
    ("┆", "|"),
    ("‹", "<"),
    ("›", ">"),
    ("·", "-"),
    ("→", ">"),
    ("“", "\""),
    ("”", "\""),
    ("«", "<"),
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
    for cell in buffer.content.iter_mut().filter(|cell| !cell.symbol().is_ascii()) {
        let own = signs::all().map(|s| (s.sign, s.ascii));
        let mut signs = FRAMES.iter().copied().chain(own);
        if let Some((_, ascii)) = signs.find(|(sign, _)| *sign == cell.symbol()) {
            cell.set_symbol(ascii);
        }
    }
}
