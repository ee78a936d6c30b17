//! Marks of web pages in cells: programs keep notes as pages and write them out as they are. What people read in them is
//! taken; a text without such marks stays as it stands.

/// Marks that begin a line of their own.
const LINES: &[&str] = &[
    "p",
    "div",
    "br",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "table",
    "ul",
    "ol",
    "pre",
];

/// Other marks that pages are made of.
const OTHERS: &[&str] = &[
    "b", "i", "u", "s", "a", "em", "strong", "span", "font", "td", "th", "tbody", "thead", "html", "body",
    "head", "img", "script", "style", "sub", "sup", "code", "small", "label", "section", "hr",
];

/// What stands inside of these is no text.
const UNSEEN: &[&str] = &["script", "style", "head"];

/// Names of characters.
const NAMES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("euro", "€"),
    ("pound", "£"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("hellip", "…"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("middot", "·"),
    ("bull", "•"),
    ("deg", "°"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("agrave", "à"),
    ("ccedil", "ç"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("aring", "å"),
    ("oslash", "ø"),
    ("ntilde", "ñ"),
];

/// The longest name or number of a character, in bytes.
const LONGEST: usize = 10;

/// A mark, and how many bytes it takes.
struct Mark<'a> {
    name: String,
    closes: bool,
    inside: &'a str,
    len: usize,
}

/// The text of a page; `None` when there are no marks in it that only pages have.
pub(super) fn text(cell: &str) -> Option<String> {
    if !cell.contains(['<', '&']) {
        return None;
    }
    let (mut out, mut rest, mut found) = (String::with_capacity(cell.len()), cell, false);
    let mut links: Vec<(String, usize)> = vec![];
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(mark) = mark(rest) {
            found = true;
            let after = &rest[mark.len..];
            rest = if mark.closes || !UNSEEN.contains(&mark.name.as_str()) {
                after
            } else {
                behind(after, &mark.name)
            };
            lay(&mut out, &mut links, &mark);
        } else if let Some((said, len)) = character(rest) {
            found = true;
            out.push_str(&said);
            rest = &rest[len..];
        } else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    found.then(|| tidy(&out))
}

/// What a mark does to the text: lines and items of lists stay, and so does where a link leads to.
fn lay(out: &mut String, links: &mut Vec<(String, usize)>, mark: &Mark<'_>) {
    match mark.name.as_str() {
        "a" if !mark.closes => links.push((address(mark.inside), out.len())),
        "a" => {
            let link = links.pop().filter(|(to, _)| !to.is_empty());
            if let Some((to, _)) =
                link.filter(|(to, from)| out.get(*from..).is_some_and(|said| said.trim() != to))
            {
                out.push_str(" (");
                out.push_str(&to);
                out.push(')');
            }
        }
        "li" if !mark.closes => out.push_str("\n- "),
        "td" | "th" if mark.closes => out.push(' '),
        name if LINES.contains(&name) => out.push('\n'),
        _ => {}
    }
}

/// The mark that a text begins with, when it is one that pages have.
fn mark(text: &str) -> Option<Mark<'_>> {
    let rest = text.strip_prefix('<')?;
    if let Some(comment) = rest.strip_prefix("!--") {
        let len = comment.find("-->")? + "<!---->".len();
        return Some(Mark { name: String::new(), closes: true, inside: "", len });
    }
    let end = rest.find('>')?;
    let inside = &rest[..end];
    let (closes, named) = inside.strip_prefix('/').map_or((false, inside), |named| (true, named));
    let name_end = named.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(named.len());
    let name = named[..name_end].to_ascii_lowercase();
    let known = LINES.contains(&name.as_str()) || OTHERS.contains(&name.as_str());
    // "<b and c>" is none: after the name comes nothing, or what is said of it.
    let behind = named[name_end..].trim_end_matches('/').trim();
    (known && (behind.is_empty() || behind.contains('='))).then_some(Mark {
        name,
        closes,
        inside,
        len: end + 2,
    })
}

/// What stands behind the end of what nobody reads.
fn behind<'a>(text: &'a str, name: &str) -> &'a str {
    let lower = text.to_ascii_lowercase();
    lower.find(&format!("</{name}")).and_then(|at| text.get(at..)).unwrap_or("")
}

