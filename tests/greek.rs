//! The desk in Greek: nothing is left in English, nothing is cut that English has room for, and the same keys do the same.
//!
//! The sample book is drawn in Cyrillic letters (`foreign`), so that whatever stands on the screen in Latin or Greek ones is
//! said by the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;
mod foreign;
mod sources;

use clap::CommandFactory as _;
use desk::Desk;
use foreign::{Left, book};
use std::collections::{BTreeSet, HashSet};
use syndeo::app::{
    COMMANDS, Command, Common, DeskCommand, Detail, FormCommand, Group, Layer, Model, Msg, Pane, pages, signs,
};
use syndeo::cli::Cli;
use syndeo::domain::custom;
use syndeo::domain::derive::today::Section;
use syndeo::domain::report::ReportKind;
use syndeo::domain::{Kind, Record, Ref, parse};
use syndeo::words::{Lang, Of, label, translated};

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}') && c.is_alphabetic()
}

/// A way to a state of the desk: what is said of it when it fails, and the model.
type State = (String, Model);

fn card(id: Ref, page: usize) -> Layer {
    let mut reading = Detail::of(id);
    reading.page = page;
    Layer::Card(Box::new(reading))
}

/// Keys to layers that want something typed or chosen.
const KEYS: &[&str] = &[
    "a",
    "a a x ctrl-s",
    "e",
    "e x esc",
    "i tab tab tab",
    "t",
    "r",
    "space",
    ": ж",
    ": ζζζ",
    "?",
    "? pgdn pgdn",
    "s",
    "s жж",
    "S",
    "d",
    "/ жж",
    "/ ζζζ",
    "c",
    "c жж:_жж_@жж_!high",
    "b",
    "n",
    "M",
    "1 z",
    "1 + ",
    "1 z ζζ",
    "5 f",
    "5 f ζζ",
    "6 W",
    "5 x",
    "#",
    "y",
    "o",
    "X",
    "g",
    "w",
    "enter",
    "2 enter g",
    "1 left",
    ";",
    "3 enter e end",
];

/// Every list, page and layer, each once.
fn states(records: &[Record]) -> Vec<State> {
    let mut out = vec![];
    let mut desk = Desk::of(110, 30, records.to_vec());
    let base = desk.model.clone();
    for keys in KEYS {
        desk.model = base.clone();
        desk.keys(keys);
        out.push((format!("keys {keys}"), desk.model.clone()));
    }
    for pane in Pane::ALL {
        for view in 0..pane.spec().views.len() {
            desk.model = base.clone();
            desk.tell(Msg::Run(DeskCommand::to(pane).into()));
            for _ in 0..view {
                desk.tell(Msg::Run(DeskCommand::View.into()));
            }
            out.push((format!("{pane:?}, view {view}"), desk.model.clone()));
        }
    }
    for kind in Kind::ALL {
        let id = desk.model.data.book.all(*kind).next().unwrap().id();
        for (page, spec) in pages(*kind).iter().enumerate() {
            desk.model = base.clone();
            desk.model.screen.layers = vec![card(id, page)];
            desk.keys("");
            desk.picture();
            out.push((format!("{kind}, page {}", spec.name), desk.model.clone()));
        }
        desk.model = base.clone();
        desk.model.screen.layers = vec![card(id, 0)];
        desk.keys("e");
        if let Some(Layer::Form(form)) = desk.model.screen.layers.last() {
            for at in 0..form.entries.len() {
                out.push((format!("form of a {kind}, field {at}"), desk.model.clone()));
                desk.tell(Msg::Run(FormCommand::Next.into()));
            }
        }
    }
    out
}

fn empty() -> Vec<State> {
    let mut desk = Desk::empty(110, 30);
    let keys = ["1", "2", "3", "4", "5", "6", "7", "a", "a a", "space", "?"];
    keys.map(|keys| (format!("empty, {keys}"), desk.keys("esc esc").keys(keys).model.clone())).to_vec()
}

#[test]
fn no_screen_has_a_word_of_english() {
    Lang::El.within(|| {
        let mut left = Left::default();
        let mut desk = Desk::of(110, 30, vec![]);
        for (place, model) in states(&book()).into_iter().chain(empty()) {
            desk.model = model;
            for (width, height) in [(60, 16), (110, 30), (160, 45)] {
                desk.resize(width, height);
                left.look(&place, &desk.picture());
            }
        }
        left.is_nothing();
    });
}

#[test]
fn no_command_says_a_word_of_english() {
    Lang::El.within(|| {
        let mut left = Left::default();
        let base = Desk::of(160, 45, book()).model;
        let mut desk = Desk::of(160, 45, vec![]);
        // What the disk answers belongs to another book.
        desk.hold();
        let commands: Vec<Command> =
            COMMANDS.iter().filter(|s| s.group != Group::Keys).map(|s| s.command).collect();
        // A reminder is written in the language of whoever gets it.
        let commands: Vec<Command> =
            commands.into_iter().filter(|c| *c != Command::Desk(DeskCommand::Nudge)).collect();
        for pane in Pane::ALL {
            for inside in [false, true] {
                desk.model = base.clone();
                desk.tell(Msg::Run(DeskCommand::to(pane).into()));
                if inside {
                    desk.tell(Msg::Run(DeskCommand::Into.into())).tell(Msg::Run(Common::Down.into()));
                }
                let here = desk.model.clone();
                for command in &commands {
                    desk.model = here.clone();
                    desk.tell(Msg::Run(*command));
                    left.look(&format!("{pane:?}, {command:?}"), &desk.picture());
                }
            }
        }
        left.is_nothing();
    });
}

