//! Reports: what they are called, and why one cannot be written.

use super::dates;
use super::message::messages;
use crate::domain::Book;
use crate::domain::report::{Ask, Mark, Period, ReportKind, Untold};
use chrono::NaiveDate;

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

    /// Asks which one is wanted.
    which: "Which report?" => "Ποια αναφορά;";
    /// Asks which one about something is wanted.
    which_of(title: &str): "Which report of {title}?" => "Ποια αναφορά για: {title};";
    /// The answer that writes none.
    none: "No report" => "Καμία αναφορά";
    /// Asks of which days it is.
    of_which_days(report: &str): "{report}: of which days?" => "{report}: ποιες ημέρες;";
    /// It goes to the client.
    for_client: "for the client" => "για τον πελάτη";
    /// It stays with us, with what is internal.
    for_us: "for us" => "για εμάς";
    /// It is of every client.
    of_all: "all clients" => "όλοι οι πελάτες";
    /// It goes to a department.
    for_department: "for the department" => "για το τμήμα";
    /// As long as it is being written.
    is_written: "It is being written …" => "Γράφεται …";
    /// What stands in a mail for which the report is too long.
    paste_here: "(The report is on the clipboard: paste it here.)" => "(Η αναφορά είναι στο πρόχειρο: επικολλήστε την εδώ.)";
    /// It was written down that it went out.
    noted_as_sent: "Noted as sent" => "Σημειώθηκε ότι στάλθηκε";
    /// It was written down before.
    sent_already: "It is noted as sent already" => "Έχει ήδη σημειωθεί ότι στάλθηκε";
    /// Nobody is known it can have been sent to.
    to_nobody: "Nobody is known whom it was sent to; nothing was noted" => "Δεν είναι γνωστό σε ποιον στάλθηκε· δεν σημειώθηκε τίποτα";
    /// A file with the ending of a page.
    as_page: "As a page for a browser and for paper." => "Ως σελίδα για φυλλομετρητή και εκτύπωση.";
    /// A file with the ending of Markdown.
    as_markdown: "As Markdown; .txt is plain text, .html a page." => "Ως Markdown· .txt για απλό κείμενο, .html για σελίδα.";
    /// A file with the ending of a text.
    as_text: "As text, as it stands." => "Ως κείμενο, όπως είναι.";
    /// A text that was changed is no page.
    no_page: "! The text was changed here: it goes to .txt or .md" => "! Το κείμενο άλλαξε εδώ: γράφεται σε .txt ή .md";
    /// A text that was changed is not written in another language.
    was_changed: "The text was changed here; open the report again for the other language" => "Το κείμενο άλλαξε εδώ· ανοίξτε ξανά την αναφορά για την άλλη γλώσσα";
    /// The name of a file has no known ending.
    no_ending: "A name that ends in .md, .txt or .html was expected" => "Αναμενόταν όνομα που τελειώνει σε .md, .txt ή .html";
    /// Why it is written for us alone.
    only_for_us(why: &str): "{why}: choose the one for us" => "{why}: επιλέξτε αυτήν για εμάς";

    /// How it is written for us, on the command line.
    internal_writes_it(why: &str): "{why}; --internal writes it for us" => "{why}· με --internal γράφεται για εμάς";
    /// A stretch of days on offer.
    days(name: &str, first: &str, last: &str): "{name} · {first} to {last}" => "{name} · {first} έως {last}";
    /// Of this week.
    this_week: "this week" => "αυτή η εβδομάδα";
    /// Of the week before.
    last_week: "last week" => "προηγούμενη εβδομάδα";
    /// Of the three months up to today.
    three_months: "the last three months" => "τελευταίοι τρεις μήνες";
    /// Of this quarter.
    this_quarter: "this quarter" => "αυτό το τρίμηνο";
    /// Of the quarter before.
    last_quarter: "last quarter" => "προηγούμενο τρίμηνο";
    /// Of this year.
    this_year: "this year" => "φέτος";
    /// Of the year before.
    last_year: "last year" => "πέρσι";

    /// It is about something else, or there is nothing to tell.
    not_of_that(report: &str): "{report}: nothing can be told of that" => "{report}: δεν υπάρχει κάτι να γραφτεί για αυτό";
    /// What it is about bears a mark in its title.
    title_marked(what: &str): "“{what}” is internal, as its title says; no report of it goes to a client"
        => "«{what}»: εσωτερικό, όπως λέει ο τίτλος του· καμία αναφορά για αυτό δεν πάει σε πελάτη";
    /// What it is about bears a tag.
    tag_marked(what: &str): "“{what}” has the tag internal; no report of it goes to a client"
        => "«{what}»: έχει την ετικέτα «εσωτερικό»· καμία αναφορά για αυτό δεν πάει σε πελάτη";
    /// What it is about belongs to something that is marked.
    above_marked(what: &str, above: &str): "“{what}” belongs to “{above}”, which is internal; no report of it goes to a client"
        => "«{what}»: ανήκει στο «{above}», που είναι εσωτερικό· καμία αναφορά για αυτό δεν πάει σε πελάτη";
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

/// For whom it is.
pub fn audience(ask: &Ask) -> &'static str {
    match ask.kind {
        ReportKind::Order => for_department(),
        _ if ask.is_internal() => for_us(),
        _ => for_client(),
    }
}

/// A report on offer: "Review pack · for the client".
pub fn offer(ask: &Ask) -> String {
    let all = if ask.of.is_none() { format!(" · {}", of_all()) } else { String::new() };
    format!("{}{all} · {}", name(ask.kind), audience(ask))
}

/// What stands over a report: for whom it is comes first, so that it is never cut.
pub fn title(ask: &Ask, of: Option<&str>) -> String {
    let (name, mut whom) = (name(ask.kind), audience(ask).chars());
    let whom: String = whom.next().into_iter().flat_map(char::to_uppercase).chain(whom).collect();
    format!("{whom} · {name}: {}", of.unwrap_or_else(|| of_all()))
}

/// A stretch of days on offer.
pub fn period(period: Period, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> String {
    let name = match period {
        Period::ThisWeek => this_week(),
        Period::LastWeek => last_week(),
        Period::ThreeMonths => three_months(),
        Period::LastQuarter => last_quarter(),
        Period::ThisQuarter => this_quarter(),
        Period::ThisYear => this_year(),
        Period::LastYear => last_year(),
    };
    days(name, &dates::plain(from, today), &dates::plain(to, today))
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
