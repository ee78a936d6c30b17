//! Words in the cells of lists, and in rows that several pages share.

use super::message::messages;

messages! {
    /// Nobody was ever in touch.
    never: "never" => "ποτέ";
    /// Who holds something, when it is nobody else.
    us: "us" => "εμείς";
    /// What kind of thing happened: somebody said what they think.
    feedback: "feedback" => "γνώμη";
    /// What kind of thing happened: what is to be done was changed.
    scope: "scope" => "εύρος";
    /// So many days until something is too late.
    days_left(days: i64): "{days} d left" => "μένουν {days} ημ.";
    /// The day that was promised, behind other words or alone.
    promised(day: &str): "promised {day}" => "υπόσχ. {day}";
    /// The day on which a milestone was reached.
    reached(day: &str): "reached {day}" => "ολοκλ. {day}";
    /// The day on which something is expected.
    expected(day: &str): "expected {day}" => "αναμ. {day}";
    /// The day on which a project ends as things stand.
    ends(day: &str): "ends {day}" => "λήγει {day}";
    /// The day on which notice could have been given.
    was(day: &str): "was {day}" => "ήταν {day}";
    /// The last day on which notice can be given.
    notice_by(day: &str): "notice by {day}" => "καταγγελία έως {day}";
    /// At the end of a part that is not shown whole.
    and_more(count: usize): "  and {count} more" => "  και {count} ακόμη";
    /// Which column the rows stand by, among those they could stand by.
    now: "now" => "τώρα";
    /// So many rows of a list.
    rows(count: i64) = format!("{count} {}", super::plural(count, "row", "rows"))
        => format!("{count} {}", super::plural(count, "γραμμή", "γραμμές"));
    /// So often somebody was reminded.
    nudged(times: usize): "nudged {times}×" => "υπενθύμιση {times}×";
}
