//! The words of closed lists in the languages of reports. The English ones of fields are those of their tables.

use crate::domain::brief::Language;
use crate::domain::{Choice, Kind, Type};

/// Where the English words of a list are.
enum English {
    /// In the choices of this field.
    Of(Kind, &'static str),
    /// Here, in the order of the names.
    Here(&'static [&'static str]),
}
use English::{Here, Of};

/// A list: its name, its English words, and the stable names with their Greek words.
type List = (&'static str, English, &'static [(&'static str, &'static str)]);

const LISTS: &[List] = &[
    (
        "wish",
        Of(Kind::Request, "status"),
        &[
            ("asked", "ζητήθηκε"),
            ("routed", "ανατέθηκε"),
            ("promised", "δόθηκε ημερομηνία"),
            ("done", "έγινε, δεν ανακοινώθηκε"),
            ("told", "ολοκληρώθηκε"),
            ("declined", "απορρίφθηκε"),
        ],
    ),
    (
        "task",
        Of(Kind::Task, "status"),
        &[
            ("open", "ανοιχτή"),
            ("doing", "σε εξέλιξη"),
            ("waiting", "σε αναμονή"),
            ("done", "έγινε"),
            ("dropped", "ακυρώθηκε"),
        ],
    ),
    (
        "priority",
        Of(Kind::Task, "priority"),
        &[("low", "χαμηλή"), ("normal", "κανονική"), ("high", "υψηλή"), ("urgent", "επείγον")],
    ),
    (
        "touch",
        Of(Kind::Interaction, "touch"),
        &[
            ("call", "τηλεφώνημα"),
            ("meeting", "συνάντηση"),
            ("mail", "μήνυμα ηλ. ταχυδρομείου"),
            ("visit", "επίσκεψη"),
            ("message", "μήνυμα"),
            ("note", "σημείωση"),
        ],
    ),
    (
        "mood",
        Of(Kind::Interaction, "mood"),
        &[
            ("unknown", "δεν σημειώθηκε"),
            ("bad", "κακό"),
            ("poor", "μέτριο"),
            ("neutral", "ουδέτερο"),
            ("good", "καλό"),
            ("great", "πολύ καλό"),
        ],
    ),
    (
        "decision",
        Of(Kind::Decision, "sort"),
        &[("decision", "απόφαση"), ("approval", "έγκριση"), ("scope", "αλλαγή αντικειμένου")],
    ),
    (
        "outcome",
        Of(Kind::Decision, "outcome"),
        &[("open", "εκκρεμεί"), ("yes", "ναι"), ("no", "όχι"), ("changed", "ναι, με αλλαγές")],
    ),
    (
        "project",
        Of(Kind::Project, "status"),
        &[
            ("planned", "σε σχεδιασμό"),
            ("active", "σε εξέλιξη"),
            ("on-hold", "σε παύση"),
            ("done", "ολοκληρώθηκε"),
            ("cancelled", "ακυρώθηκε"),
        ],
    ),
    (
        "part",
        Of(Kind::Member, "part"),
        &[
            ("responsible", "υπεύθυνος εκτέλεσης"),
            ("accountable", "τελική ευθύνη"),
            ("consulted", "γνωμοδοτεί"),
            ("informed", "ενημερώνεται"),
        ],
    ),
    (
        "agreement",
        Of(Kind::Agreement, "sort"),
        &[
            ("framework", "συμφωνία-πλαίσιο"),
            ("retainer", "πάγια συνεργασία"),
            ("service-level", "επίπεδο υπηρεσιών"),
            ("confidentiality", "εμπιστευτικότητα"),
            ("other", "άλλη"),
        ],
    ),
    (
        "agreement-status",
        Of(Kind::Agreement, "status"),
        &[
            ("draft", "σχέδιο"),
            ("active", "σε ισχύ"),
            ("notice-given", "έχει καταγγελθεί"),
            ("ended", "έληξε"),
            ("renewed", "ανανεώθηκε"),
        ],
    ),
    (
        "per",
        Of(Kind::Agreement, "per"),
        &[("once", "συνολικά"), ("month", "τον μήνα"), ("quarter", "το τρίμηνο"), ("year", "τον χρόνο")],
    ),
    ("tier", Of(Kind::Client, "tier"), &[("a", "A"), ("b", "B"), ("c", "C"), ("none", "χωρίς κατηγορία")]),
    (
        "client",
        Of(Kind::Client, "status"),
        &[("prospective", "υποψήφιος"), ("active", "ενεργός"), ("dormant", "ανενεργός"), ("former", "πρώην")],
    ),
    (
        "channel",
        Of(Kind::Contact, "channel"),
        &[
            ("any", "οτιδήποτε"),
            ("mail", "ηλ. ταχυδρομείο"),
            ("phone", "τηλέφωνο"),
            ("message", "μήνυμα"),
            ("meeting", "συνάντηση"),
        ],
    ),
    (
        "role",
        Of(Kind::Contact, "roles"),
        &[
            ("sponsor", "χορηγός"),
            ("decision-maker", "αποφασίζει"),
            ("champion", "υποστηρικτής"),
            ("daily", "καθημερινή επαφή"),
            ("finance", "οικονομικά"),
            ("legal", "νομικά"),
            ("technical", "τεχνικά"),
        ],
    ),
    (
        "attitude",
        Of(Kind::Contact, "attitude"),
        &[
            ("unknown", "άγνωστη"),
            ("against", "αντίθετη"),
            ("doubtful", "επιφυλακτική"),
            ("neutral", "ουδέτερη"),
            ("friendly", "φιλική"),
            ("devoted", "αφοσιωμένη"),
        ],
    ),
    (
        "influence",
        Of(Kind::Contact, "influence"),
        &[("unknown", "άγνωστη"), ("low", "μικρή"), ("some", "κάποια"), ("high", "μεγάλη")],
    ),
    (
        "kind",
        Here(&["request", "milestone", "project"]),
        &[("request", "αίτημα"), ("milestone", "ορόσημο"), ("project", "έργο")],
    ),
    (
        "promise",
        Here(&["kept", "broken", "open", "taken back"]),
        &[("kept", "τηρήθηκε"), ("broken", "δεν τηρήθηκε"), ("open", "ανοιχτή"), ("withdrawn", "αποσύρθηκε")],
    ),
    (
        "milestone",
        Here(&["reached", "late", "ahead"]),
        &[("reached", "επιτεύχθηκε"), ("late", "καθυστερεί"), ("ahead", "προσεχώς")],
    ),
    (
        "side",
        Here(&["our side", "the client", "others"]),
        &[("ours", "εμείς"), ("client", "ο πελάτης"), ("other", "άλλοι")],
    ),
    (
        "health",
        Here(&["freshness", "promises", "waits", "agreements", "feedback", "feel"]),
        &[
            ("freshness", "επαφή"),
            ("promises", "υποσχέσεις"),
            ("waits", "αναμονές"),
            ("agreements", "συμφωνίες"),
            ("feedback", "γνώμη του πελάτη"),
            ("feel", "αίσθηση"),
        ],
    ),
];

