//! Turns a segment of format 1 into one of today: the same changes under the same numbers, each with a stamp, tied to
//! one another.

use super::layout::{Layout, SegmentHead, frame_bytes};
use super::read::{Frame, Piece, SegmentReader};
use super::scan::Place;
use super::{not_understood, segment_name};
use crate::domain::{Clock, Stamp};
use crate::store::chain::{BookId, Hash, Tip};
use crate::store::stored::{decode_head, edits_of, upgrade as upgrade_change};
use crate::store::{StoreError, codec, files};
use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use uuid::{Builder, Uuid};

/// Turns one segment over, unless it is of today already; `tip` is what lies before it, and goes on to its end. Written
/// aside and renamed: it is always whole. The same segment gives the same bytes each time it is tried. How many bytes of
/// it were no change.
///
/// # Errors
/// When the medium refuses, or a change cannot be understood. The segment is as it was then.
pub fn upgrade(dir: &Path, book: BookId, place: &Place, tip: &mut Tip) -> Result<u64, StoreError> {
    let mut reader = SegmentReader::of(place)?;
    let plain = reader.layout() == Layout::Plain;
    let doing = || StoreError::io("write the journal anew", &place.path);
    let aside = dir.join(segment_name(place.first)).with_extension("tmp");
    let mut out = None;
    if plain {
        let file = files::private().write(true).create(true).truncate(true).open(&aside).map_err(doing())?;
        let mut file = BufWriter::new(file);
        file.write_all(&SegmentHead { book, first: place.first }.bytes()).map_err(doing())?;
        out = Some(file);
    }
    let mut bad = 0;
    while let Some(piece) = reader.next_piece() {
        let frame = match piece {
            Piece::Frame(frame) => frame,
            Piece::Bad { from, to } => {
                bad += to - from;
                continue;
            }
        };
        let understood = |e| not_understood(frame.seq, e);
        let Some(file) = &mut out else {
            let head = decode_head(&frame.payload).map_err(understood)?;
            tip.advance(frame.seq, frame.hash, head.stamp.map(|s| s.clock).unwrap_or_default());
            continue;
        };
        let before = match tip.seq {
            0 if frame.seq == 1 => Hash::first(book),
            seq if frame.seq == seq + 1 => tip.hash(),
            _ => Hash::UNKNOWN,
        };
        let head = decode_head(&frame.payload).map_err(understood)?;
        let clock = tip.clock.tick(head.at.utc_ms);
        let stamp = Stamp { id: id_of(book, clock, &frame.payload), clock, ..Stamp::default() };
        let payload = upgrade_change(&frame.payload, &stamp).map_err(understood)?;
        let len = u32::try_from(payload.len()).unwrap_or(u32::MAX);
        file.write_all(&frame_bytes(len, frame.seq, before, &payload)).map_err(doing())?;
        tip.advance(frame.seq, Hash::of(before, frame.seq, &payload), clock);
    }
    if let Some(refused) = reader.refused() {
        return Err(StoreError::io("read the journal", &place.path)(refused));
    }
    if let Some(file) = out {
        let file = file.into_inner().map_err(|e| doing()(e.into_error()))?;
        file.sync_all().map_err(doing())?;
        fs::rename(&aside, &place.path).map_err(doing())?;
        files::sync_dir(dir);
    }
    Ok(bad)
}

/// One number for a change and the records in it, the same in both formats.
pub fn mark_of(frame: &Frame) -> Result<u64, StoreError> {
    let edits = edits_of(&frame.payload).map_err(|e| not_understood(frame.seq, e))?;
    Ok(codec::fingerprint(&frame.seq.to_le_bytes(), edits))
}

/// An id that comes out the same when the same change is turned over again.
fn id_of(book: BookId, clock: Clock, payload: &[u8]) -> Uuid {
    let hash = Hash::of(Hash::first(book), 0, payload);
    let mut chance = [0; 10];
    chance.copy_from_slice(&hash.0[..10]);
    Builder::from_unix_timestamp_millis(u64::try_from(clock.ms).unwrap_or(0), &chance).into_uuid()
}
