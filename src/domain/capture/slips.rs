//! Names that are nearly written as in the book: slips of the hand, names that people go by, small letters that are words
//! of their own. None of them names anybody; each is a doubt that says who may be meant.

use super::ordinary::is_ordinary;
use super::reader::Reader;
use super::token::{Token, words_of};
use super::words::kinds;
use super::{Doubt, Mend, OfDay, OfLine, OfName};
use crate::domain::text::{fold, latin};
use crate::domain::{Kind, Record, Ref};

/// Letters from which on a word may be a slip.
const LETTERS: usize = 4;
/// Letters of a word in small letters whose first may be the one that slipped.
const LONG: usize = 5;

/// Names that people go by, and the names they are written by; folded.
const NICKNAMES: &[(&str, &[&str])] = &[
    ("alex", &["alexander", "alexandra", "alexandros", "αλεξανδροσ", "αλεξανδρα"]),
    ("bea", &["beatriz", "beatrice"]),
    ("ben", &["benjamin"]),
    ("bill", &["william"]),
    ("bob", &["robert"]),
    ("cal", &["callum", "calum", "calvin"]),
    ("dan", &["daniel"]),
    ("dave", &["david"]),
    ("ed", &["edward", "edmund"]),
    ("fred", &["frederick", "alfred"]),
    ("jim", &["james"]),
    ("joe", &["joseph"]),
    ("kate", &["katherine", "catherine", "κατερινα"]),
    ("kathy", &["katherine", "catherine"]),
    ("katie", &["katherine", "catherine", "κατερινα"]),
    ("liz", &["elizabeth"]),
    ("maggie", &["margaret"]),
    ("meg", &["margaret"]),
    ("mike", &["michael", "μιχαλησ"]),
    ("nick", &["nicholas", "nikos", "νικοσ", "νικολαοσ"]),
    ("pat", &["patrick", "patricia"]),
    ("pete", &["peter", "petros", "πετροσ"]),
    ("phil", &["philip"]),
    ("rick", &["richard"]),
    ("sam", &["samuel", "samantha"]),
    ("steve", &["stephen", "steven"]),
    ("sue", &["susan"]),
    ("ted", &["edward", "theodore"]),
    ("theo", &["theodore", "theodoros"]),
    ("tim", &["timothy"]),
    ("tom", &["thomas"]),
    ("tony", &["anthony", "antonis", "αντωνησ"]),
    ("will", &["william"]),
    ("βαγγελησ", &["ευαγγελοσ"]),
    ("βασω", &["βασιλικη"]),
    ("γιαννησ", &["ιωαννησ"]),
    ("γιωργοσ", &["γεωργιοσ"]),
    ("δημητρησ", &["δημητριοσ"]),
    ("θανασησ", &["αθανασιοσ"]),
    ("κατια", &["κατερινα", "αικατερινη"]),
    ("κατερινα", &["αικατερινη"]),
    ("κωστασ", &["κωνσταντινοσ"]),
    ("λενα", &["ελενη"]),
    ("μαιρη", &["μαρια"]),
    ("μανωλησ", &["εμμανουηλ"]),
    ("μητσοσ", &["δημητρησ", "δημητριοσ"]),
    ("νικοσ", &["νικολαοσ"]),
    ("ποπη", &["καλλιοπη", "πηνελοπη"]),
    ("σακησ", &["αθανασιοσ", "θανασησ"]),
    ("τακησ", &["δημητρησ", "παναγιωτησ"]),
    ("χρυσα", &["χρυσουλα"]),
];

/// Whether one letter too many, too few, another one, or two in each other's place make one word of the other.
pub(super) fn is_one_slip(a: &str, b: &str) -> bool {
    a != b && slips(a, b) == 1
}

/// How many slips lie between two words; beyond measure where one has over two letters more.
pub(super) fn slips(a: &str, b: &str) -> usize {
    if a.chars().count().abs_diff(b.chars().count()) > 2 { usize::MAX } else { strsim::osa_distance(a, b) }
}

/// Whether the hand may have slipped from the one to the other where nothing but a name is likely.
fn is_near(word: &str, capital: bool, name: &str) -> bool {
    let (letters, first) = (word.chars().count(), |w: &str| w.chars().next());
    // "move" is no slip of Tove: hands rarely miss the first letter.
    let begins = first(word) == first(name)
        || word.chars().nth(1) == first(name) && first(word) == name.chars().nth(1);
    letters >= LETTERS
        && name.chars().count() >= LETTERS
        && (capital || letters >= LONG || begins)
        && is_one_slip(word, name)
}

/// The words of a name, once more in Latin letters when they are in others.
fn names_of(record: &Record) -> Vec<String> {
    let name = match record {
        Record::Client(c) => c.name.clone(),
        Record::Contact(c) => [&*c.first_name, &*c.last_name, &*c.shown].join(" "),
        _ => return vec![],
    };
    let folded = fold(&name);
    let mut out = words_of(&folded);
    out.extend(latin(&folded).iter().flat_map(|l| words_of(l)));
    out
}

