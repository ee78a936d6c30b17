//! The one place where messages change the state.

use crate::app::keyed::Edit;
use crate::app::list_pane::Focus;
use crate::app::lists::spec::Rows;
use crate::app::lists::why;
use crate::app::sheet::ReadMonth;
use crate::app::{Command, DeskCommand, Effect, Layer, Loading, Model, Msg, Scope, Snapshot, Tone};
use crate::domain::merge::formers;
use crate::domain::{Moment, text};
use crate::words::{asked, said};

/// Takes a message in at a moment; gives back what is to be done.
pub fn update(model: &mut Model, now: Moment, msg: Msg) -> Vec<Effect> {
    if now.date() != model.data.now.date() {
        model.touch();
    }
    model.data.now = now;
    // A click means what was seen: after any other message that may stand elsewhere, until it is drawn.
    let places = std::mem::take(&mut model.screen.places);
    match msg {
        Msg::Pointed(pointed) => model.pointed(&places, pointed),
        Msg::Run(command) => run(model, command),
        Msg::Typed(text) => {
            model.session.notice = None;
            model.edit_text(Edit::Insert(&text))
        }
        Msg::Unbound(letter) => {
            // Where a letter is waited for, all that can be struck is in sight.
            let on_desk = model.screen.scopes().contains(&Scope::Desk);
            let key = Command::from(DeskCommand::Help).way();
            let more = if on_desk { said::shows_keys(key) } else { String::new() };
            model.say(Tone::Muted, format!("{}{more}", said::does_nothing(&letter.to_string())));
            vec![]
        }
        Msg::Opened { news, read_only, last_number, undo, redo, drafts } => {
            model.data.book_mut().spend_numbers(last_number);
            (model.session.undo, model.session.redo, model.session.drafts) = (undo, redo, drafts);
            model.data.loading = Loading::Ready;
            model.data.agenda.forget();
            model.touch();
            if let Some(why) = &read_only {
                model.say(Tone::Alarm, said::only_read(why));
            }
            let writable = read_only.is_none();
            model.session.read_only = read_only;
            // One question for each, the first on top, so that each is read whole in the smallest window.
            for line in news.into_iter().rev() {
                model.screen.layers.push(Layer::Dialog(
                    crate::app::Dialog::new(asked::about_book(), asked::go_on()).line(line),
                ));
            }
            if writable { model.ask_promised_days() } else { vec![] }
        }
        Msg::Loaded(records) => {
            for pane in &mut model.screen.panes {
                let kinds = pane.pane.spec().kinds;
                pane.stale |= records.iter().any(|r| kinds.contains(&r.kind()));
            }
            for record in records {
                model.data.book_mut().put(record);
            }
            vec![]
        }
        Msg::LoadAgain => {
            model.data.book = std::sync::Arc::default();
            model.touch();
            vec![]
        }
        other => answered(model, other),
    }
}

/// Runs a command, if it may run.
fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let made = model.session.notice.take().and_then(|notice| notice.made);
    // What was just made is what is opened, as the line that told of it says.
    if let Some(id) = made.filter(|_| command == DeskCommand::Launch.into()) {
        let left = model.leaving();
        model.open_card(id);
        model.note_left(left);
        return vec![];
    }
    // Keys that come in one go work on what the keys before them brought up, drawn yet or not.
    let spec = command.spec(model.screen.scopes());
    let on_rows = spec.is_some_and(|s| matches!(s.scope, Scope::Desk | Scope::Move | Scope::Pairs));
    let mut effects = if on_rows { prepare(model) } else { vec![] };
    match spec.map_or(Ok(()), |s| model.may(s.when)) {
        Ok(()) => {
            let left = model.leaving();
            effects.extend(model.act(command));
            model.note_left(left);
        }
        Err(why) => model.say(Tone::Warning, said::not_now(why)),
    }
    effects
}

