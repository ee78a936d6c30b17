//! What is looked at rather than read: the head of a client, the year's line of agreements, who holds what, the plan of a
//! project, the month; drawn, in ASCII and from the command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
mod desk;

use desk::{Desk, now};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use syndeo::domain::derive::health;
use syndeo::domain::derive::month::{Sort, month};
use syndeo::domain::derive::plan::plan;
use syndeo::domain::derive::waiting::{by_holder, waiting};
use syndeo::domain::{Client, Kind, ProjectId, Record, Ref};
use syndeo::{demo, ui};

const SIZES: [(u16, u16); 3] = [(60, 16), (110, 30), (160, 45)];

fn full(width: u16, height: u16) -> Desk {
    Desk::of(width, height, demo::book(now()))
}

/// The screen where only ASCII is drawn.
fn ascii(desk: &Desk, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let theme = ui::Theme::new(ui::Colours::None, true);
    terminal
        .draw(|frame| {
            ui::view(&desk.model, theme, frame);
        })
        .unwrap();
    terminal.backend().to_string()
}

/// A record of a kind by its name.
fn named(desk: &Desk, kind: Kind, name: &str) -> Ref {
    let all = desk.model.data.book.all(kind);
    all.filter(|r| r.title() == name).map(Record::id).next().unwrap()
}

#[test]
fn the_head_of_a_client_shows_its_year() {
    for (width, height) in SIZES {
        let mut desk = full(width, height);
        desk.keys("s aegean_foods enter").sees("12 months, from").sees("Touch  ").sees("limit 21");
        let id = named(&desk, Kind::Client, "Aegean Foods");
        let client = desk.model.data.book.get(id).and_then(Client::of).unwrap().clone();
        let first = health::course(&desk.model.data.book, client.id, desk.now, 12)[0].score.unwrap();
        desk.sees(&format!("12 months, from {first}"));
        let ascii = ascii(&desk, width, height);
        let line = ascii.lines().find(|l| l.contains("12 months")).unwrap();
        let (_, marks) = line.split_once("Health").unwrap_or(("", line));
        assert!(marks.is_ascii() && marks.contains('%'), "{line}");
    }
    let mut desk = full(110, 30);
    desk.keys("s aegean_foods enter tab").sees("▰").sees(" of 25");
    desk.keys("pgdn").sees("Month by month").sees("now ");
}

/// The rows of the list of clients, its heading first.
fn clients(desk: &mut Desk) -> Vec<String> {
    let picture = desk.picture();
    let rows = picture.lines().filter_map(|line| line.split(['│', '|']).nth(1).map(str::to_owned));
    rows.skip_while(|row| !row.contains("health")).filter(|row| !row.trim().is_empty()).collect()
}

const BLOCKS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];

/// What is drawn of a client.
fn year(row: &str) -> String {
    row.chars().filter(|c| BLOCKS.contains(c) || *c == '·').collect()
}

#[test]
fn a_year_of_health_stands_in_the_list_where_everything_else_has_its_room() {
    let mut seen = vec![];
    for width in (60..=220).step_by(4) {
        let mut desk = full(width, 30);
        desk.keys("2");
        let rows = clients(&mut desk);
        if !rows[0].contains("year") {
            assert!(rows[1..].iter().all(|row| year(row).is_empty()), "{width}: {rows:?}");
            continue;
        }
        seen.push(width);
        let places =
            ["tier", "health", "year", "open", "next touch", "last touch"].map(|word| rows[0].find(word));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{width}: {}", rows[0]);
        assert!(rows.iter().all(|row| !row.contains('…')), "{width}: {rows:?}");
        let beside = desk.model.screen.drawn.beside.map_or(90, |record| record[2]);
        assert!(beside >= 90, "{width}: the record has {beside}");
        assert!(rows.iter().any(|row| row.contains("Orchard Schools Trust  ")), "{width}: {rows:?}");
    }
    assert!(
        seen.contains(&172) && seen.contains(&220) && !seen.contains(&160) && !seen.contains(&60),
        "{seen:?}"
    );
    // Alone, the list has room enough in a smaller window, too.
    let mut desk = full(110, 30);
    desk.keys("2");
    assert!(!clients(&mut desk)[0].contains("year"));
    desk.keys("2 =");
    assert!(clients(&mut desk)[0].contains("year"));
    let ascii = ascii(&desk, 110, 30);
    let row = ascii.lines().find(|line| line.contains("Aegean Foods")).unwrap();
    assert!(row.is_ascii() && row.contains('%'), "{row}");
}

