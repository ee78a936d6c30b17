//! The walk of a day, as one story: what was brought in is sorted, lines are captured, a promise moves, a planned meeting is
//! held, and Today is worked down to nothing; every step by keys alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use std::fmt::Write;
use syndeo::app::Layer;
use syndeo::domain::derive::today::{Reason, Row, today};
use syndeo::domain::{
    Book, Client, IdGenerator, Interaction, Kind, Record, Request, Task, Tier, Touch, TouchState,
};
use syndeo::exchange;

/// What the file of another system brings: twenty-five companies and a person at each of five.
fn brought_in() -> Vec<Record> {
    let mut companies = String::from("Record ID,Company name,Create Date,Last Contacted\n");
    for n in 1..=25 {
        writeln!(companies, "{n},Company {},2021-01-06,2026-11-{:02}", char::from(b'A' + n - 1), 1 + n % 20)
            .unwrap();
    }
    let mut people = String::from("Record ID,First Name,Last Name,Email,Associated Company IDs\n");
    for (n, name) in (1..).zip(["Maria Pappa", "Petros Kyrou", "Lena Berg", "Nikos Rallis", "Ida Holm"]) {
        let (first, last) = name.split_once(' ').unwrap();
        writeln!(people, "{},{first},{last},{}@c{n}.example,{n}", 100 + n, first.to_lowercase()).unwrap();
    }
    let (mut book, mut ids) = (Book::default(), IdGenerator::new([2; 16]));
    for file in [companies, people] {
        let import = exchange::read(file.as_bytes(), &book, &mut ids, now()).unwrap();
        book.apply(&exchange::change_of(vec![import], now()));
    }
    book.everything().cloned().collect()
}

fn rows(desk: &Desk) -> Vec<Row> {
    today(&desk.model.data.book, desk.now)
}

fn all<T: Clone>(desk: &Desk, kind: Kind, of: fn(&Record) -> Option<&T>) -> Vec<T> {
    desk.model.data.book.all(kind).filter_map(of).cloned().collect()
}

fn tiers(desk: &Desk) -> usize {
    all(desk, Kind::Client, Client::of).iter().filter(|c| c.tier != Tier::Unsorted).count()
}

fn touches(desk: &Desk) -> Vec<Interaction> {
    all(desk, Kind::Interaction, Interaction::of)
}

fn banner(desk: &Desk) -> Request {
    let wishes = all(desk, Kind::Request, Request::of);
    wishes.into_iter().find(|r| r.title.contains("banner")).unwrap()
}

fn meeting(desk: &Desk) -> Interaction {
    touches(desk).into_iter().find(|t| t.touch == Touch::Meeting).unwrap()
}

/// After the import Today is calm: one row for all of them, and Enter leads to the view for sorting.
fn sort_twenty(desk: &mut Desk) {
    desk.keys("1").sees("25 clients without a tier");
    assert_eq!(rows(desk).iter().map(|r| r.reason).collect::<Vec<_>>(), [Reason::NoTier]);
    desk.keys("enter");
    for n in 0..20 {
        desk.keys(&format!("# {}", 1 + n % 3));
        assert_eq!(tiers(desk), n + 1);
    }
}

/// Ten lines, as they come. What is doubtful is asked, and a second Enter keeps it.
fn capture_ten(desk: &mut Desk) {
    let before = touches(desk).len();
    for line in [
        "call_Maria:_prices_are_fine",
        "mail_Petros:_sent_the_catalogue",
        "Maria_wants_a_new_banner_by_fri",
        "meeting_Lena_tomorrow_at_10:_the_plan",
        "task_Company_A:_draw_the_label_by_today",
        "call_Nikos:_closed_in_August",
        "Ida_wants_samples",
        "fu_Petros_fri",
        "note_Company_C:_new_building",
        "promised_Maria_the_label_by_4_dec",
    ] {
        desk.keys(&format!("c {line} enter"));
        if matches!(desk.model.screen.layers.last(), Some(Layer::Capture(_))) {
            desk.keys("enter");
        }
        assert!(desk.model.screen.layers.is_empty(), "{line}: {}", desk.footer());
    }
    assert!(touches(desk).len() >= before + 4);
    assert!(all(desk, Kind::Request, Request::of).len() >= 2, "the wishes are there");
    assert!(all(desk, Kind::Task, Task::of).len() >= 2, "and what is to be done");
}

/// A wish is promised, and the promise moves the day after: whether the client was told is asked, and logged.
fn move_a_promise(desk: &mut Desk) {
    desk.keys("s banner enter e").field("promised").keys("4_dec ctrl-s");
    assert_eq!(banner(desk).promised.map(|d| d.to_string()).as_deref(), Some("2026-12-04"));
    desk.now.utc_ms += 86_400_000;
    let before = touches(desk).len();
    desk.keys("e").field("promised").keys("ctrl-u 11_dec ctrl-s").sees("Was the client told?").keys("1");
    assert_eq!(banner(desk).promises.len(), 2, "the first day is kept");
    assert_eq!(touches(desk).len(), before + 1);
    desk.keys("esc esc");
}

