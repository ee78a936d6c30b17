//! What a backup should hold.

use super::{Backup, StoreError, bad};
use crate::domain::{Clock, Kind, Moment};
use crate::store::chain::{BookId, Hash, Tip};
use crate::words::store::of_medium;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format of backups that this version writes.
pub const FORMAT: u32 = 2;

/// What a backup should hold. In format 1 there is neither a book nor a checksum of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The format of the lines.
    pub format: u32,
    /// The version that wrote it.
    pub app: String,
    /// When, RFC 3339.
    pub at: String,
    /// The last change in it.
    pub seq: u64,
    /// The highest short number ever given.
    pub last_number: u32,
    /// How many records of each kind, by the plural of its name.
    pub records: BTreeMap<String, u64>,
    /// CRC-32 of the lines before compression.
    pub crc32: u32,
    /// The book it is of, hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book: Option<String>,
    /// The time of the last change: milliseconds and counter of the hybrid clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<(i64, u32)>,
    /// Hashes of the last changes in it, hexadecimal, that of `seq` last; none where they are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trail: Option<Vec<String>>,
    /// Bytes of the lines before compression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// BLAKE3 of the lines before compression, hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blake3: Option<String>,
    /// BLAKE3 of all of the above, in this order and without white space, hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
}

impl Manifest {
    /// That of a backup which is taken now.
    pub fn begun(at: Moment) -> Self {
        Self { app: env!("CARGO_PKG_VERSION").to_owned(), at: at.to_rfc3339(), ..Self::default() }
    }

    /// Reads one.
    ///
    /// # Errors
    /// When it is no manifest, its checksum does not match, or it is of a later version.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self, StoreError> {
        let damaged = |_| bad(name, of_medium::manifest_damaged());
        let manifest: Self = serde_json::from_slice(bytes).map_err(damaged)?;
        match manifest.format {
            1 if manifest.check.is_none() && manifest.book.is_none() => Ok(manifest),
            FORMAT if manifest.check == Some(manifest.checksum()?) => Ok(manifest),
            1 | FORMAT => Err(bad(name, of_medium::manifest_checksum())),
            later if later > FORMAT => Err(StoreError::TooNew { what: of_medium::the_backup(name) }),
            _ => Err(bad(name, of_medium::manifest_no_format())),
        }
    }

    /// The bytes of the file, with the checksum.
    ///
    /// # Errors
    /// When it cannot be written as JSON; no manifest is such.
    pub fn sealed(mut self) -> Result<Vec<u8>, StoreError> {
        self.check = Some(self.checksum()?);
        serde_json::to_vec_pretty(&self).map_err(|e| bad("manifest", e))
    }

    fn checksum(&self) -> Result<String, StoreError> {
        let bare = Self { check: None, ..self.clone() };
        let bytes = serde_json::to_vec(&bare).map_err(|e| bad("manifest", e))?;
        Ok(blake3::hash(&bytes).to_hex().to_string())
    }

    /// The book it is of; none in format 1.
    pub fn book_id(&self) -> Option<BookId> {
        self.book.as_deref().and_then(BookId::from_hex)
    }

    /// What it ends with.
    pub fn tip(&self) -> Tip {
        let (ms, count) = self.clock.unwrap_or_default();
        let trail = self.trail.iter().flatten().filter_map(|hash| Hash::from_hex(hash)).collect();
        Tip { seq: self.seq, clock: Clock { ms, count }, trail }
    }

    /// The same of this book, ending with `tip`.
    #[must_use]
    pub fn of(self, book: BookId, tip: &Tip) -> Self {
        Self {
            format: FORMAT,
            seq: tip.seq,
            book: Some(book.to_string()),
            clock: Some((tip.clock.ms, tip.clock.count)),
            trail: Some(tip.trail.iter().map(Hash::to_string).collect()),
            ..self
        }
    }

    fn total(&self) -> u64 {
        self.records.values().fold(0, |sum, n| sum.saturating_add(*n))
    }

    fn moment(&self) -> Moment {
        Moment::from_rfc3339(&self.at).unwrap_or_default()
    }

    /// The backup as the rest of the program knows it.
    pub fn backup(&self, name: String, bytes: u64) -> Backup {
        Backup { name, at: self.moment(), seq: self.seq, records: self.total(), bytes }
    }

    /// Counts one more record.
    pub fn count(&mut self, kind: Kind) {
        if let Some(n) = self.records.get_mut(kind.plural()) {
            *n += 1;
        } else {
            self.records.insert(kind.plural().to_owned(), 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one() -> Manifest {
        let book = BookId([9; 16]);
        let mut tip = Tip::default();
        tip.advance(1, Hash::of(Hash::first(book), 1, b"x"), Clock { ms: 5, count: 1 });
        let mut manifest = Manifest { app: "1.0".into(), bytes: Some(10), ..Manifest::default() };
        manifest.count(Kind::Client);
        manifest.of(book, &tip)
    }

    #[test]
    fn a_manifest_comes_back_and_no_bit_of_it_can_lie() {
        let sealed = one().sealed().unwrap();
        let read = Manifest::read(&sealed, "b").unwrap();
        assert_eq!((read.tip(), read.book_id()), (one().tip(), one().book_id()));
        for bit in 0..sealed.len() * 8 {
            let mut bad = sealed.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            if let Ok(lies) = Manifest::read(&bad, "b") {
                assert_eq!(lies, read, "bit {bit}");
            }
        }
    }

    #[test]
    fn a_manifest_of_format_1_has_no_book_and_cannot_claim_one() {
        let old = r#"{"format":1,"app":"0","at":"2026-11-23T10:40:00.000+02:00","seq":29,"last_number":7,"records":{},"crc32":1}"#;
        assert_eq!(Manifest::read(old.as_bytes(), "b").unwrap().tip(), Tip::at(29));
        let claims = old.replace("\"crc32\":1", "\"crc32\":1,\"book\":\"00\"");
        assert!(Manifest::read(claims.as_bytes(), "b").is_err());
        let later = old.replace("\"format\":1", "\"format\":3");
        assert!(matches!(Manifest::read(later.as_bytes(), "b"), Err(StoreError::TooNew { .. })));
    }
}
