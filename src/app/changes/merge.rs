//! Two records become one, or are told apart.

use crate::app::command::Guard;
use crate::app::layers::{Merging, Picker, Purpose};
use crate::app::{Effect, Layer, Model, Tone};
use crate::domain::derive::alike::KINDS;
use crate::domain::merge::{Fault, Plan, told_apart};
use crate::domain::{Kind, Ref};
use crate::words;

impl Model {
    /// Asks which other record the subject is made one with.
    pub(in crate::app) fn pick_to_merge(&mut self) {
        let Some(id) = self.subject() else { return };
        let kinds: &'static [Kind] = if id.kind == Kind::Client { &[Kind::Client] } else { &[Kind::Contact] };
        let mut picker = Picker::of_records(words::pairs::merge_with(), Purpose::MergeWith).among(kinds);
        picker.apart_from = Some(id);
        self.pick(picker);
    }

    /// Shows two records side by side.
    pub(in crate::app) fn open_merge(&mut self, left: Ref, right: Ref) {
        if let Err(why) = self.may(Guard::IsWritable) {
            return self.say(Tone::Warning, words::said::not_now(why));
        }
        match Plan::of(&self.data.book, left, right) {
            Ok(plan) => self.screen.layers.push(Layer::Merging(Box::new(Merging::of(plan)))),
            Err(fault) => self.say(Tone::Warning, words::merge::fault(&fault)),
        }
    }

    /// Makes one of the two that stand side by side.
    pub(in crate::app) fn merge(&mut self) -> Vec<Effect> {
        let Some(Layer::Merging(merging)) = self.screen.layers.last() else { return vec![] };
        let plan = &merging.plan;
        let (stays, goes) = (plan.of_side(plan.stays).id(), plan.of_side(plan.stays.other()).id());
        let is_as_it_was =
            [&plan.left, &plan.right].into_iter().all(|r| self.data.book.get(r.id()) == Some(r));
        let change =
            if is_as_it_was { plan.change(&self.data.book, self.data.now) } else { Err(Fault::Changed) };
        match change {
            Ok(change) => {
                self.screen.layers.pop();
                // Cards of the one that goes are closed with it.
                self.screen.layers.retain(|l| !matches!(l, Layer::Card(card) if card.of == Some(goes)));
                let effects = self.commit(change);
                let in_list =
                    !self.screen.layers.iter().any(|l| matches!(l, Layer::Card(_) | Layer::Pairs(_)));
                if in_list && self.screen.pane.spec().kinds.contains(&stays.kind) {
                    self.screen.choose(&self.data, stays);
                }
                effects
            }
            Err(fault) => {
                self.say(Tone::Alarm, words::merge::fault(&fault));
                vec![]
            }
        }
    }

    /// Keeps that two records are not the same, so that they are not offered again.
    pub(in crate::app) fn tell_apart(&mut self, one: Ref, other: Ref) -> Vec<Effect> {
        if let Err(why) = self.may(Guard::IsWritable) {
            self.say(Tone::Warning, words::said::not_now(why));
            return vec![];
        }
        let change = told_apart(&self.data.book, one, other, self.data.now);
        change.map(|change| self.commit(change)).unwrap_or_default()
    }

    /// Whether the subject is of a kind that can be merged.
    pub(in crate::app) fn is_mergeable(&self) -> bool {
        self.subject().is_some_and(|id| KINDS.contains(&id.kind))
    }
}
