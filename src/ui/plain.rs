//! Frames and marks in ASCII, for terminals and readers that have no other signs. Text from records stays as it is.

use ratatui::buffer::Buffer;

const SIGNS: &[(&str, &str)] = &[
    ("╭", "+"),
    ("╮", "+"),
    ("╰", "+"),
    ("╯", "+"),
    ("─", "-"),
    ("│", "|"),
    ("▸", ">"),
    ("‹", "<"),
    ("›", ">"),
    ("✓", "v"),
    ("○", "o"),
    ("◐", "%"),
    ("×", "x"),
    ("▰", "#"),
    ("▱", "."),
    ("▲", "^"),
    ("▼", "v"),
    ("▴", "^"),
    ("━", "="),
    ("┿", "+"),
    ("◆", "M"),
    ("◇", "m"),
    ("▾", "v"),
    ("·", "-"),
    ("…", "~"),
    ("→", ">"),
];

/// Turns every sign of our own that is not ASCII into one that is.
pub fn make(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some((_, ascii)) = SIGNS.iter().find(|(sign, _)| *sign == cell.symbol()) {
            cell.set_symbol(ascii);
        }
    }
}
