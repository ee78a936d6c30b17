//! How much care a client is owed, said with two keys: many are sorted at once after they were brought in.

use crate::app::{Dialog, Effect, Layer, Model, OnAnswer, Tone};
use crate::domain::derive::cadence::Limits;
use crate::domain::{Client, ClientId, Tier, Verb};
use crate::words::{self, asked};

impl Model {
    /// Asks for the tier of the chosen client.
    pub(in crate::app) fn ask_tier(&mut self) {
        let Some(client) = self.subject_record().and_then(Client::of) else { return };
        let now = match client.tier {
            Tier::Unsorted => asked::no_tier().to_owned(),
            tier => asked::tier_now(words::chosen(tier)),
        };
        let mut ask = Dialog::new(asked::tier(&client.name), asked::leave_it()).line(now);
        for tier in [Tier::A, Tier::B, Tier::C] {
            let Limits { soft, hard, .. } = Limits::of_tier(tier);
            let label = asked::of_tier(words::chosen(tier), soft, hard);
            ask = ask.answer(&label, OnAnswer::Tier(client.id, tier));
        }
        self.screen.layers.push(Layer::Dialog(ask));
    }

    /// Writes the tier of a client.
    pub(in crate::app) fn set_tier(&mut self, id: ClientId, tier: Tier) -> Vec<Effect> {
        let Some(before) = self.data.book.client(id).cloned() else { return vec![] };
        if before.tier == tier {
            self.say(Tone::Muted, words::said::nothing_changed());
            return vec![];
        }
        let after = Client { tier, ..before.clone() };
        self.save_one(Verb::Edit, before.into(), after.into())
    }
}
