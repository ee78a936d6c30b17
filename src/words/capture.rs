//! What a captured line was understood as, and what is doubtful in it.

use super::dates;
use super::load;
use super::names::{full_name, names};
use crate::domain::capture::{
    Dated, Decided, Doubt, Main, Mend, NoWork, OfDay, OfLength, OfLine, OfName, Part, Reading, Unsure, Way,
    What,
};
use crate::domain::{Book, Record, Ref};
use chrono::NaiveDate;

/// Says what was read in a line.
#[derive(Clone, Copy)]
pub struct Sayer<'a> {
    /// The line.
    pub line: &'a str,
    /// The book it was read against.
    pub book: &'a Book,
    /// The day on which it was read.
    pub today: NaiveDate,
}

/// What a reading becomes: "planned meeting", "call and request".
pub fn becomes(reading: &Reading) -> String {
    let kind = main(reading.kind);
    if reading.planned { format!("planned {kind}") } else { kind }
}

/// What it is whose name a part is; nothing where the part says it.
pub fn kind_of(what: &What) -> &'static str {
    match what {
        What::Client(_) => "client",
        What::Contact(_) => "person",
        What::Department(_) => "department",
        What::Colleague(_) => "colleague",
        What::Project(_) => "project",
        _ => "",
    }
}

fn main(kind: Main) -> String {
    match kind {
        Main::Touch(touch) => touch.label().to_owned(),
        Main::Heard(touch) => format!("{} and request", touch.label()),
        Main::Request => "request".into(),
        Main::Task => "task".into(),
        Main::FollowUp => "follow-up".into(),
    }
}

