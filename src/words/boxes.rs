//! What stands in forms and in the boxes that ask for a day, a person, a file, or what a date pushes.

use super::message::messages;

messages! {
    /// In a field of several choices.
    choose_one(rest: &str): "Type one of: {rest}." => "Γράψτε ένα από: {rest}.";
    /// In a field that finds records.
    type_to_find: "Type to find." => "Γράψτε για αναζήτηση.";
    /// In a field that finds records and offers some.
    type_or_go_down: "Type to find, or go down to one of these." => "Γράψτε για αναζήτηση, ή διαλέξτε ένα από τα παρακάτω.";
    /// A field finds no record.
    none_found(kind: &str): "No {kind} has these words: empty the field, or leave and write the {kind} down first"
        => "Κανένα αποτέλεσμα ({kind}): αδειάστε το πεδίο, ή βγείτε για να προστεθεί πρώτα";
    /// A field finds no choice.
    no_choice: "None of the choices has these letters" => "Καμία επιλογή δεν έχει αυτά τα γράμματα";
    /// A record can be made with the one that is written.
    offer_new(kind: &str, name: &str): "+ new {kind} “{name}”" => "+ προσθήκη {kind} «{name}»";
    /// A record is made with the one that is written.
    is_new(name: &str): "{name} (new)" => "{name} (νέο)";
    /// Behind a record that is made with the one that is written.
    added_with: "added with this one" => "προστίθεται μαζί";

    /// From which day a step was counted.
    counted_from(day: &str): ", counted from {day}" => ", μετρώντας από {day}";
    /// A day lies before the one that stood there.
    earlier(day: &str): "earlier than {day}" => "νωρίτερα από {day}";
    /// Nobody works on a day.
    no_workday(why: &str): "no working day: {why}" => "μη εργάσιμη: {why}";
    /// On offer: the Monday that comes.
    next_monday: "next Monday" => "επόμενη Δευτέρα";
    /// On offer: a week on.
    plus_week: "+1 week" => "+1 εβδομάδα";
    /// On offer: a month on.
    plus_month: "+1 month" => "+1 μήνας";
    /// What is typed is no day.
    no_day: "a day was expected, such as fri, in 3 days, 24/12" => "αναμενόταν ημέρα, π.χ. παρ, σε 3 ημέρες, 24/12";
    /// The same, said alone.
    no_day_said: "A day was expected, such as fri, in 3 days, 24/12" => "Αναμενόταν ημέρα, π.χ. παρ, σε 3 ημέρες, 24/12";
    /// What is typed is over.
    no_day_ahead: "a day that lies ahead was expected" => "αναμενόταν μελλοντική ημέρα";
    /// There is nothing else that could be done.
    only_this: "Only this can be done with it" => "Μόνο αυτό γίνεται εδώ";

    /// Since when somebody would hold something.
    since(day: &str, detail: &str): "since {day} · {detail}" => "από {day} · {detail}";

    /// Where a line is written: at a client.
    at(name: &str): "at {name}" => "για {name}";
    /// Where a line is written: with a person.
    with(name: &str): "with {name}" => "με {name}";
    /// Where a line is written: in a project.
    within(name: &str): "in {name}" => "στο {name}";
    /// Where a line is written: to a department.
    to(name: &str): "to {name}" => "προς {name}";

    /// A file is there.
    file_is_there: "! There is such a file. Enter writes over it." => "! Υπάρχει ήδη τέτοιο αρχείο. Με enter αντικαθίσταται.";
    /// Which endings of files are known.
    endings(all: &str): "! The ending says how: {all}" => "! Η κατάληξη ορίζει τη μορφή: {all}";
    /// Records are written.
    whole(what: &str): "{what}, whole, in the order of the list." => "{what}, ολόκληρες, με τη σειρά της λίστας.";
    /// Cells are written.
    with_columns(what: &str): "{what}, with the columns of the list." => "{what}, με τις στήλες της λίστας.";
    /// The name of a file has no known ending.
    no_ending: "A name that ends in .csv, .xlsx or .json was expected" => "Αναμενόταν όνομα που τελειώνει σε .csv, .xlsx ή .json";

    /// The day on which a task begins.
    start_of(title: &str): "Start of {title}" => "Έναρξη: {title}";
    /// What has no day yet.
    no_date: "no date" => "χωρίς ημερομηνία";
    /// A day that is left where it is.
    stays(day: &str, other: &str): "stays {day}, not {other}" => "μένει {day}, όχι {other}";
    /// A start that moves along.
    start(days: &str): "start {days}" => "έναρξη {days}";
    /// A promise of the record itself breaks.
    breaks(day: &str): "! breaks the promise: {day}" => "! αθετεί την υπόσχεση: {day}";
    /// A promise of another record breaks.
    breaks_of(title: &str, day: &str): "! breaks the promise of “{title}”: {day}" => "! αθετεί την υπόσχεση για «{title}»: {day}";
    /// A promise of the record itself was broken before.
    promised(day: &str): "! promised: {day}" => "! υποσχεθήκαμε: {day}";
    /// A promise of another record was broken before.
    promised_of(title: &str, day: &str): "! promised of “{title}”: {day}" => "! υποσχεθήκαμε για «{title}»: {day}";
    /// Somebody is not there when something is to be done.
    is_away(name: &str, first: &str, last: &str): "! {name} is away {first} to {last}" => "! Λείπει: {name}, {first} έως {last}";
    /// How many days move, where no promise breaks.
    moves_all_kept(count: i64) = format!("{}. Every promise is kept.", moves(count)) => format!("{}. Καμία υπόσχεση δεν αθετείται.", moves(count));
    /// How many days move, where what was late is later.
    moves_later(count: i64) = format!("{}. No other promise breaks; what was late is later.", moves(count))
        => format!("{}. Δεν αθετείται άλλη υπόσχεση· ό,τι αργούσε, αργεί περισσότερο.", moves(count));
    /// How many days move, and how many promises break.
    moves_break(count: i64, broken: i64) = format!("{}, and breaks {}.", moves(count), if broken == 1 { "one promise".to_owned() } else { format!("{broken} promises") })
        => format!("{} και αθετεί {}.", moves(count), if broken == 1 { "μία υπόσχεση".to_owned() } else { format!("{broken} υποσχέσεις") });
}

messages! {
    /// How many days move.
    moves(count: i64) = format!("This moves {count} other {}", super::plural(count, "date", "dates"))
        => format!("Μετακινεί {count} ακόμη {}", super::plural(count, "ημερομηνία", "ημερομηνίες"));
}
