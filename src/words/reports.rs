//! Reports: what they are called, and why one cannot be written.

use super::message::messages;
use crate::domain::Book;
use crate::domain::report::{Ask, Mark, ReportKind, Untold};

messages! {
    /// What was said in a meeting.
    meeting: "Meeting report" => "Πρακτικά";
    /// How a week went.
    week: "Weekly status" => "Εβδομαδιαία αναφορά";
    /// How a period went with a client.
    review: "Review pack" => "Απολογισμός";
    /// What a stand-in needs.
    handover: "Handover pack" => "Παράδοση πελάτη";
    /// The work of a department.
    order: "Work order" => "Εντολή εργασίας";
    /// Every client on a row.
    portfolio: "Portfolio overview" => "Επισκόπηση πελατών";

    /// It is about something else, or there is nothing to tell.
    not_of_that(report: &str): "{report}: nothing can be told of that" => "{report}: δεν υπάρχει κάτι να γραφτεί γι’ αυτό";
    /// What it is about bears a mark in its title.
    title_marked(what: &str): "“{what}” is internal, as its title says; no report of it goes to a client"
        => "«{what}»: εσωτερικό, όπως λέει ο τίτλος του· καμία αναφορά γι’ αυτό δεν πάει σε πελάτη";
    /// What it is about bears a tag.
    tag_marked(what: &str): "“{what}” has the tag internal; no report of it goes to a client"
        => "«{what}»: έχει την ετικέτα «εσωτερικό»· καμία αναφορά γι’ αυτό δεν πάει σε πελάτη";
    /// What it is about belongs to something that is marked.
    above_marked(what: &str, above: &str): "“{what}” belongs to “{above}”, which is internal; no report of it goes to a client"
        => "«{what}»: ανήκει στο «{above}», που είναι εσωτερικό· καμία αναφορά γι’ αυτό δεν πάει σε πελάτη";
}

/// What a report is called.
pub fn name(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Meeting => meeting(),
        ReportKind::Week => week(),
        ReportKind::Review => review(),
        ReportKind::Handover => handover(),
        ReportKind::Order => order(),
        ReportKind::Portfolio => portfolio(),
    }
}

/// Why a report cannot be written.
pub fn untold(book: &Book, ask: &Ask, untold: &Untold) -> String {
    let what = ask.of.map_or_else(String::new, |of| book.title(of));
    match untold {
        Untold::NotOfThat => not_of_that(name(ask.kind)),
        Untold::Internal(marked) if Some(marked.by) != ask.of => above_marked(&what, &book.title(marked.by)),
        Untold::Internal(marked) => match marked.mark {
            Mark::Title => title_marked(&what),
            Mark::Tag => tag_marked(&what),
        },
    }
}