impl Sayer<'_> {
    /// A part as it stands in a row of them: "Aegean Foods", "@ Design", "promised Fri 27 Nov".
    pub fn part(&self, part: &Part) -> String {
        let mark = if matches!(part.what, What::Department(_) | What::Colleague(_)) { "@ " } else { "" };
        format!("{mark}{}", self.what(&part.what))
    }

    /// What the line takes from where one stands: "Aegean Foods (where you are)".
    pub fn placed(&self, what: &What) -> String {
        format!("{} (where you are)", self.what(what))
    }

    /// What a part means, where [`kind_of`] stands beside it.
    pub fn what(&self, what: &What) -> String {
        let day = |day: &NaiveDate| self.day(*day);
        match what {
            What::Kind(kind) => main(*kind),
            What::Wish => "wish".into(),
            What::Unclear => "?".into(),
            What::Direction(direction) => direction.label().to_owned(),
            What::Client(id) => full_name(self.book, (*id).into()),
            What::Contact(id) | What::Colleague(id) => full_name(self.book, (*id).into()),
            What::Department(id) => full_name(self.book, (*id).into()),
            What::Project(id) => full_name(self.book, (*id).into()),
            What::Request(id) => self.numbered((*id).into()),
            What::Task(id) => self.numbered((*id).into()),
            What::At(dated) => self.dated(*dated),
            What::Minutes(minutes, None) => format!("{minutes} min"),
            What::Minutes(minutes, Some(from)) => format!("{} for {minutes} min", from.format("%H:%M")),
            What::Effort(hours) => format!("{hours} h of work"),
            What::Received(on) => format!("asked {}", day(on)),
            What::Due(on) => format!("due {}", day(on)),
            What::Promised(on) => format!("promised {}", day(on)),
            What::Wanted(by) => format!("wanted by {}", day(by)),
            What::Again(repeat, None) => format!("every {}", super::value::span(repeat.every)),
            What::Again(repeat, Some(due)) => {
                format!("every {}, due {}", super::value::span(repeat.every), day(due))
            }
            What::Priority(priority) => format!("priority {}", priority.label()),
            What::Tag(tag) => format!("tag {tag}"),
            What::FollowUp(None) => "follow-up".into(),
            What::FollowUp(Some(on)) => format!("follow-up {}", day(on)),
        }
    }

    fn numbered(&self, id: Ref) -> String {
        format!("{} #{} {}", id.kind.name(), self.number(id), self.book.title(id))
    }

    fn number(&self, id: Ref) -> u32 {
        self.book.get(id).and_then(Record::number).unwrap_or_default()
    }

    fn dated(&self, dated: Dated) -> String {
        match dated {
            Dated::Day(day) => self.day(day),
            Dated::Time(time) => time.format("%H:%M").to_string(),
            Dated::Exact(at) => format!("{} {}", self.day(at.date()), at.local().format("%H:%M")),
        }
    }

    fn day(&self, day: NaiveDate) -> String {
        dates::show(day, self.today)
    }

    /// A doubt as a sentence without a full stop.
    pub fn doubt(&self, doubt: &Doubt) -> String {
        let words = doubt.words.clone().and_then(|words| self.line.get(words)).unwrap_or_default();
        match &doubt.why {
            Unsure::Day(why) => self.of_day(words, why),
            Unsure::Name(why) => self.of_name(words, why),
            Unsure::Length(why) => of_length(words, *why),
            Unsure::Line(why) => self.of_line(words, why),
        }
    }

    fn of_day(&self, words: &str, why: &OfDay) -> String {
        let day = |day: &NaiveDate| self.day(*day);
        match why {
            OfDay::Second => "a second date: the first one counts".into(),
            OfDay::Passed(on) => format!("{} has passed", day(on)),
            OfDay::YearAhead(on) => format!("{} is more than a year ahead: write the year", day(on)),
            OfDay::Fraction(on, other) => format!("read as {}, and may be “{other}”", day(on)),
            OfDay::AheadAndOver => "lies ahead, and the line says that it took place".into(),
            OfDay::AheadAndWished => {
                "lies ahead, and something was wished for already: write a line for each".into()
            }
            OfDay::OfTouch(kind) => {
                let kind = main(*kind);
                format!("read as the day of the {kind}: with a colon before the text there is no doubt")
            }
            OfDay::EitherSide { read, other, by } => either_side(&day(read), &day(other), *by),
            OfDay::EitherWeek(one, other) => {
                format!("“{words}” may be {} or {}: it stays in the title", day(one), day(other))
            }
            OfDay::Wanted => "read as the day it is wanted by; with “by” before it there is no doubt".into(),
            OfDay::Modified => format!("“{words}” is not read as a date: it stays in the title"),
            OfDay::InProse => format!("“{words}” stays in the title; with “by” before it, it is a day"),
            OfDay::PartOfTouch => format!("“{words}” is no time: say at 10, at 15:30"),
            OfDay::PartOfWork => {
                format!("“{words}” is left out: what is to be done has a day, and no time")
            }
            OfDay::TimeOfWork => {
                format!("“{words}” stays in the title: what is to be done has a day, and no time")
            }
            OfDay::NoTask => format!("“{words}”: only a task comes again"),
            OfDay::AmongNames => format!(
                "“{words}” stays in the title: as a date it stands right behind the names, with “on” before it"
            ),
            OfDay::None => format!("“{words}” is no date: it stays in the title"),
            OfDay::NoneOfTouch => {
                format!("“{words}” is no date: it stays in the title, and it is logged as now")
            }
            OfDay::Unread => format!("“{words} …” was not read as a date: it stays in the title"),
            OfDay::Vague => format!("“{words}” is no day: it stays in the title"),
            OfDay::VagueTouch => format!("“{words}” is no day: it is logged as now"),
            OfDay::Later => format!(
                "“{words}” may be when it is to be: before the colon it would be; now it is logged as over"
            ),
            OfDay::DueInTouch(touch) => {
                format!("a {} is not due on a day: begin with task, or add +follow-up", touch.label())
            }
            OfDay::Likely(days, written) => {
                let days: Vec<String> = days.iter().map(day).collect();
                let written: Vec<String> = written.iter().map(|written| format!("“{written}”")).collect();
                let (days, written) = (days.join(" or "), written.join(" or "));
                format!("“{words}” may be {days}: it stays in the title, and is read when written {written}")
            }
            OfDay::Called(who) => {
                format!("“{words}” is read as a day, and may be {}", names(self.book, who))
            }
        }
    }

    fn of_name(&self, words: &str, why: &OfName) -> String {
        let name = |id: Ref| self.book.title(id);
        match why {
            OfName::SecondWorker => "a second one: the first one counts".into(),
            OfName::NoWorker => format!("no department and no colleague is called “{words}”"),
            OfName::NoProject => format!("no project is called “{words}”"),
            OfName::NoNumber => format!("nothing bears the number {words}"),
            OfName::NumberOf(id, client) => {
                let (no, client) = (self.number(*id), name((*client).into()));
                format!("#{no} is a {} of {client}: it stays text", id.kind)
            }
            OfName::NumberClosed(id) => {
                let no = self.number(*id);
                format!("#{no} is a {} that is closed ({}): it stays text", id.kind, name(*id))
            }
            OfName::Away(who, until, instead) => {
                let instead = load::stand_in(*instead, self.today, |id| name(id.into()));
                format!("{} is away until {}: {instead}", name((*who).into()), self.day(*until))
            }
            OfName::ProjectOf(client) => format!("is a project of {}", name((*client).into())),
            OfName::WorksFor(who, client) => {
                format!("{} works for {}", name((*who).into()), name((*client).into()))
            }
            OfName::WishOfOurs(who) => {
                let who = name((*who).into());
                format!("{who} works for us and wishes for nothing: with @ before the name it goes there")
            }
            OfName::WishOfDepartment(id) => {
                let name = name(*id);
                format!(
                    "“{words}” is {name}, a department of ours, and wishes for nothing: begin with task, and @{name} for who does it"
                )
            }
            OfName::MayBe(who, mend) => {
                let mend = match mend {
                    Mend::More => "write more of the name",
                    Mend::Capital => "with a capital letter it is",
                    Mend::Spelling => "write the name as it is in the book",
                };
                format!("“{words}” may be {}: {mend}", names(self.book, who))
            }
            OfName::InText(id) => {
                let name = full_name(self.book, *id);
                format!("“{words}” may be {name}: to say so, begin the text with “for {words}:”")
            }
            OfName::SeveralInText => format!(
                "“{words}” fits several, and none was taken: begin the text with “for” and a whole name"
            ),
            OfName::BesideDepartment(id) => {
                let name = full_name(self.book, *id);
                format!("“{words}” may be {name}: with @ before the name it goes there")
            }
            OfName::NotInBook => format!("“{words}” is not in the book"),
            OfName::OnlyOne(first, other) => {
                let (first, other) = (name((*first).into()), name((*other).into()));
                format!("only {first} has it then: write a line of its own for {other}")
            }
            OfName::NoWay(way) => {
                let way = match way {
                    Way::Address => "address",
                    Way::Number => "number",
                };
                format!("“{words}” is no {way} of the book: it stays in the title")
            }
            OfName::WayOfDepartment(id) => {
                let name = name(*id);
                format!("“{words}” is {name}: @{name} says that they do it")
            }
        }
    }

    fn of_line(&self, words: &str, why: &OfLine) -> String {
        match why {
            OfLine::TakenAsTask => {
                "not said what it is, taken as a task: begin with task, call, meeting, or who wants what"
                    .into()
            }
            OfLine::TakenAsNote => {
                "not said what it is, taken as a note: begin with call, meeting, task, or who wants what"
                    .into()
            }
            OfLine::NearKind(kind, who) if who.is_empty() => {
                format!("“{words}” may be “{kind}”: it is not read so")
            }
            OfLine::NearKind(kind, who) => {
                format!("“{words}” may be “{kind}” or {}: it is not read so", names(self.book, who))
            }
            OfLine::NobodyWishes => "whose wish is it? No client was found".into(),
            OfLine::WithNobody => "with whom? No client and no person was found".into(),
            OfLine::PriorityOfTouch => "a touch has no priority; a follow-up has".into(),
            OfLine::DepartmentOfTouch => "a department takes part by its people: name one of them".into(),
            OfLine::NoPriority => format!("“{words}” is no priority: !high, !urgent, !low"),
            OfLine::SecondPriority => "a second priority: the first one counts".into(),
            OfLine::FollowUpWithoutDay => "no day for the follow-up: write +follow-up fri".into(),
            OfLine::Arrow => format!("“{words}” is not read: +follow-up and a day keeps it as a task"),
            OfLine::TakenOn => format!("“{words}” is not kept as a task: add +follow-up and the day"),
            OfLine::SecondWish => {
                format!("“{words}” stands twice, and it becomes one request: write a line for each")
            }
            OfLine::Wishes(count) => {
                format!("perhaps {count} wishes, and it becomes one request: write a line for each")
            }
            OfLine::WithoutMark(mark) => {
                format!("“{words}” stays in the title: {mark}{words} would be read")
            }
            OfLine::NoWords(called) => format!("no words are left: it will be called “{called}”"),
        }
    }
}

fn either_side(read: &str, other: &str, by: Decided) -> String {
    match by {
        Decided::Over => format!("read as {read}; for {other} begin with call or meeting"),
        Decided::Ahead => format!("read as {read}, ahead; for {other} say met, called or sent"),
        Decided::Behind => format!("read as {read}, when it took place; for {other} write that day"),
    }
}

fn of_length(words: &str, why: OfLength) -> String {
    let why = match why {
        OfLength::Second => return "a second length: the first one counts".into(),
        OfLength::InText(kind) => {
            let kind = main(kind);
            return format!(
                "“{words}” stays in the text: right behind the names it is how long the {kind} took"
            );
        }
        OfLength::Work(NoWork::FollowUp) => "a follow-up has a day",
        OfLength::Work(NoWork::Second) => "a second length: the first one counts",
        OfLength::Work(NoWork::BehindDay) => {
            "hours of work stand before the day, and a task has no time of day"
        }
        OfLength::Work(NoWork::Parts) => "the work of a task is told in whole hours",
        OfLength::Work(NoWork::NotLast) => "hours of work stand at the end of the line",
    };
    format!("“{words}” stays in the title: {why}")
}
