//! Reads one segment, frame by frame, and finds its way again behind damage.

use super::Place;
use super::layout::{HEAD_MOST, Layout, SegmentHead, head_of};
use crate::store::chain::{BookId, Hash};
use crate::store::{StoreError, files};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

/// How much is looked through at a time behind damage.
const WINDOW: usize = 64 * 1024;

/// One change as it lies in the journal.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its number.
    pub seq: u64,
    /// Where it begins in its segment.
    pub at: u64,
    /// The hash of the change before it, as this one tells it; unknown in format 1 and behind a gap.
    pub before: Hash,
    /// Its own hash; unknown in format 1.
    pub hash: Hash,
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

/// The book that a segment says it belongs to; none in format 1, or when its head cannot be read.
pub fn book_of(place: &Place) -> Option<BookId> {
    SegmentReader::of(place).ok()?.head().map(|head| head.book)
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
    layout: Layout,
    /// What the segment says of itself; none in format 1, or when that was damaged.
    head: Option<SegmentHead>,
    /// What the medium refused: that may pass, and says nothing of what is in the file.
    refused: Option<io::Error>,
}

impl SegmentReader {
    /// Opens a segment.
    pub fn of(place: &Place) -> Result<Self, StoreError> {
        let open = || {
            let file = files::open(&place.path)?;
            let size = file.metadata()?.len();
            Ok((BufReader::with_capacity(256 * 1024, file), size))
        };
        let (file, size) = open().map_err(StoreError::io("read the journal", &place.path))?;
        let mut reader = Self {
            file,
            at: 0,
            size,
            least: 1,
            next: place.next,
            layout: Layout::Chained,
            head: None,
            refused: None,
        };
        reader.begin();
        Ok(reader)
    }

    /// What the medium refused to give so far, if anything; what was read in its place is no word on the file.
    pub fn refused(&mut self) -> Option<io::Error> {
        self.refused.take()
    }

    /// What was read; nothing where the medium refused. A file that ends too soon is damaged, and nothing was refused.
    fn given<T>(&mut self, read: io::Result<Option<T>>) -> Option<T> {
        match read {
            Ok(read) => read,
            Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => None,
            Err(e) => {
                self.refused.get_or_insert(e);
                None
            }
        }
    }

    /// Reads what the segment says of itself. Without that it is of format 1, unless frames of today lie in it.
    fn begin(&mut self) {
        let mut bytes = [0; SegmentHead::LEN];
        let read = self.file.read_exact(&mut bytes).map(Some);
        self.head = self.given(read).and_then(|()| SegmentHead::read(&bytes));
        if self.head.is_some() {
            return self.stand_at(SegmentHead::LEN as u64);
        }
        let found = self.find_frame(0);
        if self.given(found).is_none() {
            self.layout = Layout::Plain;
        }
        self.stand_at(0);
    }

    /// What the segment says of itself; none in format 1, or when that was damaged.
    pub fn head(&self) -> Option<SegmentHead> {
        self.head
    }

    /// Whether it says that it belongs to another book than this.
    pub fn is_of_another(&self, book: Option<BookId>) -> bool {
        self.head.zip(book).is_some_and(|(head, book)| head.book != book)
    }

    /// How its frames lie.
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// The next piece; `None` at the end. From where the medium refuses, all of it is told as bad: see
    /// [`SegmentReader::refused`].
    pub fn next_piece(&mut self) -> Option<Piece> {
        if self.at >= self.size {
            return None;
        }
        let from = self.at;
        let here = self.frame_here();
        if let Some(frame) = self.given(here) {
            let behind = frame.at + self.layout.head_len() + frame.payload.len() as u64;
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
            let found = if self.refused.is_none() { self.find_frame(from + 1) } else { Ok(None) };
            let found = self.given(found);
            self.stand_at(found.unwrap_or(self.size));
        }
        Some(Piece::Bad { from, to: self.at })
    }

    /// Whether there is a whole frame from `behind` on. When there is none, and the next segment begins with the number
    /// of the frame before it, then that frame does not count: writing it failed, it was to be taken out again, and its
    /// number was given to the next change. What the medium gives back of it later was never acknowledged.
    fn goes_on(&mut self, behind: u64) -> bool {
        let found = self.find_frame(behind);
        self.given(found).is_some()
    }

