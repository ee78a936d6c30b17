//! `ERASED`: who was erased from a book, as keyed hashes (BLAKE3) of ids and mail addresses. What comes from elsewhere is
//! known by it to hold them; nobody can read from it who they were. Numbers and names are not in it: there are so few of
//! them that each could be tried.

use crate::domain::person::{Person, addresses};
use crate::domain::{Holder, Record, Ref, Value};
use crate::store::{StoreError, codec, files};
use crate::words::store::of_erasing;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io;
use std::path::Path;
use uuid::Uuid;

/// The name of the file.
pub const NAME: &str = "ERASED";
const HEAD: &str = "syndeo erased 1";

/// Who was erased from a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    key: [u8; 32],
    hashes: BTreeSet<[u8; 32]>,
}

impl Forgotten {
    /// What the book in `dir` keeps of those who were erased; nothing where nobody was.
    ///
    /// # Errors
    /// When the file cannot be read, or is damaged: then nobody can say whether they come back.
    pub fn read(dir: &Path) -> Result<Self, StoreError> {
        let path = dir.join(NAME);
        let bytes = match files::read_small(&path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            bytes => bytes.map_err(StoreError::io("read who was erased", &path))?,
        };
        parse(&bytes).ok_or_else(|| StoreError::Damaged(of_erasing::forgotten_damaged(path.display())))
    }

    /// Whether nobody was erased.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// Takes in somebody who is erased.
    pub(super) fn add(&mut self, person: &Person) {
        if self.hashes.is_empty() {
            self.key[..16].copy_from_slice(Uuid::new_v4().as_bytes());
            self.key[16..].copy_from_slice(Uuid::new_v4().as_bytes());
        }
        let ids = person.ids().map(|id| self.hash(id.as_bytes())).collect::<Vec<_>>();
        let mails = person.mails().map(|mail| self.hash(mail.as_bytes())).collect::<Vec<_>>();
        self.hashes.extend(ids.into_iter().chain(mails));
    }

    fn hash(&self, bytes: &[u8]) -> [u8; 32] {
        *blake3::keyed_hash(&self.key, bytes).as_bytes()
    }

    fn has(&self, bytes: &[u8]) -> bool {
        self.hashes.contains(&self.hash(bytes))
    }

    /// Whether a record is of somebody who was erased, points at them, or holds their address.
    pub fn is_in(&self, record: &Record) -> bool {
        if self.is_empty() {
            return false;
        }
        let is = |id: &Ref| self.has(id.id.as_bytes());
        if is(&record.id()) {
            return true;
        }
        record.fields().iter().any(|field| match field.read(record) {
            Value::Hands(hands) => hands.iter().any(|hand| match &hand.holder {
                Holder::Person(id) => self.has(id.0.as_bytes()),
                _ => false,
            }),
            Value::Labelled(all) => all.iter().any(|one| self.is_in_text(&one.value)),
            Value::Text(text) => self.is_in_text(&text),
            value => value.refs().iter().any(is),
        })
    }

    fn is_in_text(&self, text: &str) -> bool {
        text.contains('@') && addresses(text).iter().any(|mail| self.has(mail.as_bytes()))
    }

    /// Writes it into the folder of a book.
    ///
    /// # Errors
    /// When the medium refuses.
    pub(super) fn write(&self, dir: &Path) -> Result<(), StoreError> {
        let mut text = format!("{HEAD}\n{}\n", hex(&self.key));
        for hash in &self.hashes {
            text.push_str(&hex(hash));
            text.push('\n');
        }
        let proof = codec::fingerprint(NAME.as_bytes(), text.as_bytes());
        files::write_whole(&dir.join(NAME), format!("{text}{proof:016x}\n").as_bytes())
    }
}

fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut out = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(out)
}

fn parse(bytes: &[u8]) -> Option<Forgotten> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (rest, proof) = text.trim_end_matches('\n').rsplit_once('\n')?;
    let rest = format!("{rest}\n");
    if u64::from_str_radix(proof, 16).ok()? != codec::fingerprint(NAME.as_bytes(), rest.as_bytes()) {
        return None;
    }
    let mut lines = rest.lines();
    if lines.next()? != HEAD {
        return None;
    }
    let key = unhex(lines.next()?)?;
    Some(Forgotten { key, hashes: lines.map(unhex).collect::<Option<_>>()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Contact, ContactId, Interaction, InteractionId, Labelled, Links, Moment};

    fn somebody(n: u128, mail: &str) -> Contact {
        let mut contact = Contact::new(ContactId(Uuid::from_u128(n)), Moment::default());
        contact.mails = vec![Labelled { label: String::new(), value: mail.into() }];
        contact
    }

    fn erased() -> Forgotten {
        let contact = somebody(7, "Maria@Aegean.example");
        let mut person = Person::of(contact.id.into());
        person.learn(&contact.into());
        let mut forgotten = Forgotten::default();
        forgotten.add(&person);
        forgotten
    }

    #[test]
    fn who_was_erased_is_known_again_by_id_address_and_what_points_at_them() {
        let forgotten = erased();
        let is_in = |record: Record| forgotten.is_in(&record);
        assert!(is_in(somebody(7, "other@aegean.example").into()), "by the id");
        assert!(is_in(somebody(8, "maria@aegean.example").into()), "by the address");
        assert!(!is_in(somebody(8, "other@aegean.example").into()));
        let mut touch = Interaction::new(InteractionId(Uuid::from_u128(9)), Moment::default());
        assert!(!is_in(touch.clone().into()));
        touch.text = "She wrote (from <maria@aegean.example>).".into();
        assert!(is_in(touch.clone().into()));
        touch.text.clear();
        touch.people = Links(vec![ContactId(Uuid::from_u128(7))]);
        assert!(is_in(touch.into()));
        assert!(!Forgotten::default().is_in(&somebody(7, "").into()));
    }

    #[test]
    fn the_file_comes_back_tells_nobody_and_no_bit_of_it_can_lie() {
        let dir = tempfile::tempdir().unwrap();
        assert!(Forgotten::read(dir.path()).unwrap().is_empty());
        let forgotten = erased();
        forgotten.write(dir.path()).unwrap();
        assert_eq!(Forgotten::read(dir.path()).unwrap(), forgotten);
        let path = dir.path().join(NAME);
        let whole = std::fs::read(&path).unwrap();
        let text = String::from_utf8(whole.clone()).unwrap().to_lowercase();
        assert!(
            !text.contains("maria")
                && !text.contains("aegean")
                && !text.contains(&Uuid::from_u128(7).to_string())
        );
        for bit in (0..whole.len() * 8).step_by(7) {
            let mut bad = whole.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            std::fs::write(&path, bad).unwrap();
            assert!(Forgotten::read(dir.path()).map_or(true, |read| read == forgotten), "bit {bit}");
        }
    }
}
