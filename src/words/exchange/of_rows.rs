//! What is said of the rows that come in, one by one.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    in_line(line: impl Display, reason: impl Display): "line {line}: {reason}" => "γραμμή {line}: {reason}";
    in_line_words(line: impl Display, words: impl Display): "line {line}: {words}" => "γραμμή {line}: {words}";
    summary(source: impl Display, new: impl Display, changed: impl Display, same: impl Display, count: impl Display): "{source}: {new} new, {changed} changed, {same} as before, {count} not taken"
        => "{source}: {new} νέες, {changed} αλλάζουν, {same} όπως πριν, {count} δεν πάρθηκαν";
    one_kept(words: impl Display): "{words}; 1 value kept as in the book" => "{words}· 1 τιμή μένει όπως στο βιβλίο";
    some_kept(words: impl Display, kept: impl Display): "{words}; {kept} values kept as in the book"
        => "{words}· {kept} τιμές μένουν όπως στο βιβλίο";
    left_out(words: impl Display, left: impl Display): "{words}; {left} left out" => "{words}· {left} έμειναν έξω";
    a_department: "a department" => "ένα τμήμα";
    differs(what: impl Display, book: impl Display, file: impl Display): "{what} is {book} in the book and {file} in the file; kept as in the book"
        => "{what}: στο βιβλίο {book}, στο αρχείο {file}· μένει όπως στο βιβλίο";
    others_differ(label: impl Display, short: impl Display): "{label} are others in the book than in the file, which says: {short}; kept as in the book"
        => "{label}: άλλα στο βιβλίο, άλλα στο αρχείο, που λέει: {short}· μένει όπως στο βιβλίο";
    was_added(value: impl Display, plural: impl Display): "{value} was added to the {plural} in the book"
        => "{value}: προστέθηκε, δίπλα σε όσα έχει το βιβλίο ({plural})";
    record(number: impl Display, e: impl Display): "record {number}: {e}" => "εγγραφή {number}: {e}";
    stands_twice(id: impl Display): "{id} stands here twice" => "{id}: υπάρχει εδώ δύο φορές";
    lies_in_bin(title: impl Display): "{title} lies in the bin and stays there; bring it back first"
        => "{title}: είναι στον κάδο και μένει εκεί· φέρτε το πρώτα πίσω";
    in_bin_of_file(title: impl Display): "{title} lies in the bin of the file, and stays as it is here"
        => "{title}: είναι στον κάδο του αρχείου, και εδώ μένει όπως είναι";
    not_right(title: impl Display, join: impl Display): "{title} would not be right: {join}"
        => "{title}: δεν θα ήταν σωστό: {join}";
    taken_by_name(kind: impl Display, title: impl Display): "taken for the {kind} {title} of the book, which is called the same"
        => "θεωρήθηκε το ίδιο με αυτό του βιβλίου που λέγεται έτσι ({kind}: {title})";
    other_sort(name: impl Display, book: impl Display, file: impl Display): "the field {name} is {book} in the book and {file} in the file; it stays as in the book, where what does not fit is kept as text. Give it the other type in the book if that is meant"
        => "το πεδίο {name}: στο βιβλίο {book}, στο αρχείο {file}· μένει όπως στο βιβλίο, και ό,τι δεν ταιριάζει κρατιέται ως κείμενο. Αν εννοείτε τον άλλο τύπο, αλλάξτε τον στο βιβλίο";
    other_number(title: impl Display, next: impl Display, number: impl Display): "{title} is #{next} here, as there is a #{number} already"
        => "{title}: εδώ είναι το #{next}, αφού υπάρχει ήδη #{number}";
    differs_of(label: impl Display, title: impl Display, show: impl Display, show_: impl Display): "{label} of {title} is {show} in the book and {show_} in the file; kept as in the book"
        => "{label}, {title}: στο βιβλίο {show}, στο αρχείο {show_}· μένει όπως στο βιβλίο";
    points_nowhere(label: impl Display, title: impl Display): "{label} of {title} is neither in the book nor in this file"
        => "{label}, {title}: δεν είναι ούτε στο βιβλίο ούτε σε αυτό το αρχείο";
    called_by_domain(domain: impl Display): "it has no name; it is called by its domain, {domain}"
        => "δεν έχει όνομα· λέγεται όπως ο τομέας του, {domain}";
    several_clients(name: impl Display): "several clients are called {name}; kept without a client"
        => "περισσότεροι πελάτες λέγονται {name}· μένει χωρίς πελάτη";
    no_client(name: impl Display): "no client is called {name}; kept without a client"
        => "κανένας πελάτης δεν λέγεται {name}· μένει χωρίς πελάτη";
    no_client_id(what: impl Display): "no client has the id {what} there; kept without a client"
        => "κανένας πελάτης δεν έχει εκεί το id {what}· μένει χωρίς πελάτη";
    no_id_there(kind: impl Display, text: impl Display): "no {kind} has the id {text} there"
        => "δεν υπάρχει εκεί {kind} με id {text}";
    several_called(plural: impl Display, name: impl Display): "several {plural} are called {name}"
        => "το όνομα {name} υπάρχει πολλές φορές ({plural})";
    several_have(plural: impl Display, unwrap_or: impl Display): "several {plural} have {unwrap_or}"
        => "το {unwrap_or} υπάρχει πολλές φορές ({plural})";
    none_called(kind: impl Display, name: impl Display): "no {kind} is called {name}"
        => "δεν υπάρχει {kind} με όνομα {name}";
    map_part(part: impl Display): "{part}: a column, = and a field were expected, such as Firm=name"
        => "{part}: αναμενόταν στήλη, = και πεδίο, όπως Firm=name";
    several_kinds(join: impl Display): "a row could be several things; say which: {join}"
        => "μια γραμμή μπορεί να είναι πολλά· πείτε τι: {join}";
    made_one_by_one(plural: impl Display, join: impl Display): "{plural} are made one by one; rows of a table can be {join}"
        => "{plural}: γράφονται ένα ένα· οι γραμμές ενός πίνακα μπορούν να είναι {join}";
    no_such_field(plural: impl Display, field: impl Display, names: impl Display): "{plural} have no field {field}; those that a file can fill are {names}"
        => "{plural}: δεν έχουν πεδίο {field}· όσα γεμίζει ένα αρχείο: {names}";
    column_twice(column: impl Display): "the column {column} is named twice" => "η στήλη {column} αναφέρεται δύο φορές";
    both_go_to(first: impl Display, second: impl Display, field: impl Display, custom: impl Display): "{first} and {second} both go to {field}, where there is room for one; {custom} keeps the other"
        => "οι {first} και {second} πηγαίνουν στο {field}, που χωρά μία· το {custom} κρατά την άλλη";
    nothing_goes_to(fields: impl Display, plural: impl Display): "no column goes to {fields}; {plural} need it"
        => "καμία στήλη δεν πηγαίνει στο {fields}· το χρειάζονται: {plural}";
    one_of_names: "name, first_name, last_name or mails" => "name, first_name, last_name ή mails";
    taken_as_nothing(header: impl Display, join: impl Display): "{header}: taken as nothing was {join}"
        => "{header}: θεωρήθηκε κενό: {join}";
    no_name_or_domain: "it has neither a name nor a domain" => "δεν έχει ούτε όνομα ούτε τομέα";
    no_name_or_mail: "it has neither a name nor a valid mail address"
        => "δεν έχει ούτε όνομα ούτε έγκυρη διεύθυνση e-mail";
    other_width(width: impl Display, width_: impl Display): "it has {width} cells instead of {width_}; the rest was taken as empty"
        => "έχει {width} κελιά αντί για {width_}· τα υπόλοιπα θεωρήθηκαν κενά";
    no_heading: "(no heading)" => "(χωρίς επικεφαλίδα)";
    lies_ahead(header: impl Display, cell: impl Display): "{header} {cell} lies ahead; kept among the custom fields"
        => "{header} {cell}: είναι στο μέλλον· μένει στα δικά σας πεδία";
    kept_and_marked(field: impl Display, value: impl Display, fault: impl Display): "{field} {value}: {fault}; kept as it is, and marked"
        => "{field} {value}: {fault}· μένει όπως είναι, με σήμανση";
    kept_as_is(header: impl Display, cell: impl Display): "{header} {cell} can be read in more than one way or in none; kept as it is"
        => "{header} {cell}: διαβάζεται με πολλούς τρόπους ή με κανέναν· μένει όπως είναι";
    text_kept_as_is(header: impl Display, text: impl Display): "{header} {text} can be read in more than one way or in none; kept as it is"
        => "{header} {text}: διαβάζεται με πολλούς τρόπους ή με κανέναν· μένει όπως είναι";
    marks_gone(header: impl Display): "{header}: marks of web pages were taken away"
        => "{header}: αφαιρέθηκαν τα σημάδια ιστοσελίδων";
    error_kept(header: impl Display, error: impl Display): "{header}: {error}; kept among the custom fields"
        => "{header}: {error}· μένει στα δικά σας πεδία";
    cell_error_kept(header: impl Display, cell: impl Display, error: impl Display): "{header} {cell}: {error}; kept among the custom fields"
        => "{header} {cell}: {error}· μένει στα δικά σας πεδία";
    only_error_kept(error: impl Display): "{error}; kept among the custom fields"
        => "{error}· μένει στα δικά σας πεδία";
    spoilt_kept(header: impl Display, cell: impl Display): "{header} {cell} was spoilt by a spreadsheet; kept among the custom fields"
        => "{header} {cell}: το χάλασε λογιστικό φύλλο· μένει στα δικά σας πεδία";
    unread_kept(header: impl Display, cell: impl Display): "{header} {cell} can be read in more than one way or in none; kept among the custom fields"
        => "{header} {cell}: διαβάζεται με πολλούς τρόπους ή με κανέναν· μένει στα δικά σας πεδία";
    name_and_phone: "name and telephone number" => "όνομα και τηλέφωνο";
    name_and_client: "name and client" => "όνομα και πελάτης";
    other_encoding(encoding: impl Display): "read as {encoding}, because it is not UTF-8; look at some accented names"
        => "διαβάστηκε ως {encoding}, γιατί δεν είναι UTF-8· κοιτάξτε μερικά ονόματα με τόνους";
    open_quotation: "a quotation mark opens here and never closes; this row and those after it were not read"
        => "εδώ ανοίγουν εισαγωγικά που δεν κλείνουν· αυτή η γραμμή και οι επόμενες δεν διαβάστηκαν";
    odd_quotation: "there is a quotation mark too many or too few; look at rows that are not as they should be"
        => "υπάρχουν εισαγωγικά παραπάνω ή λιγότερα· κοιτάξτε γραμμές που δεν είναι όπως πρέπει";
    empty_row: "the row is empty" => "η γραμμή είναι κενή";
    heading_again: "the heading stands here once more" => "η επικεφαλίδα είναι εδώ άλλη μία φορά";
    wrong_width(width: impl Display, wanted: impl Display): "it has {width} cells instead of {wanted}; a separator too many moves all that follow"
        => "έχει {width} κελιά αντί για {wanted}· ένα παραπανίσιο διαχωριστικό μετακινεί όλα τα επόμενα";
    has_no(id_header: impl Display): "it has no {id_header}" => "δεν έχει {id_header}";
    spoilt_id(id_header: impl Display, id: impl Display): "{id_header} {id} was spoilt by a spreadsheet: its last digits are lost"
        => "{id_header} {id}: το χάλασε λογιστικό φύλλο: τα τελευταία του ψηφία χάθηκαν";
    id_on_line(id_header: impl Display, id: impl Display, first: impl Display): "{id_header} {id} stands on line {first} already"
        => "{id_header} {id}: υπάρχει ήδη στη γραμμή {first}";
    title_on_line(title: impl Display, first: impl Display): "{title} stands on line {first} already"
        => "{title}: υπάρχει ήδη στη γραμμή {first}";
    about_same(title_of: impl Display, first: impl Display): "it is about {title_of}, as line {first} is; bring it in by itself"
        => "αφορά: {title_of}, όπως και η γραμμή {first}· φέρτε την χωριστά";
    taken_for(title_of: impl Display, why: impl Display): "taken for {title_of} in the book, by {why}; look whether it is"
        => "θεωρήθηκε αυτό του βιβλίου: {title_of}, από {why}· κοιτάξτε αν είναι";
    in_rows(words: impl Display, rows: impl Display): "{words} ({rows} rows)" => "{words} ({rows} γραμμές)";
    client_is_there(title: impl Display, system: impl Display): "there is a client {title} already that did not come from {system}; both stay"
        => "υπάρχει ήδη πελάτης {title} που δεν ήρθε από το {system}· μένουν και οι δύο";
    no_touch(header: impl Display, cell: impl Display): "{header}: {cell} is no kind of touch that is known; taken as a note, and kept"
        => "{header}: {cell}: άγνωστο είδος επικοινωνίας· πάρθηκε ως σημείωση, και κρατήθηκε";
    no_standing(header: impl Display, cell: impl Display): "{header}: {cell} does not say where it stands with us; kept among the custom fields"
        => "{header}: {cell}: δεν λέει πού βρίσκεται σε εμάς· μένει στα δικά σας πεδία";
    no_priority(header: impl Display, cell: impl Display): "{header}: {cell} is no priority that is known; kept among the custom fields"
        => "{header}: {cell}: άγνωστη προτεραιότητα· μένει στα δικά σας πεδία";
    no_room(plural: impl Display, join: impl Display): "{plural} have no room for {join}"
        => "{plural}: δεν έχουν χώρο για {join}";
    no_currency(header: impl Display): "{header}: no currency is said; kept among the custom fields"
        => "{header}: δεν λέει νόμισμα· μένει στα δικά σας πεδία";
    no_when: "it does not say when it was" => "δεν λέει πότε έγινε";
    nothing_names: "nothing names one" => "τίποτα δεν το αναφέρει";
    needs_one(kind: impl Display, to_lowercase: impl Display, why: impl Display): "a {kind} needs a {to_lowercase}: {why}"
        => "{kind}: χρειάζεται {to_lowercase}: {why}";
    why_kept(why: impl Display): "{why}; kept among the custom fields" => "{why}· μένει στα δικά σας πεδία";
    names_several(count: impl Display, label: impl Display): "it names {count} for {label}, where there is room for one"
        => "αναφέρει {count} για το πεδίο {label}, που χωρά ένα";
    first_taken(words: impl Display): "{words}; the first was taken" => "{words}· πάρθηκε το πρώτο";
    has_no_field(to_lowercase: impl Display): "it has no {to_lowercase}" => "δεν έχει: {to_lowercase}";
}
