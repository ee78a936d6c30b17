//! Reports: which of them fit what is chosen, of which days, and what becomes of the text.

use crate::app::keyed::OnAnswer;
use crate::app::reporting::{OpenReport, Report};
use crate::app::{Dialog, Effect, Layer, Model, Snapshot, Tone, Viewer, WriteTo, Writes};
use crate::domain::brief::Language;
use crate::domain::report::{self, Ask, Format, ReportKind};
use crate::domain::{Book, Record, Ref, derive};
use crate::words::{Lang, reports};
use chrono::NaiveDate;
use std::sync::Arc;

/// The columns of a text that is not read in a narrow window.
const COLUMNS: usize = 78;
/// Columns of a window that frame and air take.
const FRAME: usize = 4;

/// The reports that can be about a record, for those they go to first, then those for us.
fn about(of: Ref, book: &Book, today: NaiveDate) -> Vec<Ask> {
    let kinds = ReportKind::ALL.iter().filter(|kind| kind.about().contains(&of.kind));
    let plain: Vec<Ask> = kinds.map(|kind| Ask::new(*kind, Some(of), today)).collect();
    let (out, within): (Vec<Ask>, Vec<Ask>) = plain.into_iter().partition(|ask| !ask.is_internal());
    let ours: Vec<Ask> = out.iter().map(|ask| Ask { internal: true, ..*ask }).collect();
    // A request that went to no department has no work order.
    let routed = match book.get(of) {
        Some(Record::Request(request)) => request.department.0.and_then(|id| book.department(id)).is_some(),
        _ => true,
    };
    let tells = |ask: &Ask| routed || ask.kind != ReportKind::Order;
    [out, within, ours].concat().into_iter().filter(tells).collect()
}

/// What a file of it is called: "review-Aegean-Foods-2026-11-23.md".
fn file_of(ask: &Ask, of: &str, today: NaiveDate) -> String {
    let words = of.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: Vec<&str> = std::iter::once(ask.kind.name()).chain(words).collect();
    // Some systems take no name of more than 255 bytes.
    let name: String = name.join("-").chars().take(60).collect();
    format!("{name}-{today}.{}", Format::Markdown.ending())
}

impl Model {
    /// What a report would be about: the subject, or the client it belongs to, with the reports that fit.
    fn report_target(&self) -> Option<(Ref, Vec<Ask>)> {
        let (book, subject) = (&self.data.book, self.subject()?);
        let client = || derive::client_of(book, book.get(subject)?).map(Ref::from);
        let targets = std::iter::once(subject).chain(client());
        targets.map(|of| (of, about(of, book, self.data.now.date()))).find(|(_, asks)| !asks.is_empty())
    }

    /// Asks which report is wanted: those that fit what is chosen, and those of all clients.
    pub(in crate::app) fn ask_report(&mut self) {
        let (of, mut asks) = self.report_target().map_or((None, vec![]), |(of, asks)| (Some(of), asks));
        let all = ReportKind::ALL.iter().filter(|kind| kind.is_of_all());
        asks.extend(all.map(|kind| Ask::new(*kind, None, self.data.now.date())));
        let question =
            of.map_or_else(|| reports::which().to_owned(), |of| reports::which_of(&self.data.book.title(of)));
        let mut ask = Dialog::new(question, reports::none());
        for wanted in asks {
            ask = ask.answer(&reports::offer(&wanted), OnAnswer::Report(wanted));
        }
        self.screen.layers.push(Layer::Dialog(ask));
    }

    /// Asks of which days the report is, where there is a choice.
    pub(in crate::app) fn ask_period(&mut self, ask: Ask) -> Vec<Effect> {
        if ask.kind.periods().is_empty() {
            return self.open_report(ask);
        }
        let mut dialog = Dialog::new(reports::of_which_days(&reports::offer(&ask)), reports::none());
        for period in ask.kind.periods() {
            let (from, to) = period.days(self.data.now.date());
            let label = reports::period(*period, from, to, self.data.now.date());
            dialog = dialog.answer(&label, OnAnswer::ReportOf(Ask { from, to, ..ask }));
        }
        self.screen.layers.push(Layer::Dialog(dialog));
        vec![]
    }

    /// Opens a report and has it written; it is read as soon as it is there.
    pub(in crate::app) fn open_report(&mut self, ask: Ask) -> Vec<Effect> {
        let book = &self.data.book;
        let ours = match Lang::now() {
            Lang::En => Language::English,
            Lang::El => Language::Greek,
        };
        let language = report::language(book, &ask).unwrap_or(ours);
        let of = ask.of.map(|of| book.title(of));
        let goes = !ask.is_internal() || ask.kind == ReportKind::Order;
        let report = Report { ask, language };
        let viewer = Viewer {
            title: reports::title(&ask, of.as_deref()),
            file: file_of(&ask, of.as_deref().unwrap_or_default(), self.data.now.date()),
            to: goes.then(|| report::recipient(book, &ask).to),
            report: Some(OpenReport::of(report)),
            ..Viewer::default()
        };
        self.screen.layers.push(Layer::Viewer(Box::new(viewer)));
        vec![self.wanted(report)]
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot(Arc::clone(&self.data.book))
    }

