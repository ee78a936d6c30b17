//! Reads one segment, frame by frame, and finds its way again behind damage.

use super::{FRAME_HEAD, MOST_READ, Place, checksum};
use crate::store::StoreError;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

/// The head of a frame, as a step in a file.
const HEAD: u64 = FRAME_HEAD as u64;
const HEAD_STEP: i64 = 16;

/// How much is looked through at a time behind damage.
const WINDOW: usize = 64 * 1024;

/// One change as it lies in the journal.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its number.
    pub seq: u64,
    /// Where it begins in its segment.
    pub at: u64,
    /// The change, see [`super::change_of`].
    pub payload: Vec<u8>,
}

/// What comes next in a segment.
#[derive(Clone, Debug)]
pub enum Piece {
    /// A whole frame.
    Frame(Frame),
    /// Bytes that are no frame, up to the next whole frame or the end.
    Bad {
        /// The first of them.
        from: u64,
        /// Behind the last of them.
        to: u64,
    },
}

/// The head of a frame, when its numbers can be true.
struct FrameHead {
    len: u32,
    crc: u32,
    seq: u64,
}

/// Reads a segment in one pass; at most one frame is in memory.
pub struct SegmentReader {
    file: BufReader<File>,
    at: u64,
    size: u64,
    /// No frame here has a lower number.
    least: u64,
    /// The number with which the next segment begins.
    next: Option<u64>,
}

impl SegmentReader {
    /// Opens a segment.
    pub fn of(place: &Place) -> Result<Self, StoreError> {
        let open = || {
            let file = File::open(&place.path)?;
            let size = file.metadata()?.len();
            Ok((file, size))
        };
        let (file, size) = open().map_err(StoreError::io("read the journal", &place.path))?;
        let file = BufReader::with_capacity(256 * 1024, file);
        Ok(Self { file, at: 0, size, least: 1, next: place.next })
    }

    /// The next piece; `None` at the end. What the medium refuses to give counts as bad.
    pub fn next_piece(&mut self) -> Option<Piece> {
        if self.at >= self.size {
            return None;
        }
        let from = self.at;
        if let Ok(Some(frame)) = self.frame_here() {
            let behind = frame.at + HEAD + frame.payload.len() as u64;
            self.least = frame.seq + 1;
            if self.next != Some(frame.seq) {
                self.at = behind;
                return Some(Piece::Frame(frame));
            }
            if self.goes_on(behind) {
                self.stand_at(behind);
                return Some(Piece::Frame(frame));
            }
            self.at = self.size;
        } else {
            let found = self.find_frame(from + 1).ok().flatten();
            self.stand_at(found.unwrap_or(self.size));
        }
        Some(Piece::Bad { from, to: self.at })
    }

    /// Whether there is a whole frame from `behind` on. When there is none, and the next segment begins with the number
    /// of the frame before it, then that frame does not count: writing it failed, it was to be taken out again, and its
    /// number was given to the next change. What the medium gives back of it later was never acknowledged.
    fn goes_on(&mut self, behind: u64) -> bool {
        matches!(self.find_frame(behind), Ok(Some(_)))
    }

    fn stand_at(&mut self, at: u64) {
        let stands = self.file.seek(SeekFrom::Start(at));
        self.at = if stands.is_ok() { at } else { self.size };
    }

    /// The frame of this number, when it is whole; other frames are passed over without being read.
    pub fn find(&mut self, seq: u64) -> Option<Frame> {
        loop {
            match self.peek_head() {
                Ok(Some(head)) if head.seq < seq => {
                    let step = HEAD + u64::from(head.len);
                    self.at += step;
                    self.file.seek_relative(i64::try_from(step).ok()?).ok()?;
                    continue;
                }
                Ok(_) => {}
                Err(_) => return None,
            }
            match self.next_piece()? {
                Piece::Frame(frame) if frame.seq == seq => return Some(frame),
                Piece::Frame(frame) if frame.seq > seq => return None,
                _ => {}
            }
        }
    }