    fn stand_at(&mut self, at: u64) {
        let stands = self.file.seek(SeekFrom::Start(at)).map(Some);
        self.at = if self.given(stands).is_some() { at } else { self.size };
    }

    /// The frame of this number, when it is whole; other frames are passed over without being read.
    ///
    /// What the medium refused on the way is told by [`SegmentReader::refused`].
    pub fn find(&mut self, seq: u64) -> Option<Frame> {
        loop {
            let head = self.peek_head();
            match self.given(head) {
                Some(head) if head.seq < seq => {
                    let step = self.layout.head_len() + u64::from(head.len);
                    self.at += step;
                    let stepped = self.file.seek_relative(i64::try_from(step).ok()?).map(Some);
                    self.given(stepped)?;
                    continue;
                }
                _ if self.refused.is_some() => return None,
                _ => {}
            }
            match self.next_piece()? {
                Piece::Frame(frame) if frame.seq == seq => return Some(frame),
                Piece::Frame(frame) if frame.seq > seq => return None,
                _ => {}
            }
        }
    }

    /// The frame that begins at this place, when it is whole. What the medium refused is told by
    /// [`SegmentReader::refused`].
    pub fn read_at(&mut self, at: u64) -> Option<Frame> {
        // Frames behind it may have been read before.
        self.least = 1;
        self.stand_at(at.min(self.size));
        let here = self.frame_here();
        self.given(here)
    }

    /// The head at this place; the file stays where it is.
    fn peek_head(&mut self) -> io::Result<Option<super::layout::FrameHead>> {
        if self.size - self.at <= self.layout.head_len() {
            return Ok(None);
        }
        let head = self.read_head()?;
        // Not a plain seek: that would drop what is buffered.
        self.file.seek_relative(-self.layout.head_step())?;
        Ok(head)
    }

    /// Reads the head at the place the file stands at.
    fn read_head(&mut self) -> io::Result<Option<super::layout::FrameHead>> {
        let left = self.size - self.at;
        let len = self.layout.head_len();
        if left <= len {
            return Ok(None);
        }
        let mut bytes = [0; HEAD_MOST];
        let bytes = &mut bytes[..usize::try_from(len).unwrap_or(HEAD_MOST)];
        self.file.read_exact(bytes)?;
        Ok(head_of(self.layout, bytes, left, self.least))
    }

    fn frame_here(&mut self) -> io::Result<Option<Frame>> {
        let Some(head) = self.read_head()? else { return Ok(None) };
        let mut payload = vec![0; head.len as usize];
        self.file.read_exact(&mut payload)?;
        let whole = self.layout.checksum(head.seq, head.before, &payload) == head.crc;
        if !whole {
            return Ok(None);
        }
        let hash = match self.layout {
            Layout::Plain => Hash::UNKNOWN,
            Layout::Chained => Hash::of(head.before, head.seq, &payload),
        };
        Ok(Some(Frame { seq: head.seq, at: self.at, before: head.before, hash, payload }))
    }

    /// The first place from `from` on where a whole frame begins. Heads whose numbers cannot be true are passed over
    /// without a look at the payload, so that this does not take the square of the size.
    fn find_frame(&mut self, from: u64) -> io::Result<Option<u64>> {
        let mut window = vec![0; WINDOW];
        let mut at = from;
        let len = self.layout.head_len();
        let step = usize::try_from(len).unwrap_or(HEAD_MOST);
        while at + len < self.size {
            let want = usize::try_from(self.size - at).unwrap_or(WINDOW).min(WINDOW);
            self.file.seek(SeekFrom::Start(at))?;
            let part = &mut window[..want];
            self.file.read_exact(part)?;
            let candidates: Vec<u64> = part
                .windows(step)
                .zip(at..)
                .filter(|(bytes, here)| head_of(self.layout, bytes, self.size - here, self.least).is_some())
                .map(|(_, here)| here)
                .collect();
            for here in candidates {
                self.at = here;
                self.file.seek(SeekFrom::Start(here))?;
                if self.frame_here()?.is_some() {
                    return Ok(Some(here));
                }
            }
            // The last places of the window had too few bytes behind them for a head.
            at += want as u64 - (len - 1);
        }
        Ok(None)
    }
}
