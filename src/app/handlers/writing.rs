//! The list as it stands, written to a file: its rows in their order, with its columns.

use crate::app::{Effect, Layer, ListColumn, ListForm, ListPane, Listed, Model, Tone, WriteTo, Writes};
use crate::domain::{Ref, json};
use crate::words;

impl Model {
    /// Asks to which file the list is to be written.
    pub(in crate::app) fn ask_write_list(&mut self) {
        let list = self.screen.browse();
        if list.rows.is_empty() {
            self.say(Tone::Muted, words::said::list_is_empty());
            return;
        }
        let rows = words::lists::rows(words::whole(list.rows.len()));
        let name = format!("{}-{}.csv", name_of(list), self.data.now.date());
        self.screen.layers.push(Layer::WriteTo(WriteTo::of(name, Writes::List(rows))));
    }

    /// Has the list written; the box stays open until it is.
    pub(in crate::app) fn write_list(&mut self, path: String, form: ListForm, over: bool) -> Vec<Effect> {
        let (list, ctx) = (self.screen.browse(), self.data.ctx());
        let listed = if form.is_of_records() {
            let record = |id: &Ref| ctx.get(*id);
            let line = |record| json::write_with_derived(ctx.book, ctx.now, record).to_string();
            Listed::Records(list.rows.iter().filter_map(record).map(line).collect())
        } else {
            // A picture is none in a file; what it is drawn from is told beside it.
            let told = |column: &&ListColumn| !matches!(column, ListColumn::Picture(_));
            let columns: Vec<ListColumn> = list.columns.iter().filter(told).copied().collect();
            let row = |id| columns.iter().map(|column| column.cell(ctx, id).text).collect();
            Listed::Cells {
                kind: list.pane.spec().kinds.first().copied().unwrap_or(list.pane.spec().adds),
                columns: columns.iter().map(|column| column.title()).collect(),
                rows: list.rows.iter().map(|id| row(*id)).collect(),
            }
        };
        vec![Effect::WriteList { path, form, over, listed }]
    }

    /// The list or the report was written: the box goes.
    pub(in crate::app) fn list_written(&mut self, words: String) {
        if matches!(self.screen.layers.last(), Some(Layer::WriteTo(_))) {
            self.screen.layers.pop();
        }
        self.say(Tone::Good, words);
    }

    /// There is such a file: it is asked about in the box.
    pub(in crate::app) fn list_is_there(&mut self) {
        if let Some(Layer::WriteTo(write_to)) = self.screen.layers.last_mut() {
            write_to.is_there();
        }
    }
}

/// What a file of the list is called: "clients-at-risk".
fn name_of(list: &ListPane) -> String {
    let spec = list.pane.spec();
    let view = spec.views.get(list.view).map_or("", |view| view.name);
    let words = [spec.title, view, list.filter.text()].join(" ").to_lowercase();
    let parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}
