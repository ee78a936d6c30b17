//! The pieces of what is said of a captured line as a whole, and of lengths in it: see [`super::capture`].

use super::message::messages;

messages! {
    /// Nothing says what a line is.
    taken_as_task: "not said what it is, taken as a task: begin with task, call, meeting, or who wants what"
        => "δεν λέει τι είναι, θεωρείται εργασία: αρχίστε με εργασία, κλήση, συνάντηση, ή ποιος θέλει τι";
    /// Nothing says what a line is.
    taken_as_note: "not said what it is, taken as a note: begin with call, meeting, task, or who wants what"
        => "δεν λέει τι είναι, θεωρείται σημείωση: αρχίστε με κλήση, συνάντηση, εργασία, ή ποιος θέλει τι";
    /// A word that is nearly one that says what a line is.
    near_kind(words: &str, kind: &str): "“{words}” may be “{kind}”: it is not read so" => "το «{words}» ίσως είναι «{kind}»: δεν διαβάζεται έτσι";
    /// The same, or a name.
    near_kind_or(words: &str, kind: &str, names: &str): "“{words}” may be “{kind}” or {names}: it is not read so"
        => "το «{words}» ίσως είναι «{kind}» ή {names}: δεν διαβάζεται έτσι";
    /// A wish of nobody.
    nobody_wishes: "whose wish is it? No client was found" => "ποιος το ζητά; Δεν βρέθηκε πελάτης";
    /// A touch with nobody.
    with_nobody: "with whom? No client and no person was found" => "με ποιον; Δεν βρέθηκε πελάτης ή άτομο";
    /// A touch that matters.
    priority_of_touch: "a touch has no priority; a follow-up has" => "μια επικοινωνία δεν έχει προτεραιότητα· μια παρακολούθηση έχει";
    /// A touch with a department.
    department_of_touch: "a department takes part by its people: name one of them" => "ένα τμήμα συμμετέχει με τα άτομά του: γράψτε κάποιον";
    /// A priority that there is not.
    no_priority(words: &str): "“{words}” is no priority: !high, !urgent, !low" => "το «{words}» δεν είναι προτεραιότητα: !high, !urgent, !low";
    /// A priority that is left out.
    second_priority: "a second priority: the first one counts" => "δεύτερη προτεραιότητα: ισχύει η πρώτη";
    /// A follow-up without a day.
    follow_up_without_day: "no day for the follow-up: write +follow-up fri" => "χωρίς ημέρα για την παρακολούθηση: γράψτε +follow-up παρ";
    /// An arrow.
    arrow(words: &str): "“{words}” is not read: +follow-up and a day keeps it as a task" => "το «{words}» δεν διαβάζεται: με +follow-up και ημέρα κρατιέται ως εργασία";
    /// Somebody took something on.
    taken_on(words: &str): "“{words}” is not kept as a task: add +follow-up and the day" => "το «{words}» δεν κρατιέται ως εργασία: προσθέστε +follow-up και την ημέρα";
    /// Two wishes in a line.
    second_wish(words: &str): "“{words}” stands twice, and it becomes one request: write a line for each"
        => "το «{words}» υπάρχει δύο φορές, και γίνεται ένα αίτημα: γράψτε μία γραμμή για το καθένα";
    /// Perhaps several wishes in a line.
    wishes(count: usize): "perhaps {count} wishes, and it becomes one request: write a line for each"
        => "ίσως {count} επιθυμίες, και γίνεται ένα αίτημα: γράψτε μία γραμμή για την καθεμία";
    /// A word that would mean something behind its sign.
    without_mark(words: &str, mark: &str): "“{words}” stays in the title: {mark}{words} would be read" => "το «{words}» μένει στον τίτλο: το {mark}{words} θα διαβαζόταν";
    /// Nothing is left for a title.
    no_words(called: &str): "no words are left: it will be called “{called}”" => "δεν μένουν λέξεις: θα λέγεται «{called}»";

    /// A day that may be over or ahead.
    either_over(read: &str, other: &str): "read as {read}; for {other} begin with call or meeting" => "διαβάστηκε ως {read}· για {other} αρχίστε με κλήση ή συνάντηση";
    /// A day that may be over or ahead.
    either_ahead(read: &str, other: &str): "read as {read}, ahead; for {other} say met, called or sent" => "διαβάστηκε ως {read}, στο μέλλον· για {other} γράψτε συνάντησα, κάλεσα ή έστειλα";
    /// A day that may be over or ahead.
    either_behind(read: &str, other: &str): "read as {read}, when it took place; for {other} write that day" => "διαβάστηκε ως {read}, όταν έγινε· για {other} γράψτε εκείνη την ημέρα";

    /// A length that is left out.
    second_length: "a second length: the first one counts" => "δεύτερη διάρκεια: ισχύει η πρώτη";
    /// A length within a text.
    length_in_text(words: &str, kind: &str): "“{words}” stays in the text: right behind the names it is how long the {kind} took"
        => "το «{words}» μένει στο κείμενο: αμέσως μετά τα ονόματα είναι η διάρκεια ({kind})";
    /// A length that is no part of a line.
    stays(words: &str, why: &str): "“{words}” stays in the title: {why}" => "το «{words}» μένει στον τίτλο: {why}";
    /// Why hours are not read.
    follow_up_has_day: "a follow-up has a day" => "μια παρακολούθηση έχει ημέρα";
    /// Why hours are not read.
    behind_day: "hours of work stand before the day, and a task has no time of day" => "οι ώρες δουλειάς μπαίνουν πριν από την ημέρα, και μια εργασία δεν έχει ώρα";
    /// Why hours are not read.
    parts_of_hours: "the work of a task is told in whole hours" => "η δουλειά μιας εργασίας μετριέται σε ολόκληρες ώρες";
    /// Why hours are not read.
    not_last: "hours of work stand at the end of the line" => "οι ώρες δουλειάς μπαίνουν στο τέλος της γραμμής";
}
