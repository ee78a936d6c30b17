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

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn plain(text: &str) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, text, Style::new());
        make(&mut buffer);
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn every_sign_is_what_its_table_says() {
        for (sign, ascii) in FRAMES {
            assert_eq!(plain(sign), *ascii, "{sign}");
        }
        let own: Vec<_> =
            signs::all().filter(|s| !FRAMES.iter().any(|(frame, _)| *frame == s.sign)).collect();
        for s in own.iter().filter(|s| !s.sign.is_ascii()) {
            assert_eq!(plain(s.sign), s.ascii, "{}", s.sign);
        }
        assert_eq!(plain("╭─ Tier A…╮"), "+- Tier A~+");
        assert_eq!(plain("Łódź é Μαρία"), "Łódź é Μαρία", "text stays as it is");
    }
}
