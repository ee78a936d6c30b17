//! A file comes into the book: it is asked for, read beside the desk, looked at, and taken as one change.

use crate::app::importing::{CUSTOM, FileAsks, FileColumns, FileFound, FileRead, FileRows, Open, Wanted};
use crate::app::inbox::Snapshot;
use crate::app::keyed::{OnAnswer, Pick};
use crate::app::layers::{FromFile, Importing, Shown};
use crate::app::{Choice, Dialog, Effect, Layer, Model, Picker, Purpose, Tone};
use crate::domain::Kind;
use crate::words::{self, importing as said};
use std::sync::Arc;

impl Model {
    /// Asks which file is to come in.
    pub(in crate::app) fn ask_file(&mut self) -> Vec<Effect> {
        self.screen.layers.push(Layer::FromFile(FromFile::default()));
        vec![Effect::LookForFiles(String::new())]
    }

    /// Files were found that may be meant.
    pub(in crate::app) fn take_files(&mut self, typed: &str, found: Vec<FileFound>) {
        if let Some(Layer::FromFile(from)) = self.screen.layers.last_mut() {
            from.take(typed, found);
        }
    }

    /// Has a file read; what it would bring is shown in the place of the box.
    pub(in crate::app) fn open_file(&mut self, path: String) -> Vec<Effect> {
        self.screen.layers.pop();
        self.screen.layers.push(Layer::Importing(Box::new(Importing::of(path))));
        self.read_file()
    }

    /// Has the file read as it is wanted now.
    pub(in crate::app) fn read_file(&mut self) -> Vec<Effect> {
        let book = Snapshot(Arc::clone(&self.data.book));
        let Some(importing) = self.importing() else { return vec![] };
        importing.reading = true;
        vec![Effect::ReadFile(Box::new(importing.wanted.clone()), book)]
    }

    /// The file that is on its way in.
    fn importing(&mut self) -> Option<&mut Importing> {
        let mut layers = self.screen.layers.iter_mut().rev();
        layers.find_map(
            |layer| if let Layer::Importing(importing) = layer { Some(&mut **importing) } else { None },
        )
    }

    /// A file was read. Late answers, to what is not asked any more, are dropped.
    pub(in crate::app) fn file_read(&mut self, wanted: &Wanted, read: FileRead) {
        let Some(importing) = self.importing().filter(|importing| importing.wanted == *wanted) else {
            return;
        };
        (importing.reading, importing.wrong) = (false, None);
        match read {
            FileRead::Columns(columns) => importing.take_columns(columns),
            FileRead::Rows(rows) => importing.take_rows(rows),
            FileRead::Unfollowed(why) | FileRead::Refused(why) => importing.wrong = Some(why),
            FileRead::Asks(asks) => {
                importing.wrong = Some(asked(&asks));
                self.ask_reading(&asks);
            }
        }
    }

    /// Asks what is meant by what can be read in two ways.
    fn ask_reading(&mut self, asks: &FileAsks) {
        let about = asks.about;
        let then = |first: bool| OnAnswer::ReadAs { about, first };
        let [first, second] = match (about, &asks.readings) {
            (Open::Heading, [two, one]) => [said::more_of_heading(two), said::first_row(one)],
            (Open::Days | Open::Amounts, readings) => readings.clone(),
        };
        let why = match about {
            Open::Heading => said::nothing_decides(),
            Open::Days | Open::Amounts => said::all_rows_so(),
        };
        let ask = Dialog::new(asked(asks), said::not_now()).line(why);
        let ask = ask.answer(&first, then(true)).answer(&second, then(false));
        self.screen.layers.push(Layer::Dialog(ask));
    }

    /// It was said what is meant: the file is read again.
    pub(in crate::app) fn read_as(&mut self, about: Open, first: bool) -> Vec<Effect> {
        if let Some(importing) = self.importing() {
            let wanted = &mut importing.wanted;
            let open = match about {
                Open::Days => &mut wanted.day_first,
                Open::Amounts => &mut wanted.comma,
                Open::Heading => &mut wanted.heads_two,
            };
            *open = Some(first);
        }
        self.read_file()
    }

    /// Asks what a row of the file is.
    pub(in crate::app) fn pick_row_kind(&mut self) {
        let Some(columns) = self.importing().and_then(|importing| importing.columns.as_ref()) else { return };
        let choice = |kind: &Kind| Choice {
            pick: Pick::RowsAre(*kind),
            label: words::kind(*kind).to_owned(),
            detail: String::new(),
        };
        let choices = columns.kinds.iter().map(choice).collect();
        self.pick(Picker::of_choices(said::which_kind(), Purpose::Choose, choices));
    }