    fn wanted(&self, report: Report) -> Effect {
        let columns = match usize::from(self.screen.drawn.columns) {
            0 => COLUMNS,
            columns => columns.saturating_sub(FRAME).min(COLUMNS),
        };
        Effect::Report { book: self.snapshot(), report, columns }
    }

    fn viewer_mut(&mut self) -> Option<&mut Viewer> {
        self.screen.layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Viewer(viewer) => Some(&mut **viewer),
            _ => None,
        })
    }

    /// The text is there: it is shown where it is waited for. Where there is none, it is said why, and nothing stays open.
    pub(in crate::app) fn show_report(&mut self, report: Report, text: Result<String, String>) {
        let waits = |layer: &Layer| matches!(layer, Layer::Viewer(v) if v.text.is_empty() && v.report.is_some_and(|open| open.report == report));
        let Some(at) = self.screen.layers.iter().rposition(waits) else { return };
        match text {
            Ok(text) => {
                if let Some(Layer::Viewer(viewer)) = self.screen.layers.get_mut(at) {
                    (viewer.text, viewer.top) = (text, 0);
                }
            }
            Err(why) => {
                self.screen.layers.remove(at);
                self.say(Tone::Alarm, why);
            }
        }
    }

    /// The report is written in the other language.
    pub(in crate::app) fn turn_language(&mut self) -> Vec<Effect> {
        let Some((viewer, mut open)) = self.viewer_mut().and_then(|v| v.report.map(|open| (v, open))) else {
            return vec![];
        };
        if open.changed {
            self.say(Tone::Warning, reports::was_changed());
            return vec![];
        }
        open.report.language = match open.report.language {
            Language::English => Language::Greek,
            Language::Greek => Language::English,
        };
        (viewer.report, viewer.text) = (Some(open), String::new());
        vec![self.wanted(open.report)]
    }

    /// Asks to which file the report is written, and as what.
    pub(in crate::app) fn ask_write_report(&mut self) {
        let Some((viewer, open)) = self.viewer_mut().and_then(|v| v.report.map(|open| (v, open))) else {
            return;
        };
        let text = open.changed.then(|| viewer.text.clone());
        let write_to = WriteTo::of(viewer.file.clone(), Writes::Report { report: open.report, text });
        self.screen.layers.push(Layer::WriteTo(write_to));
    }

    /// Has the report written; the box stays open until it is.
    pub(in crate::app) fn write_report(&mut self, path: String, format: Format, over: bool) -> Vec<Effect> {
        let Some(Layer::WriteTo(WriteTo { what: Writes::Report { report, text }, .. })) =
            self.screen.layers.last()
        else {
            return vec![];
        };
        let (report, text) = (*report, text.clone());
        vec![Effect::WriteReport { book: self.snapshot(), report, text, path, format, over }]
    }

    /// Opens the report in the mail program. What is too long for an address goes to the clipboard, and the mail says so.
    pub(in crate::app) fn mail_report(&mut self) -> Vec<Effect> {
        let Some((address, text, long)) =
            self.viewer_mut().and_then(|v| Some((v.mailto()?, v.text.clone(), v.is_too_long())))
        else {
            return vec![];
        };
        let copy = long.then_some(Effect::Copy(text));
        copy.into_iter().chain([Effect::Open(address)]).collect()
    }

    /// Writes down that the report went out, once.
    pub(in crate::app) fn report_sent(&mut self) -> Vec<Effect> {
        let Some(open) = self.viewer_mut().and_then(|viewer| viewer.report) else { return vec![] };
        if open.sent {
            self.say(Tone::Muted, reports::sent_already());
            return vec![];
        }
        let ask = open.report.ask;
        let of = ask.of.map(|of| self.data.book.title(of)).unwrap_or_default();
        let title = format!("{}: {of}", reports::name(ask.kind));
        let ids = &mut self.session.id_generator;
        let Some(change) = report::sent(&self.data.book, &ask, &title, ids, self.data.now) else {
            self.say(Tone::Warning, reports::to_nobody());
            return vec![];
        };
        if let Some(report) = self.viewer_mut().and_then(|viewer| viewer.report.as_mut()) {
            report.sent = true;
        }
        let effects = self.commit(change);
        self.say(Tone::Good, reports::noted_as_sent());
        effects
    }
}
