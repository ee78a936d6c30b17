//! What is said of tables and workbooks that come in.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    apostrophes(undone: impl Display): "{undone} cells stood behind an apostrophe, as spreadsheets have texts that are no formulas; it was left out"
        => "{undone} κελιά ήταν πίσω από απόστροφο, όπως έχουν τα λογιστικά φύλλα κείμενα που δεν είναι τύποι· αφαιρέθηκε";
    too_many_rows(rows: impl Display, most: impl Display): "{rows} rows are more than the {most} a sheet can hold: write CSV instead"
        => "{rows} γραμμές είναι περισσότερες από τις {most} που χωρά ένα φύλλο: γράψτε CSV";
    not_made(error: impl Display): "the workbook could not be made: {error}" => "το βιβλίο εργασίας δεν φτιάχτηκε: {error}";
    no_rows: "there is no row in it" => "δεν έχει καμία γραμμή";
    open_heading(line: impl Display, names: impl Display): "line {line} ({names}) may be a second line of the heading (--heads 2) or the first row (--heads 1); say which"
        => "η γραμμή {line} ({names}) μπορεί να είναι δεύτερη γραμμή της επικεφαλίδας (--heads 2) ή η πρώτη γραμμή δεδομένων (--heads 1)· πείτε ποιο";
    heading_of_two(line: impl Display, columns: impl Display): "the heading stands on two lines, the second of which is line {line}; its columns are: {columns}"
        => "η επικεφαλίδα πιάνει δύο γραμμές, με δεύτερη τη γραμμή {line}· οι στήλες της: {columns}";
    long_name(long: impl Display): "the name of a column has {long} letters"
        => "το όνομα μιας στήλης έχει {long} γράμματα";
    broken_board(e: impl Display): "it looks like a board of Trello, but {e}"
        => "μοιάζει με πίνακα του Trello, αλλά {e}";
    no_table: "it is no table of text; save it as CSV (spreadsheets: File, Save as, CSV UTF-8)"
        => "δεν είναι πίνακας κειμένου· αποθηκεύστε το ως CSV (λογιστικά φύλλα: Αρχείο, Αποθήκευση ως, CSV UTF-8)";
    no_workbook(why: impl Display): "it is no workbook that can be read ({why}); save it as .xlsx or as CSV"
        => "δεν είναι βιβλίο εργασίας που να διαβάζεται ({why})· αποθηκεύστε το ως .xlsx ή ως CSV";
    other_json(why: impl Display): "it is JSON, but not of records as syndeo export writes them: {why}"
        => "είναι JSON, αλλά όχι εγγραφών όπως τις γράφει η εντολή syndeo export: {why}";
    too_large(how: impl Display): "it is too large to be a table that people write: {how}"
        => "είναι πολύ μεγάλο για πίνακα που γράφουν άνθρωποι: {how}";
    not_as_source(source: impl Display, column: impl Display, sample: impl Display): "it has the columns of {source}, but in {column} stands {sample}; nothing was taken"
        => "έχει τις στήλες του {source}, αλλά στη {column} έχει {sample}· δεν πάρθηκε τίποτα";
    no_column(join: impl Display, join_: impl Display): "it has no column {join}. The columns found are: {join_}"
        => "δεν έχει στήλη {join}. Οι στήλες που βρέθηκαν: {join_}";
    open_date(column: impl Display, sample: impl Display, day_first: impl Display, month_first: impl Display): "in {column}, {sample} can be {day_first} (--dates dmy) or {month_first} (--dates mdy), "
        => "στη {column}, το {sample} μπορεί να είναι {day_first} (--dates dmy) ή {month_first} (--dates mdy), ";
    say_which_date: "and no other row decides; say which" => "και καμία άλλη γραμμή δεν το κρίνει· πείτε ποιο";
    open_number(column: impl Display, sample: impl Display, thousands: impl Display, first: impl Display, thousandths: impl Display): "in {column}, {sample} can be {thousands} (--numbers {first}) or {thousandths} "
        => "στη {column}, το {sample} μπορεί να είναι {thousands} (--numbers {first}) ή {thousandths} ";
    say_which_number(second: impl Display): "(--numbers {second}), and no other row decides; say which"
        => "(--numbers {second}), και καμία άλλη γραμμή δεν το κρίνει· πείτε ποιο";
    unknown_columns(what: impl Display): "its columns are not known. Known are {what}. "
        => "οι στήλες του δεν είναι γνωστές. Γνωστές: {what}. ";
    columns_found(join: impl Display): "The columns found are: {join}" => "Οι στήλες που βρέθηκαν: {join}";
    sheet_read(name: impl Display, what: impl Display): "the sheet {name} was read; the workbook has {what} others"
        => "διαβάστηκε το φύλλο {name}· το βιβλίο εργασίας έχει άλλα {what}";
    element_too_long: "one element is longer than 4 MB" => "ένα στοιχείο ξεπερνά τα 4 MB";
    unpacks_to(what: impl Display): "it unpacks to more than {what} MB"
        => "αποσυμπιέζεται σε περισσότερα από {what} MB";
    far_cell(what: impl Display, column: impl Display): "row {what} has a cell in column {column}"
        => "η γραμμή {what} έχει κελί στη στήλη {column}";
    too_many_cells(min: impl Display): "its sheets have more than {min} cells"
        => "τα φύλλα του έχουν πάνω από {min} κελιά";
    line_width(line: impl Display, width: impl Display): "line {line} has {width} cells"
        => "η γραμμή {line} έχει {width} κελιά";
    heading_on(line: impl Display): "the heading stands on line {line}; what is above it was left out"
        => "η επικεφαλίδα είναι στη γραμμή {line}· ό,τι είναι από πάνω έμεινε έξω";
    foot_left_out(line: impl Display, line_: impl Display, words: impl Display): "lines {line} to {line_} are the foot of a report ({words} ...) and were left out"
        => "οι γραμμές {line} έως {line_} είναι το τέλος μιας αναφοράς ({words} ...) και έμειναν έξω";
    far_cell_of(what: impl Display, what_: impl Display): "row {what} has a cell in column {what_}"
        => "η γραμμή {what} έχει κελί στη στήλη {what_}";
    out_of_order(what: impl Display): "the cells of row {what} are out of order"
        => "τα κελιά της γραμμής {what} δεν είναι στη σειρά";
    sheet_too_large(sheet: impl Display, cells: impl Display): "the sheet {sheet} has more than {cells} cells"
        => "το φύλλο {sheet} έχει πάνω από {cells} κελιά";
}