/// The planned meeting stands there on its day, takes place, and is one.
fn hold_the_meeting(desk: &mut Desk) {
    assert_eq!(meeting(desk).state, TouchState::Planned);
    desk.keys("1");
    let id = meeting(desk).id.into();
    assert!(rows(desk).iter().any(|r| r.target == id && r.reason == Reason::Planned));
    desk.model.screen.choose(&desk.model.data, id);
    desk.keys("x").sees("It took place").keys("They_like_the_plan ctrl-s").sees("Changed: ");
    assert_eq!((meeting(desk).state, meeting(desk).text.as_str()), (TouchState::Held, "They like the plan"));
}

/// The rest, from the top down: what can be done is done, what cannot is put off. Nothing stays.
fn work_it_down(desk: &mut Desk) {
    let mut steps = 0;
    while let Some(first) = rows(desk).first().cloned() {
        let left = rows(desk).len();
        desk.keys("1 g x");
        for _ in 0..4 {
            if !desk.model.screen.layers.is_empty() {
                desk.keys("enter");
            }
        }
        if rows(desk).len() >= left && rows(desk).first().map(|r| r.target) == Some(first.target) {
            desk.keys("z enter");
        }
        steps += 1;
        assert!(steps < 120, "{left} are left: {:?}", first.why);
    }
    desk.sees("Nothing needs you now");
}

#[test]
fn a_day_from_the_import_to_an_empty_list() {
    let mut desk = Desk::of(110, 30, brought_in());
    sort_twenty(&mut desk);
    capture_ten(&mut desk);
    move_a_promise(&mut desk);
    hold_the_meeting(&mut desk);
    work_it_down(&mut desk);
    // One undo after another leads back to the evening before, without a step that cannot be taken.
    let mut undone = 0;
    while desk.model.session.undo.is_some() {
        desk.keys("u");
        if !desk.model.screen.layers.is_empty() {
            desk.keys("enter");
        }
        undone += 1;
        assert!(undone < 400);
    }
    assert_eq!(tiers(&desk), 0);
    assert!(all(&desk, Kind::Request, Request::of).is_empty());
}

/// A newcomer: keys are counted, and each must stand on the screen before it is pressed.
struct Newcomer {
    desk: Desk,
    keys: usize,
}

impl Newcomer {
    /// Presses a key that the screen shows with these words behind it.
    fn press(&mut self, key: &str, words: &str) -> &mut Self {
        let picture = self.desk.picture();
        let shown = picture.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(&format!(" {key} {words}")), "{key} {words} is not on the screen:\n{picture}");
        self.desk.keys(key);
        self.keys += 1;
        self
    }

    /// Adds something by its letter in the strip; where the footer has no room for the strip's key, the menu tells it.
    fn add(&mut self, letter: &str, words: &str) -> &mut Self {
        if self.desk.footer().contains(" a add") {
            self.press("a", "add");
        } else {
            self.press("space", "menu").press("a", "Add");
        }
        self.press(letter, words)
    }

    /// Types a name; its letters are not counted.
    fn names(&mut self, text: &str) -> &mut Self {
        self.desk.keys(text);
        self
    }

    /// Steps to a field with the key that the screen shows for it.
    fn to(&mut self, field: &str) -> &mut Self {
        while !self.desk.fields()[self.at()].eq(field) {
            self.press("tab", "next");
        }
        self
    }

    fn at(&self) -> usize {
        let Some(Layer::Form(form)) = self.desk.model.screen.layers.last() else { panic!("no form is open") };
        form.at
    }
}

/// From the empty book to a request that is routed and promised, at every size: nothing must be known beforehand.
#[test]
fn a_newcomer_finds_every_key_on_the_screen() {
    for (width, height) in [(160, 45), (110, 30), (80, 24)] {
        let mut new = Newcomer { desk: Desk::empty(width, height), keys: 0 };
        new.press("C", "client").names("Acme").press("enter", "save");
        new.add("p", "Person").names("Maria tab Pappa").press("enter", "save");
        new.add("j", "Project").names("Spring").press("enter", "save");
        new.add("e", "Department").names("Design").press("enter", "save");
        new.add("r", "Request").names("A_new_banner");
        // The only client there is stands in its field already.
        new.to("asked_by").press("down", "choose").press("enter", "take");
        new.to("promised").names("11_dec");
        new.to("department").press("down", "choose").press("enter", "take").press("enter", "save");
        assert!(new.keys <= 60, "{} keys at {width}x{height}", new.keys);
        let book = &new.desk.model.data.book;
        let wish = book.all(Kind::Request).find_map(Request::of).unwrap();
        let name = |id: Option<syndeo::domain::Ref>| id.map(|id| book.title(id)).unwrap_or_default();
        assert_eq!(name(wish.client.0.map(Into::into)), "Acme");
        assert_eq!(name(wish.asked_by.0.map(Into::into)), "Maria Pappa");
        assert_eq!(name(wish.department.0.map(Into::into)), "Design");
        assert_eq!(wish.promised.map(|d| d.to_string()).as_deref(), Some("2026-12-11"));
    }
}
