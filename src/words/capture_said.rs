//! The pieces of what is said of a captured line: see [`super::capture`].

use super::message::messages;

messages! {
    /// A touch that lies ahead.
    planned(kind: &str): "planned {kind}" => "{kind} (στο πλάνο)";
    /// A touch in which a wish was heard.
    and_request(touch: &str): "{touch} and request" => "{touch} και αίτημα";
    /// What a line becomes.
    follow_up: "follow-up" => "παρακολούθηση";
    /// Whose name a part is.
    person: "person" => "άτομο";
    /// What the line takes from where one stands.
    where_you_are(what: &str): "{what} (where you are)" => "{what} (όπου είστε)";
    /// A word that says that something is wished for.
    wish: "wish" => "επιθυμία";
    /// A time, and how long it took.
    from_for(from: &str, minutes: i64): "{from} for {minutes} min" => "{from} για {minutes} λεπτά";
    /// How long it took.
    minutes(minutes: i64): "{minutes} min" => "{minutes} λεπτά";
    /// How much work it is.
    hours(hours: i64): "{hours} h of work" => "{hours} ώρες δουλειάς";
    /// When it was asked.
    asked(day: &str): "asked {day}" => "ζητήθηκε {day}";
    /// By when it is to be done.
    due(day: &str): "due {day}" => "λήγει {day}";
    /// The day that was promised.
    promised(day: &str): "promised {day}" => "υπόσχεση {day}";
    /// The day it is wanted by.
    wanted(day: &str): "wanted by {day}" => "το θέλουν έως {day}";
    /// When it comes again.
    every(span: &str): "every {span}" => "κάθε {span}";
    /// When it comes again, and first.
    every_from(span: &str, day: &str): "every {span}, due {day}" => "κάθε {span}, λήγει {day}";
    /// How much it matters.
    priority(label: &str): "priority {label}" => "προτεραιότητα {label}";
    /// A word to filter by.
    tag(tag: &str): "tag {tag}" => "ετικέτα {tag}";
    /// When one comes back to it.
    follow_up_on(day: &str): "follow-up {day}" => "παρακολούθηση {day}";

    /// A day that is left out.
    second_date: "a second date: the first one counts" => "δεύτερη ημερομηνία: ισχύει η πρώτη";
    /// A day that is over.
    has_passed(day: &str): "{day} has passed" => "{day}: πέρασε";
    /// A day that is far off.
    year_ahead(day: &str): "{day} is more than a year ahead: write the year" => "{day}: πάνω από έναν χρόνο μπροστά, γράψτε και το έτος";
    /// A day that may be a fraction.
    fraction(day: &str, other: &str): "read as {day}, and may be “{other}”" => "διαβάστηκε ως {day}, ίσως είναι «{other}»";
    /// A touch that took place on a day to come.
    ahead_and_over: "lies ahead, and the line says that it took place" => "είναι στο μέλλον, ενώ η γραμμή λέει ότι έγινε";
    /// A touch to come in which something was wished for.
    ahead_and_wished: "lies ahead, and something was wished for already: write a line for each"
        => "είναι στο μέλλον, ενώ κάτι ζητήθηκε ήδη: γράψτε μία γραμμή για το καθένα";
    /// A day that may be that of the touch.
    of_touch(kind: &str): "read as the day of the {kind}: with a colon before the text there is no doubt"
        => "διαβάστηκε ως ημέρα ({kind}): με άνω-κάτω τελεία πριν από το κείμενο δεν υπάρχει αμφιβολία";
    /// A week that may be this one or the next.
    either_week(words: &str, one: &str, other: &str): "“{words}” may be {one} or {other}: it stays in the title"
        => "το «{words}» μπορεί να είναι {one} ή {other}: μένει στον τίτλο";
    /// A day that may be a promise.
    read_as_wanted: "read as the day it is wanted by; with “by” before it there is no doubt"
        => "διαβάστηκε ως η ημέρα έως την οποία το θέλουν· με «έως» μπροστά δεν υπάρχει αμφιβολία";
    /// A day with a word that changes it.
    modified(words: &str): "“{words}” is not read as a date: it stays in the title" => "το «{words}» δεν διαβάζεται ως ημερομηνία: μένει στον τίτλο";
    /// A day within a text.
    in_prose(words: &str): "“{words}” stays in the title; with “by” before it, it is a day" => "το «{words}» μένει στον τίτλο· με «έως» μπροστά είναι ημέρα";
    /// A part of a day.
    part_of_touch(words: &str): "“{words}” is no time: say at 10, at 15:30" => "το «{words}» δεν είναι ώρα: γράψτε στις 10, στις 15:30";
    /// A part of a day.
    part_of_work(words: &str): "“{words}” is left out: what is to be done has a day, and no time" => "το «{words}» παραλείπεται: ό,τι είναι να γίνει έχει ημέρα, όχι ώρα";
    /// A time.
    time_of_work(words: &str): "“{words}” stays in the title: what is to be done has a day, and no time"
        => "το «{words}» μένει στον τίτλο: ό,τι είναι να γίνει έχει ημέρα, όχι ώρα";
    /// A repetition of what does not come again.
    no_task(words: &str): "“{words}”: only a task comes again" => "«{words}»: μόνο μια εργασία επαναλαμβάνεται";
    /// A day among names.
    among_names(words: &str): "“{words}” stays in the title: as a date it stands right behind the names, with “on” before it"
        => "το «{words}» μένει στον τίτλο: ως ημερομηνία μπαίνει αμέσως μετά τα ονόματα, με «στις» μπροστά";
    /// A day that there is not.
    no_date(words: &str): "“{words}” is no date: it stays in the title" => "το «{words}» δεν είναι ημερομηνία: μένει στον τίτλο";
    /// A day that there is not, of a touch.
    no_date_of_touch(words: &str): "“{words}” is no date: it stays in the title, and it is logged as now"
        => "το «{words}» δεν είναι ημερομηνία: μένει στον τίτλο, και καταγράφεται ως τώρα";
    /// A day that goes on.
    unread(words: &str): "“{words} …” was not read as a date: it stays in the title" => "το «{words} …» δεν διαβάστηκε ως ημερομηνία: μένει στον τίτλο";
    /// No day in particular.
    vague(words: &str): "“{words}” is no day: it stays in the title" => "το «{words}» δεν είναι ημέρα: μένει στον τίτλο";
    /// No day in particular, of a touch.
    vague_touch(words: &str): "“{words}” is no day: it is logged as now" => "το «{words}» δεν είναι ημέρα: καταγράφεται ως τώρα";
    /// A day behind the colon.
    later(words: &str): "“{words}” may be when it is to be: before the colon it would be; now it is logged as over"
        => "το «{words}» ίσως είναι το πότε θα γίνει: πριν από την άνω-κάτω τελεία θα ήταν· τώρα καταγράφεται ως τετελεσμένο";
    /// A day by which a touch is to be done.
    due_in_touch(touch: &str): "a {touch} is not due on a day: begin with task, or add +follow-up"
        => "{touch}: δεν λήγει κάποια ημέρα, αρχίστε με εργασία, ή προσθέστε +follow-up";
    /// A text that may be a day.
    likely(words: &str, days: &str, written: &str): "“{words}” may be {days}: it stays in the title, and is read when written {written}"
        => "το «{words}» ίσως είναι {days}: μένει στον τίτλο, και διαβάζεται αν γραφτεί {written}";
    /// Between two of several.
    or: " or " => " ή ";
    /// A day that is also a name.
    called(words: &str, names: &str): "“{words}” is read as a day, and may be {names}" => "το «{words}» διαβάζεται ως ημέρα, ίσως είναι {names}";

    /// A worker that is left out.
    second_worker: "a second one: the first one counts" => "δεύτερος: ισχύει ο πρώτος";
    /// Nobody is called so.
    no_worker(words: &str): "no department and no colleague is called “{words}”" => "κανένα τμήμα και κανένας συνάδελφος δεν λέγεται «{words}»";
    /// No project is called so.
    no_project(words: &str): "no project is called “{words}”" => "κανένα έργο δεν λέγεται «{words}»";
    /// No record has the number.
    no_number(words: &str): "nothing bears the number {words}" => "τίποτα δεν έχει τον αριθμό {words}";
    /// A number of another client.
    number_of(no: u32, kind: &str, client: &str): "#{no} is a {kind} of {client}: it stays text" => "#{no}: {kind} του πελάτη {client}, μένει κείμενο";
    /// A number of what is closed.
    number_closed(no: u32, kind: &str, name: &str): "#{no} is a {kind} that is closed ({name}): it stays text" => "#{no}: {kind} που έχει κλείσει ({name}), μένει κείμενο";
    /// Somebody is not there.
    is_away(name: &str, until: &str, instead: &str): "{name} is away until {until}: {instead}" => "{name}: λείπει έως {until}, {instead}";
    /// Whose project it is.
    project_of(client: &str): "is a project of {client}" => "έργο του πελάτη {client}";
    /// For whom somebody works.
    works_for(who: &str, client: &str): "{who} works for {client}" => "{who}: εργάζεται για {client}";
    /// A colleague wishes for something.
    wish_of_ours(who: &str): "{who} works for us and wishes for nothing: with @ before the name it goes there"
        => "{who}: εργάζεται για εμάς και δεν ζητά κάτι, με @ μπροστά στο όνομα πηγαίνει εκεί";
    /// A department wishes for something.
    wish_of_department(words: &str, name: &str): "“{words}” is {name}, a department of ours, and wishes for nothing: begin with task, and @{name} for who does it"
        => "το «{words}» είναι {name}, δικό μας τμήμα, και δεν ζητά κάτι: αρχίστε με εργασία, και @{name} για το ποιος την κάνει";
    /// Somebody may be meant.
    may_be(words: &str, names: &str, mend: &str): "“{words}” may be {names}: {mend}" => "το «{words}» ίσως είναι {names}: {mend}";
    /// How to say so.
    more_of_name: "write more of the name" => "γράψτε περισσότερο από το όνομα";
    /// How to say so.
    with_capital: "with a capital letter it is" => "με κεφαλαίο γράμμα είναι";
    /// How to say so.
    as_in_book: "write the name as it is in the book" => "γράψτε το όνομα όπως είναι στο βιβλίο";
    /// A name within a text.
    in_text(words: &str, name: &str): "“{words}” may be {name}: to say so, begin the text with “for {words}:”"
        => "το «{words}» ίσως είναι {name}: αν είναι, αρχίστε το κείμενο με «για {words}:»";
    /// Several names within a text.
    several_in_text(words: &str): "“{words}” fits several, and none was taken: begin the text with “for” and a whole name"
        => "το «{words}» ταιριάζει σε πολλούς, και δεν επιλέχθηκε κανείς: αρχίστε το κείμενο με «για» και ολόκληρο όνομα";
    /// A name beside a department.
    beside_department(words: &str, name: &str): "“{words}” may be {name}: with @ before the name it goes there"
        => "το «{words}» ίσως είναι {name}: με @ μπροστά στο όνομα πηγαίνει εκεί";
    /// A name that nobody has.
    not_in_book(words: &str): "“{words}” is not in the book" => "το «{words}» δεν είναι στο βιβλίο";
    /// Two where one can be.
    only_one(first: &str, other: &str): "only {first} has it then: write a line of its own for {other}"
        => "το έχει μόνο {first}: γράψτε ξεχωριστή γραμμή για {other}";
    /// An address that nobody has.
    no_address(words: &str): "“{words}” is no address of the book: it stays in the title" => "το «{words}» δεν είναι διεύθυνση του βιβλίου: μένει στον τίτλο";
    /// A number that nobody has.
    no_phone(words: &str): "“{words}” is no number of the book: it stays in the title" => "το «{words}» δεν είναι αριθμός του βιβλίου: μένει στον τίτλο";
    /// An address of a department.
    way_of_department(words: &str, name: &str): "“{words}” is {name}: @{name} says that they do it" => "το «{words}» είναι {name}: με @{name} το αναλαμβάνουν";
}
