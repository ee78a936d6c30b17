//! One change on disk, the payload of a frame of the journal: `[schema u8][head][edits]`. The head of schema 1 told when,
//! role and words; that of schema 2 tells what was done as facts, and who did it where, in an order of its own.

use super::record::Bytes;
use super::value::{self, StoredMoment};
use super::{decode_record, encode_record, id_of};
use crate::domain::{Action, Change, Clock, Edit, Kind, Moment, Record, Role, Stamp, Verb};
use crate::store::codec::{self, BOOK_SCHEMA, CodecError};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Frozen.
#[derive(Serialize, Deserialize)]
enum StoredRole {
    Do,
    Undo(u64),
    Redo(u64),
}

/// Frozen, schema 1.
#[derive(Serialize, Deserialize)]
struct StoredHead1<'a> {
    at: StoredMoment,
    role: StoredRole,
    words: &'a str,
}

/// Frozen, schema 2. Stands before the edits, so that the undo stack is read without them.
#[derive(Serialize, Deserialize)]
struct StoredHead<'a> {
    id: [u8; 16],
    clock: (i64, u32),
    author: &'a str,
    device: [u8; 16],
    at: StoredMoment,
    role: StoredRole,
    verb: u8,
    /// 0 when it is not about one record.
    kind: u8,
    name: &'a str,
    to: &'a str,
    counts: Vec<(u8, u32)>,
}

/// Frozen. The records are bytes that can be read on their own, and are put into sled as they are.
#[derive(Serialize, Deserialize)]
struct StoredEdit<'a> {
    kind: u8,
    #[serde(borrow)]
    before: Option<Bytes<'a>>,
    after: Option<Bytes<'a>>,
}

/// One record before and after, as bytes.
#[derive(Clone, Copy, Debug)]
pub struct RawEdit<'a> {
    /// Which kind.
    pub kind: Kind,
    /// Which record.
    pub id: Uuid,
    /// As it was.
    pub before: Option<&'a [u8]>,
    /// As it is now.
    pub after: Option<&'a [u8]>,
}

/// What stands before the records of a change.
#[derive(Clone, Debug)]
pub struct ChangeHead {
    /// Which change, whose, and when among all others; `None` in schema 1.
    pub stamp: Option<Stamp>,
    /// What was done.
    pub action: Action,
    /// When.
    pub at: Moment,
    /// What it is to the undo stack.
    pub role: Role,
}

/// A change whose records are still bytes.
#[derive(Clone, Debug)]
pub struct RawChange<'a> {
    /// What stands before the records.
    pub head: ChangeHead,
    /// The records.
    pub edits: Vec<RawEdit<'a>>,
}

/// The payload of a change.
///
/// # Errors
/// When it cannot be written; no change of the domain is such.
pub fn encode_change(change: &Change, stamp: &Stamp) -> Result<Vec<u8>, CodecError> {
    encode_edits(stamp, &change.action, (change.at, change.role), &change.edits)
}

/// The payload of some edits of a change, under a head of their own.
///
/// # Errors
/// As [`encode_change`].
pub fn encode_edits(
    stamp: &Stamp,
    action: &Action,
    when: (Moment, Role),
    edits: &[Edit],
) -> Result<Vec<u8>, CodecError> {
    let edits: Vec<&Edit> = edits.iter().filter(|e| e.id().is_some()).collect();
    let mut pending = Pending::begin(stamp, action, when, edits.len() as u64)?;
    for edit in edits {
        pending.put(edit.before.as_ref(), edit.after.as_ref())?;
    }
    Ok(pending.payload)
}

/// A payload that is made edit by edit.
pub struct Pending {
    /// What there is of it.
    pub payload: Vec<u8>,
}

impl Pending {
    /// Begins a change of so many edits.
    ///
    /// # Errors
    /// When it cannot be written; no change of the domain is such.
    pub fn begin(
        stamp: &Stamp,
        action: &Action,
        (at, role): (Moment, Role),
        edits: u64,
    ) -> Result<Self, CodecError> {
        let mut payload = Vec::with_capacity(1024);
        encode_head(stamp, action, at, role, &mut payload)?;
        codec::encode_to(&edits, &mut payload)?;
        Ok(Self { payload })
    }

    /// The next edit: a record before and after.
    ///
    /// # Errors
    /// When it cannot be written; no record of the domain is such.
    pub fn put(&mut self, before: Option<&Record>, after: Option<&Record>) -> Result<(), CodecError> {
        let kind = after.or(before).map_or(0, |record| record.kind().code());
        let bytes = |r: Option<&Record>| r.map(encode_record).transpose();
        let (before, after) = (bytes(before)?, bytes(after)?);
        self.put_bytes(kind, before.as_deref(), after.as_deref())
    }

    /// The next edit, of records that are bytes; `kind` is the code of what they are.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put_bytes(
        &mut self,
        kind: u8,
        before: Option<&[u8]>,
        after: Option<&[u8]>,
    ) -> Result<(), CodecError> {
        codec::encode_to(
            &StoredEdit { kind, before: before.map(Bytes), after: after.map(Bytes) },
            &mut self.payload,
        )
    }
}