/// The program's own words that are cut for want of room.
fn cut(picture: &str, is_letter: impl Fn(char) -> bool) -> BTreeSet<String> {
    let ends = picture.match_indices('…').map(|(at, _)| &picture[..at]);
    let word = |before: &str| {
        let from = before.char_indices().rev().take_while(|(_, c)| is_letter(*c)).last().map(|(at, _)| at);
        from.map(|from| before[from..].to_owned())
    };
    ends.filter_map(word).filter(|word| word.chars().count() > 1).collect()
}

/// Sentences may be cut in either language; labels, heads and hints only where English has no room as well.
#[test]
fn no_label_is_cut_that_english_has_room_for() {
    let in_lang = |lang: Lang, letters: fn(char) -> bool| {
        lang.within(|| {
            let mut desk = Desk::of(60, 16, vec![]);
            let look = |(place, model): State| {
                desk.model = model;
                desk.resize(60, 16);
                (place, cut(&desk.picture(), letters))
            };
            states(&book()).into_iter().map(look).collect::<Vec<_>>()
        })
    };
    let english = in_lang(Lang::En, |c| c.is_ascii_alphabetic());
    let greek = in_lang(Lang::El, is_greek);
    let mut worse = vec![];
    for ((place, english), (_, greek)) in english.iter().zip(&greek) {
        if !greek.is_empty() && english.is_empty() {
            worse.push(format!("{place}: {greek:?}, in English {english:?}"));
        }
    }
    assert!(worse.is_empty(), "{} screens:\n{}", worse.len(), worse.join("\n"));
}

