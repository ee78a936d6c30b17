//! How the bytes of a segment lie.
//!
//! Format 2: a head of [`SegmentHead::LEN`] bytes `[magic 8][book 16][first u64 le][crc32 u32 le]`, then frames
//! `[len u32 le][crc32 u32 le][seq u64 le][before 16][payload]`; `before` is the hash of the change before, and the
//! checksum covers all but itself. Format 1: frames without `before`, and no head.

use super::MOST_READ;
use crate::store::chain::{BookId, Hash};

/// What a segment begins with. Whatever reads format 1 takes it for damage, and never for a frame.
const MAGIC: [u8; 8] = *b"SYNDEO\x00\x02";

/// The longest head of a frame.
pub const HEAD_MOST: usize = 32;

/// How far numbers may jump within a segment; more frames than this never lie in one.
const FARTHEST: u64 = 1 << 32;

/// How frames lie in a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Format 1: nothing ties a change to the one before.
    Plain,
    /// Format 2.
    Chained,
}

impl Layout {
    /// Bytes of a frame before its payload.
    pub const fn head_len(self) -> u64 {
        match self {
            Self::Plain => 16,
            Self::Chained => 32,
        }
    }

    /// The same, as a step in a file.
    pub const fn head_step(self) -> i64 {
        match self {
            Self::Plain => 16,
            Self::Chained => 32,
        }
    }

    /// The checksum in the head of a frame.
    pub fn checksum(self, seq: u64, before: Hash, payload: &[u8]) -> u32 {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&u32::try_from(payload.len()).unwrap_or(u32::MAX).to_le_bytes());
        hasher.update(&seq.to_le_bytes());
        if self == Self::Chained {
            hasher.update(&before.0);
        }
        hasher.update(payload);
        hasher.finalize()
    }
}

/// The bytes of a frame of format 2; `len` is that of the payload.
pub fn frame_bytes(len: u32, seq: u64, before: Hash, payload: &[u8]) -> Vec<u8> {
    let mut frame = Vec::with_capacity(payload.len() + HEAD_MOST);
    frame.extend_from_slice(&len.to_le_bytes());
    frame.extend_from_slice(&Layout::Chained.checksum(seq, before, payload).to_le_bytes());
    frame.extend_from_slice(&seq.to_le_bytes());
    frame.extend_from_slice(&before.0);
    frame.extend_from_slice(payload);
    frame
}

/// The head of a frame, when its numbers can be true.
#[derive(Clone, Copy, Debug)]
pub struct FrameHead {
    /// Bytes of the payload.
    pub len: u32,
    /// The checksum.
    pub crc: u32,
    /// The number of the change.
    pub seq: u64,
    /// The hash of the change before.
    pub before: Hash,
}

/// Reads a head; `None` when its numbers cannot be true: the frame must end within the `left` bytes of the file, and
/// its number must be one of those a file of that size can lead up to, `least` or more.
pub fn head_of(layout: Layout, bytes: &[u8], left: u64, least: u64) -> Option<FrameHead> {
    let before = match layout {
        Layout::Plain => Hash::UNKNOWN,
        Layout::Chained => Hash(part(bytes, 16)?),
    };
    let head = FrameHead {
        len: u32::from_le_bytes(part(bytes, 0)?),
        crc: u32::from_le_bytes(part(bytes, 4)?),
        seq: u64::from_le_bytes(part(bytes, 8)?),
        before,
    };
    let len = u64::from(head.len);
    let fits = (1..=MOST_READ).contains(&len) && len + layout.head_len() <= left;
    let near = head.seq >= least && head.seq - least <= FARTHEST;
    (fits && near).then_some(head)
}

/// `N` bytes of a head from a place on.
fn part<const N: usize>(bytes: &[u8], from: usize) -> Option<[u8; N]> {
    bytes.get(from..)?.first_chunk().copied()
}

/// What a segment says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SegmentHead {
    /// The book it belongs to.
    pub book: BookId,
    /// The number of its first change.
    pub first: u64,
}

impl SegmentHead {
    /// Bytes of it.
    pub const LEN: usize = 36;

    /// The bytes.
    pub fn bytes(self) -> Vec<u8> {
        let mut out = Vec::with_capacity(Self::LEN);
        out.extend_from_slice(&MAGIC);
        out.extend_from_slice(&self.book.0);
        out.extend_from_slice(&self.first.to_le_bytes());
        out.extend_from_slice(&crc32fast::hash(&out).to_le_bytes());
        out
    }

    /// Reads it; `None` when it is damaged or something else.
    pub fn read(bytes: &[u8; Self::LEN]) -> Option<Self> {
        let (rest, crc) = bytes.split_last_chunk::<4>()?;
        let whole = rest.starts_with(&MAGIC) && crc32fast::hash(rest) == u32::from_le_bytes(*crc);
        if !whole {
            return None;
        }
        Some(Self { book: BookId(part(rest, 8)?), first: u64::from_le_bytes(part(rest, 24)?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_believed_only_when_it_is_whole() {
        let head = SegmentHead { book: BookId([7; 16]), first: 300 };
        let bytes: [u8; SegmentHead::LEN] = head.bytes().try_into().unwrap();
        assert_eq!(SegmentHead::read(&bytes), Some(head));
        for bit in 0..bytes.len() * 8 {
            let mut bad = bytes;
            bad[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(SegmentHead::read(&bad), None, "bit {bit}");
        }
    }

    #[test]
    fn what_reads_format_1_never_takes_the_head_for_a_frame() {
        let bytes = SegmentHead { book: BookId([0; 16]), first: 1 }.bytes();
        assert!(head_of(Layout::Plain, &bytes, 1 << 40, 1).is_none());
    }
}
