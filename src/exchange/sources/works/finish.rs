//! What a row says in several columns, put together: its moment, its amount, what it belongs to, and what it is called.

use super::super::row::Reading;
use super::super::standing::Standing;
use super::super::target::By;
use super::Making;
use crate::domain::text::cut;
use crate::domain::{Field, Interaction, Kind, Labelled, Money, Record, Ref, RequestStatus, Type, Value};
use crate::words::exchange::of_rows;

/// A title that is made of the first line of a text is no longer than this, in columns.
const TITLE: usize = 80;

impl Making<'_, '_> {
    pub(super) fn finish(mut self, reading: &mut Reading) -> Result<Record, String> {
        self.money(reading);
        self.moment(reading)?;
        self.stand(reading);
        if let Record::Request(request) = &mut self.record
            && request.received.is_none()
            && self.created.utc_ms != reading.now().utc_ms
        {
            request.received = Some(self.created.date());
        }
        self.join(reading)?;
        if !self.tags.is_empty() {
            let tags = std::mem::take(&mut self.tags);
            self.set("tags", Value::Words(tags));
        }
        self.name()?;
        let mut custom = std::mem::take(&mut reading.custom);
        custom.shrink_to_fit();
        if self.kind.field("custom").is_some() && !custom.is_empty() {
            self.set("custom", Value::Labelled(custom));
        } else if !custom.is_empty() {
            self.below(reading, &custom)?;
        }
        Ok(self.record)
    }

    /// Of kinds without custom fields the rest stands below their text.
    fn below(&mut self, reading: &mut Reading, custom: &[Labelled]) -> Result<(), String> {
        let long = self.kind.fields().iter().find(|field| matches!(field.kind, Type::Long));
        let lines: Vec<String> = custom.iter().map(|one| format!("{}: {}", one.label, one.value)).collect();
        let Some(field) = long else {
            return Err(of_rows::no_room(crate::words::kinds(self.kind), lines.join("; ")));
        };
        let text = match field.read(&self.record) {
            Value::Text(text) => format!("{text}\n\n{}", lines.join("\n")),
            _ => lines.join("\n"),
        };
        if let Some(text) = reading.text(Type::Long, field.label, &text) {
            self.set(field.name, Value::Text(text));
        }
        Ok(())
    }

    fn money(&mut self, reading: &mut Reading) {
        let Some((name, header, cell)) = self.amount.take() else {
            if let Some((header, currency)) = self.currency.take() {
                reading.keep(&header, &currency);
            }
            return;
        };
        let currency = self.currency.take();
        let says_one = cell.contains(|c: char| c.is_alphabetic() || matches!(c, '€' | '$' | '£'));
        let plain = reading.amount(name, &cell);
        let text = match &currency {
            Some((_, currency)) if !says_one => format!("{plain} {currency}"),
            _ => plain,
        };
        let money = (says_one || currency.is_some()).then(|| Money::parse(&text));
        match (money, self.field(name)) {
            (Some(Ok(money)), Some(name)) => self.set(name, Value::Money(money)),
            (money, _) => {
                match money {
                    Some(Err(error)) => {
                        reading.note(of_rows::cell_error_kept(&header, &cell, &error));
                    }
                    _ => {
                        reading.count(of_rows::no_currency(&header));
                    }
                }
                reading.keep(&header, &cell);
                if let Some((header, currency)) = currency {
                    reading.keep(&header, &currency);
                }
            }
        }
    }

    /// The moment it is about, with the time of the day from its own column.
    fn moment(&mut self, reading: &mut Reading) -> Result<(), String> {
        let Some((field, moment, timed)) = self.at.take() else {
            if self.kind == Kind::Interaction {
                return Err(of_rows::no_when().into());
            }
            return Ok(());
        };
        let clock = self.clock.take().filter(|_| !timed);
        let at = match (clock, timed) {
            (Some(time), _) => moment.at_local(moment.local().date().and_time(time)),
            (None, true) => moment,
            // Of a day alone noon is the middle; midnight would be the day before elsewhere.
            (None, false) => moment.noon_of(moment.date()).unwrap_or(moment),
        };
        self.set(field, Value::Moment(at));
        if self.kind == Kind::Interaction && self.standing.is_none() {
            let word = if at.utc_ms > reading.now().utc_ms { "planned" } else { "held" };
            self.be("state", word);
        }
        Ok(())
    }

