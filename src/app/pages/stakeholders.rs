//! The people of a client as a map: who reports to whom, what each may decide, how they stand to us, when we last spoke.

use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::reports::{Node, reports};
use crate::domain::{Influence, Kind, Ref, derive};
use crate::words::{self, dates, work_pages as said};

/// What stands over the columns.
fn heads() -> [&'static str; 7] {
    [
        said::head_people(),
        said::head_attitude(),
        said::head_influence(),
        said::head_touch(),
        said::head_job(),
        said::head_roles(),
        said::head_reach(),
    ]
}

/// The people of a client, those who report to somebody under them.
pub fn map(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let nodes = reports(ctx.book, id);
    if nodes.is_empty() {
        document.remark(cells::with_key(words::pages::nobody, Kind::Contact));
        return document;
    }
    document.push(Line::Head(heads().into_iter().map(Cell::muted).collect()));
    for node in &nodes {
        document.push(row(ctx, node));
    }
    let rings: Vec<String> = nodes.iter().filter(|n| n.in_ring).map(|n| ctx.name(n.person.id)).collect();
    if !rings.is_empty() {
        document.push(Line::Gap);
        let words = said::reports_in_a_ring(&rings.join(", "));
        document.push(Line::Text(vec![Cell::new(words, Tone::Warning)]));
    }
    document
}

fn row(ctx: Ctx<'_>, node: &Node<'_>) -> Line {
    let person = node.person;
    let touch = derive::last_touch(ctx.book, person.id.into(), ctx.now);
    let touch = touch.map(|at| dates::ago(at.day_beside(ctx.now), ctx.today())).unwrap_or_default();
    let influence = match person.influence {
        Influence::Unknown => "",
        known => words::chosen(known),
    };
    let cells = vec![
        Cell::new(format!("{}{}", branch(&node.lasts), ctx.name(person.id)), Tone::Accent),
        cells::attitude(person),
        Cell::plain(influence),
        Cell::plain(touch),
        Cell::plain(person.job.clone()),
        Cell::muted(cells::roles(person)),
        Cell::muted(cells::reach(person)),
    ];
    Line::Item { target: person.id.into(), cells, grow: 0 }
}

/// "│  └─ " before a name, by which levels are at their last.
fn branch(lasts: &[bool]) -> String {
    let Some((own, above)) = lasts.split_last() else { return String::new() };
    // Those at the top have no line beside them.
    let lines = above.iter().map(|last| if *last { "   " } else { "│  " });
    lines.chain([if *own { "└─ " } else { "├─ " }]).collect()
}
