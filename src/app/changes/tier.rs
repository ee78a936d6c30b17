//! How much care a client is owed, said with two keys: many are sorted at once after they were brought in.

use crate::app::{Dialog, Effect, Layer, Model, OnAnswer, Tone};
use crate::domain::derive::cadence::Limits;
use crate::domain::{Client, ClientId, Tier, Verb};

impl Model {
    /// Asks for the tier of the chosen client.
    pub(in crate::app) fn ask_tier(&mut self) {
        let Some(client) = self.subject_record().and_then(Client::of) else { return };
        let now = match client.tier {
            Tier::Unsorted => "It has no tier yet.".to_owned(),
            tier => format!("It is of tier {} now.", tier.label()),
        };
        let mut ask = Dialog::new(format!("How much care is {} owed?", client.name), "Leave it").line(now);
        for tier in [Tier::A, Tier::B, Tier::C] {
            let Limits { soft, hard, .. } = Limits::of_tier(tier);
            let label =
                format!("Tier {}: hears from us every {soft} days, at the latest after {hard}", tier.label());
            ask = ask.answer(&label, OnAnswer::Tier(client.id, tier));
        }
        self.screen.layers.push(Layer::Dialog(ask));
    }

    /// Writes the tier of a client.
    pub(in crate::app) fn set_tier(&mut self, id: ClientId, tier: Tier) -> Vec<Effect> {
        let Some(before) = self.data.book.client(id).cloned() else { return vec![] };
        if before.tier == tier {
            self.say(Tone::Muted, "Nothing was changed");
            return vec![];
        }
        let after = Client { tier, ..before.clone() };
        self.save_one(Verb::Edit, before.into(), after.into())
    }
}
