//! Words on the pages of projects, promises, requests, agreements and the people of a client.

use super::message::messages;

messages! {
    /// In a plan: an open step.
    plan_open: "━ open" => "━ ανοιχτό";
    /// In a plan: a step that is done.
    plan_done: "─ done" => "─ έγινε";
    /// In a plan: a milestone.
    plan_milestone: "◆ milestone" => "◆ ορόσημο";
    /// In a plan: the day that was promised.
    plan_promised: "◇ promised" => "◇ υπόσχεση";
    /// In a plan: what comes later than it was promised.
    plan_slips: "◇─◆ slips" => "◇─◆ καθυστερεί";
    /// In a plan: what the end rests on.
    plan_chain: "*┃ critical chain" => "*┃ κρίσιμη αλυσίδα";
    /// In a plan: what the marked one waits for.
    plan_before: "‹ before the marked one" => "‹ πριν από το επιλεγμένο";
    /// In a plan: what waits for the marked one.
    plan_after: "› after it" => "› μετά από αυτό";
    /// In a plan: which key shows what is done.
    plan_unfolds(key: &str): "✓ done: {key} unfolds" => "✓ έγιναν: {key} για άνοιγμα";
    /// In a plan: so many steps are done, and stand in one row.
    plan_count_done(count: usize): "✓ {count} done" => "✓ {count} έγιναν";
    /// A plan of nothing.
    no_dates: "Nothing here has a date yet" => "Τίποτα εδώ δεν έχει ακόμη ημερομηνία";
    /// Steps that wait for each other.
    in_a_ring(names: &str): "! These wait for each other in a ring: {names}" => "! Περιμένουν κυκλικά το ένα το άλλο: {names}";
    /// A milestone lies before the end of what it waits for.
    set_too_early(title: &str, start: &str, waited: &str, end: &str): "! “{title}” is set to {start}, before “{waited}” ends {end}"
        => "! Το «{title}» είναι για {start}, πριν τελειώσει το «{waited}» ({end})";
    /// A task begins before the end of what it waits for.
    begins_too_early(title: &str, start: &str, waited: &str, end: &str): "! “{title}” begins {start}, before “{waited}” ends {end}"
        => "! Το «{title}» αρχίζει {start}, πριν τελειώσει το «{waited}» ({end})";

    /// Whose a project, a request is.
    client: "Client" => "Πελάτης";
    /// The hours of a project.
    hours: "Hours" => "Ώρες";
    /// The money of a project.
    budget: "Budget" => "Προϋπολογισμός";
    /// Over milestones.
    milestones: "Milestones" => "Ορόσημα";
    /// A project without milestones.
    no_milestones(key: &str): "None yet: a milestone is a date the client can hold us to · {key} adds one"
        => "Κανένα ακόμη: ορόσημο είναι μια ημερομηνία που μας δεσμεύει στον πελάτη · {key} για νέο";
    /// A project without an open task.
    no_next_step(key: &str): "Nothing is open: a project without a next step stands still · {key} adds a task"
        => "Τίποτα ανοιχτό: χωρίς επόμενο βήμα ένα έργο μένει στάσιμο · {key} για νέα εργασία";
    /// By how much a project ends too late.
    after_promise(days: i64): ", {days} d after the promise" => ", {days} ημ. μετά την υπόσχεση";
    /// Over tasks that were begun.
    in_work: "In work" => "Σε εξέλιξη";
    /// Over tasks that wait for something.
    waiting: "Waiting" => "Σε αναμονή";
    /// Over tasks that are done.
    done: "Done" => "Ολοκληρωμένες";
    /// Over tasks that were given up.
    dropped: "Dropped" => "Εγκαταλειμμένες";
    /// Over tasks that nobody has begun.
    open: "Open" => "Ανοιχτές";
    /// A project without tasks.
    no_tasks: "No tasks yet" => "Καμία εργασία ακόμη";
    /// Over tasks that no department does.
    us_and_client: "Us and the client" => "Εμείς και ο πελάτης";
    /// Over the team of a project.
    team: "Team" => "Ομάδα";
    /// A project without a team.
    no_team(key: &str): "Nobody yet · {key} adds somebody to the team" => "Κανείς ακόμη · {key} για νέο μέλος ομάδας";

    /// Nothing was promised.
    no_promises: "Nothing was promised here yet: a request, milestone or project with a promised day is a promise"
        => "Καμία υπόσχεση ακόμη: υπόσχεση είναι ένα αίτημα, ορόσημο ή έργο με ημέρα που υποσχεθήκαμε";
    /// When a promise counts as kept.
    what_is_kept: "Kept is what was done by the day promised first, wherever it was moved since"
        => "Τηρήθηκε ό,τι έγινε έως την πρώτη ημέρα της υπόσχεσης, όπου κι αν μετατέθηκε μετά";
    /// Over promises that were not kept.
    broken: "Broken" => "Αθετημένες";
    /// Over promises whose day lies ahead.
    not_due: "Not due yet" => "Δεν έληξαν ακόμη";
    /// Over promises that were kept.
    kept: "Kept" => "Τηρήθηκαν";
    /// A promise that was kept.
    was_kept: "kept" => "τηρήθηκε";
    /// The promises of a year.
    in_a_year: "In 12 months" => "Σε 12 μήνες";
    /// The promises of half a year.
    in_half_a_year: "In 180 days" => "Σε 180 ημέρες";
    /// No promise came due in that time.
    nothing_due: "nothing came due" => "καμία δεν έληξε";
    /// How many promises were kept.
    rate(kept: usize, all: usize, share: usize): "{kept} of {all} kept, {share} %" => "τηρήθηκαν {kept} από {all}, {share} %";
    /// How many promises were kept, in short.
    short_rate(kept: usize, all: usize): "{kept} of {all}" => "{kept} από {all}";
    /// Over the names of people.
    person: "Person" => "Άτομο";
    /// Over the people of a department with their promises.
    by_person: "By person" => "Ανά άτομο";
    /// When what was promised was done.
    done_on(day: &str): "done {day}" => "έγινε {day}";

    /// A request that is done.
    not_told: "the client was not told yet" => "ο πελάτης δεν ενημερώθηκε ακόμη";
    /// Who wished for something.
    asked_by: "Asked by" => "Ζητήθηκε από";
    /// The project that a request belongs to.
    project: "Project" => "Έργο";
    /// Who carries a request out.
    routed_to: "Routed to" => "Ανατέθηκε σε";
    /// What came of a request.
    outcome: "Outcome" => "Αποτέλεσμα";
    /// What a client wrote.
    in_their_words: "In their words" => "Με τα λόγια τους";
    /// Who holds the ball, for how long, and what was done about it.
    ball(who: &str, days: &str, nudged: &str): "The ball is with {who}, {days}{nudged}" => "Το έχει: {who}, {days}{nudged}";
    /// Over every hand that something passed through.
    hands: "Hands" => "Ποιος το είχε";

    /// When an agreement was signed.
    signed: "Signed" => "Υπογράφηκε";
    /// When an agreement begins.
    start: "Start" => "Έναρξη";
    /// When an agreement ends.
    end: "End" => "Λήξη";
    /// How long before its end notice of an agreement must be given.
    notice: "Notice" => "Προθεσμία";
    /// What an agreement is worth.
    value: "Value" => "Αξία";
    /// Where the text of an agreement lies.
    file: "File" => "Αρχείο";
    /// Notice cannot be given any more.
    notice_past: "the day for notice is past" => "η προθεσμία καταγγελίας πέρασε";
    /// Over what an agreement obliges to.
    obligations: "Obligations" => "Υποχρεώσεις";
    /// An agreement that obliges to nothing.
    no_obligations(key: &str): "None yet · {key} adds one" => "Καμία ακόμη · {key} για νέα";
    /// Over who signed.
    signed_by: "Signed by" => "Υπέγραψαν";
    /// Over the agreement that was renewed.
    term_before: "The term before" => "Η προηγούμενη περίοδος";
    /// Over all agreements of a client.
    agreements_with(client: &str): "Agreements with {client}, over the year" => "Συμφωνίες με {client}, μέσα στο έτος";
    /// On a year's line: an agreement holds.
    terms_holds: "━ holds" => "━ ισχύει";
    /// On a year's line: an agreement renews itself, or is not signed.
    terms_would: "─ goes on by itself, or is a draft" => "─ συνεχίζεται αυτόματα, ή είναι σχέδιο";
    /// On a year's line: notice can be given until then.
    terms_notice: "§ last day for notice" => "§ τελευταία ημέρα καταγγελίας";
    /// A client without an agreement.
    no_terms(key: &str): "No agreement holds in this year · {key} adds one" => "Καμία συμφωνία σε αυτό το έτος · {key} για νέα";
    /// Over what becomes of agreements.
    if_nothing: "If nothing is done" => "Αν δεν γίνει τίποτα";

    /// Over the names of people.
    head_people: "people" => "άτομα";
    /// Over how people stand to us.
    head_attitude: "to us" => "στάση";
    /// Over what people may decide.
    head_influence: "influence" => "επιρροή";
    /// Over when people were last in touch.
    head_touch: "touch" => "επικοιν.";
    /// Over what people do.
    head_job: "job" => "θέση";
    /// Over the parts that people play.
    head_roles: "roles" => "ρόλοι";
    /// Over how people are reached.
    head_reach: "reach" => "στοιχεία";
    /// People who report to each other.
    reports_in_a_ring(names: &str): "! Reports, in the end, to those who report to them: {names}"
        => "! Αναφέρονται τελικά σε όσους αναφέρονται σε αυτούς: {names}";
}