    /// A row of the file is this: its columns are proposed anew.
    pub(in crate::app) fn rows_are(&mut self, kind: Kind) -> Vec<Effect> {
        if let Some(importing) = self.importing() {
            let wanted = &mut importing.wanted;
            (wanted.kind, wanted.columns, wanted.asks) = (Some(kind), None, true);
        }
        self.read_file()
    }

    /// Asks where the marked column goes.
    pub(in crate::app) fn pick_column_field(&mut self) {
        let Some(importing) = self.importing() else { return };
        let Some(FileColumns { kind: Some(kind), fields, columns, .. }) = &importing.columns else { return };
        let from = |field: &str| {
            let there = columns.iter().filter(|column| column.field == field && field != CUSTOM);
            there.map(|column| said::from_column(&column.name)).collect::<Vec<_>>().join(", ")
        };
        let choice = |field: &&'static str| Choice {
            pick: Pick::GoesTo(field),
            label: said::field_label(*kind, field).to_owned(),
            detail: from(field),
        };
        let choices = fields.iter().map(choice).collect();
        self.pick(Picker::of_choices(said::which_field(), Purpose::Choose, choices));
    }

    /// The marked column goes there.
    pub(in crate::app) fn column_goes_to(&mut self, field: &'static str) {
        if let Some(importing) = self.importing() {
            importing.goes_to(field);
        }
    }

    /// Looks at the columns of a file whose rows are shown.
    pub(in crate::app) fn look_at_columns(&mut self) -> Vec<Effect> {
        let Some(importing) = self.importing() else { return vec![] };
        if importing.rows.as_ref().is_none_or(|rows| rows.headers.is_empty()) {
            self.say(Tone::Warning, said::no_columns());
            return vec![];
        }
        importing.ask_columns();
        if importing.columns.is_some() { vec![] } else { self.read_file() }
    }

    /// Has the rows that are not taken written to a file.
    pub(in crate::app) fn ask_refused(&mut self) -> Vec<Effect> {
        let book = Snapshot(Arc::clone(&self.data.book));
        let Some(importing) = self.importing() else { return vec![] };
        match &importing.rows {
            Some(rows) if rows.counts.refused == 0 => self.say(Tone::Muted, said::all_taken()),
            Some(rows) if !rows.mendable => self.say(Tone::Warning, said::not_mendable()),
            Some(_) => return vec![Effect::WriteRefused(Box::new(importing.wanted.clone()), book)],
            None => {}
        }
        vec![]
    }

    /// Brings the file into the book as one change, and keeps what was said of its columns.
    pub(in crate::app) fn import_file(&mut self) -> Vec<Effect> {
        let Some(importing) = self.importing() else { return vec![] };
        let Some(rows) = importing.rows.take() else { return vec![] };
        if rows.edits.is_empty() {
            importing.rows = Some(rows);
            self.say(Tone::Muted, said::nothing_new());
            return vec![];
        }
        let wanted = importing.wanted.clone();
        let FileRows { edits, counts, source, headers, .. } = *rows;
        let Some(change) = self.imported_change(edits) else {
            self.say(Tone::Warning, words::pairs::read_again());
            return self.read_file();
        };
        // One stands at the desk then, also who came by the inbox.
        self.screen.layers.retain(|layer| !matches!(layer, Layer::Importing(_) | Layer::Inbox(_)));
        let mut effects = self.commit(change);
        let told: Vec<String> = counts.told().into_iter().map(|(words, _)| words).collect();
        self.say(Tone::Good, said::came_in(&told.join(", "), &source));
        self.offer_undo();
        let book = Snapshot(Arc::clone(&self.data.book));
        let keeps = wanted.columns.is_some();
        effects.extend(keeps.then(|| Effect::KeepColumns(Box::new(wanted), headers, book)));
        effects
    }
}

/// What is asked.
fn asked(asks: &FileAsks) -> String {
    match asks.about {
        Open::Heading => said::what_line(&asks.place, &asks.sample),
        Open::Days | Open::Amounts => said::two_readings(&asks.place, &asks.sample),
    }
}

impl Importing {
    fn take_columns(&mut self, columns: FileColumns) {
        self.at = self.at.min(columns.columns.len().saturating_sub(1));
        (self.columns, self.rows) = (Some(columns), None);
        self.wanted.asks = true;
    }

    fn take_rows(&mut self, rows: Box<FileRows>) {
        // What is to be looked at comes first.
        self.shown = if rows.counts.doubtful > 0 { Shown::Doubtful } else { Shown::All };
        (self.rows, self.at, self.top) = (Some(rows), 0, 0);
    }
}
