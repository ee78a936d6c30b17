//! What is asked of the thread that has the book, in order. Of drafts only the newest wait: each holds all that is
//! written in forms, and a key comes more often than a medium takes them.

use crate::app::{Draft, Effect};
use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long at least from one writing of the drafts to the next, in milliseconds.
const EVERY_MS: i64 = 500;

#[derive(Default)]
struct Waiting {
    effects: VecDeque<Effect>,
    closed: bool,
}

/// The queue; its clones are the same queue.
#[derive(Clone, Default)]
pub struct Queue {
    shared: Arc<(Mutex<Waiting>, Condvar)>,
}

/// What comes next.
#[derive(Debug)]
pub enum Next {
    /// Something to do.
    Effect(Effect),
    /// Nothing came for as long as was to be waited.
    Rest,
    /// Everything is done, and nothing will be asked any more.
    Closed,
}

impl Queue {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for something. Drafts take the place of those that wait, behind all that was asked before: what was written
    /// in a form is not forgotten before the change it became is saved.
    pub fn push(&self, effect: Effect) {
        let mut waiting = self.waiting();
        if matches!(effect, Effect::Drafts(_)) {
            waiting.effects.retain(|e| !matches!(e, Effect::Drafts(_)));
        }
        waiting.effects.push_back(effect);
        self.shared.1.notify_one();
    }

    /// Nothing more will be asked.
    pub fn close(&self) {
        self.waiting().closed = true;
        self.shared.1.notify_all();
    }

    /// Waits for what comes next: for ever, or for so long.
    pub fn next(&self, at_most: Option<Duration>) -> Next {
        let nothing = |waiting: &mut Waiting| waiting.effects.is_empty() && !waiting.closed;
        let (lock, bell) = &*self.shared;
        let waiting = lock.lock().unwrap_or_else(PoisonError::into_inner);
        let mut waiting = match at_most {
            None => bell.wait_while(waiting, nothing).unwrap_or_else(PoisonError::into_inner),
            Some(most) => {
                bell.wait_timeout_while(waiting, most, nothing).unwrap_or_else(PoisonError::into_inner).0
            }
        };
        match waiting.effects.pop_front() {
            Some(effect) => Next::Effect(effect),
            None if waiting.closed => Next::Closed,
            None => Next::Rest,
        }
    }
}

/// Drafts on their way to the medium: the newest, at most twice a second. When there are fewer than the file holds they
/// go at once, lest what was saved comes back as a draft.
#[derive(Debug, Default)]
pub struct Pending {
    newest: Option<Vec<Draft>>,
    /// How many the file holds.
    kept: usize,
    at_once: bool,
    written_ms: Option<i64>,
}

impl Pending {
    /// None yet; the file holds so many.
    pub fn over(kept: usize) -> Self {
        Self { kept, ..Self::default() }
    }

    /// Takes in newer ones.
    pub fn take(&mut self, drafts: Vec<Draft>) {
        self.at_once |= drafts.len() < self.kept;
        self.newest = Some(drafts);
    }

    /// How long they wait from now on, at a moment in milliseconds; `None` when there are none.
    pub fn wait(&self, now_ms: i64) -> Option<Duration> {
        self.newest.as_ref()?;
        let since = self.written_ms.map(|written| now_ms.saturating_sub(written));
        let left = match since {
            // A clock that was set back is no reason to wait.
            Some(since) if !self.at_once && (0..EVERY_MS).contains(&since) => EVERY_MS - since,
            _ => 0,
        };
        Some(Duration::from_millis(left.unsigned_abs()))
    }

    /// What is to be written now.
    pub fn due(&mut self, now_ms: i64) -> Option<Vec<Draft>> {
        if !self.wait(now_ms)?.is_zero() {
            return None;
        }
        self.written_ms = Some(now_ms);
        self.rest()
    }

