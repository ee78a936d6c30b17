//! The reports as templates find them: one for each kind.

use super::items::{
    Agreement, Away, Count, Decision, Health, Milestone, Month, Person, Project, Promise, Share, Task, Touch,
    Voice, Wait, Wish,
};
use super::shape::{Day, things};

things! {
    /// What stands at the top of each report.
    PAGES;

    /// `meeting`: what was said in a meeting, and what follows from it.
    Meeting {
        /// The day it is written.
        today: Day,
        /// Whether it is for us: then it holds what is internal.
        internal: bool,
        /// With which clients.
        clients: Vec<String>,
        /// The meeting itself.
        meeting: Touch,
        /// How many minutes it took.
        minutes: Option<i64>,
        /// Who took part for the client.
        theirs: Vec<Person>,
        /// Who took part for us.
        ours: Vec<Person>,
        /// The projects it was about.
        projects: Vec<String>,
        /// The wishes it was about, and those that came up on that day.
        wishes: Vec<Wish>,
        /// What was decided on that day.
        decisions: Vec<Decision>,
        /// Tasks that were written down on that day.
        tasks: Vec<Task>,
        /// The next meeting that is planned.
        next: Option<Touch>,
        /// `unknown`, `bad`, `poor`, `neutral`, `good` or `great`: how it felt, only for us; words by `word("mood")`.
        mood: &'static str,
    }

    /// `week`: what was done, what came in, what comes next.
    Week {
        /// The day it is written.
        today: Day,
        /// Whether it is for us: then it holds what is internal.
        internal: bool,
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
        /// For which client; none is all of them.
        client: Option<String>,
        /// For which project.
        project: Option<String>,
        /// Wishes done.
        done: Vec<Wish>,
        /// Milestones reached.
        reached: Vec<Milestone>,
        /// Tasks done; only for us.
        tasks_done: Vec<Task>,
        /// Wishes that came in.
        came_in: Vec<Wish>,
        /// Promises that are broken and open.
        late: Vec<Promise>,
        /// Promises with their day in the fourteen days after the report.
        ahead: Vec<Promise>,
        /// What lies with the client.
        with_client: Vec<Wait>,
        /// What lies with others of our side; only for us.
        with_others: Vec<Wait>,
        /// Meetings and calls that took place.
        touches: Vec<Touch>,
        /// Touches that are planned for the fourteen days after the report.
        planned: Vec<Touch>,
        /// The projects that go on.
        projects: Vec<Project>,
    }

    /// `review`: how a period went with a client.
    Review {
        /// The day it is written.
        today: Day,
        /// Whether it is for us: then it holds what is internal.
        internal: bool,
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
        /// The client.
        client: String,
        /// What they want to reach.
        goals: String,
        /// Wishes that reached us.
        asked: Vec<Wish>,
        /// Wishes that were done.
        done: Vec<Wish>,
        /// Wishes that are open.
        open: Vec<Wish>,
        /// Promises whose first day lies in the period.
        promises: Vec<Promise>,
        /// How many of them were kept.
        kept: usize,
        /// How many of them were broken.
        broken: usize,
        /// The same, month by month.
        months: Vec<Month>,
        /// How long each side had what was open.
        shares: Vec<Share>,
        /// What lies with the client now.
        with_client: Vec<Wait>,
        /// What they said in the period.
        feedback: Vec<Voice>,
        /// What was decided in the period, and what waits for a decision.
        decisions: Vec<Decision>,
        /// Milestones of the period, and those that are ahead.
        milestones: Vec<Milestone>,
        /// The projects that went on in the period.
        projects: Vec<Project>,
        /// The agreements that hold.
        agreements: Vec<Agreement>,
        /// How often we were in touch.
        touches: Vec<Count>,
        /// How it goes with them; only for us.
        health: Option<Health>,
    }

    /// `handover`: everything a stand-in needs.
    Handover {
        /// The day it is written.
        today: Day,
        /// Always: it is for us.
        internal: bool,
        /// The first day of what passed between us.
        from: Day,
        /// The last day.
        to: Day,
        /// The client.
        client: String,
        /// `a`, `b`, `c` or `none`; words by `word("tier")`.
        tier: &'static str,
        /// What must never be said to them.
        never_say: String,
        /// What they want to reach.
        goals: String,
        /// What else is worth knowing.
        notes: String,
        /// The people there, each with what must never be said to them.
        people: Vec<Person>,
        /// Promises that are open.
        promises: Vec<Promise>,
        /// Wishes that are open.
        wishes: Vec<Wish>,
        /// What others have.
        waits: Vec<Wait>,
        /// Tasks that are open.
        tasks: Vec<Task>,
        /// Decisions that are open.
        decisions: Vec<Decision>,
        /// The projects that go on, with their team.
        projects: Vec<Project>,
        /// Milestones that are ahead or late.
        milestones: Vec<Milestone>,
        /// The agreements that hold.
        agreements: Vec<Agreement>,
        /// What passed between us.
        touches: Vec<Touch>,
        /// What is planned.
        planned: Vec<Touch>,
        /// What they said.
        feedback: Vec<Voice>,
        /// Who of the teams is away, or will be within thirty days.
        away: Vec<Away>,
        /// Files and pages.
        links: Vec<String>,
        /// How it goes with them.
        health: Option<Health>,
    }

    /// `order`: the work of a department, client by client.
    Order {
        /// The day it is written.
        today: Day,
        /// Always: it is for our own company.
        internal: bool,
        /// The department.
        department: String,
        /// Who leads it.
        lead: Option<String>,
        /// The mail address they all read.
        mail: String,
        /// What is to be done, client by client.
        clients: Vec<OrderOf>,
        /// Who of them is away, or will be within thirty days.
        away: Vec<Away>,
    }

    /// What a department is to do for one client.
    OrderOf {
        /// The client; none is work for no client.
        client: Option<String>,
        /// Wishes.
        wishes: Vec<Wish>,
        /// Tasks.
        tasks: Vec<Task>,
    }

    /// `portfolio`: every client on a row.
    Portfolio {
        /// The day it is written.
        today: Day,
        /// Always: it is for us.
        internal: bool,
        /// The first day of the promises that are counted.
        from: Day,
        /// The last day.
        to: Day,
        /// The clients that are tended, the worst off first.
        clients: Vec<Client>,
        /// Promises kept of all of them.
        kept: usize,
        /// Promises broken.
        broken: usize,
        /// Open wishes.
        open: usize,
        /// Broken promises that are open.
        late: Vec<Promise>,
        /// Agreements with a day for notice within ninety days.
        notices: Vec<Notice>,
    }

    /// A row of the portfolio.
    Client {
        /// The client.
        name: String,
        /// `a`, `b`, `c` or `none`; words by `word("tier")`.
        tier: &'static str,
        /// `prospective`, `active`, `dormant` or `former`; words by `word("client")`.
        status: &'static str,
        /// How it goes with them, 0 to 100; none while nothing is known.
        score: Option<u8>,
        /// Points more or less than 30 days ago.
        trend: Option<i64>,
        /// The day of the last touch.
        last_touch: Option<Day>,
        /// Open wishes.
        open: usize,
        /// Broken promises that are open.
        late: usize,
        /// Projects that go on.
        projects: usize,
        /// Promises kept in the period.
        kept: usize,
        /// Promises broken in the period.
        broken: usize,
    }

    /// An agreement that can be given notice soon.
    Notice {
        /// Of which client.
        client: Option<String>,
        /// What it is called.
        title: String,
        /// The last day for notice.
        by: Day,
        /// In how many days.
        left: i64,
        /// Whether it renews itself without.
        renews: bool,
    }
}
