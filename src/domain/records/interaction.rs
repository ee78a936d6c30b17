//! What passed between people: touches, feedback, decisions.

use crate::domain::choice::{ClosedChoice, choices};
use crate::domain::field::record;
use crate::domain::record::Rules;
use crate::domain::value::{Hand, Labelled, Link, Links};
use crate::domain::{ClientId, ContactId, Kind, Moment, ProjectId, RequestId, Type};
use chrono::NaiveDate;

choices! {
    /// What kind of touch it was.
    Touch {
        1 Call "call" "call" default, 2 Meeting "meeting" "meeting", 3 Mail "mail" "mail",
        4 Visit "visit" "visit", 5 Message "message" "message", 6 Note "note" "note",
    }
    /// Whether it took place.
    TouchState { 1 Held "held" "took place" default, 2 Planned "planned" "planned", 3 Cancelled "cancelled" "cancelled" }
    /// Who began.
    Direction { 1 Out "out" "from us" default, 2 In "in" "to us" }
    /// How it felt.
    Mood {
        1 Unknown "unknown" "not said" default, 2 Bad "bad" "bad" ("--"), 3 Poor "poor" "poor" ("-"),
        4 Neutral "neutral" "neutral" ("0"), 5 Good "good" "good" ("+"), 6 Great "great" "very good" ("++"),
    }
    /// What kind of decision it is.
    DecisionKind {
        1 Decision "decision" "decision" default, 2 Approval "approval" "approval", 3 ChangeOfScope "scope" "change of scope",
    }
    /// What was decided.
    Outcome {
        1 Open "open" "not yet" default, 2 Yes "yes" "yes", 3 No "no" "no", 4 Changed "changed" "yes, with changes",
    }
}

record! {
    /// One touch: call, meeting, mail, visit, message or note.
    Interaction InteractionId INTERACTION {
        /// What kind of touch it was; a note alone does not count as being in touch.
        1 touch: Touch = Type::Choice(Touch::CHOICES), "Kind", essential(2);
        /// When: today 10:30, yesterday, fri at 9 (the last one); next fri, when it lies ahead.
        2 at: Moment = Type::Moment, "When", required, prefilled, essential(5);
        /// In a few words.
        3 summary: String = Type::Text, "Summary", required, title, essential(1);
        /// Who took part, as many as you need.
        4 people: Links<ContactId> = Type::Many(Kind::Contact), "People", prefilled, leads_on, essential(3);
        /// Which clients it was about; those of the people are added by themselves.
        5 clients: Links<ClientId> = Type::Many(Kind::Client), "Clients", prefilled, essential(4);
        /// Which projects it was about.
        6 projects: Links<ProjectId> = Type::Many(Kind::Project), "Projects", prefilled, leads_on, group("About");
        /// Which requests it was about.
        7 requests: Links<RequestId> = Type::Many(Kind::Request), "Requests", prefilled, group("About");
        /// Who began.
        8 direction: Direction = Type::Choice(Direction::CHOICES), "Direction", group("More about it");
        /// How many minutes it took.
        9 minutes: Option<i64> = Type::Whole(0, 100_000), "Minutes", group("More about it");
        /// How it felt.
        10 mood: Mood = Type::Choice(Mood::CHOICES), "Mood", group("More about it");
        /// The day the report went out.
        11 report_sent: Option<NaiveDate> = Type::Past, "Report sent", group("More about it");
        /// Words of your own, to filter by; a comma between two.
        12 tags: Vec<String> = Type::Words, "Tags", tags;
        /// Names and values of your own, one pair a line: what another program knew of it.
        17 custom: Vec<Labelled> = Type::Pairs, "Custom fields";
        /// What was said and agreed.
        13 text: String = Type::Long, "Text", essential(6);
        /// Planned until it took place: only what took place counts as being in touch.
        15 state: TouchState = Type::Choice(TouchState::CHOICES), "State", group("More about it");
        /// Names in other systems.
        14 external: Vec<String> = Type::Words, "Other ids", hidden;
        /// Out of Today until this day.
        16 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
    }
}

record! {
    /// What the client thought.
    Feedback FeedbackId FEEDBACK {
        /// Their words, in short.
        1 words: String = Type::Text, "In one line", required, title, essential(1);
        /// Which client.
        2 client: Link<ClientId> = Type::One(Kind::Client), "Client", required, owner, prefilled, essential(2);
        /// Who said so.
        3 contact: Link<ContactId> = Type::One(Kind::Contact), "From", prefilled, covered, essential(3);
        /// About which project.
        4 project: Link<ProjectId> = Type::One(Kind::Project), "Project", prefilled, group("About");
        /// About which request.
        5 request: Link<RequestId> = Type::One(Kind::Request), "Request", prefilled, group("About");
        /// The day they said so.
        6 on: Option<NaiveDate> = Type::Past, "Day", required, prefilled;
        /// Customer satisfaction: 1 is bad, 5 is very good.
        7 csat: Option<i64> = Type::Whole(1, 5), "CSAT (1-5)", essential(4);
        /// Would they recommend us: 0 is never, 10 is surely.
        8 nps: Option<i64> = Type::Whole(0, 10), "NPS (0-10)", essential(5);
        /// All they said.
        9 text: String = Type::Long, "Text", essential(6);
    }
}

record! {
    /// An approval or a decision: who, when, what exactly.
    Decision DecisionId DECISION {
        /// What was decided, exactly.
        1 what: String = Type::Text, "What", required, title, essential(1);
        /// What kind of decision it is.
        2 sort: DecisionKind = Type::Choice(DecisionKind::CHOICES), "Kind";
        /// What was decided.
        3 outcome: Outcome = Type::Choice(Outcome::CHOICES), "Outcome", essential(2);
        /// For which client.
        4 client: Link<ClientId> = Type::One(Kind::Client), "Client", owner, prefilled, essential(5);
        /// For which project.
        5 project: Link<ProjectId> = Type::One(Kind::Project), "Project", owner, prefilled, essential(6);
        /// For which request.
        6 request: Link<RequestId> = Type::One(Kind::Request), "Request", prefilled;
        /// Who decided, or is to decide.
        7 by: Link<ContactId> = Type::One(Kind::Contact), "By", prefilled, essential(3);
        /// The day it was decided.
        8 on: Option<NaiveDate> = Type::Past, "Day", prefilled, essential(4);
        /// Why, and what else was weighed.
        9 text: String = Type::Long, "Text";
        /// Who was to decide, and when they were reminded.
        10 hands: Vec<Hand> = Type::Hands, "Hands", shown;
        /// Out of Today until this day.
        11 snoozed: Option<NaiveDate> = Type::Date, "Snoozed until", shown, snooze;
    }
}

impl Rules for Interaction {}

impl Interaction {
    /// Whether it took place by `now`: what is planned or cancelled did not, nor what lies ahead, whatever it says.
    pub fn took_place(&self, now: Moment) -> bool {
        self.state == TouchState::Held && self.at.utc_ms <= now.utc_ms
    }

    /// Whether it is still to take place: planned, or written down for a moment that has not come.
    pub fn is_planned(&self, now: Moment) -> bool {
        match self.state {
            TouchState::Planned => true,
            TouchState::Held => self.at.utc_ms > now.utc_ms,
            TouchState::Cancelled => false,
        }
    }
}

impl Rules for Feedback {}

impl Rules for Decision {}
