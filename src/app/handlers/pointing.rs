//! What the mouse does: it marks what was seen, takes what is marked, and turns what lies under it.

use crate::app::list_pane::Focus;
use crate::app::places::{Click, Place, Pointed, Pointing, Region};
use crate::app::{Command, Common, Effect, Layer, Model, Msg, Tone, update};
use crate::words;

/// Rows that one notch of the wheel goes.
const NOTCH: isize = 3;

fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let now = model.data.now;
    update(model, now, Msg::Run(command))
}

fn click(model: &mut Model, place: Place) -> Vec<Effect> {
    let came = match place.of {
        Region::List => came_to(model, Focus::List),
        Region::Record => came_to(model, Focus::Record),
        Region::Layer => into_day(model, place.click),
        Region::Bar => false,
    };
    match place.click {
        Click::Nothing => vec![],
        Click::Run(command) => run(model, command),
        // What is only marked where the keys were elsewhere is not opened by the same click.
        Click::Mark(0) if came => vec![],
        Click::Mark(0) => run(model, Common::Take.into()),
        Click::Mark(by) => mark(model, place.of, by),
        Click::Choose(by) => {
            let mut effects = mark(model, place.of, by);
            effects.extend(run(model, Common::Take.into()));
            effects
        }
        Click::Steps { on, back, by } => times(model, if by < 0 { back } else { on }, by),
        Click::Page(page) => {
            model.screen.turn_to_page(&model.data, page);
            vec![]
        }
        Click::Number(nth) => {
            let now = model.data.now;
            update(model, now, Msg::Typed(nth.to_string()))
        }
    }
}

/// Gives the keys to list or record; says whether the other one had them.
fn came_to(model: &mut Model, focus: Focus) -> bool {
    if model.screen.has_card() || model.screen.browse().focus == focus {
        return false;
    }
    match focus {
        Focus::List => model.screen.browse_mut().leave_record(),
        Focus::Record => model.screen.enter_record(),
    }
    true
}

/// From the days of a month to the rows of the marked one, when a row was clicked; says whether the days had the keys.
fn into_day(model: &mut Model, click: Click) -> bool {
    match (click, model.screen.layers.last_mut()) {
        (Click::Mark(_), Some(Layer::Month(month))) if month.item.is_none() => {
            month.item = Some(0);
            true
        }
        _ => false,
    }
}

fn mark(model: &mut Model, of: Region, by: isize) -> Vec<Effect> {
    match of {
        Region::List => model.screen.browse_mut().step(by),
        Region::Record => model.screen.detail_mut().step(by),
        Region::Layer | Region::Bar => {
            return times(model, if by < 0 { Common::Up } else { Common::Down }.into(), by);
        }
    }
    vec![]
}

/// Runs a command as often as a mark is to be moved by a row.
fn times(model: &mut Model, command: Command, by: isize) -> Vec<Effect> {
    (0..by.unsigned_abs()).flat_map(|_| run(model, command)).collect()
}

fn wheel(model: &mut Model, of: Region, by: isize) -> Vec<Effect> {
    match of {
        Region::List => {
            came_to(model, Focus::List);
            model.screen.browse_mut().step(by);
        }
        Region::Record if model.screen.is_reading() => model.screen.detail_mut().step(by),
        // What is read beside the list moves, and the keys stay where they are.
        Region::Record => {
            let detail = model.screen.detail_mut();
            detail.top = detail.top.saturating_add_signed(by);
        }
        Region::Layer if matches!(model.screen.layers.last(), Some(Layer::Menu(_))) => {
            return run(model, if by < 0 { Common::PageUp } else { Common::PageDown }.into());
        }
        Region::Layer => return mark(model, of, by),
        Region::Bar => {}
    }
    vec![]
}

impl Model {
    /// Does what the mouse asks for, by the places of the frame it was seen on.
    pub(in crate::app) fn pointed(&mut self, places: &[Place], pointed: Pointed) -> Vec<Effect> {
        let Some(place) = places.iter().rev().find(|place| place.holds(pointed.at)) else { return vec![] };
        match pointed.with {
            Pointing::Press => click(self, *place),
            Pointing::Wheel { down } => wheel(self, place.of, if down { NOTCH } else { -NOTCH }),
        }
    }

    /// Lets the terminal tell what the mouse does, or no longer.
    pub(in crate::app) fn turn_mouse(&mut self) -> Vec<Effect> {
        self.session.mouse = !self.session.mouse;
        let words = if self.session.mouse { words::said::mouse_on() } else { words::said::mouse_off() };
        self.say(Tone::Good, words);
        vec![Effect::Mouse(self.session.mouse)]
    }
}