    /// The frame that begins at this place, when it is whole.
    pub fn read_at(&mut self, at: u64) -> Option<Frame> {
        self.at = at.min(self.size);
        self.file.seek(SeekFrom::Start(self.at)).ok()?;
        self.frame_here().ok()?
    }

    /// The head at this place; the file stays where it is.
    fn peek_head(&mut self) -> io::Result<Option<FrameHead>> {
        let left = self.size - self.at;
        if left <= HEAD {
            return Ok(None);
        }
        let head = self.read_head(left)?;
        // Not a plain seek: that would drop what is buffered.
        self.file.seek_relative(-HEAD_STEP)?;
        Ok(head)
    }

    /// Reads the head at the place the file stands at, with `left` bytes to the end.
    fn read_head(&mut self, left: u64) -> io::Result<Option<FrameHead>> {
        if left <= HEAD {
            return Ok(None);
        }
        let mut bytes = [0; FRAME_HEAD];
        self.file.read_exact(&mut bytes)?;
        Ok(head_of(&bytes, left, self.least))
    }

    fn frame_here(&mut self) -> io::Result<Option<Frame>> {
        let Some(head) = self.read_head(self.size - self.at)? else { return Ok(None) };
        let mut payload = vec![0; head.len as usize];
        self.file.read_exact(&mut payload)?;
        let whole = checksum(head.len, head.seq, &payload) == head.crc;
        Ok(whole.then_some(Frame { seq: head.seq, at: self.at, payload }))
    }

    /// The first place from `from` on where a whole frame begins. Heads whose numbers cannot be true are passed over
    /// without a look at the payload, so that this does not take the square of the size.
    fn find_frame(&mut self, from: u64) -> io::Result<Option<u64>> {
        let mut window = vec![0; WINDOW];
        let mut at = from;
        while at + HEAD < self.size {
            let want = usize::try_from(self.size - at).unwrap_or(WINDOW).min(WINDOW);
            self.file.seek(SeekFrom::Start(at))?;
            let part = &mut window[..want];
            self.file.read_exact(part)?;
            let candidates: Vec<u64> = part
                .windows(FRAME_HEAD)
                .zip(at..)
                .filter(|(bytes, here)| {
                    bytes.first_chunk().is_some_and(|b| head_of(b, self.size - here, self.least).is_some())
                })
                .map(|(_, here)| here)
                .collect();
            for here in candidates {
                self.at = here;
                self.file.seek(SeekFrom::Start(here))?;
                if self.frame_here()?.is_some() {
                    return Ok(Some(here));
                }
            }
            // The last 15 places of the window had too few bytes behind them for a head.
            at += want as u64 - (HEAD - 1);
        }
        Ok(None)
    }
}

/// Reads a head; `None` when its numbers cannot be true: the frame must end within the `left` bytes of the file, and
/// its number must be one of those a file of that size can lead up to.
fn head_of(bytes: &[u8; FRAME_HEAD], left: u64, least: u64) -> Option<FrameHead> {
    let head = FrameHead {
        len: u32::from_le_bytes(part(bytes, 0)),
        crc: u32::from_le_bytes(part(bytes, 4)),
        seq: u64::from_le_bytes(part(bytes, 8)),
    };
    let len = u64::from(head.len);
    let fits = (1..=MOST_READ).contains(&len) && len + HEAD <= left;
    let near = head.seq >= least && head.seq - least <= FARTHEST;
    (fits && near).then_some(head)
}

/// `N` bytes of a head from a place on; the places above lie within it.
fn part<const N: usize>(bytes: &[u8; FRAME_HEAD], from: usize) -> [u8; N] {
    let mut out = [0; N];
    out.copy_from_slice(&bytes[from..from + N]);
    out
}

/// How far numbers may jump within a segment; more frames than this never lie in one.
const FARTHEST: u64 = 1 << 32;
