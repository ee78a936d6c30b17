//! Words on the pages of records: headings, facts, what stands where there is nothing, legends.

use super::message::{messages, plural};

messages! {
    /// What happened around a record.
    timeline: "Timeline" => "Χρονολόγιο";
    /// Nothing happened yet.
    nothing_logged(key: &str): "Nothing was logged yet · {key} logs a touch" => "Δεν έχει καταγραφεί τίποτα · {key} για επικοινωνία";
    /// Where no task is open; `key` adds one.
    no_task_open(key: &str): "Nothing is open · {key} adds a task" => "Τίποτα ανοιχτό · {key} για νέα εργασία";
    /// Where no project is open; `key` adds one.
    no_project_open(key: &str): "No project is open · {key} adds one" => "Κανένα ανοιχτό έργο · {key} για νέο";
    /// Where there is no person; `key` adds one.
    nobody(key: &str): "Nobody yet · {key} adds a person" => "Κανείς ακόμη · {key} για νέο άτομο";
    /// Where nothing is open.
    nothing_open_here: "Nothing is open here" => "Τίποτα ανοιχτό εδώ";
    /// What is to be done next for a client.
    next: "Next" => "Επόμενα";
    /// Over projects.
    projects: "Projects" => "Έργα";
    /// Over people.
    people: "People" => "Άτομα";
    /// Over agreements.
    agreements: "Agreements" => "Συμφωνίες";
    /// Over requests.
    requests: "Requests" => "Αιτήματα";
    /// Over what is not done.
    open: "Open" => "Ανοιχτά";
    /// Over what is done or was dropped.
    closed: "Closed" => "Κλειστά";
    /// Over requests that are not done.
    open_requests: "Open requests" => "Ανοιχτά αιτήματα";
    /// Over requests that are done.
    closed_requests: "Closed requests" => "Κλειστά αιτήματα";
    /// Over tasks that are not done.
    open_tasks: "Open tasks" => "Ανοιχτές εργασίες";
    /// Over a long text.
    notes: "Notes" => "Σημειώσεις";
    /// Over the text of what a project is about.
    brief: "Brief" => "Περιγραφή";

    /// Health cannot be told.
    no_health: "Nothing is known that health could be told from, or nobody tends this client"
        => "Δεν υπάρχουν στοιχεία για την υγεία, ή κανείς δεν φροντίζει αυτόν τον πελάτη";
    /// The score of a client, and where it went.
    health(score: &str, trend: &str): "Health {score} {trend}" => "Υγεία {score} {trend}";
    /// The score of each month.
    by_month: "Month by month" => "Ανά μήνα";
    /// So many of the points there are.
    of(got: i64, possible: i64): "{got} of {possible}" => "{got} από {possible}";
    /// How many months are told, and with which score they began.
    months(count: usize, first: u8): "{count} months, from {first}" => "{count} μήνες, από {first}";
    /// Before the marks of the touches of a year.
    touch: "Touch" => "Επικοινωνία";
    /// Nobody was ever in touch with a client.
    never_in_touch: "never been in touch" => "καμία επικοινωνία ποτέ";
    /// When the last touch was.
    last_touch(ago: &str): "last touch {ago}" => "τελευταία επικοινωνία {ago}";
    /// So many tasks are late.
    late_tasks(count: i64) = format!("{count} {} late", plural(count, "task", "tasks"))
        => format!("{count} {}", plural(count, "εργασία αργεί", "εργασίες αργούν"));
    /// So many promised dates are past.
    promises_past(count: i64) = format!("{count} promised {} past", plural(count, "date", "dates"))
        => format!("{count} {}", plural(count, "υπόσχεση έληξε", "υποσχέσεις έληξαν"));

    /// When a person was born, by the next day on which it comes round.
    birthday: "Birthday" => "Γενέθλια";
    /// When a person was last in touch.
    last_touch_of: "Last touch" => "Τελ. επικοινωνία";
    /// Over the days on which a person is not there.
    away: "Away" => "Απουσίες";
    /// From one day to another.
    from_to(first: &str, last: &str): "{first} to {last}" => "{first} έως {last}";
    /// Who leads a department.
    head: "Head" => "Επικεφαλής";
    /// An address of a department.
    mail: "Mail" => "E-mail";
    /// A number of a department.
    phone: "Phone" => "Τηλέφωνο";
    /// How fast a department answers; over what it took.
    answers: "Answers" => "Απαντήσεις";
    /// Within so many days.
    within(days: i64) = format!("in {}", super::dates::days(days)) => format!("σε {}", super::dates::days(days));
    /// A colleague has no open task.
    nothing_open: "nothing open" => "τίποτα ανοιχτό";
    /// A colleague has so many open tasks.
    count_open(count: usize): "{count} open" => "{count} εργ.";
    /// A colleague has so many open tasks, so many of them late.
    count_late(count: usize, late: usize): "{count} open, !{late} late" => "{count} εργ., !{late} αργούν";
    /// Until when somebody is away, and who stands in.
    away_until(day: &str): "away until {day}" => "λείπει έως {day}";

    /// When a record was added.
    added: "Added" => "Προστέθηκε";
    /// Over what a record points at.
    linked: "Linked to" => "Συνδέεται με";

    /// Over the weeks of a load.
    week_from: "week from" => "εβδομάδα από";
    /// What has no date.
    no_date: "no date" => "χωρίς ημ/νία";
    /// What a heat map shows.
    heat(full: i64, away: &str):
        "Hours of open tasks, spread from start to due; a block is full at {full} hours for each who is there. ! more than fits; ~ more than fits for somebody; {away} work of somebody who is away all week; +n requests, or tasks without hours"
        => "Ώρες ανοιχτών εργασιών, μοιρασμένες από την έναρξη έως τη λήξη· ένα κουτί γεμίζει με {full} ώρες για κάθε παρόντα. ! περισσότερα από όσα χωρούν· ~ περισσότερα από όσα χωρούν σε κάποιον· {away} δουλειά κάποιου που λείπει όλη την εβδομάδα· +n αιτήματα, ή εργασίες χωρίς ώρες";
    /// What a load shows.
    load(full: i64):
        "Hours of open tasks, spread from start to due, as many weeks as there is room for. A full bar is {full} hours; (n) tasks without hours; +n requests; \"away\" in days"
        => "Ώρες ανοιχτών εργασιών, μοιρασμένες από την έναρξη έως τη λήξη, για όσες εβδομάδες χωρούν. Μια γεμάτη μπάρα είναι {full} ώρες· (n) εργασίες χωρίς ώρες· +n αιτήματα· «λείπει» σε ημέρες";
    /// So many days of a week somebody is away.
    away_days(days: usize): "away {days}" => "λείπει {days}";
    /// What all of a department take to answer.
    department: "Department" => "Τμήμα";
    /// How long one answer took.
    one_answer(days: i64): "{days} d, one answer" => "{days} ημ., μία απάντηση";
    /// How long answers take, that in the middle of all.
    median(days: i64, count: usize): "median {days} d of {count} answers" => "διάμεσος {days} ημ. σε {count} απαντήσεις";

    /// The page of changes until they were read.
    reading_journal: "Reading the journal …" => "Διαβάζεται το ιστορικό …";
    /// The page of changes of a record with none.
    no_changes: "The journal has nothing on this record: older parts of it lie in the backups"
        => "Το ιστορικό δεν έχει τίποτα για αυτή την εγγραφή: τα παλαιότερα μέρη του είναι στα αντίγραφα ασφαλείας";
    /// Before a change that took another one back.
    taken_back: "taken back: " => "αναιρέθηκε: ";
    /// Before a change that did another one again.
    done_again: "done again: " => "επαναλήφθηκε: ";
    /// A change that deleted a record.
    into_bin: "into the bin" => "στον κάδο";
    /// A change that brought a record back.
    out_of_bin: "out of the bin" => "από τον κάδο";
    /// A change that took a record out for good.
    out_of_book: "taken out of the book" => "οριστική διαγραφή από το βιβλίο";

    /// Nobody else holds anything.
    nobody_holds: "Nobody else holds anything" => "Κανείς άλλος δεν έχει κάτι";
    /// Somebody holds nothing.
    nothing_with_them: "Nothing lies with them" => "Δεν έχουν τίποτα σε εκκρεμότητα";
    /// What others hold of a client.
    with_others: "With others" => "Σε άλλους";
    /// What somebody holds.
    with_them: "With them" => "Σε αυτούς";
    /// What the blocks of those who hold something mean.
    holders: "The oldest at the left. A block is full when it takes as long as it usually does; ! longer"
        => "Αριστερά το παλαιότερο. Ένα κουτί γεμίζει όταν κάτι διαρκεί όσο συνήθως· ! περισσότερο";
    /// Over how long each thing is held.
    longest_each: "longest, each" => "μέγιστο, καθένα";
    /// Over who holds things.
    with: "with" => "σε ποιον";
    /// Over how many things somebody holds.
    how_many: "how many" => "πόσα";
}
