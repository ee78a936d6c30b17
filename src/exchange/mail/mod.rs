//! Mail (`.eml`, mbox, Maildir) becomes touches: with whom is told by addresses alone, who wrote to whom by which of them
//! are ours. Of the text stays what was written, of attachments their names. The same mail (`Message-ID`) comes once,
//! wherever it lies; strangers are counted and told, and nobody is made of them.

mod body;
mod boxes;

use super::people::{People, Who};
use super::taking::Taking;
use super::{Differing, Import, ImportError, MailFile, markup};
use crate::domain::parse::{LINE_LIMIT, LONG_LIMIT};
use crate::domain::text::{cut, typed};
use crate::domain::{
    Book, ClientId, ContactId, Direction, IdGenerator, Interaction, Kind, Links, Moment, Record, Touch,
    TouchState, derive,
};
use crate::words::exchange::of_cards;
use boxes::Mail;
use chrono::{DateTime, FixedOffset, NaiveDate};
use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

/// What names of mails begin with among the ids of other systems.
const PREFIX: &str = "mail:";

/// So many strangers are told.
const TOLD: usize = 10;

/// Whether a file is a mail or a mailbox.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    boxes::is_mail(bytes)
}

/// Mails that were read.
#[derive(Clone, Debug)]
pub(super) struct Mails {
    all: Vec<Mail>,
    /// The files of a folder that were left out, each with the reason.
    left: Vec<(String, String)>,
    /// The addresses of whoever keeps the book.
    pub(super) me: Vec<String>,
}

impl Mails {
    /// Reads a mail or a mailbox.
    pub(super) fn read(bytes: &[u8]) -> Self {
        Self { all: boxes::split(bytes), left: vec![], me: vec![] }
    }

    /// Takes the files of a folder, each with its name; a file may be a mail or a mailbox. What is neither is told.
    pub(super) fn of_files(files: Vec<MailFile>) -> Result<Self, ImportError> {
        let (mut mails, mut left): (Vec<Mail>, _) = (vec![], vec![]);
        for (file, read) in files {
            match read {
                Ok(bytes) if is_mail(&bytes) => {
                    let each = boxes::split(&bytes).into_iter();
                    mails.extend(each.map(|mail| Mail { file: Some(file.clone()), ..mail }));
                }
                Ok(_) => left.push((file, of_cards::no_mail().to_owned())),
                Err(why) => left.push((file, why)),
            }
        }
        for (number, mail) in (1..).zip(&mut mails) {
            mail.line = number;
        }
        if mails.is_empty() { Err(ImportError::Empty) } else { Ok(Self { all: mails, left, me: vec![] }) }
    }

    pub(super) fn against(
        &self,
        book: &Book,
        id_generator: &mut IdGenerator,
        now: Moment,
        differing: Differing,
    ) -> Import {
        let external =
            book.everything().filter_map(Interaction::of).flat_map(|touch| touch.external.iter().cloned());
        let mut reading = Reading {
            book,
            people: People::of(book, &self.me),
            taking: Taking::new(book, "Mail", Kind::Interaction, differing),
            id_generator,
            now,
            known: external.collect(),
            strangers: BTreeMap::new(),
        };
        for mail in &self.all {
            reading.take(mail);
        }
        for (file, why) in &self.left {
            reading.taking.note(None, of_cards::file_left_out(file, why));
        }
        reading.tell_strangers();
        reading.taking.finish()
    }
}

struct Reading<'a> {
    book: &'a Book,
    people: People<'a>,
    taking: Taking<'a>,
    id_generator: &'a mut IdGenerator,
    now: Moment,
    known: HashSet<String>,
    /// Addresses that nobody in the book has, with how many mails were left out for them.
    strangers: BTreeMap<String, usize>,
}

/// Who is in a mail.
#[derive(Default)]
struct Sides {
    people: Vec<ContactId>,
    clients: Vec<ClientId>,
    doubts: Vec<String>,
}

impl Sides {
    fn has_anybody(&self) -> bool {
        !self.clients.is_empty() || !self.people.is_empty()
    }
}