    /// What is to be written at the end, due or not.
    pub fn rest(&mut self) -> Option<Vec<Draft>> {
        let drafts = self.newest.take()?;
        (self.kept, self.at_once) = (drafts.len(), false);
        Some(drafts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Kind, Moment, Ref};
    use proptest::prelude::*;

    fn drafts(names: &[&str]) -> Vec<Draft> {
        let draft = |kind: &&str| Draft { kind: (*kind).into(), of: None, about: vec![], fields: vec![] };
        names.iter().map(draft).collect()
    }

    fn all(queue: &Queue) -> Vec<Effect> {
        queue.close();
        let next = || match queue.next(None) {
            Next::Effect(effect) => Some(effect),
            Next::Rest | Next::Closed => None,
        };
        std::iter::from_fn(next).collect()
    }

    #[test]
    fn only_the_newest_drafts_wait_behind_what_was_asked_before() {
        let queue = Queue::default();
        let history =
            Effect::History { of: Ref::new(Kind::Client, uuid::Uuid::from_u128(7)), formers: vec![] };
        for _ in 0..1_000 {
            queue.push(Effect::Drafts(drafts(&["client"])));
        }
        queue.push(Effect::Undo);
        queue.push(Effect::Drafts(drafts(&["task"])));
        queue.push(history.clone());
        queue.push(Effect::Drafts(drafts(&[])));
        assert_eq!(
            format!("{:?}", all(&queue)),
            format!("{:?}", [Effect::Undo, history, Effect::Drafts(vec![])])
        );
        assert!(matches!(queue.next(None), Next::Closed));
    }

    fn asked() -> impl Strategy<Value = Effect> {
        let change = || Change::new("x", Moment::default());
        prop_oneof![
            Just(Effect::Save(Box::new(change()))),
            Just(Effect::SaveAgain(vec![change()])),
            Just(Effect::Undo),
            Just(Effect::Backup),
            Just(Effect::Drafts(drafts(&["client"]))),
            Just(Effect::Drafts(vec![])),
        ]
    }

    proptest! {
        /// A change that failed is tried again in its turn: nothing but drafts ever leaves its place.
        #[test]
        fn everything_comes_in_the_order_in_which_it_was_asked(asked in prop::collection::vec(asked(), 0..12)) {
            let queue = Queue::default();
            asked.iter().cloned().for_each(|effect| queue.push(effect));
            let last = asked.iter().rposition(|e| matches!(e, Effect::Drafts(_)));
            let stays = |(at, e): &(usize, &Effect)| !matches!(e, Effect::Drafts(_)) || Some(*at) == last;
            let kept: Vec<&Effect> = asked.iter().enumerate().filter(stays).map(|(_, e)| e).collect();
            prop_assert_eq!(format!("{:?}", all(&queue)), format!("{kept:?}"));
        }
    }

    #[test]
    fn whoever_waits_hears_of_what_comes_of_the_rest_and_of_the_end() {
        let queue = Queue::default();
        assert!(matches!(queue.next(Some(Duration::ZERO)), Next::Rest));
        let (asking, (tell, told)) = (queue.clone(), std::sync::mpsc::channel());
        let thread = std::thread::spawn(move || {
            for _ in 0..2 {
                tell.send(format!("{:?}", asking.next(None))).unwrap();
            }
        });
        queue.push(Effect::Undo);
        assert_eq!(told.recv().unwrap(), "Effect(Undo)");
        queue.close();
        assert_eq!(told.recv().unwrap(), "Closed");
        thread.join().unwrap();
    }

    #[test]
    fn drafts_are_due_at_once_and_then_twice_a_second_and_fewer_never_wait() {
        let mut pending = Pending::over(0);
        assert_eq!((pending.wait(0), pending.due(0)), (None, None));
        let mut writes = vec![];
        // A key every 30 ms for three seconds.
        for at in (0..3_000).step_by(30) {
            pending.take(drafts(&["client"]));
            if pending.due(at).is_some() {
                writes.push(at);
            }
        }
        assert_eq!(writes.len(), 6, "{writes:?}");
        assert!(writes.windows(2).all(|two| two[1] - two[0] >= EVERY_MS), "{writes:?}");
        assert_eq!(pending.wait(2_970), Some(Duration::from_millis(2_550 + 500 - 2_970)));
        pending.take(drafts(&[]));
        assert_eq!(pending.wait(2_971), Some(Duration::ZERO));
        assert_eq!(pending.due(2_971), Some(vec![]));
        pending.take(drafts(&["client", "task"]));
        assert_eq!(
            (pending.due(2_980), pending.due(1_000)),
            (None, Some(drafts(&["client", "task"]))),
            "set back"
        );
        pending.take(drafts(&["task"]));
        pending.take(drafts(&["task"]));
        assert_eq!(pending.wait(1_001), Some(Duration::ZERO), "one was saved");
        assert_eq!((pending.rest(), pending.rest()), (Some(drafts(&["task"])), None));
    }
}
