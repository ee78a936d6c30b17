//! How the text of a file is encoded, told by its bytes alone.

use super::ImportError;
use super::workbook::is_archive;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16LE};
use std::borrow::Cow;

/// How much is looked at to tell text from something else, in bytes.
const SAMPLE: usize = 64 * 1024;

/// The bytes as text: by their byte order mark, else UTF-8 when that is what they are, else a code page of Windows.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), ImportError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Ok((text, encoding.name()));
    }
    // Old spreadsheets and archives begin so; their text is not in the file as it stands.
    let binary = is_archive(bytes) || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let zeros = bytes.iter().take(SAMPLE).filter(|b| **b == 0).count();
    if binary {
        return Err(ImportError::NotText);
    }
    if zeros > 0 {
        // Latin text in UTF-16 without its mark: every second byte is 0.
        let sixteen = zeros * 3 > bytes.len().min(SAMPLE) && bytes.get(1) == Some(&0);
        let (text, _) = UTF_16LE.decode_without_bom_handling(bytes);
        return if sixteen { Ok((text, UTF_16LE.name())) } else { Err(ImportError::NotText) };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), "UTF-8"));
    }
    let encoding = code_page(bytes);
    Ok((encoding.decode_without_bom_handling(bytes).0, encoding.name()))
}

/// Whether the text of a file begins with this, blanks, blank lines and case aside.
pub(super) fn begins_with(bytes: &[u8], words: &str) -> bool {
    let bytes = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or_default();
    if bytes.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words.as_bytes())) {
        return true;
    }
    let Ok((text, _)) = decode(bytes) else { return false };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words))
}

/// The code page of bytes that are not UTF-8, by how often its letters stand beside each other in the languages that
/// are written in it.
fn code_page(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_pages_are_told_apart_by_the_letters_beside_each_other() {
        for (text, label) in [
            (
                "Nazwa;Miasto\nZażółć gęślą;Łódź\nSpółka Zielona Łąka;Gdańsk\nJózef Żółć;Wrocław\n",
                "windows-1250",
            ),
            ("Название;Город\nОлена Шевченко;Харьков\nООО Заря;Полтава\n", "windows-1251"),
            ("Name;Stadt\nJürgen Weiß;Köln\nInès;Orléans\n", "windows-1252"),
            ("Όνομα;Πόλη\nΕλένη Παπαδοπούλου;Αθήνα\nΓιώργος;Θεσσαλονίκη\n", "windows-1253"),
        ] {
            let encoding = Encoding::for_label(label.as_bytes()).unwrap();
            let (bytes, _, lost) = encoding.encode(text);
            assert!(!lost, "{label}");
            assert_eq!(decode(&bytes).unwrap(), (Cow::Borrowed(text), label));
        }
    }
}