impl Reading<'_> {
    fn take(&mut self, mail: &Mail) {
        match self.touch(mail) {
            Ok((touch, notes)) => {
                let (line, named) = (mail.line, touch.summary.clone());
                if self.taking.bring(line, Record::Interaction(touch)) {
                    for words in notes {
                        self.taking.note(Some(line), format!("{named}: {words}"));
                    }
                }
            }
            Err(None) => self.taking.is_there(),
            Err(Some(why)) => {
                let file = mail.file.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
                self.taking.refuse(mail.line, format!("{file}{why}"));
            }
        }
    }

    /// The touch of a mail; why there is none, or that it is there already.
    fn touch(&mut self, mail: &Mail) -> Result<(Interaction, Vec<String>), Option<String>> {
        let message =
            MessageParser::default().parse(&mail.bytes).filter(|message| !message.headers().is_empty());
        let Some(message) = message else { return Err(Some(of_cards::no_mail().into())) };
        let subject = one_line(message.subject().unwrap_or_default());
        let summary = if subject.is_empty() { "(no subject)".to_owned() } else { subject };
        let named = |why: &str| Some(format!("{summary}: {why}"));
        let from = addresses(message.from().or(message.sender()));
        let at = moment(&message);
        let id = match message.message_id() {
            Some(id) => format!("{PREFIX}{}", one_line(id)),
            None => format!("{PREFIX}~{}/{}/{summary}", from.join(","), at.map_or(0, |at| at.utc_ms)),
        };
        if self.known.contains(&id) {
            return Err(None);
        }
        let at = at.ok_or_else(|| named(of_cards::no_sent()))?;
        if at.utc_ms > self.now.utc_ms {
            return Err(named(of_cards::sent_ahead()));
        }
        let to = [addresses(message.to()), addresses(message.cc()), addresses(message.bcc())].concat();
        let (direction, sides) = self.sides(&from, &to).map_err(|why| named(&why))?;
        let mut touch = Interaction::new(self.id_generator.next(self.now), self.now);
        touch.touch = Touch::Mail;
        touch.state = TouchState::Held;
        touch.at = at;
        touch.summary =
            if summary.chars().count() <= LINE_LIMIT { summary } else { cut(&summary, LINE_LIMIT - 1) };
        touch.direction = direction;
        touch.people = Links(sides.people);
        touch.clients = Links(sides.clients);
        touch.clients = Links(derive::clients_of(self.book, &Record::Interaction(touch.clone())));
        let mut notes = sides.doubts;
        touch.text = text(&message);
        if touch.text.chars().count() > LONG_LIMIT {
            touch.text = touch.text.chars().take(LONG_LIMIT).collect();
            notes.push(of_cards::mail_cut(LONG_LIMIT));
        }
        touch.external.push(id.clone());
        self.known.insert(id);
        Ok((touch, notes))
    }

    /// Who wrote to whom. What is between strangers and us is no touch; a stranger who writes to a client may be anybody.
    fn sides(&mut self, from: &[String], to: &[String]) -> Result<(Direction, Sides), String> {
        let mut sides = Sides::default();
        let mut ours = false;
        for mail in from {
            ours |= matches!(self.people.of_mail(mail), Who::Ours(_));
            self.side(mail, &mut sides);
        }
        let theirs = sides.has_anybody() && !ours;
        let doubtful = (!theirs && !ours && !sides.doubts.is_empty()).then(|| sides.doubts.join("; "));
        for mail in to {
            self.side(mail, &mut sides);
        }
        let is_client =
            |id: &ContactId| self.book.contact(*id).is_some_and(|contact| !contact.is_colleague());
        let with_client = !sides.clients.is_empty() || sides.people.iter().any(is_client);
        if theirs {
            return Ok((Direction::In, sides));
        }
        if with_client && ours {
            return Ok((Direction::Out, sides));
        }
        if let Some(doubtful) = doubtful {
            return Err(doubtful);
        }
        if with_client {
            let sender = from.first().map_or("nobody", String::as_str);
            return Err(of_cards::unknown_writer(sender));
        }
        if !sides.doubts.is_empty() {
            return Err(sides.doubts.join("; "));
        }
        if sides.has_anybody() {
            return Err(of_cards::only_ours().into());
        }
        let others = from.iter().chain(to).filter(|mail| self.people.of_mail(mail) == Who::Nobody);
        let stranger = if ours { others.clone().next() } else { from.first() };
        let stranger = stranger.cloned().unwrap_or_else(|| of_cards::unknown_sender().into());
        *self.strangers.entry(stranger).or_default() += 1;
        Err(of_cards::nobody_known().into())
    }

    fn side(&self, mail: &str, sides: &mut Sides) {
        match self.people.of_mail(mail) {
            Who::Theirs(id) | Who::Ours(Some(id)) if !sides.people.contains(&id) => sides.people.push(id),
            Who::Client(id) if !sides.clients.contains(&id) => sides.clients.push(id),
            Who::Several(all) => {
                sides.doubts.push(of_cards::mail_may_be(mail, all.join(of_cards::or())));
            }
            _ => {}
        }
    }

    fn tell_strangers(&mut self) {
        let mut all: Vec<(&String, &usize)> = self.strangers.iter().collect();
        all.sort_by_key(|(mail, count)| (std::cmp::Reverse(**count), (*mail).clone()));
        if all.is_empty() {
            return;
        }
        let told: Vec<String> =
            all.iter().take(TOLD).map(|(mail, count)| format!("{mail} ({count}x)")).collect();
        let more = all.len().saturating_sub(TOLD);
        let more = if more == 0 { String::new() } else { of_cards::and_more(more) };
        self.taking.note(None, of_cards::left_out_people(told.join(", "), &more));
    }
}

