//! Puts a damaged journal in order: nothing that was not understood is dropped, it is kept beside.

use super::read::{Piece, SegmentReader};
use super::scan::Segment;
use super::{checksum, segment_name};
use crate::domain::Moment;
use crate::store::StoreError;
use crate::store::files;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Cuts bytes off the end of a segment that are no frame; they are kept in a file beside it, whose name is returned.
pub fn cut_tail(segment: &Segment, from: u64, now: Moment) -> Result<String, StoreError> {
    let doing = StoreError::io("cut the end of the journal", &segment.path);
    let evidence = files::aside(&segment.path, "cut", now);
    let cut = || {
        files::copy_part(&segment.path, from, &evidence)?;
        let file = files::private().write(true).open(&segment.path)?;
        file.set_len(from)?;
        file.sync_all()
    };
    cut().map_err(doing)?;
    if let Some(dir) = segment.path.parent() {
        files::sync_dir(dir);
    }
    Ok(files::name_of(&evidence))
}

/// Keeps a damaged segment as evidence under another name, which is returned, and writes the frames that are whole
/// anew, in one file for each stretch without a gap.
pub fn set_aside(dir: &Path, segment: &Segment, now: Moment) -> Result<String, StoreError> {
    let evidence = files::aside(&segment.path, "damaged", now);
    fs::rename(&segment.path, &evidence)
        .map_err(StoreError::io("set aside a damaged file", &segment.path))?;
    files::sync_dir(dir);
    let Ok(mut reader) = SegmentReader::open(&evidence, 1) else { return Ok(files::name_of(&evidence)) };
    let mut out: Option<(BufWriter<File>, PathBuf, u64)> = None;
    let doing = || StoreError::io("write the journal anew", dir);
    while let Some(piece) = reader.next_piece() {
        let Piece::Frame(frame) = piece else { continue };
        if out.as_ref().is_none_or(|(_, _, next)| *next != frame.seq) {
            finish(out.take())?;
            let path = dir.join(segment_name(frame.seq));
            let aside = path.with_extension("tmp");
            let file = files::private().write(true).create(true).truncate(true).open(&aside);
            out = Some((BufWriter::new(file.map_err(doing())?), path, frame.seq));
        }
        if let Some((file, _, next)) = &mut out {
            let len = u32::try_from(frame.payload.len()).unwrap_or(u32::MAX);
            let mut write = || {
                file.write_all(&len.to_le_bytes())?;
                file.write_all(&checksum(len, frame.seq, &frame.payload).to_le_bytes())?;
                file.write_all(&frame.seq.to_le_bytes())?;
                file.write_all(&frame.payload)
            };
            write().map_err(doing())?;
            *next = frame.seq + 1;
        }
    }
    finish(out)?;
    files::sync_dir(dir);
    Ok(files::name_of(&evidence))
}

fn finish(out: Option<(BufWriter<File>, PathBuf, u64)>) -> Result<(), StoreError> {
    let Some((file, path, _)) = out else { return Ok(()) };
    let finish = || {
        let file = file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        fs::rename(path.with_extension("tmp"), &path)
    };
    finish().map_err(StoreError::io("write the journal anew", &path))
}