#[test]
fn the_year_of_a_client_is_that_of_its_health_and_goes_with_it() {
    let mut desk = full(180, 45);
    desk.keys("2");
    let id = named(&desk, Kind::Client, "Aegean Foods");
    let told = |desk: &Desk| -> String {
        let Some(client) = desk.model.data.book.get(id).and_then(Client::of) else { panic!("no client") };
        let months = health::course(&desk.model.data.book, client.id, desk.model.data.now, 12);
        let scores = [0, 2, 3, 5, 6, 8, 9, 11].map(|month| usize::from(months[month].score.unwrap()));
        scores.map(|score| BLOCKS[(score * 7).div_ceil(100).max(1) - 1]).iter().collect()
    };
    let drawn =
        |desk: &mut Desk| year(clients(desk).iter().find(|row| row.contains("Aegean Foods")).unwrap());
    let before = drawn(&mut desk);
    assert_eq!(before, told(&desk));
    // A touch makes it better, and is seen at once.
    desk.keys("i Spoke enter");
    let after = drawn(&mut desk);
    assert_eq!(after, told(&desk));
    assert_ne!(before, after);
}

#[test]
fn the_agreements_of_a_client_lie_on_a_years_line() {
    for (width, height) in SIZES {
        let mut desk = full(width, height);
        desk.keys("s aegean_foods enter tab tab tab tab tab tab tab");
        desk.sees("today").sees("━").sees("§").sees("If nothing is done").sees("unless notice is");
        assert!(ascii(&desk, width, height).contains("|today"));
    }
    // Beside what binds it, an agreement stands among those with its client; Enter on its own bar shows it alone.
    let mut desk = full(110, 45);
    desk.keys("6 enter").sees("§ last day for notice").sees("│today").keys("down down down down enter");
    desk.sees("Agreements › Campaign retainer");
}

#[test]
fn who_holds_what_is_seen_from_a_request() {
    let mut desk = full(110, 30);
    let held = by_holder(waiting(&desk.model.data.book, desk.now.date()), desk.now.date());
    let oldest = held[0].waits[0].days;
    desk.keys("w enter tab").sees("longest").sees(&format!("!{oldest} d")).sees("▇");
    // A row leads to whoever holds it.
    desk.keys("=").sees("too long").sees("usually").keys("= enter");
    let before = desk.model.screen.layers.len();
    desk.keys("down enter");
    assert_eq!(desk.model.screen.layers.len(), before + 1);
    // Of a department its own people alone.
    full(110, 30).keys("4 enter tab tab").sees("longest").sees("With them");
}

#[test]
fn a_plan_folds_what_is_done_and_shows_weeks() {
    for (width, height) in SIZES {
        let mut desk = full(width, height);
        desk.keys("s spring_campaign enter tab").sees("today").sees("┃");
        let id = named(&desk, Kind::Project, "Spring campaign");
        let steps = plan(&desk.model.data.book, ProjectId(id.id)).steps;
        let (done, open): (Vec<_>, Vec<_>) = steps.iter().partition(|s| s.fixed);
        assert!(done.len() > 1 && !open.is_empty());
        let folded = format!("✓ {} done", done.len());
        desk.sees(&folded);
        assert_eq!(desk.model.screen.detail().document.items().count(), open.len() + 1);
        desk.keys("down enter").sees(&folded);
        assert_eq!(desk.model.screen.detail().document.items().count(), steps.len() + 1);
        desk.keys("right").sees(&folded);
        assert_eq!(desk.model.screen.detail().document.items().count(), open.len() + 1);
        // Weeks by their Mondays instead of months, and back.
        desk.keys("up .");
        assert!(desk.model.screen.detail().weeks);
        desk.keys(",");
        assert!(!desk.model.screen.detail().weeks);
    }
    // With room for them names are whole, and people stand at the right.
    let mut desk = full(160, 45);
    desk.keys("s spring_campaign enter tab =").sees("Dimitra Rousou").sees("╷").sees("Oct  ");
    desk.keys(".").sees("9 Nov").sees_no("Oct  ").keys(",");
    for step in
        plan(&desk.model.data.book, ProjectId(named(&desk, Kind::Project, "Spring campaign").id)).steps
    {
        if !step.fixed {
            desk.sees(&step.title);
        }
    }
}

#[test]
fn late_rows_of_a_plan_bear_a_sign_without_colour() {
    let mut desk = full(160, 45);
    desk.keys("s recruiting_pages enter tab");
    let id = named(&desk, Kind::Project, "Recruiting pages");
    let steps = plan(&desk.model.data.book, ProjectId(id.id)).steps;
    let late: Vec<_> = steps.iter().filter(|s| s.is_late(desk.now.date())).collect();
    assert!(late.len() > 1);
    let picture = ascii(&desk, 160, 45);
    for step in late {
        let line = picture.lines().find(|l| l.contains(&step.title)).unwrap();
        let (before, _) = line.split_once(&step.title).unwrap();
        assert!(before.trim_end_matches(['M', 'o', ' ']).ends_with('!'), "{line}");
    }
}