/// The addresses of a header, without names.
fn addresses(header: Option<&Address>) -> Vec<String> {
    let all = header.into_iter().flat_map(Address::iter).filter_map(|one| one.address());
    all.map(|mail| one_line(mail).to_lowercase()).filter(|mail| !mail.is_empty()).collect()
}

fn one_line(text: &str) -> String {
    typed(&text.split_whitespace().collect::<Vec<_>>().join(" ")).trim().to_owned()
}

/// When a mail was sent, with the offset its sender wrote.
fn moment(message: &Message) -> Option<Moment> {
    // The reader of mails counts 31 February on into March.
    let is_day = |date: &mail_parser::DateTime| {
        NaiveDate::from_ymd_opt(i32::from(date.year), date.month.into(), date.day.into()).is_some()
    };
    let date = message.date().filter(|date| date.is_valid() && is_day(date))?;
    let minutes = i32::from(date.tz_hour) * 60 + i32::from(date.tz_minute);
    let seconds = if date.tz_before_gmt { -minutes } else { minutes } * 60;
    let utc = DateTime::from_timestamp(date.to_timestamp(), 0)?;
    Some(Moment::from_chrono(utc.with_timezone(&FixedOffset::east_opt(seconds)?)))
}

/// What was written; of a mail that is a page alone, as people see it.
fn written<'a>(message: &'a Message) -> Option<Cow<'a, str>> {
    let part = message.parts.get(usize::try_from(*message.text_body.first()?).ok()?)?;
    match &part.body {
        // Between the marks of a page the end of a line is a blank.
        PartType::Html(page) => {
            let page =
                if page.contains("<pre") { page.clone() } else { page.replace(['\r', '\n'], " ").into() };
            Some(markup::text(&page).map_or(page, Cow::Owned))
        }
        _ => message.body_text(0),
    }
}

/// What was written, and the names of what was sent along.
fn text(message: &Message) -> String {
    let written = written(message).map(|text| body::own(&text)).unwrap_or_default();
    let names: Vec<String> = message
        .attachments()
        .map(|part| part.attachment_name().map_or_else(|| of_cards::nameless_part().to_owned(), one_line))
        .collect();
    let attached = if names.is_empty() { String::new() } else { format!("Attached: {}", names.join(", ")) };
    [written, attached].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests;
