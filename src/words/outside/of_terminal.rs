//! What is said on the way into the desk and out of it.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    #[cfg_attr(not(debug_assertions), allow(dead_code, reason = "the clock is set in debug builds alone"))]
    no_clock(variable: impl Display, text: impl Display, e: impl Display): "{variable} is {text}, which is no time as in 2026-11-24T10:00:00Z: {e}"
        => "{variable} = {text}: δεν είναι χρόνος όπως 2026-11-24T10:00:00Z: {e}";
    fails_or(why: impl Display, other: impl Display): "{why}, or {other}" => "{why}, ή {other}";
    no_terminal: "standard output is not a terminal. Run syndeo in one"
        => "η έξοδος δεν είναι τερματικό. Τρέξτε το syndeo σε τερματικό";
    no_term: "TERM is not set" => "η μεταβλητή TERM δεν έχει οριστεί";
    dumb_term: "TERM is \"dumb\"" => "η TERM είναι \"dumb\"";
    needs_screen(said: impl Display): "{said}: the desk needs a terminal with a screen. Set TERM to what yours is"
        => "{said}: το γραφείο χρειάζεται τερματικό με οθόνη. Ορίστε στη TERM το δικό σας";
    terminal_unusable(e: impl Display): "the terminal cannot be used: {e}"
        => "το τερματικό δεν μπορεί να χρησιμοποιηθεί: {e}";
    terminal_lost(error: impl Display): "the terminal cannot be used any more: {error}"
        => "το τερματικό δεν μπορεί πια να χρησιμοποιηθεί: {error}";
    unsaved_in(count: impl Display, path: impl Display): "{count} changes could not be saved; they are in {path}"
        => "{count} αλλαγές δεν αποθηκεύτηκαν· είναι στο {path}";
    unsaved_lost(count: impl Display, why: impl Display): "{count} changes could not be saved, nor written to a file: {why}"
        => "{count} αλλαγές δεν αποθηκεύτηκαν, ούτε γράφτηκαν σε αρχείο: {why}";
    thread_ended: "the thread that keeps the book has ended" => "το νήμα που κρατά το βιβλίο τελείωσε";
    or_print: "see syndeo --help for commands that print" => "δείτε στο syndeo --help τις εντολές που τυπώνουν";
}
