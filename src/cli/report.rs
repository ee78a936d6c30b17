//! `syndeo report`: what a meeting, a week, a period with a client, a stand-in, a department or the whole portfolio is told of,
//! written from a template.

use super::book::{Desk, id_generator};
use super::file;
use super::out::{Out, Stop, tell};
use super::show::one;
use crate::domain::brief::Language;
use crate::domain::report::{self, Ask, Period, ReportKind, Untold};
use crate::domain::{Kind, when};
use crate::exchange::report::{Format, built_in, names, render, template};
use crate::shell::{own_templates, template_place};
use crate::words::cli::moving;
use crate::words::{self, reports};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// A report to write.
#[derive(Args, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub struct Asked {
    /// Which report
    #[arg(value_enum, required_unless_present_any = ["templates", "template"])]
    kind: Option<Sort>,
    /// Whom or what it is about, by name, number or id; week and portfolio can be of all clients
    what: Vec<String>,
    /// The days it tells of
    #[arg(long, value_enum, conflicts_with_all = ["from", "to"])]
    period: Option<Days>,
    /// The first day: 2026-10-01, 1/10, last mon
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// The last day; without it today
    #[arg(long, value_name = "DAY", requires = "from")]
    to: Option<String>,
    /// How it is written
    #[arg(long, value_enum, default_value = "md")]
    format: Form,
    /// In which language; without it that of whom it is for, else ours
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// For us: with what is internal
    #[arg(long)]
    internal: bool,
    /// Write it to this file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long, requires = "output")]
    force: bool,
    /// Write down in the book that it was sent
    #[arg(long)]
    sent: bool,
    /// Say where templates of your own go, which can be replaced, and what they find
    #[arg(long, conflicts_with_all = ["kind", "template"])]
    templates: bool,
    /// Print a template that is built in, to begin with
    #[arg(long, value_name = "NAME", conflicts_with = "kind")]
    template: Option<String>,
}

