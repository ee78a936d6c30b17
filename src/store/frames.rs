//! A change of the domain, and the frame of the journal it stands in.

use super::StoreError;
use super::journal::{self, Frame};
use super::stored::{self, into_change};
use crate::domain::{Action, Change, Edit, Moment, Record, Ref, Role, Stamp};
use crate::words::store::of_medium;

/// The domain's change in a frame.
pub(super) fn change_in(frame: &Frame) -> Result<Change, StoreError> {
    let raw = journal::change_of(frame)?;
    into_change(&raw).map_err(|e| journal::not_understood(frame.seq, e))
}

/// A change as it stands in a frame.
pub(super) fn encoded(change: &Change, stamp: &Stamp) -> Result<Vec<u8>, StoreError> {
    stored::encode_change(change, stamp).map_err(|e| StoreError::Damaged(of_medium::change_not_writable(e)))
}

/// Some edits of a change as they stand in a frame of their own.
pub(super) fn encoded_edits(
    stamp: &Stamp,
    action: &Action,
    when: (Moment, Role),
    edits: &[Edit],
) -> Result<Vec<u8>, StoreError> {
    stored::encode_edits(stamp, action, when, edits)
        .map_err(|e| StoreError::Damaged(of_medium::change_not_writable(e)))
}

/// What each record is after some edits; `None` for what is gone for good.
pub(super) fn after_images(edits: &[Edit]) -> impl Iterator<Item = (Ref, Option<Record>)> + '_ {
    edits.iter().filter_map(|e| Some((e.id()?, e.after.clone())))
}
