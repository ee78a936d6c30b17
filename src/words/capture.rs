//! What a captured line was understood as, and what is doubtful in it.

use super::load;
use super::names::{full_name, names};
use super::{capture_line as line, capture_said as said, chosen, dates};
use crate::domain::capture::{
    Dated, Decided, Doubt, Main, Mend, NoWork, OfDay, OfLength, OfLine, OfName, Part, Reading, Unsure, Way,
    What,
};
use crate::domain::{Book, Kind, Record, Ref};
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
    if reading.planned { said::planned(&kind) } else { kind }
}

/// What it is whose name a part is; nothing where the part says it.
pub fn kind_of(what: &What) -> &'static str {
    match what {
        What::Client(_) => super::kind(Kind::Client),
        What::Contact(_) => said::person(),
        What::Department(_) => super::kind(Kind::Department),
        What::Colleague(_) => super::screen::colleague(),
        What::Project(_) => super::kind(Kind::Project),
        _ => "",
    }
}

fn main(kind: Main) -> String {
    match kind {
        Main::Touch(touch) => chosen(touch).to_owned(),
        Main::Heard(touch) => said::and_request(chosen(touch)),
        Main::Request => super::kind(Kind::Request).into(),
        Main::Task => super::kind(Kind::Task).into(),
        Main::FollowUp => said::follow_up().into(),
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
        said::where_you_are(&self.what(what))
    }

    /// What a part means, where [`kind_of`] stands beside it.
    pub fn what(&self, what: &What) -> String {
        let day = |day: &NaiveDate| self.day(*day);
        match what {
            What::Kind(kind) => main(*kind),
            What::Wish => said::wish().into(),
            What::Unclear => "?".into(),
            What::Direction(direction) => chosen(*direction).to_owned(),
            What::Client(id) => full_name(self.book, (*id).into()),
            What::Contact(id) | What::Colleague(id) => full_name(self.book, (*id).into()),
            What::Department(id) => full_name(self.book, (*id).into()),
            What::Project(id) => full_name(self.book, (*id).into()),
            What::Request(id) => self.numbered((*id).into()),
            What::Task(id) => self.numbered((*id).into()),
            What::At(dated) => self.dated(*dated),
            What::Minutes(minutes, None) => said::minutes(*minutes),
            What::Minutes(minutes, Some(from)) => said::from_for(&from.format("%H:%M").to_string(), *minutes),
            What::Effort(hours) => said::hours(*hours),
            What::Received(on) => said::asked(&day(on)),
            What::Due(on) => said::due(&day(on)),
            What::Promised(on) => said::promised(&day(on)),
            What::Wanted(by) => said::wanted(&day(by)),
            What::Again(repeat, None) => said::every(&super::value::span(repeat.every)),
            What::Again(repeat, Some(due)) => said::every_from(&super::value::span(repeat.every), &day(due)),
            What::Priority(priority) => said::priority(chosen(*priority)),
            What::Tag(tag) => said::tag(tag),
            What::FollowUp(None) => said::follow_up().into(),
            What::FollowUp(Some(on)) => said::follow_up_on(&day(on)),
        }
    }

    fn numbered(&self, id: Ref) -> String {
        format!("{} #{} {}", super::kind(id.kind), self.number(id), self.book.title(id))
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
            OfDay::Second => said::second_date().into(),
            OfDay::Passed(on) => said::has_passed(&day(on)),
            OfDay::YearAhead(on) => said::year_ahead(&day(on)),
            OfDay::Fraction(on, other) => said::fraction(&day(on), other),
            OfDay::AheadAndOver => said::ahead_and_over().into(),
            OfDay::AheadAndWished => said::ahead_and_wished().into(),
            OfDay::OfTouch(kind) => said::of_touch(&main(*kind)),
            OfDay::EitherSide { read, other, by } => either_side(&day(read), &day(other), *by),
            OfDay::EitherWeek(one, other) => said::either_week(words, &day(one), &day(other)),
            OfDay::Wanted => said::read_as_wanted().into(),
            OfDay::Modified => said::modified(words),
            OfDay::InProse => said::in_prose(words),
            OfDay::PartOfTouch => said::part_of_touch(words),
            OfDay::PartOfWork => said::part_of_work(words),
            OfDay::TimeOfWork => said::time_of_work(words),
            OfDay::NoTask => said::no_task(words),
            OfDay::AmongNames => said::among_names(words),
            OfDay::None => said::no_date(words),
            OfDay::NoneOfTouch => said::no_date_of_touch(words),
            OfDay::Unread => said::unread(words),
            OfDay::Vague => said::vague(words),
            OfDay::VagueTouch => said::vague_touch(words),
            OfDay::Later => said::later(words),
            OfDay::DueInTouch(touch) => said::due_in_touch(chosen(*touch)),
            OfDay::Likely(days, written) => {
                let days: Vec<String> = days.iter().map(day).collect();
                let written: Vec<String> = written.iter().map(|written| format!("“{written}”")).collect();
                said::likely(words, &days.join(said::or()), &written.join(said::or()))
            }
            OfDay::Called(who) => said::called(words, &names(self.book, who)),
        }
    }

    fn of_name(&self, words: &str, why: &OfName) -> String {
        let name = |id: Ref| self.book.title(id);
        match why {
            OfName::SecondWorker => said::second_worker().into(),
            OfName::NoWorker => said::no_worker(words),
            OfName::NoProject => said::no_project(words),
            OfName::NoNumber => said::no_number(words),
            OfName::NumberOf(id, client) => {
                let (no, client) = (self.number(*id), name((*client).into()));
                said::number_of(no, super::kind(id.kind), &client)
            }
            OfName::NumberClosed(id) => {
                let no = self.number(*id);
                said::number_closed(no, super::kind(id.kind), &name(*id))
            }
            OfName::Away(who, until, instead) => {
                let instead = load::stand_in(*instead, self.today, |id| name(id.into()));
                said::is_away(&name((*who).into()), &self.day(*until), &instead)
            }
            OfName::ProjectOf(client) => said::project_of(&name((*client).into())),
            OfName::WorksFor(who, client) => said::works_for(&name((*who).into()), &name((*client).into())),
            OfName::WishOfOurs(who) => said::wish_of_ours(&name((*who).into())),
            OfName::WishOfDepartment(id) => said::wish_of_department(words, &name(*id)),
            OfName::MayBe(who, mend) => {
                let mend = match mend {
                    Mend::More => said::more_of_name(),
                    Mend::Capital => said::with_capital(),
                    Mend::Spelling => said::as_in_book(),
                };
                said::may_be(words, &names(self.book, who), mend)
            }
            OfName::InText(id) => said::in_text(words, &full_name(self.book, *id)),
            OfName::SeveralInText => said::several_in_text(words),
            OfName::BesideDepartment(id) => said::beside_department(words, &full_name(self.book, *id)),
            OfName::NotInBook => said::not_in_book(words),
            OfName::OnlyOne(first, other) => said::only_one(&name((*first).into()), &name((*other).into())),
            OfName::NoWay(Way::Address) => said::no_address(words),
            OfName::NoWay(Way::Number) => said::no_phone(words),
            OfName::WayOfDepartment(id) => said::way_of_department(words, &name(*id)),
        }
    }

    fn of_line(&self, words: &str, why: &OfLine) -> String {
        match why {
            OfLine::TakenAsTask => line::taken_as_task().into(),
            OfLine::TakenAsNote => line::taken_as_note().into(),
            OfLine::NearKind(kind, who) if who.is_empty() => line::near_kind(words, kind),
            OfLine::NearKind(kind, who) => line::near_kind_or(words, kind, &names(self.book, who)),
            OfLine::NobodyWishes => line::nobody_wishes().into(),
            OfLine::WithNobody => line::with_nobody().into(),
            OfLine::PriorityOfTouch => line::priority_of_touch().into(),
            OfLine::DepartmentOfTouch => line::department_of_touch().into(),
            OfLine::NoPriority => line::no_priority(words),
            OfLine::SecondPriority => line::second_priority().into(),
            OfLine::FollowUpWithoutDay => line::follow_up_without_day().into(),
            OfLine::Arrow => line::arrow(words),
            OfLine::TakenOn => line::taken_on(words),
            OfLine::SecondWish => line::second_wish(words),
            OfLine::Wishes(count) => line::wishes(*count),
            OfLine::WithoutMark(mark) => line::without_mark(words, &mark.to_string()),
            OfLine::NoWords(called) => line::no_words(called),
        }
    }
}

fn either_side(read: &str, other: &str, by: Decided) -> String {
    match by {
        Decided::Over => line::either_over(read, other),
        Decided::Ahead => line::either_ahead(read, other),
        Decided::Behind => line::either_behind(read, other),
    }
}

fn of_length(words: &str, why: OfLength) -> String {
    let why = match why {
        OfLength::Second => return line::second_length().into(),
        OfLength::InText(kind) => return line::length_in_text(words, &main(kind)),
        OfLength::Work(NoWork::FollowUp) => line::follow_up_has_day(),
        OfLength::Work(NoWork::Second) => line::second_length(),
        OfLength::Work(NoWork::BehindDay) => line::behind_day(),
        OfLength::Work(NoWork::Parts) => line::parts_of_hours(),
        OfLength::Work(NoWork::NotLast) => line::not_last(),
    };
    line::stays(words, why)
}