impl Asked {
    /// Whether something is done, and not only printed.
    pub const fn does(&self) -> bool {
        self.sent || self.output.is_some()
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Sort {
    /// What was said in a meeting, and what follows from it
    Meeting,
    /// What was done in a week, what came in, what comes next
    Week,
    /// How a period went with a client
    Review,
    /// Everything a stand-in needs
    Handover,
    /// The work of a department
    Order,
    /// Every client on a row
    Portfolio,
}

impl Sort {
    const fn kind(self) -> ReportKind {
        match self {
            Self::Meeting => ReportKind::Meeting,
            Self::Week => ReportKind::Week,
            Self::Review => ReportKind::Review,
            Self::Handover => ReportKind::Handover,
            Self::Order => ReportKind::Order,
            Self::Portfolio => ReportKind::Portfolio,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Days {
    /// Monday to Sunday, today among them
    ThisWeek,
    /// The week before
    LastWeek,
    /// Up to today
    ThreeMonths,
    /// This calendar quarter
    ThisQuarter,
    /// The calendar quarter before
    LastQuarter,
    /// From January on
    ThisYear,
    /// The year before
    LastYear,
}

impl Days {
    const fn period(self) -> Period {
        match self {
            Self::ThisWeek => Period::ThisWeek,
            Self::LastWeek => Period::LastWeek,
            Self::ThreeMonths => Period::ThreeMonths,
            Self::ThisQuarter => Period::ThisQuarter,
            Self::LastQuarter => Period::LastQuarter,
            Self::ThisYear => Period::ThisYear,
            Self::LastYear => Period::LastYear,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// Markdown
    Md,
    /// Text of lines
    Txt,
    /// A page for a browser and for paper
    Html,
}

impl Form {
    const fn format(self) -> Format {
        match self {
            Self::Md => Format::Markdown,
            Self::Txt => Format::Plain,
            Self::Html => Format::Html,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    /// English
    En,
    /// Greek
    El,
}

/// Writes a report.
///
/// # Errors
/// When nothing or more than one is meant, a template is wrong, or the file cannot be written.
pub fn run(out: &mut Out, dir: &Path, asked: &Asked) -> Result<(), Stop> {
    let Some(sort) = asked.kind else { return of_templates(out, asked) };
    let (kind, format) = (sort.kind(), asked.format.format());
    let own = own_templates().map_err(Stop::NotDone)?;
    let desk = if asked.sent { Desk::open(dir, "report", false)? } else { Desk::look(dir)? };
    let ask = meant(&desk, kind, asked)?;
    let facts = report::facts(&desk.book, &ask, desk.now).map_err(|untold| {
        let why = reports::untold(&desk.book, &ask, &untold);
        Stop::NotDone(match untold {
            Untold::NotOfThat => why,
            Untold::Internal(_) => reports::internal_writes_it(&why),
        })
    })?;
    let language = match asked.lang {
        Some(Lang::En) => Language::English,
        Some(Lang::El) => Language::Greek,
        None => report::language(&desk.book, &ask).unwrap_or_else(our_own),
    };
    let text = render(kind, &facts, language, format, &own).map_err(|e| Stop::NotDone(e.to_string()))?;
    match &asked.output {
        Some(path) => {
            file::write(path, text.as_bytes(), asked.force, moving::force_writes_over())?;
            tell(&moving::written_to(path.display()));
        }
        None => out.text(&text)?,
    }
    if !asked.sent {
        return desk.close(out);
    }
    let title = ask.of.map_or_else(String::new, |of| desk.book.title(of));
    let title = format!("{}: {title}", words::label(words::Of::Report, kind.title()));
    let change = report::sent(&desk.book, &ask, &title, &mut id_generator(), desk.now);
    let change = change.ok_or_else(|| Stop::NotDone(moving::sent_to_nobody().into()))?;
    desk.save(out, change)
}

/// Which report is meant, and of which days.
fn meant(desk: &Desk, kind: ReportKind, asked: &Asked) -> Result<Ask, Stop> {
    let what = asked.what.join(" ");
    let of = match (what.is_empty(), kind.is_of_all()) {
        (true, true) => None,
        (true, false) => {
            let about: Vec<&str> = kind.about().iter().map(|kind| words::kind(*kind)).collect();
            return Err(Stop::Wrong(moving::say_which(about.join(moving::or()))));
        }
        (false, _) if kind.about().is_empty() => {
            return Err(Stop::Wrong(moving::is_of_all(
                words::label(words::Of::Report, kind.title()).to_lowercase(),
            )));
        }
        (false, _) => {
            let turns: Vec<&[Kind]> = kind.about().chunks(1).collect();
            Some(one(&desk.book, &what, &turns, moving::more_of_name())?.id())
        }
    };
    let today = desk.now.date();
    let mut ask = Ask::new(kind, of, today);
    ask.internal = asked.internal;
    if let Some(days) = asked.period {
        (ask.from, ask.to) = days.period().days(today);
    }
    let day = |text: &str| -> Result<NaiveDate, Stop> {
        when::read_past_date(text, today)
            .or_else(|| when::read_date(text, today))
            .ok_or_else(|| Stop::Wrong(moving::is_no_day(text)))
    };
    if let Some(from) = &asked.from {
        (ask.from, ask.to) = (day(from)?, asked.to.as_deref().map_or(Ok(today), day)?);
    }
    if ask.from > ask.to {
        return Err(Stop::Wrong(moving::comes_after(ask.from, ask.to)));
    }
    Ok(ask)
}

/// The language the program speaks.
fn our_own() -> Language {
    match words::Lang::now() {
        words::Lang::En => Language::English,
        words::Lang::El => Language::Greek,
    }
}

/// Prints a template, or what there is to know of them.
fn of_templates(out: &mut Out, asked: &Asked) -> Result<(), Stop> {
    if let Some(name) = &asked.template {
        let text = crate::exchange::report::text_of(name).ok_or_else(|| {
            let all: Vec<&str> = built_in().collect();
            Stop::Wrong(moving::no_template(name, all.join(", ")))
        })?;
        return out.text(text);
    }
    let own = own_templates().map_err(Stop::NotDone)?;
    let place =
        template_place().map_or_else(|| moving::no_home_known().to_owned(), |dir| dir.display().to_string());
    out.line(&moving::templates_go_to(&place))?;
    out.line(moving::templates_named())?;
    out.line("")?;
    for name in built_in() {
        let yours = if own.iter().any(|own| own.name == name) { moving::yours_beside() } else { "" };
        out.line(&format!("  {name}{yours}"))?;
    }
    for own in own.iter().filter(|own| built_in().all(|name| name != own.name)) {
        let used = ReportKind::ALL.iter().any(|kind| {
            Format::ALL.iter().any(|format| {
                [Language::English, Language::Greek].iter().any(|language| {
                    template(*kind, *language, *format, std::slice::from_ref(own)).0 == own.name
                })
            })
        });
        let about = if used { moving::yours() } else { moving::template_included() };
        out.line(&format!("  {}  ({about})", own.name))?;
    }
    out.line("")?;
    out.text(&names())
}