/// Where a link leads to.
fn address(inside: &str) -> String {
    let at = inside.to_ascii_lowercase().find("href=");
    let value = at.and_then(|at| inside.get(at + "href=".len()..)).unwrap_or("");
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let end = |c: char| quote.map_or_else(|| c.is_whitespace(), |quote| c == quote);
    let value = value.trim_start_matches(['"', '\'']);
    let to = &value[..value.find(end).unwrap_or(value.len())];
    to.strip_prefix("mailto:").unwrap_or(to).to_owned()
}

/// The character that a text begins with by its name or its number, and how many bytes that takes.
fn character(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix('&')?;
    let end = rest.find(';').filter(|end| (1..=LONGEST).contains(end))?;
    let name = &rest[..end];
    let number = name.strip_prefix('#').and_then(|digits| {
        let hex = digits.strip_prefix(['x', 'X']);
        hex.map_or_else(|| digits.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())
    });
    let of_number =
        number.and_then(char::from_u32).map(|c| if c == '\u{a0}' { " ".into() } else { c.to_string() });
    let of_name = || NAMES.iter().find(|(known, _)| *known == name).map(|(_, c)| (*c).to_owned());
    of_number.or_else(of_name).map(|said| (said, end + 2))
}

/// Without blanks at the ends of lines, and without more than one empty line.
fn tidy(text: &str) -> String {
    let mut out: Vec<&str> = vec![];
    for line in text.lines().map(str::trim) {
        if !(line.is_empty() && out.last().is_none_or(|last| last.is_empty())) {
            out.push(line);
        }
    }
    out.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::text;
    use proptest::prelude::*;

    #[test]
    fn pages_are_read_as_people_see_them() {
        for (page, wanted) in [
            ("<p>Called &amp; left <b>voicemail</b></p>", Some("Called & left voicemail")),
            ("one<br>two<br/>three", Some("one\ntwo\nthree")),
            ("<ul><li>a</li><li>b</li></ul>", Some("- a\n\n- b")),
            ("<a href=\"https://x.example/1\">the offer</a>", Some("the offer (https://x.example/1)")),
            ("<a href='mailto:a@x.example'>a@x.example</a>", Some("a@x.example")),
            ("<a class=c href=https://x.example/2>bare</a>", Some("bare (https://x.example/2)")),
            ("<a href=https://x.example/3 class=c>bare</a>", Some("bare (https://x.example/3)")),
            ("<a href=\"https://x.example/4>not closed</a>", Some("not closed (https://x.example/4)")),
            ("<A HREF=\"https://x.example/5\">loud</A>", Some("loud (https://x.example/5)")),
            ("<a name=\"here\">no address</a>", Some("no address")),
            ("Smith &amp; Sons", Some("Smith & Sons")),
            ("&#915;&#x3b5;ια", Some("Γεια")),
            ("<style>p { color: red }</style>seen", Some("seen")),
            ("<script>alert(1)", Some("")),
            ("1 < 2 and 3 > 2", None),
            ("<b and c>", None),
            ("R&D; done", None),
            ("a & b", None),
            ("plain", None),
        ] {
            assert_eq!(text(page).as_deref(), wanted, "{page}");
        }
    }

    /// Names of characters that people's pages have, against the reader of mails, which knows all of HTML.
    #[test]
    fn characters_have_the_names_of_html() {
        let names = "amp lt gt quot apos euro pound copy reg trade hellip ndash mdash lsquo rsquo ldquo rdquo laquo raquo \
                     middot bull deg eacute egrave agrave ccedil auml ouml uuml Auml Ouml Uuml szlig aring oslash ntilde";
        for name in names.split_whitespace() {
            let page = format!("<b>x&{name};y</b>");
            assert_eq!(text(&page), Some(mail_parser::decoders::html::html_to_text(&page)), "{name}");
        }
        assert_eq!(text("<b>x&nbsp;y &#160;z</b>").as_deref(), Some("x y  z"));
    }

    proptest! {
        /// A text that has none of its marks is never touched, and no text makes it fail.
        #[test]
        fn only_marks_are_taken(any in "[<>&;/=a-z#\"' \\n]{0,40}", plain in "[^<&]{0,40}") {
            let _ = text(&any);
            prop_assert_eq!(text(&plain), None);
        }
    }
}