impl Reader<'_> {
    /// A word where a name is expected that nobody bears, and that somebody nearly bears.
    pub(super) fn near_name(&mut self, from: usize) -> Option<usize> {
        let at = if self.is_head() { self.behind_connectors(from) } else { from };
        let expected = self.is_head() || self.is_mention(at);
        let token = self.tokens.get(at).filter(|t| expected && !t.quoted && t.sigil.is_none())?;
        // In a text and in a note most words in small letters are no names.
        let short = token.fold.chars().count() < LONG;
        let in_text = !self.is_head() && short || self.is_note() && !(self.said && token.colon());
        if in_text && !token.capital {
            return None;
        }
        let nearly = self.nearly(token);
        let ids = if nearly.is_empty() { self.namesakes(at) } else { nearly };
        if ids.is_empty() {
            return None;
        }
        let mend = if is_ordinary(&token.fold) { Mend::Capital } else { Mend::Spelling };
        self.asked_who = true;
        self.unclear(at, 1, self.about(at, 1, OfName::MayBe(ids, mend)));
        Some(at - from + 1)
    }

    /// Those whose name a word nearly is: of the clients of the line when it has some and the word is in small letters.
    pub(super) fn nearly(&self, token: &Token) -> Vec<Ref> {
        let word = &token.fold;
        let ordinary = is_ordinary(word) && !token.capital;
        if word.chars().count() < 3 || !word.chars().all(char::is_alphabetic) || ordinary {
            return vec![];
        }
        let by_name = NICKNAMES.iter().find(|(nick, _)| nick == word).map_or(&[][..], |(_, names)| names);
        let known = self.around();
        let theirs = |record: &Record| match record {
            Record::Contact(c) => c.client.0.is_some_and(|c| known.contains(&c)),
            _ => false,
        };
        let some = self.parts.iter().any(|p| p.what.named().is_some());
        let all = self.book.all(Kind::Client).chain(self.book.all(Kind::Contact));
        let may = |word: &str| by_name.contains(&word) || is_near(&token.fold, token.capital, word);
        all.filter(|r| token.capital || !some || theirs(r))
            // Nearly all of a book is passed over without its names being taken apart.
            .filter(|r| self.book.key(r.id()).split(|c: char| !c.is_alphanumeric()).any(may))
            .filter(|r| {
                // "hotel" and "food" in small letters are no slips of a client's name.
                let all = token.capital || r.kind() == Kind::Contact || word.chars().count() > LONG;
                let most = if all { usize::MAX } else { 1 };
                names_of(r).iter().take(most).any(|name| may(name))
            })
            .map(Record::id)
            .collect()
    }

    /// "will", "may": those who are called so, when the word in small letters is one of its own.
    fn namesakes(&self, at: usize) -> Vec<Ref> {
        let Some(token) = self.tokens.get(at) else { return vec![] };
        let word = &token.fold;
        if token.capital || word.chars().count() < 3 || !is_ordinary(word) || !self.is_head() {
            return vec![];
        }
        let named = |r: &&Record| {
            self.book.key(r.id()).contains(word) && names_of(r).first().is_some_and(|first| first == word)
        };
        let all = self.book.all(Kind::Client).chain(self.book.all(Kind::Contact));
        all.filter(named).map(Record::id).collect()
    }

    /// "Παρασκευή" is a day, and somebody may be called so.
    pub(super) fn named_as_a_day(&self) -> Option<Doubt> {
        self.parts.iter().filter(|p| is_day(p)).find_map(|part| {
            let (first, mut rest) = {
                let mut inside = self.tokens.iter().filter(|t| part.range.contains(&t.core.start));
                (inside.next_back()?, inside)
            };
            let alone = rest.all(|t| super::words::is_article(&t.fold) || super::words::is_on(&t.fold));
            let called = |r: &&Record| names_of(r).first() == Some(&first.fold);
            let people = self.book.all(Kind::Contact).filter(called).map(Record::id);
            let ids: Vec<Ref> = if alone { people.collect() } else { vec![] };
            (!ids.is_empty()).then(|| Doubt::about(first.core.clone(), OfDay::Called(ids)))
        })
    }

    /// "cal" at the beginning: which word that says what the line becomes it nearly is.
    pub(super) fn slip_of_kind(&mut self, at: usize) -> Option<usize> {
        let token =
            self.tokens.get(at).filter(|t| at == 0 && self.start == 0 && t.sigil.is_none() && !t.quoted)?;
        let word = token.fold.as_str();
        let kind = kinds()
            .find(|kind| word.chars().count() >= 3 && kind.chars().count() >= 4 && is_one_slip(word, kind))?;
        if self.who(at, super::names::Care::Easy).is_whole() {
            return None;
        }
        // "Maia wants": the word may have been a name as well.
        let people = self.nearly(token);
        self.unclear(at, 1, self.about(at, 1, OfLine::NearKind(kind, people)));
        Some(1)
    }
}

fn is_day(part: &super::Part) -> bool {
    use super::What;
    matches!(part.what, What::At(_) | What::Due(_) | What::Wanted(_) | What::Promised(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_one() {
        for (a, b, wanted) in [
            ("mraia", "maria", 1),
            ("maia", "maria", 1),
            ("mariaa", "maria", 1),
            ("naria", "maria", 1),
            ("maria", "maria", 0),
            ("mrai", "maria", 2),
            ("καρασ", "καρρασ", 1),
            ("tommorow", "tomorrow", 2),
        ] {
            assert_eq!((slips(a, b), slips(b, a)), (wanted, wanted), "{a} {b}");
        }
        assert!(
            !is_near("move", false, "tove") && is_near("move", true, "tove") && !is_near("ida", true, "ina")
        );
    }

    #[test]
    fn the_names_are_folded() {
        for (nick, names) in NICKNAMES {
            assert!(fold(nick) == **nick && names.iter().all(|n| fold(n) == **n), "{nick}");
        }
    }
}
