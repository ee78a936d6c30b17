//! Whether the record beside a list waits: while keys repeat, only the list follows them. A held key would else send a
//! whole record down the line thirty times a second, for nobody to read. The first step, and every step after a rest,
//! shows its record at once.

use crate::app::{Model, Pane};
use crate::domain::Ref;
use std::time::Duration;

/// Steps that follow one another within so many milliseconds are a key that repeats.
const QUICK_MS: i64 = 150;

/// After such a step the record is drawn when no key came for so long.
pub const REST: Duration = Duration::from_millis(100);

/// What was shown last, and when the mark moved last.
#[derive(Debug, Default)]
pub struct Pace {
    stepped_ms: i64,
    shown: Option<(Pane, Ref)>,
}

impl Pace {
    /// Takes a frame in that is about to be drawn at a moment, in milliseconds: whether its record waits.
    pub fn holds(&mut self, model: &Model, now_ms: i64) -> bool {
        // In a record or below a layer, what is shown is what the keys are about.
        let in_list = model.screen.layers.is_empty() && !model.screen.is_reading();
        let shown = model.screen.browse().chosen.filter(|_| in_list).map(|id| (model.screen.pane, id));
        let stepped = match (self.shown, shown) {
            (Some((was, before)), Some((is, after))) => was == is && before != after,
            _ => false,
        };
        let quick = stepped && (0..QUICK_MS).contains(&now_ms.saturating_sub(self.stepped_ms));
        if stepped {
            self.stepped_ms = now_ms;
        }
        self.shown = shown;
        quick
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Command, Common, DeskCommand, Msg, prepare, update};
    use crate::demo;
    use crate::domain::Moment;

    #[test]
    fn the_record_waits_only_while_steps_follow_fast() {
        let now = Moment::from_rfc3339("2026-11-23T10:00:00+02:00").unwrap();
        let mut model = Model::new(now, [7; 16]);
        update(&mut model, now, Msg::Loaded(demo::book(now)));
        update(&mut model, now, crate::shell::told_open(crate::store::Opened::default(), vec![]));
        let mut pace = Pace::default();
        let mut at = 1_000_000;
        let mut press = |model: &mut Model, after: i64, command: Option<Command>| {
            at += after;
            if let Some(command) = command {
                update(model, now, Msg::Run(command));
            }
            prepare(model);
            pace.holds(model, at)
        };
        assert!(!press(&mut model, 0, Some(DeskCommand::GoClients.into())));
        assert!(!press(&mut model, 500, Some(Common::Down.into())), "the first step");
        assert!(press(&mut model, 30, Some(Common::Down.into())));
        assert!(press(&mut model, 30, Some(Common::Down.into())));
        assert!(!press(&mut model, 100, None), "the keys rest");
        assert!(press(&mut model, 30, Some(Common::Up.into())));
        assert!(!press(&mut model, 200, Some(Common::Down.into())), "one by one");
        assert!(press(&mut model, QUICK_MS - 1, Some(Common::Up.into())), "just fast enough");
        assert!(!press(&mut model, QUICK_MS, Some(Common::Down.into())), "just too slow");
        assert!(!press(&mut model, 10, Some(DeskCommand::GoProjects.into())), "another list");
        assert!(!press(&mut model, 10, Some(Common::Take.into())), "a record is entered");
        assert!(!press(&mut model, 10, Some(Common::Down.into())), "and read");
        assert!(!press(&mut model, 10, Some(DeskCommand::Find.into())));
    }
}
