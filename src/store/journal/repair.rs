//! Puts a damaged journal in order: nothing that was not understood is dropped, it is kept beside.

use super::layout::{SegmentHead, frame_bytes};
use super::read::{Frame, Piece, SegmentReader};
use super::scan::{Place, Segment};
use super::segment_name;
use crate::domain::Moment;
use crate::store::StoreError;
use crate::store::chain::BookId;
use crate::store::files;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Cuts bytes off the end of a segment that are no frame; they are kept in a file beside it, whose name is returned.
pub fn cut_tail(segment: &Segment, from: u64, now: Moment) -> Result<String, StoreError> {
    let doing = StoreError::io("cut the end of the journal", &segment.place.path);
    let evidence = files::aside(&segment.place.path, "cut", now);
    let cut = || {
        files::copy_part(&segment.place.path, from, &evidence)?;
        let file = files::private().write(true).open(&segment.place.path)?;
        file.set_len(from)?;
        file.sync_all()
    };
    cut().map_err(doing)?;
    if let Some(dir) = segment.place.path.parent() {
        files::sync_dir(dir);
    }
    Ok(files::name_of(&evidence))
}

/// Keeps a damaged segment as evidence under another name, which is returned, and writes the frames that are whole
/// and belong anew, in one file for each stretch without a gap. The new files are whole before the old one is moved.
pub fn set_aside(
    dir: &Path,
    book: BookId,
    segment: &Segment,
    now: Moment,
    belongs: &dyn Fn(&Frame) -> bool,
) -> Result<String, StoreError> {
    let stretches = match SegmentReader::of(&segment.place) {
        Ok(mut reader) => {
            let stretches = write_stretches(dir, book, &mut reader, belongs)?;
            match reader.refused() {
                Some(refused) => {
                    return Err(StoreError::io("read the journal", &segment.place.path)(refused));
                }
                None => stretches,
            }
        }
        // What cannot even be opened has nothing to be written anew.
        Err(_) => vec![],
    };
    let evidence = files::aside(&segment.place.path, "damaged", now);
    fs::rename(&segment.place.path, &evidence)
        .map_err(StoreError::io("set aside a damaged file", &segment.place.path))?;
    for path in stretches {
        let whole = half(&path);
        // Another file has that name only when changes stand where they do not belong: neither is written over.
        let taken = fs::symlink_metadata(&path).is_ok();
        let to = if taken { files::aside(&path, "stray", now) } else { path };
        fs::rename(whole, &to).map_err(StoreError::io("write the journal anew", &to))?;
    }
    files::sync_dir(dir);
    Ok(files::name_of(&evidence))
}

/// Gives files of the journal another name, as they are not to be part of it: their names now.
pub fn set_all_aside(dir: &Path, places: &[Place], now: Moment) -> Result<Vec<String>, StoreError> {
    let mut kept = vec![];
    for place in places {
        let aside = files::aside(&place.path, "other", now);
        fs::rename(&place.path, &aside).map_err(StoreError::io("set a file aside", &place.path))?;
        kept.push(files::name_of(&aside));
    }
    files::sync_dir(dir);
    Ok(kept)
}

/// The name of a file that is not whole yet.
fn half(path: &Path) -> PathBuf {
    path.with_extension("tmp")
}

/// Writes the whole frames that are left: the names the files are to bear.
fn write_stretches(
    dir: &Path,
    book: BookId,
    reader: &mut SegmentReader,
    belongs: &dyn Fn(&Frame) -> bool,
) -> Result<Vec<PathBuf>, StoreError> {
    let doing = || StoreError::io("write the journal anew", dir);
    let mut paths = vec![];
    let mut out: Option<(BufWriter<File>, u64)> = None;
    while let Some(piece) = reader.next_piece() {
        let frame = match piece {
            Piece::Frame(frame) if belongs(&frame) => frame,
            _ => continue,
        };
        let (mut file, _) = match out.take() {
            Some((file, next)) if next == frame.seq => (file, next),
            before => {
                finish(before).map_err(doing())?;
                let path = dir.join(segment_name(frame.seq));
                let file = files::private().write(true).create(true).truncate(true).open(half(&path));
                paths.push(path);
                let mut file = BufWriter::new(file.map_err(doing())?);
                let head = SegmentHead { book, first: frame.seq }.bytes();
                file.write_all(&head).map_err(doing())?;
                (file, frame.seq)
            }
        };
        write_frame(&mut file, &frame).map_err(doing())?;
        out = Some((file, frame.seq + 1));
    }
    finish(out).map_err(doing())?;
    Ok(paths)
}

fn write_frame(file: &mut impl Write, frame: &Frame) -> io::Result<()> {
    let len = u32::try_from(frame.payload.len()).map_err(io::Error::other)?;
    file.write_all(&frame_bytes(len, frame.seq, frame.before, &frame.payload))
}

fn finish(out: Option<(BufWriter<File>, u64)>) -> io::Result<()> {
    let Some((file, _)) = out else { return Ok(()) };
    file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}