#[test]
fn a_month_is_walked_by_days_weeks_and_months() {
    for (width, height) in SIZES {
        let mut desk = full(width, height);
        desk.keys("1 M").sees("November 2026").sees("Mon 23 Nov · today").sees("[23]");
        desk.keys("right").sees("Tue 24 Nov · tomorrow").keys("left left").sees("Sun 22 Nov · yesterday");
        desk.keys("down").sees("Sun 29 Nov").keys(".").sees("December 2026").sees("Tue 29 Dec");
        desk.keys(", ,").sees("October 2026").keys("t").sees("Mon 23 Nov · today");
        let days = month(&desk.model.data.book, desk.now, desk.now.date(), desk.now.date());
        let first = days[0].entries[0];
        // A row leads to its record, and back to the month and its day.
        desk.keys("enter enter");
        assert_eq!(desk.model.screen.detail().of, Some(first.target));
        desk.keys("esc").sees("November 2026").sees("Mon 23 Nov").keys("esc").sees("[23]");
        desk.keys("esc").sees_no("[23]");
    }
}

#[test]
fn what_falls_on_a_day_stands_in_the_month_by_sign_and_word() {
    let mut desk = full(160, 45);
    desk.keys("M");
    let month = month(&desk.model.data.book, desk.now, desk.now.date(), desk.now.date());
    let sorts = month[0].sorts();
    assert!(sorts.contains(&Sort::Due));
    for entry in &month[0].entries {
        let title = desk.model.data.book.title(entry.target);
        desk.sees(&title.chars().take(14).collect::<String>());
    }
    let ascii = ascii(&desk, 160, 45);
    assert!(
        ascii.contains("M promised") && ascii.contains("o due") && ascii.contains("b birthday"),
        "{ascii}"
    );
    // A change is seen at once: what is done falls on no day.
    let task = month[0].entries.iter().find(|e| e.target.kind == Kind::Task).unwrap().target;
    let title = desk.model.data.book.title(task);
    desk.keys("esc s").keys(&title.replace(' ', "_")).keys("enter x");
    desk.keys("1 M").sees_no(&title.chars().take(14).collect::<String>());
}

#[test]
fn weeks_begin_where_the_country_has_it() {
    let heads = |locale: &str| {
        let mut desk = full(110, 30);
        desk.model.data.locale = locale.into();
        // The calendars of the sample book name a country; without them the environment says it.
        let calendars: Vec<Ref> = desk.model.data.book.all(Kind::Calendar).map(Record::id).collect();
        for id in calendars {
            desk.model.data.book_mut().remove(id);
        }
        let picture = desk.keys("M").picture();
        let line = picture.lines().find(|l| l.contains("Mon") && l.contains("Sun")).unwrap().to_owned();
        line.find("Mon") < line.find("Sun")
    };
    assert!(heads("el_GR.UTF-8") && heads("") && !heads("en_US.UTF-8"));
}

#[test]
fn the_command_line_has_the_pictures_in_words() {
    let desk = cli_support::Desk::sample();
    let rows = |args: &[&str]| {
        let call = desk.call(args);
        assert_eq!(call.code, 0, "{}", call.err);
        call.out.lines().map(|l| l.split('\t').map(str::to_owned).collect()).collect::<Vec<Vec<String>>>()
    };
    let year = rows(&["agreements", "--year"]);
    assert!(year.len() > 5 && year.iter().all(|row| row.len() == 2 + 14 + 1));
    assert!(
        year.iter().any(|row| row.iter().any(|cell| cell == "=§")) && year.iter().flatten().any(|c| c == "-")
    );
    let holders = rows(&["waiting", "--by-holder"]);
    let waits = rows(&["waiting"]);
    let count = |row: &Vec<String>| row[3].split(',').next().unwrap().parse::<usize>().unwrap();
    assert_eq!(holders.iter().map(count).sum::<usize>(), waits.len());
    let month = rows(&["today", "--month"]);
    assert!(month.iter().all(|row| row.len() == 6));
    assert!(month.iter().any(|row| row[3] == "promised") && month.iter().any(|row| row[3] == "due"));
    assert_eq!(desk.call(&["today", "--month", "2026-13"]).code, 2);
    let plan = rows(&["plan", "web", "shop", "relaunch"]);
    assert!(plan.iter().all(|row| row.len() == 7) && plan.iter().any(|row| row[0].contains('*')));
    let show = desk.call(&["show", "aegean", "foods"]).out;
    assert!(
        show.contains("Health parts: ") && show.contains("Month by month: ") && show.contains("In touch: "),
        "{show}"
    );
}
