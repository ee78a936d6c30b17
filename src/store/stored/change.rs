//! One change on disk, the payload of a frame of the journal: `[schema u8][at, role, words][edits]`.

use super::record::Bytes;
use super::value::{self, StoredMoment};
use super::{decode_record, encode_record, id_of};
use crate::domain::{Change, Edit, Kind, Moment, Record, Role};
use crate::store::codec::{self, CodecError, SCHEMA};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Frozen.
#[derive(Serialize, Deserialize)]
enum StoredRole {
    Do,
    Undo(u64),
    Redo(u64),
}

/// Frozen. Stands before the edits, so that the line of undo is read without them.
#[derive(Serialize, Deserialize)]
struct StoredHead<'a> {
    at: StoredMoment,
    role: StoredRole,
    words: &'a str,
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

/// A change whose records are still bytes.
#[derive(Clone, Debug)]
pub struct RawChange<'a> {
    /// What was done.
    pub words: &'a str,
    /// When.
    pub at: Moment,
    /// What it is to the line of undo.
    pub role: Role,
    /// The records.
    pub edits: Vec<RawEdit<'a>>,
}

/// The payload of a change.
///
/// # Errors
/// When it cannot be written; no change of the domain is such.
pub fn encode_change(change: &Change) -> Result<Vec<u8>, CodecError> {
    let role = match change.role {
        Role::Do => StoredRole::Do,
        Role::Undo(seq) => StoredRole::Undo(seq),
        Role::Redo(seq) => StoredRole::Redo(seq),
    };
    let head = StoredHead { at: value::moment(change.at), role, words: &change.words };
    let mut out = Vec::with_capacity(64 + 512 * change.edits.len());
    out.push(SCHEMA);
    codec::encode_to(&head, &mut out)?;
    let edits: Vec<&Edit> = change.edits.iter().filter(|e| e.id().is_some()).collect();
    codec::encode_to(&edits.len(), &mut out)?;
    for edit in edits {
        let bytes = |r: &Option<Record>| r.as_ref().map(encode_record).transpose();
        let (before, after) = (bytes(&edit.before)?, bytes(&edit.after)?);
        let kind = edit.id().map_or(0, |id| id.kind.code());
        let stored =
            StoredEdit { kind, before: before.as_deref().map(Bytes), after: after.as_deref().map(Bytes) };
        codec::encode_to(&stored, &mut out)?;
    }
    Ok(out)
}

fn body(payload: &[u8]) -> Result<&[u8], CodecError> {
    match payload.split_first() {
        Some((schema, _)) if *schema > SCHEMA => Err(CodecError::Newer(*schema)),
        Some((_, body)) => Ok(body),
        None => Err(CodecError::Shape),
    }
}

fn split(payload: &[u8]) -> Result<(RawChange<'_>, &[u8]), CodecError> {
    let body = body(payload)?;
    let (head, used): (StoredHead<'_>, usize) = codec::decode_first(body)?;
    let role = match head.role {
        StoredRole::Do => Role::Do,
        StoredRole::Undo(seq) => Role::Undo(seq),
        StoredRole::Redo(seq) => Role::Redo(seq),
    };
    let change = RawChange { words: head.words, at: value::to_moment(head.at), role, edits: vec![] };
    Ok((change, body.get(used..).unwrap_or_default()))
}

/// When, what it is to the line of undo, and the words of a change; its records are not looked at.
///
/// # Errors
/// When the payload is of a later version or no change.
pub fn decode_head(payload: &[u8]) -> Result<(Moment, Role, &str), CodecError> {
    split(payload).map(|(change, _)| (change.at, change.role, change.words))
}

/// Reads a change; its records stay bytes.
///
/// # Errors
/// When the payload is of a later version, holds a kind of record this version does not know, or is no change.
pub fn decode_change(payload: &[u8]) -> Result<RawChange<'_>, CodecError> {
    let (mut change, rest) = split(payload)?;
    let edits: Vec<StoredEdit<'_>> = codec::decode(rest)?;
    for edit in edits {
        let (before, after) = (edit.before.map(|b| b.0), edit.after.map(|b| b.0));
        // A kind is added together with a new schema only; an unknown one under this schema is a later version's too.
        let kind = Kind::from_code(edit.kind).ok_or(CodecError::Newer(SCHEMA))?;
        let id = after.or(before).and_then(id_of).ok_or(CodecError::Shape)?;
        change.edits.push(RawEdit { kind, id, before, after });
    }
    Ok(change)
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
    Ok(Change { words: raw.words.to_owned(), at: raw.at, role: raw.role, edits })
}
