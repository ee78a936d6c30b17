//! One record on disk: its head, and each field as its code and bytes that can be read on their own. So a field of a
//! later version, or a choice this version does not know, is kept as it lay and written out again.

use super::value::{self, StoredMoment, StoredValue};
use crate::domain::{Field, Head, Kind, Moment, Record, Value};
use crate::store::codec::{self, CodecError};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use uuid::Uuid;

/// Bytes that are borrowed while they are read, and written in one piece.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'a>(pub &'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(self.0)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Bytes<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Borrowed;
        impl<'de> Visitor<'de> for Borrowed {
            type Value = Bytes<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }
            fn visit_borrowed_bytes<E: de::Error>(self, bytes: &'de [u8]) -> Result<Bytes<'de>, E> {
                Ok(Bytes(bytes))
            }
        }
        from.deserialize_bytes(Borrowed)
    }
}

/// Frozen. The id stands first and uncompressed: [`id_of`] reads it without the rest.
#[derive(Serialize, Deserialize)]
struct StoredRecord<'a> {
    id: [u8; 16],
    created: StoredMoment,
    deleted_at: Option<StoredMoment>,
    /// Sorted by code; only those with something in them.
    #[serde(borrow)]
    fields: Vec<(u16, Bytes<'a>)>,
}

/// The bytes of a record, without an envelope.
///
/// # Errors
/// When a value cannot be written; no value of the domain is such.
pub fn encode_record(record: &Record) -> Result<Vec<u8>, CodecError> {
    let mut arena = Vec::with_capacity(256);
    let mut known = Vec::with_capacity(record.fields().len());
    for field in record.fields() {
        let value = field.read(record);
        let Some(stored) = value::store(&value) else { continue };
        if is_untouched(record, field, &value) {
            continue;
        }
        let from = arena.len();
        codec::encode_to(&stored, &mut arena)?;
        known.push((field.code, from..arena.len()));
    }
    let mut fields: Vec<(u16, Bytes<'_>)> =
        known.into_iter().filter_map(|(code, at)| Some((code, Bytes(arena.get(at)?)))).collect();
    for (code, bytes) in &record.head().unknown {
        if fields.iter().all(|(taken, _)| taken != code) {
            fields.push((*code, Bytes(bytes)));
        }
    }
    fields.sort_by_key(|(code, _)| *code);
    let head = record.head();
    let stored = StoredRecord {
        id: record.id().id.into_bytes(),
        created: value::moment(head.created),
        deleted_at: head.deleted_at.map(value::moment),
        fields,
    };
    let mut out = Vec::with_capacity(arena.len() + 64);
    codec::encode_to(&stored, &mut out)?;
    Ok(out)
}

/// Whether a field holds what a new record holds, while bytes of a later version are kept for it: then the user did
/// not set it (choices are never empty), and the bytes of the later version stay.
fn is_untouched(record: &Record, field: &Field, value: &Value) -> bool {
    record.head().unknown.iter().any(|(code, _)| *code == field.code)
        && *value == field.read(&Record::new(record.kind(), Uuid::nil(), Moment::default()))
}

/// Reads a record of this kind.
///
/// # Errors
/// When the bytes are no record at all. A single field that is not understood is kept in [`Head::unknown`].
pub fn decode_record(kind: Kind, bytes: &[u8]) -> Result<Record, CodecError> {
    let stored: StoredRecord<'_> = codec::decode(bytes)?;
    let created = value::to_moment(stored.created);
    let mut record = Record::new(kind, Uuid::from_bytes(stored.id), created);
    let mut unknown = vec![];
    for (code, Bytes(bytes)) in stored.fields {
        if !read_field(&mut record, kind, code, bytes) {
            unknown.push((code, bytes.to_vec()));
        }
    }
    *record.head_mut() = Head { created, deleted_at: stored.deleted_at.map(value::to_moment), unknown };
    Ok(record)
}

fn read_field(record: &mut Record, kind: Kind, code: u16, bytes: &[u8]) -> bool {
    let Some(field) = field_of(kind, code) else { return false };
    let Ok(stored) = codec::decode::<StoredValue<'_>>(bytes) else { return false };
    value::restore(stored).is_some_and(|value| field.write(record, value).is_ok())
}

/// The field of a code; codes mostly follow the table, so the likely place is looked at first.
fn field_of(kind: Kind, code: u16) -> Option<&'static Field> {
    let fields = kind.fields();
    let likely = fields.get(usize::from(code).wrapping_sub(1)).filter(|f| f.code == code);
    likely.or_else(|| fields.iter().find(|f| f.code == code))
}

/// The id in the bytes of a record.
pub fn id_of(bytes: &[u8]) -> Option<Uuid> {
    bytes.first_chunk::<16>().map(|id| Uuid::from_bytes(*id))
}

/// The short number in the bytes of a record; 0 when it bears none.
pub fn number_of(kind: Kind, bytes: &[u8]) -> u32 {
    let Some(field) = kind.field("no") else { return 0 };
    let Ok(stored) = codec::decode::<StoredRecord<'_>>(bytes) else { return 0 };
    let bytes = stored.fields.iter().find(|(code, _)| *code == field.code).map(|(_, b)| b.0);
    match bytes.map(codec::decode::<StoredValue<'_>>) {
        Some(Ok(StoredValue::Whole(no))) => u32::try_from(no).unwrap_or(0),
        _ => 0,
    }
}