/// What came back from the world.
#[allow(clippy::too_many_lines, reason = "one arm for each message, which the compiler demands")]
fn answered(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Saved { undo, redo, warning } => {
            model.session.saving.acknowledged();
            (model.session.undo, model.session.redo) = (undo, redo);
            if let Some(warning) = warning {
                model.say(Tone::Alarm, warning);
            }
            if model.session.leaving && model.session.saving.waiting.is_empty() {
                model.session.quitting = true;
            }
            return model.put_away();
        }
        Msg::NotSaved(why) => {
            model.session.leaving = false;
            if model.screen.is_typing() {
                // A question would take the keys from under the fingers; the header says it as well.
                model.say(Tone::Alarm, said::not_saved(&why));
                model.session.saving.stuck = Some(why);
            } else {
                model.session.saving.stuck = Some(why);
                model.ask_trouble();
            }
        }
        Msg::Refused(why) => return model.give_up_waiting(&why),
        Msg::Moved { change, undo, redo, warning } => {
            model.session.moving = model.session.moving.saturating_sub(1);
            model.data.book_mut().apply(&change);
            model.touch();
            model.data.touched.extend(change.edits.iter().filter_map(crate::domain::Edit::id));
            // What came back has the mark, so that the next key works on it and not on what stood beside it.
            let first = change
                .edits
                .iter()
                .filter_map(crate::domain::Edit::id)
                .find(|id| model.screen.browse().rows.contains(id) || model.data.book.get(*id).is_some());
            if let Some(id) = first.filter(|_| !model.screen.is_reading()) {
                model.screen.browse_mut().chosen = Some(id);
            }
            (model.session.undo, model.session.redo) = (undo, redo);
            model.say_change(&change);
            if let Some(warning) = warning {
                model.say(Tone::Alarm, warning);
            }
            model.drop_cards_of_nothing();
        }
        Msg::IsMuch { back, action, records } => {
            model.session.moving = model.session.moving.saturating_sub(1);
            model.ask_step(back, &action, records);
        }
        Msg::NotMoved(why) => {
            model.session.moving = model.session.moving.saturating_sub(1);
            model.say(Tone::Alarm, why);
        }
        Msg::History(id, lines) => {
            model.data.history = Some((id, lines));
            model.screen.detail_mut().fresh = false;
        }
        Msg::PromisedDays(found) => return model.take_promised_days(found),
        Msg::Edited(Some(written)) => return model.take_edited(&written),
        Msg::Edited(None) => model.say(Tone::Muted, said::text_is_same()),
        Msg::ListWritten(words) => model.list_written(words),
        Msg::ListIsThere => model.list_is_there(),
        Msg::Report(report, text) => model.show_report(report, text),
        Msg::InboxWaits(files) => model.say_inbox(files),
        Msg::InboxRead(items) => model.show_inbox(items),
        Msg::FilesFound(typed, found) => model.take_files(&typed, found),
        Msg::FileRead(wanted, read) => model.file_read(&wanted, *read),
        Msg::Indexed(kind, index) => {
            let ctx = model.data.ctx();
            if let Some(Layer::Form(form)) = model.screen.layers.last_mut()
                && form.kind() == kind
            {
                form.take_index(ctx, index.0);
            }
        }
        Msg::PutAway(file, why_not) => return model.was_put_away(&file, why_not),
        Msg::Done(words) => model.say(Tone::Good, words),
        Msg::Failed(words) => model.say(Tone::Alarm, words),
        // Those that are no answers.
        Msg::Run(_)
        | Msg::Typed(_)
        | Msg::Unbound(_)
        | Msg::Pointed(_)
        | Msg::Opened { .. }
        | Msg::Loaded(_)
        | Msg::LoadAgain => {}
    }
    vec![]
}