/// The payload of schema 2 for one of schema 1: the same records, byte for byte, under a head of today.
///
/// # Errors
/// When it is no change.
pub fn upgrade(payload: &[u8], stamp: &Stamp) -> Result<Vec<u8>, CodecError> {
    let (head, edits) = split(payload)?;
    let mut out = Vec::with_capacity(payload.len() + 64);
    encode_head(stamp, &head.action, head.at, head.role, &mut out)?;
    out.extend_from_slice(edits);
    Ok(out)
}

/// The bytes of a payload that hold the records.
///
/// # Errors
/// When it is no change.
pub fn edits_of(payload: &[u8]) -> Result<&[u8], CodecError> {
    split(payload).map(|(_, edits)| edits)
}

fn encode_head(
    stamp: &Stamp,
    action: &Action,
    at: Moment,
    role: Role,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    let head = StoredHead {
        id: stamp.id.into_bytes(),
        clock: (stamp.clock.ms, stamp.clock.count),
        author: &stamp.author,
        device: stamp.device.into_bytes(),
        at: value::moment(at),
        role: match role {
            Role::Do => StoredRole::Do,
            Role::Undo(seq) => StoredRole::Undo(seq),
            Role::Redo(seq) => StoredRole::Redo(seq),
        },
        verb: action.verb.code(),
        kind: action.kind.map_or(0, Kind::code),
        name: &action.name,
        to: &action.to,
        counts: action.counts.iter().map(|(kind, count)| (kind.code(), *count)).collect(),
    };
    out.push(BOOK_SCHEMA);
    codec::encode_to(&head, out)
}

fn split(payload: &[u8]) -> Result<(ChangeHead, &[u8]), CodecError> {
    let (schema, body) = payload.split_first().ok_or(CodecError::Shape)?;
    let (head, used) = match *schema {
        1 => {
            let (head, used): (StoredHead1<'_>, usize) = codec::decode_first(body)?;
            let (at, role) = (value::to_moment(head.at), to_role(&head.role));
            (ChangeHead { stamp: None, action: head.words.into(), at, role }, used)
        }
        BOOK_SCHEMA => {
            let (head, used): (StoredHead<'_>, usize) = codec::decode_first(body)?;
            (to_head(&head)?, used)
        }
        0 => return Err(CodecError::Shape),
        later => return Err(CodecError::Newer(later)),
    };
    Ok((head, body.get(used..).unwrap_or_default()))
}

fn to_head(head: &StoredHead<'_>) -> Result<ChangeHead, CodecError> {
    let kind_of = |code| Kind::from_code(code).ok_or(CodecError::Newer(BOOK_SCHEMA));
    let counts = head.counts.iter().map(|(kind, count)| Ok((kind_of(*kind)?, *count)));
    let action = Action {
        verb: Verb::from_code(head.verb),
        kind: if head.kind == 0 { None } else { Some(kind_of(head.kind)?) },
        name: head.name.to_owned(),
        to: head.to.to_owned(),
        counts: counts.collect::<Result<_, CodecError>>()?,
    };
    let stamp = Stamp {
        id: Uuid::from_bytes(head.id),
        author: head.author.to_owned(),
        device: Uuid::from_bytes(head.device),
        clock: Clock { ms: head.clock.0, count: head.clock.1 },
    };
    let (at, role) = (value::to_moment(head.at), to_role(&head.role));
    Ok(ChangeHead { stamp: Some(stamp), action, at, role })
}

const fn to_role(role: &StoredRole) -> Role {
    match role {
        StoredRole::Do => Role::Do,
        StoredRole::Undo(seq) => Role::Undo(*seq),
        StoredRole::Redo(seq) => Role::Redo(*seq),
    }
}

/// What stands before the records of a change; they are not looked at.
///
/// # Errors
/// When the payload is of a later version or no change.
pub fn decode_head(payload: &[u8]) -> Result<ChangeHead, CodecError> {
    split(payload).map(|(head, _)| head)
}

/// Reads a change; its records stay bytes.
///
/// # Errors
/// When the payload is of a later version, holds a kind of record this version does not know, or is no change.
pub fn decode_change(payload: &[u8]) -> Result<RawChange<'_>, CodecError> {
    let (head, rest) = split(payload)?;
    let stored: Vec<StoredEdit<'_>> = codec::decode(rest)?;
    let mut edits = Vec::with_capacity(stored.len());
    for edit in stored {
        let (before, after) = (edit.before.map(|b| b.0), edit.after.map(|b| b.0));
        // A kind is added together with a new schema only; an unknown one under this schema is a later version's too.
        let kind = Kind::from_code(edit.kind).ok_or(CodecError::Newer(BOOK_SCHEMA))?;
        let id = after.or(before).and_then(id_of).ok_or(CodecError::Shape)?;
        edits.push(RawEdit { kind, id, before, after });
    }
    Ok(RawChange { head, edits })
}

/// The change of the domain.
///
/// # Errors
/// When a record in it cannot be read.
pub fn into_change(raw: &RawChange<'_>) -> Result<Change, CodecError> {
    let record = |kind, bytes: Option<&[u8]>| bytes.map(|b| decode_record(kind, b)).transpose();
    let edit =
        |e: &RawEdit<'_>| Ok(Edit { before: record(e.kind, e.before)?, after: record(e.kind, e.after)? });
    let edits = raw.edits.iter().map(edit).collect::<Result<_, CodecError>>()?;
    let ChangeHead { action, at, role, .. } = raw.head.clone();
    Ok(Change { action, at, role, edits })
}