    fn stand(&mut self, reading: &mut Reading) {
        let is_over = matches!(&self.record, Record::Task(task) if task.done_on.is_some());
        // The day it was done says so where no word does.
        let usual = || is_over.then(|| (Standing::Done, String::new()));
        let said = self.standing.take().filter(|(standing, _)| !is_over || *standing > Standing::Waiting);
        let Some((standing, word)) = said.or_else(usual) else { return };
        let Some((field, name)) = standing.in_kind(self.kind) else { return };
        self.choose(reading, field, name);
        if let Record::Request(request) = &mut self.record
            && request.status == RequestStatus::Declined
            && request.outcome.is_empty()
        {
            request.outcome = word;
        }
    }

    /// Puts what it belongs to in place; the client of its people is that of the row when it names none.
    fn join(&mut self, reading: &mut Reading) -> Result<(), String> {
        let fields = self.kind.fields().iter();
        let links = fields.filter_map(|field| Some((field, field.kind.target()?)));
        for (field, target) in links.collect::<Vec<_>>() {
            let of_field = |by: Option<By>| -> Vec<Ref> {
                let named = self
                    .named
                    .iter()
                    .filter(|(name, how, _)| *name == field.name && by.is_none_or(|by| *how == by));
                named.map(|(_, _, id)| *id).collect()
            };
            let mut found = of_field(Some(By::First));
            if found.is_empty() {
                found = of_field(Some(By::Id));
            }
            if found.is_empty() || matches!(field.kind, Type::Many(_)) {
                found = of_field(None);
            }
            let is_own_client = target == Kind::Client && matches!(field.name, "client" | "clients");
            if is_own_client && (found.is_empty() || matches!(field.kind, Type::Many(_))) {
                found.extend(self.people.iter().filter_map(|person| self.links.client_of(*person)));
            }
            let mut once: Vec<Ref> = vec![];
            for id in found {
                if !once.contains(&id) {
                    once.push(id);
                }
            }
            self.put(reading, field, &once)?;
        }
        Ok(())
    }

    fn put(&mut self, reading: &mut Reading, field: &Field, found: &[Ref]) -> Result<(), String> {
        let why: Vec<String> =
            self.missing.iter().filter(|(name, _)| *name == field.name).map(|(_, why)| why.clone()).collect();
        if field.traits.required && found.is_empty() {
            // Whoever was named might have told it.
            let others = || self.missing.iter().map(|(_, why)| why.clone()).collect();
            let why: Vec<String> = if why.is_empty() { others() } else { why };
            let why = if why.is_empty() { of_rows::nothing_names().into() } else { why.join("; ") };
            return Err(of_rows::needs_one(
                crate::words::kind(self.kind),
                crate::words::field(field).to_lowercase(),
                &why,
            ));
        }
        for why in why.into_iter().filter(|_| found.is_empty()) {
            reading.count(of_rows::why_kept(&why));
        }
        match (&field.kind, found) {
            (_, []) => {}
            (Type::Many(_), all) => self.set(field.name, Value::Many(all.to_vec())),
            (_, [one]) => self.set(field.name, Value::One(*one)),
            (_, several @ [first, ..]) => {
                let words = of_rows::names_several(several.len(), crate::words::field(field));
                reading.note(of_rows::first_taken(&words));
                self.set(field.name, Value::One(*first));
            }
        }
        Ok(())
    }

    /// A row without a title is called by the first line of its text, else by what it is.
    fn name(&mut self) -> Result<(), String> {
        let Some(title) = self.kind.fields().iter().find(|field| field.traits.title) else { return Ok(()) };
        if !title.read(&self.record).is_empty() {
            return Ok(());
        }
        let long = self.kind.fields().iter().find(|field| matches!(field.kind, Type::Long));
        let text = match long.map(|field| field.read(&self.record)) {
            Some(Value::Text(text)) => text.lines().map(str::trim).find(|l| !l.is_empty()).map(str::to_owned),
            _ => None,
        };
        let touch =
            Interaction::of(&self.record).map(|_| self.sort.clone().unwrap_or_else(|| "Touch".into()));
        match text.or(touch) {
            Some(words) => self.set(title.name, Value::Text(cut(&words, TITLE))),
            None => return Err(of_rows::has_no_field(crate::words::field(title).to_lowercase())),
        }
        Ok(())
    }
}