impl Model {
    /// Takes what came back from the editor to whoever asked for it.
    fn take_edited(&mut self, written: &str) -> Vec<Effect> {
        let here = self.data.here(self.screen.drawn);
        let reply = self.screen.keyed_mut().written(text::typed_lines(written.trim_end()), here);
        self.carry_out(reply)
    }

    /// Keeps the text of the topmost form, so that a crash does not lose it.
    pub(in crate::app) fn draft_of_top(&mut self) -> Vec<Effect> {
        let Some(Layer::Form(form)) = self.screen.layers.last() else { return vec![] };
        let form = form.clone();
        self.keep_draft(&form)
    }

    /// Cards of records that were taken back are closed.
    fn drop_cards_of_nothing(&mut self) {
        let book = &self.data.book;
        self.screen
            .layers
            .retain(|l| !matches!(l, Layer::Card(r) if r.of.is_none_or(|id| book.get(id).is_none())));
    }
}

/// How many rows are taken to be in sight before anything was drawn.
const FIRST_PAGE: usize = 20;

/// Reads afresh what changed, before a frame is drawn; asks for what only the disk has.
pub fn prepare(model: &mut Model) -> Vec<Effect> {
    // While records are still coming the list would be made many times over, and each time be wrong.
    let rows = model.screen.pane.spec().rows;
    if rows.read_agenda() && model.screen.browse().stale && model.data.loading == Loading::Ready {
        let touched = std::mem::take(&mut model.data.touched);
        model.data.agenda.refresh(&model.data.book, model.data.now, &touched);
    }
    let ctx = model.data.ctx();
    let at = model.screen.at();
    let browse = &mut model.screen.panes[at];
    let was = browse.detail.of;
    let stale = browse.stale;
    if stale {
        browse.refresh(ctx);
    }
    if stale || browse.detail.of != was || !browse.detail.fresh {
        browse.detail.refresh(ctx, model.data.history.as_ref());
        // In the list of today the reason has little room; beside it, it is read whole.
        if rows == Rows::Agenda {
            browse.detail.document.begin_with(browse.detail.of.map(|id| why(ctx, id)));
        }
    }
    if browse.record().is_none() && browse.chosen.is_none_or(|_| browse.is_folded()) {
        browse.focus = Focus::List;
    }
    let page = usize::from(model.screen.drawn.list_rows).max(FIRST_PAGE);
    browse.measure.look(ctx, &browse.columns, &browse.rows, browse.at, page);
    for layer in &mut model.screen.layers {
        match layer {
            Layer::Card(detail) if !detail.fresh => detail.refresh(ctx, model.data.history.as_ref()),
            Layer::Month(month) if !month.fresh => month.refresh(ctx),
            Layer::Pairs(pairs) if !pairs.fresh => pairs.refresh(ctx),
            _ => {}
        }
    }
    if let Some(day) = model.screen.day_in_sight(ctx)
        && !model.screen.month.as_ref().is_some_and(|read| read.is_of(day))
    {
        model.screen.month = Some(ReadMonth::of(ctx, day));
    }
    if let Some(Layer::Picker(picker)) = model.screen.layers.last_mut()
        && stale
    {
        picker.refresh(ctx);
    }
    model.find_commands(false);
    let mut effects = ask_history(model);
    if let Some(Layer::Form(form)) = model.screen.layers.last_mut()
        && let Some(kind) = form.wants_index()
    {
        effects.push(Effect::Index(kind, Snapshot(std::sync::Arc::clone(&model.data.book))));
    }
    effects
}

fn ask_history(model: &mut Model) -> Vec<Effect> {
    let detail = model.screen.detail();
    let Some(of) = detail.of.filter(|_| detail.is_history()) else { return vec![] };
    let known = model.data.history.as_ref().is_some_and(|(id, _)| *id == of);
    if known || model.session.history_asked == Some(of) {
        return vec![];
    }
    model.session.history_asked = Some(of);
    let formers = model.data.book.get(of).map(formers).unwrap_or_default();
    vec![Effect::History { of, formers }]
}
