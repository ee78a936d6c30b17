//! The lines of a card that its record keeps as they are: those that nothing in the book stands for, and those that say
//! more than the line would that is made of the record. What the record says no more is not written again.

use super::super::Differing;
use super::super::lines::Line;
use super::card::{Card, is_label};
use super::said::{About, Said, fitting, is_idle, lines, said};
use crate::domain::Labelled;
use crate::words::exchange::of_cards;

/// Properties of which a card has one.
const ONCE: &[&str] =
    &["N", "FN", "BDAY", "PHOTO", "LOGO", "GENDER", "ANNIVERSARY", "X-ANNIVERSARY", "TZ", "GEO"];

/// What a second line of the same sort says: it is shown under a name.
fn otherwise(one: Said) -> Said {
    let (label, value) = match one {
        Said::Name(family, given) => ("Name", format!("{given} {family}").trim().to_owned()),
        Said::Shown(name) => ("Name", name),
        Said::Org(name) => ("Other company", name),
        Said::Unit(name) => ("Other department", name),
        Said::Job(job) => ("Job title", job),
        Said::Language(language) => ("Language", language),
        Said::Web(web) => ("Web", web),
        Said::Born(born) => {
            let year = born.year.map(|year| format!("{year}-")).unwrap_or_default();
            ("Birthday", format!("{year}{:02}-{:02}", born.month, born.day))
        }
        Said::Address(parts) => {
            ("Address", parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", "))
        }
        other => return other,
    };
    Said::Custom(Labelled { label: label.to_owned(), value })
}

/// What each line says; of what there can be one only, the first line says it.
pub(super) fn each_said(lines: &[Line], about: About) -> Vec<Vec<Said>> {
    let mut met = vec![];
    let mut out = vec![];
    for line in lines {
        let label = Card::label_of(lines, line);
        let all = if is_idle(line) || is_label(line) { vec![] } else { said(line, label.as_deref(), about) };
        let all: Vec<Said> = all
            .into_iter()
            .map(|one| {
                let sort = std::mem::discriminant(&one);
                let again = met.contains(&sort);
                if matches!(
                    one,
                    Said::Mail(_) | Said::Phone(_) | Said::Tag(_) | Said::Note(_) | Said::Custom(_)
                ) {
                    return one;
                }
                if again {
                    otherwise(one)
                } else {
                    met.push(sort);
                    one
                }
            })
            .map(fitting)
            .filter(|one| !matches!(one, Said::Custom(field) if field.value.is_empty()))
            .collect();
        out.push(all);
    }
    out
}

/// The lines of a card that are kept, out of all of them.
pub(super) fn of(all: &[Line], said: &[Vec<Said>], about: About) -> Vec<Line> {
    let plain = |line: &Line| Line { group: String::new(), ..line.clone() };
    // With its label beside it, a line is made anew as two.
    let together = |line: &Line| -> Vec<Line> {
        let labels =
            all.iter().filter(|other| !line.group.is_empty() && other.group == line.group && is_label(other));
        std::iter::once(line).chain(labels).map(plain).collect()
    };
    let made = |said: &[Said]| -> Vec<Line> { lines(said, about).iter().map(plain).collect() };
    let more = |at: usize, line: &Line| {
        let says = said.get(at).map_or(&[][..], Vec::as_slice);
        !is_idle(line) && !is_label(line) && (says.is_empty() || made(says) != together(line))
    };
    // Which of several lines is the first counts: they are kept together.
    let names: Vec<&str> = all
        .iter()
        .enumerate()
        .filter(|(at, line)| more(*at, line))
        .map(|(_, line)| line.name.as_str())
        .collect();
    let stays = |line: &Line| names.contains(&line.name.as_str()) && !is_idle(line);
    let groups: Vec<&str> = all.iter().filter(|line| stays(line)).map(|line| line.group.as_str()).collect();
    let labels =
        |line: &Line| is_label(line) && !line.group.is_empty() && groups.contains(&line.group.as_str());
    all.iter().filter(|line| stays(line) || labels(line)).cloned().collect()
}

/// Lines that belong together: a group, or one alone.
fn pieces(lines: &[Line]) -> Vec<Vec<Line>> {
    let mut out: Vec<Vec<Line>> = vec![];
    for line in lines {
        let group = |piece: &&mut Vec<Line>| piece.first().is_some_and(|first| first.group == line.group);
        match out.iter_mut().find(group).filter(|_| !line.group.is_empty()) {
            Some(piece) => piece.push(line.clone()),
            None => out.push(vec![line.clone()]),
        }
    }
    out
}

/// The lines a record keeps after a card came to it, and what of the card was not taken. `facts` is what the record says
/// by itself: no line is needed for that.
pub(super) fn settled(
    (book, facts): (&[Line], &[Said]),
    card: &[Line],
    about: About,
    differing: Differing,
) -> (Vec<Line>, Vec<String>) {
    let (mut out, mut told) = (book.to_vec(), vec![]);
    let without_group = |piece: &[Line]| -> Vec<Line> {
        piece.iter().map(|line| Line { group: String::new(), ..line.clone() }).collect()
    };
    for piece in pieces(card) {
        let says = |lines: &[Line]| each_said(lines, about).concat();
        // What is a part of what is kept adds nothing.
        let alike = |other: &Vec<Line>| {
            let other_lines = without_group(other);
            without_group(&piece).iter().all(|line| other_lines.contains(line))
                || !says(other).is_empty() && says(other) == says(&piece)
        };
        let own: Vec<Said> = says(&piece);
        let made: Vec<Line> =
            lines(&own, about).iter().map(|line| Line { group: String::new(), ..line.clone() }).collect();
        let needless = made == without_group(&piece) && own.iter().all(|one| facts.contains(one));
        if needless || pieces(&out).iter().any(alike) {
            continue;
        }
        let name = piece.first().map(|line| line.name.clone()).unwrap_or_default();
        if ONCE.contains(&name.as_str()) && out.iter().any(|line| line.name == name) {
            if differing == Differing::Keep {
                told.push(of_cards::other_picture(&name));
                continue;
            }
            out.retain(|line| line.name != name);
        }
        let taken = |group: &str| out.iter().any(|line| line.group == group);
        let own = piece.first().map(|line| line.group.clone()).unwrap_or_default();
        // One of so many is free.
        let free = || {
            (0..=out.len()).map(|n| format!("item{}", n + 1)).find(|group| !taken(group)).unwrap_or_default()
        };
        let group = if own.is_empty() || !taken(&own) { own } else { free() };
        out.extend(piece.into_iter().map(|line| Line { group: group.clone(), ..line }));
    }
    (out, told)
}
