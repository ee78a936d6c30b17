//! Lines of every version, read and written.

use super::*;
use proptest::prelude::*;

fn modern(text: &str) -> String {
    let (_, line) = logical(text).into_iter().next().unwrap();
    Line::read(&line).unwrap().modern(UTF_8).in_one()
}

#[test]
fn lines_of_every_version_are_read_into_one_form() {
    for (text, wanted) in [
        ("TEL;WORK;VOICE;PREF:+30 210", "TEL;TYPE=work,voice;PREF=1:+30 210"),
        ("tel;type=WORK,cell:1", "TEL;TYPE=work,cell:1"),
        ("TEL;TYPE=\"work,cell\":1", "TEL;TYPE=work,cell:1"),
        ("item1.X-ABLabel:_$!<Home>!$_", "item1.X-ABLABEL:_$!<Home>!$_"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-7:=C1=E8=DE=ED=E1", "NOTE:Αθήνα"),
        ("NOTE;QUOTED-PRINTABLE:one=0D=0At=\n  wo", "NOTE:one\\nt  wo"),
        ("NOTE:a long\r\n  line\\, escaped", "NOTE:a long line\\, escaped"),
        ("NOTE;ENCODING=BASE64:aGVsbG8=", "NOTE:hello"),
        ("PHOTO;ENCODING=b;TYPE=JPEG:/9j/\n 4AAQ", "PHOTO:data:image/jpeg;base64,/9j/4AAQ"),
        ("PHOTO;ENCODING=BASE64;JPEG:/9j/\n4AAQ\n4AAQ\n\nEND", "PHOTO:data:image/jpeg;base64,/9j/4AAQ4AAQ"),
        ("PHOTO;ENCODING=b:no base 64!", "PHOTO;ENCODING=b:no base 64!"),
        ("TEL;\",begin\";A,C:1", "TEL;TYPE=begin,a,c:1"),
        ("ADR;LABEL=\"a;b^nc\":x", "ADR;LABEL=\"a;b^nc\":x"),
        ("N;CHARSET=UTF-8:Doe;John", "N:Doe;John"),
    ] {
        assert_eq!(modern(text), wanted, "{text}");
    }
    assert_eq!(Line::read("no name here"), None);
    assert_eq!(Line::read("two words: x"), None);
    let three = Line::read("PHOTO:data:image/jpeg;base64,/9j/").unwrap().of_three();
    assert_eq!(three.in_one(), "PHOTO;ENCODING=b;TYPE=JPEG:/9j/");
    let three = Line::read("TEL;TYPE=home;PREF=1:1").unwrap().of_three();
    assert_eq!(three.in_one(), "TEL;TYPE=home,pref:1");
}

#[test]
fn lines_end_as_on_any_system() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["BEGIN:VCARD", "NOTE:a", " b", "", "END:VCARD"].join(end);
        let lines = logical(&text);
        assert_eq!(lines, [(1, "BEGIN:VCARD".into()), (2, "NOTE:ab".into()), (5, "END:VCARD".into())]);
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        group in "[a-z0-9]{0,3}", name in "[A-Z][A-Z-]{0,9}", label in "[^\\x00-\\x1f\\x7f\\u{80}-\\u{9f}]{1,30}",
        text in "[^\\x00-\\x09\\x0b-\\x1f]{0,200}",
    ) {
        let line = Line { group, ..Line::new(&name, escape(&text)) }.with("X-LABEL", label.trim_matches('"'));
        let mut written = String::new();
        line.write(&mut written);
        prop_assert!(written.split("\r\n").all(|l| l.len() <= WIDTH));
        let lines = logical(&written);
        prop_assert_eq!(lines.len(), 1);
        let read = Line::read(&lines[0].1).unwrap();
        prop_assert_eq!(unescape(&read.value), text);
        let wanted = label.trim_matches('"').trim();
        prop_assume!(wanted == label);
        prop_assert_eq!(read.param("X-LABEL").unwrap_or_default(), wanted);
    }

    #[test]
    fn parts_are_put_together_again(list in prop::collection::vec(".{0,12}", 1..6)) {
        let value = list.iter().map(|t| escape(t)).collect::<Vec<_>>().join(";");
        let back: Vec<String> = parts(&value, ';').into_iter().map(unescape).collect();
        let wanted: Vec<String> = list.iter().map(|t| t.replace("\r\n", "\n").replace('\r', "\n")).collect();
        prop_assert_eq!(back, wanted);
    }

    #[test]
    fn no_line_is_a_crash(text in "(([A-Z;=\"^.:,]|QUOTED-PRINTABLE|BASE64|CHARSET=|=[0-9A-F]{2}|.|\n ){0,30})") {
        for (_, line) in logical(&text) {
            if let Some(line) = Line::read(&line) {
                let mut out = String::new();
                line.modern(UTF_8).of_three().write(&mut out);
            }
        }
    }
}