/// Every label that is shown, by where it stands; those that are the same in both languages left out.
fn labels() -> Vec<(Of, &'static str)> {
    let same =
        |label: &str| label.is_empty() || ["A", "B", "C", "-", "CSAT (1-5)", "NPS (0-10)"].contains(&label);
    let mut all: Vec<(Of, &'static str)> = vec![(Of::Fields, "More"), (Of::Way, "shared")];
    for spec in COMMANDS {
        all.extend([(Of::Hint, spec.hint), (Of::Command, spec.title), (Of::About, spec.about)]);
        all.extend([(Of::Scope, spec.scope.title()), (Of::Menu, spec.group.title())]);
    }
    for pane in Pane::ALL {
        let spec = pane.spec();
        all.extend([(Of::Pane, spec.title), (Of::Empty, spec.empty)]);
        all.extend(spec.views.iter().map(|view| (Of::View, view.name)));
        all.extend(spec.columns.iter().map(|column| (Of::Column, column.title)));
        all.extend(spec.picture.map(|picture| (Of::Column, picture.title)));
    }
    for kind in Kind::ALL {
        all.extend([(Of::Kind, kind.name()), (Of::Kinds, kind.plural())]);
        let nobody = kind.fields().iter().filter_map(|field| field.traits.named_after);
        all.extend(nobody.map(|nobody| (Of::Nobody, nobody)));
        all.extend(pages(*kind).iter().map(|page| (Of::Page, page.name)));
        for derived in kind.derived() {
            all.push((Of::Field, derived.label));
            all.extend(parse::choices(&derived.kind).iter().map(|c| (Of::Choice(c.list), c.label)));
        }
        for field in kind.fields() {
            all.extend([(Of::Field, field.label), (Of::Fields, field.traits.group)]);
            all.push((Of::About, field.about.trim()));
            all.extend(parse::choices(&field.kind).iter().map(|c| (Of::Choice(c.list), c.label)));
            all.extend(field.traits.way.map(|(kind, _)| (Of::Way, kind.label())));
        }
    }
    all.extend(custom::YES_NO.iter().map(|c| (Of::Choice(c.list), c.label)));
    all.push((Of::Fields, custom::HEADING));
    all.extend(ReportKind::ALL.iter().map(|report| (Of::Report, report.title())));
    all.extend(Section::ALL.map(|section| (Of::Section, section.title())));
    all.extend(signs::all().map(|sign| (Of::Sign, sign.about)));
    all.retain(|(_, label)| !same(label));
    all
}

/// Everything that the table of the command line says of itself: of each command, argument and value, and what stands for one.
fn of_calls(command: &clap::Command, out: &mut BTreeSet<(Of, String)>) {
    let mut say = |of: Of, text: Option<String>| out.extend(text.map(|text| (of, text)));
    say(Of::Call, command.get_about().map(ToString::to_string));
    for arg in command.get_arguments() {
        say(Of::Call, arg.get_help().map(ToString::to_string));
        if arg.get_action().takes_values() {
            for name in arg.get_value_names().unwrap_or_default() {
                say(Of::Placeholder, Some(name.to_string()));
            }
            for value in arg.get_possible_values() {
                say(Of::Call, value.get_help().map(ToString::to_string));
            }
        }
    }
    for sub in command.get_subcommands() {
        assert!(sub.get_about().is_some(), "{} says nothing", sub.get_name());
        of_calls(sub, out);
    }
}

/// What is called the same in both languages.
const SAME_IN_CALLS: &[&str] = &[
    "Google Contacts",
    "Outlook",
    "HubSpot",
    "Salesforce",
    "Pipedrive",
    "Zoho CRM",
    "Markdown",
    "GNU Bash",
    "fish",
    "Nushell",
    "XX",
    "N",
    "yes|no",
];

#[test]
fn everything_the_command_line_says_of_itself_has_its_greek_and_nothing_else_has() {
    let mut said = BTreeSet::new();
    of_calls(&Cli::command(), &mut said);
    assert!(said.len() > 150, "{}", said.len());
    let (same, said): (BTreeSet<_>, BTreeSet<_>) =
        said.into_iter().partition(|(_, text)| SAME_IN_CALLS.contains(&text.as_str()));
    assert_eq!(same.len(), SAME_IN_CALLS.len(), "{same:?}");
    let known = translated().filter(|(of, _)| matches!(of, Of::Call | Of::Placeholder));
    let known: BTreeSet<(Of, String)> = known.map(|(of, text)| (of, text.to_owned())).collect();
    let lacking: Vec<_> = said.difference(&known).collect();
    let gone: Vec<_> = known.difference(&said).collect();
    assert!(lacking.is_empty() && gone.is_empty(), "no Greek: {lacking:#?}\nof nothing: {gone:#?}");
}

#[test]
fn no_label_lacks_its_greek() {
    let lacks = |(of, english): &(Of, &'static str)| Lang::El.within(|| label(*of, english)) == *english;
    let lacking: Vec<_> = labels().into_iter().filter(lacks).collect();
    assert_eq!(lacking, []);
    assert!(labels().len() > 700, "{}", labels().len());
}

/// What the store could not do is written where it was tried; each has its Greek, and no other.
#[test]
fn what_could_not_be_done_has_its_greek() {
    let mut tried: HashSet<String> = HashSet::new();
    for (_, text) in sources::sources() {
        for mark in ["StoreError::io(", "doing: "] {
            for rest in text.split(mark).skip(1) {
                tried.extend(
                    rest.trim_start().strip_prefix('"').and_then(|r| r.split('"').next()).map(str::to_owned),
                );
            }
        }
    }
    let known: HashSet<String> =
        translated().filter(|(of, _)| *of == Of::Doing).map(|(_, label)| label.to_owned()).collect();
    assert_eq!(tried.symmetric_difference(&known).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(known.len() > 30, "{}", known.len());
}

/// Greek of a label that there is no longer is said nowhere.
#[test]
fn no_greek_is_left_of_a_label_that_is_gone() {
    let labels: HashSet<(Of, &str)> = labels().into_iter().collect();
    let elsewhere = |of: Of| matches!(of, Of::Doing | Of::Call | Of::Placeholder);
    let gone: Vec<_> = translated().filter(|row| !elsewhere(row.0) && !labels.contains(row)).collect();
    assert!(gone.is_empty(), "{gone:#?}");
}

/// What a screen is, whatever it says.
fn state(model: &Model) -> String {
    let screen = &model.screen;
    let browse = screen.browse();
    let detail = screen.detail();
    let form = match screen.layers.last() {
        Some(Layer::Form(form)) => Some((form.kind(), form.at, form.entries.len())),
        _ => None,
    };
    let here = (
        screen.keys(),
        screen.pane,
        browse.chosen,
        browse.view,
        browse.sort,
        browse.reverse,
        browse.rows.len(),
    );
    format!("{here:?} {:?} {form:?} {}", (detail.of, detail.page, detail.item), screen.layers.len())
}

#[test]
fn the_same_keys_lead_to_the_same_screens() {
    const WALK: &str = "1 down down enter tab esc 2 down enter tab tab esc i tab tab esc 3 . , S esc 5 f down esc 5 z down esc a t \
        tab tab esc space esc : esc ? pgdn esc 6 W esc 4 enter g esc esc / ж esc x u 7 R = = M right pgdn esc w q d esc";
    let walk = |lang: Lang| {
        lang.within(|| {
            let mut desk = Desk::of(110, 30, book());
            WALK.split_whitespace().map(|key| (key, state(&desk.keys(key).model))).collect::<Vec<_>>()
        })
    };
    let (english, greek) = (walk(Lang::En), walk(Lang::El));
    assert!(english.iter().map(|(_, state)| state).collect::<BTreeSet<_>>().len() > 30);
    for ((key, english), (_, greek)) in english.iter().zip(&greek) {
        assert_eq!(english, greek, "after {key}");
    }
}