/// The choices of a field.
fn choices(kind: Kind, field: &str) -> &'static [Choice] {
    match kind.field(field).map(|field| &field.kind) {
        Some(Type::Choice(choices) | Type::Choices(choices)) => choices,
        _ => &[],
    }
}

/// The word for a member of a list.
pub(super) fn word(list: &str, name: &str, language: Language) -> Option<&'static str> {
    let (_, english, greek) = LISTS.iter().find(|(of, ..)| *of == list)?;
    let at = greek.iter().position(|(of, _)| *of == name)?;
    match (language, english) {
        (Language::Greek, _) => greek.get(at).map(|(_, word)| *word),
        (Language::English, Here(words)) => words.get(at).copied(),
        (Language::English, Of(kind, field)) => {
            choices(*kind, field).iter().find(|choice| choice.name == name).map(|choice| choice.label)
        }
    }
}

/// Every list with the names in it.
pub(super) fn lists() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    LISTS.iter().map(|(list, _, greek)| (*list, greek.iter().map(|(name, _)| *name).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_has_a_word_in_every_language() {
        for (list, english, greek) in LISTS {
            let names: Vec<&str> = match english {
                Of(kind, field) => choices(*kind, field).iter().map(|choice| choice.name).collect(),
                Here(words) => {
                    assert_eq!(words.len(), greek.len(), "{list}");
                    greek.iter().map(|(name, _)| *name).collect()
                }
            };
            assert!(names.len() > 1, "{list}: there is no such field");
            assert_eq!(names.len(), greek.len(), "{list}");
            for name in names {
                for language in [Language::English, Language::Greek] {
                    assert!(word(list, name, language).is_some_and(|w| !w.is_empty()), "{list} {name}");
                }
            }
        }
        assert_eq!(word("wish", "told", Language::English), Some("told"));
        assert_eq!(word("wish", "lost", Language::English), None);
    }
}
