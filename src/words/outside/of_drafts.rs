//! What is said of drafts that cannot be read.

use crate::words::message::messages;
use std::fmt::Display;

messages! {
    drafts_lost(path: impl Display, why: impl Display): "What was written in forms and not saved cannot be read back: {path} {why}"
        => "Όσα γράψατε σε φόρμες και δεν αποθηκεύτηκαν δεν διαβάζονται πια: {path} {why}";
    drafts_left(lost: impl Display): "{lost}. It was left as it is" => "{lost}. Έμεινε όπως ήταν";
    drafts_kept(lost: impl Display, kept: impl Display): "{lost}. It is kept as {kept}" => "{lost}. Μένει ως {kept}";
    in_the_way(path: impl Display, why: impl Display, error: impl Display): "{path} {why}, and could not be put aside: {error}"
        => "{path} {why}, και δεν μπόρεσε να παραμεριστεί: {error}";
    drafts_stay(lost: impl Display, error: impl Display): "{lost}. It could not be put aside ({error}): move it elsewhere"
        => "{lost}. Δεν μπόρεσε να παραμεριστεί ({error}): μετακινήστε το αλλού";
    it_is_too_long: "it is longer than 64 MB" => "ξεπερνά τα 64 MB";
    is_a_link: "is a link, and links are not followed" => "είναι σύνδεσμος, και οι σύνδεσμοι δεν ακολουθούνται";
    is_no_plain: "is no plain file" => "δεν είναι απλό αρχείο";
    is_too_large: "is larger than 64 MB" => "ξεπερνά τα 64 MB";
    is_damaged: "is damaged" => "έχει βλάβη";
    of_other_version: "was written by another version of Syndeo" => "γράφτηκε από άλλη έκδοση του Syndeo";
    of_later_version: "was written by a later version of Syndeo" => "γράφτηκε από νεότερη έκδοση του Syndeo";
}
