//! What reports are made of: wishes, promises, people and the like, as templates find them.

use super::shape::{Day, things};

things! {
    /// What stands in several reports.
    ITEMS;

    /// A wish of a client (a request).
    Wish {
        /// Its short number; 0 when it has none.
        number: u32,
        /// The wish in one line.
        title: String,
        /// `asked`, `routed`, `promised`, `done`, `told` or `declined`; words by the filter `word("wish")`.
        status: &'static str,
        /// The wish in the client's own words.
        detail: String,
        /// Whose wish it is.
        client: Option<String>,
        /// Who asked.
        asked_by: Option<String>,
        /// In which project.
        project: Option<String>,
        /// The day it reached us.
        received: Option<Day>,
        /// The day the client wants it by.
        wanted_by: Option<Day>,
        /// The first day that was promised.
        first: Option<Day>,
        /// The promised day as it stands.
        promised: Option<Day>,
        /// The day on which it is expected.
        expected: Option<Day>,
        /// The day the work was done.
        done: Option<Day>,
        /// The day the client was told.
        told: Option<Day>,
        /// Who has it; in reports for a client only people of the client are named.
        holder: Option<String>,
        /// `ours`, `client` or `other`: the side that has it; words by `word("side")`.
        side: &'static str,
        /// What came of it.
        outcome: String,
        /// How content the client was, 1 to 5.
        satisfaction: Option<i64>,
    }

    /// A promise: of a wish, a milestone or a project, judged by its first day.
    Promise {
        /// What was promised.
        title: String,
        /// `request`, `milestone` or `project`; words by `word("kind")`.
        kind: &'static str,
        /// Its short number; 0 when it has none.
        number: u32,
        /// Whose it is.
        client: Option<String>,
        /// The first promised day: the one it is judged by.
        first: Day,
        /// The day as it stands.
        promised: Day,
        /// The day it was done.
        done: Option<Day>,
        /// `kept`, `broken`, `open` or `withdrawn`; words by `word("promise")`.
        standing: &'static str,
        /// Days beyond the first day, of what is broken; else 0.
        late: i64,
    }

    /// Something that somebody else has.
    Wait {
        /// What.
        title: String,
        /// Its short number; 0 when it has none.
        number: u32,
        /// For which client.
        client: Option<String>,
        /// Who has it; in reports for a client only people of the client are named.
        holder: Option<String>,
        /// `ours`, `client` or `other`; words by `word("side")`.
        side: &'static str,
        /// Since when.
        since: Day,
        /// For how many days.
        days: i64,
        /// Whether it takes longer than it usually does, or than was agreed.
        too_long: bool,
    }

    /// How long a side had what was open, within the days of the report.
    Share {
        /// `ours`, `client` or `other`; words by `word("side")`.
        side: &'static str,
        /// Days of all together.
        days: i64,
        /// How many wishes and decisions they had.
        things: usize,
        /// What they had longest.
        longest: Option<String>,
        /// For how many days.
        longest_days: i64,
    }

    /// A task.
    Task {
        /// Its short number; 0 when it has none.
        number: u32,
        /// What is to be done.
        title: String,
        /// `open`, `doing`, `waiting`, `done` or `dropped`; words by `word("task")`.
        status: &'static str,
        /// `low`, `normal`, `high` or `urgent`; words by `word("priority")`.
        priority: &'static str,
        /// Who does it; none is the account manager.
        who: Option<String>,
        /// For which client.
        client: Option<String>,
        /// In which project.
        project: Option<String>,
        /// The day it is due.
        due: Option<Day>,
        /// Whether that day is past, and it is open.
        late: bool,
        /// Hours of work.
        hours: Option<i64>,
        /// Steps that are not done yet.
        steps: Vec<String>,
        /// What else is worth knowing.
        notes: String,
    }

    /// A touch: call, meeting, mail, visit, message or note.
    Touch {
        /// The day.
        on: Day,
        /// The clock, as `14:30`.
        at: String,
        /// `call`, `meeting`, `mail`, `visit`, `message` or `note`; words by `word("touch")`.
        kind: &'static str,
        /// In a few words.
        summary: String,
        /// Who took part.
        people: Vec<String>,
        /// What was said and agreed.
        text: String,
    }

    /// Feedback: what somebody at the client said.
    Voice {
        /// The day.
        on: Option<Day>,
        /// In one line.
        words: String,
        /// Who said so.
        by: Option<String>,
        /// Satisfaction, 1 to 5.
        csat: Option<i64>,
        /// Whether they would recommend us, 0 to 10.
        nps: Option<i64>,
        /// All they said.
        text: String,
    }

    /// A decision or an approval.
    Decision {
        /// What, exactly.
        what: String,
        /// `decision`, `approval` or `scope`; words by `word("decision")`.
        kind: &'static str,
        /// `open`, `yes`, `no` or `changed`; words by `word("outcome")`.
        outcome: &'static str,
        /// Who decided, or is to.
        by: Option<String>,
        /// The day it was decided.
        on: Option<Day>,
        /// Days since it was asked for.
        waits: i64,
    }

    /// A milestone of a project.
    Milestone {
        /// What is reached then.
        name: String,
        /// In which project.
        project: Option<String>,
        /// The first promised day.
        first: Option<Day>,
        /// The promised day as it stands.
        promised: Option<Day>,
        /// The day as it is expected.
        expected: Option<Day>,
        /// The day it was reached.
        done: Option<Day>,
        /// `reached`, `late` or `ahead`; words by `word("milestone")`.
        standing: &'static str,
    }

    /// A project.
    Project {
        /// Its short number; 0 when it has none.
        number: u32,
        /// Its name.
        name: String,
        /// `planned`, `active`, `on-hold`, `done` or `cancelled`; words by `word("project")`.
        status: &'static str,
        /// Milestones that are reached; of a project without milestones its tasks.
        reached: usize,
        /// All of them.
        all: usize,
        /// The promised end.
        promised: Option<Day>,
        /// The end as it is expected.
        expected: Option<Day>,
        /// Hours agreed; only in reports for us.
        hours: Option<i64>,
        /// Hours spent; only in reports for us.
        hours_spent: Option<i64>,
        /// What the client wants and why.
        brief: String,
        /// Who works on it, with their part.
        team: Vec<Member>,
    }

    /// Somebody's part in a project.
    Member {
        /// Who.
        name: String,
        /// `responsible`, `accountable`, `consulted` or `informed`; words by `word("part")`.
        part: &'static str,
        /// For what in particular.
        duty: String,
    }

    /// An agreement.
    Agreement {
        /// What it is called.
        title: String,
        /// `framework`, `retainer`, `service-level`, `confidentiality` or `other`; words by `word("agreement")`.
        kind: &'static str,
        /// `draft`, `active`, `notice-given`, `ended` or `renewed`; words by `word("agreement-status")`.
        status: &'static str,
        /// The first day it holds.
        start: Option<Day>,
        /// The last day of the term that runs.
        end: Option<Day>,
        /// The last day for notice.
        notice: Option<Day>,
        /// Whether it renews itself.
        renews: bool,
        /// What it is worth.
        value: Option<String>,
        /// `once`, `month`, `quarter` or `year`; words by `word("per")`.
        per: &'static str,
        /// What it obliges to, and is not done.
        duties: Vec<Duty>,
        /// Where the paper lies; only in reports for us.
        file: String,
    }

    /// What an agreement obliges a side to.
    Duty {
        /// What.
        what: String,
        /// `ours` or `client`; words by `word("side")`.
        side: &'static str,
        /// By when.
        due: Option<Day>,
        /// Whether that day is past.
        late: bool,
    }

    /// Somebody. What only we may know (from `attitude` on) is empty in reports for a client.
    Person {
        /// The name.
        name: String,
        /// What they do.
        job: String,
        /// Mail addresses.
        mails: Vec<String>,
        /// Telephone numbers.
        phones: Vec<String>,
        /// `any`, `mail`, `phone`, `message` or `meeting`: how they like to be reached; words by `word("channel")`.
        channel: &'static str,
        /// The language they like.
        language: String,
        /// `sponsor`, `decision-maker` and so on, only for us; words by `word("role")`.
        roles: Vec<&'static str>,
        /// Whom they report to.
        reports_to: Option<String>,
        /// `unknown`, `against`, `doubtful`, `neutral`, `friendly` or `devoted`; words by `word("attitude")`.
        attitude: &'static str,
        /// `unknown`, `low`, `some` or `high`; words by `word("influence")`.
        influence: &'static str,
        /// The day of their next birthday.
        birthday: Option<Day>,
        /// What else is worth knowing.
        notes: String,
        /// What must never be said to them.
        never_say: String,
    }

    /// Days somebody of our company is away.
    Away {
        /// Who.
        name: String,
        /// The first day.
        from: Option<Day>,
        /// The last day.
        to: Option<Day>,
        /// Who stands in.
        stand_in: Option<String>,
    }

    /// How it goes with a client: never in a report for a client.
    Health {
        /// 0 to 100.
        score: u8,
        /// Points more or less than 30 days ago.
        trend: Option<i64>,
        /// The parts that give points.
        parts: Vec<HealthPart>,
        /// The score at the end of each of the last twelve months.
        course: Vec<HealthPoint>,
    }

    /// One part of health, with its cause.
    HealthPart {
        /// `freshness`, `promises`, `waits`, `agreements`, `feedback` or `feel`; words by `word("health")`.
        part: &'static str,
        /// Points got.
        got: u8,
        /// Points possible.
        possible: u8,
        /// Days: of silence, of the longest wait, since the feeling.
        days: Option<i64>,
        /// How many: promises kept, open wishes, answers, the feeling (1 to 5).
        count: Option<i64>,
        /// Of how many promises.
        of: Option<i64>,
        /// What is worst off: a promise, a wish, an agreement.
        title: Option<String>,
    }

    /// The score at the end of a month.
    HealthPoint {
        /// The last day of the month, today for the present one.
        on: Day,
        /// 0 to 100; none while it was not known.
        score: Option<u8>,
    }

    /// Promises that came due in a month.
    Month {
        /// The first day of the month.
        month: Day,
        /// Kept by their first day.
        kept: usize,
        /// Broken.
        broken: usize,
        /// Not due yet.
        open: usize,
    }

    /// How many touches of a kind there were.
    Count {
        /// `call`, `meeting` and so on; words by `word("touch")`.
        kind: &'static str,
        /// How many.
        count: usize,
    }
}
