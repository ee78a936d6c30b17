//! How the lines are packed: as they are, gzip (RFC 1952), or Zstandard (RFC 8878).

use crate::words::store::of_whole;
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use ruzstd::encoding::{CompressionLevel, compress};
use std::io::{self, BufRead, BufReader, Read, Write};

/// How lines are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// As they are.
    Plain,
    /// gzip.
    Gzip,
    /// Zstandard.
    Zstd,
}

impl Packing {
    /// The packing that the ending of a file's name tells: `.jsonl`, `.jsonl.gz`, `.jsonl.zst`.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let lines = [(".jsonl", Self::Plain), (".jsonl.gz", Self::Gzip), (".jsonl.zst", Self::Zstd)];
        lines.into_iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, packing)| packing)
    }
}

/// Packs what is written to it. What was written counts only after [`Packer::finish`].
pub enum Packer<W: Write> {
    /// As it is.
    Plain(W),
    /// gzip.
    Gzip(Box<GzEncoder<W>>),
    /// Zstandard.
    Zstd(Frames<W>),
}

impl<W: Write> Packer<W> {
    /// Packs into `out`.
    pub fn new(out: W, packing: Packing) -> Self {
        match packing {
            Packing::Plain => Self::Plain(out),
            Packing::Gzip => Self::Gzip(Box::new(GzEncoder::new(out, Compression::default()))),
            Packing::Zstd => Self::Zstd(Frames { out, waiting: vec![] }),
        }
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// When it is refused.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Plain(mut out) => out.flush(),
            Self::Gzip(packer) => packer.finish()?.flush(),
            Self::Zstd(mut frames) => {
                frames.flush()?;
                frames.out.flush()
            }
        }
    }
}

impl<W: Write> Write for Packer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Gzip(packer) => packer.write(bytes),
            Self::Zstd(frames) => frames.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            Self::Gzip(packer) => packer.flush(),
            Self::Zstd(frames) => frames.flush(),
        }
    }
}

/// So many bytes make a frame; frames follow one another in a file (RFC 8878 §3).
const FRAME: usize = 1024 * 1024;

/// Packs frame by frame: the packer takes a source to its end, and the lines come one by one.
pub struct Frames<W: Write> {
    out: W,
    waiting: Vec<u8>,
}

impl<W: Write> Write for Frames<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(FRAME - self.waiting.len());
        self.waiting.extend_from_slice(&bytes[..taken]);
        if self.waiting.len() == FRAME {
            self.flush()?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        // It panics when its drain refuses, so that it gets one that cannot.
        let mut frame = vec![];
        compress(&self.waiting[..], &mut frame, CompressionLevel::Fastest);
        self.waiting.clear();
        self.out.write_all(&frame)
    }
}

/// The bytes of a file, unpacked by what they begin with.
pub fn unpacked(file: impl Read + 'static) -> io::Result<Box<dyn BufRead>> {
    let mut file = BufReader::with_capacity(64 * 1024, file);
    let begins = file.fill_buf()?;
    if begins.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(BufReader::with_capacity(64 * 1024, MultiGzDecoder::new(file))));
    }
    if begins.starts_with(&ZSTD) {
        return Ok(Box::new(BufReader::with_capacity(64 * 1024, Unpacker::of(file))));
    }
    Ok(Box::new(file))
}

/// What a frame of Zstandard begins with (RFC 8878 §3.1.1).
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// The most that a frame may ask to be kept of it, in bytes: what a reader must be ready for (RFC 8878 §3.1.1.1.2).
const WINDOW: u64 = 8 * 1024 * 1024;

/// Unpacks the frames of a file, one after the other.
struct Unpacker<R: BufRead> {
    file: R,
    decoder: FrameDecoder,
    /// Whether a frame is being unpacked.
    inside: bool,
}

impl<R: BufRead> Unpacker<R> {
    fn of(file: R) -> Self {
        Self { file, decoder: FrameDecoder::new(), inside: false }
    }

    /// Begins the next frame; false at the end of the file.
    fn begin(&mut self) -> io::Result<bool> {
        if self.file.fill_buf()?.is_empty() {
            return Ok(false);
        }
        let head = frame_head(&mut self.file)?;
        if window(&head) > WINDOW {
            return Err(io::Error::other(of_whole::window_too_large(WINDOW / 1_000_000)));
        }
        self.decoder.reset(&head[..]).map_err(|e| io::Error::other(e.to_string()))?;
        self.inside = true;
        Ok(true)
    }
}

impl<R: BufRead> Read for Unpacker<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.inside && !self.begin()? {
                return Ok(0);
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let enough = BlockDecodingStrategy::UptoBytes(buf.len());
                let decoded = self.decoder.decode_blocks(&mut self.file, enough);
                decoded.map_err(|e| io::Error::other(e.to_string()))?;
            }
            let read = self.decoder.read(buf)?;
            if read > 0 || buf.is_empty() {
                return Ok(read);
            }
            self.inside = !self.decoder.is_finished();
        }
    }
}

/// The head of a frame, magic and all (RFC 8878 §3.1.1.1): the descriptor says how many bytes follow it.
fn frame_head(file: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = vec![0; ZSTD.len() + 1];
    file.read_exact(&mut head)?;
    if !head.starts_with(&ZSTD) {
        return Err(io::Error::other(of_whole::no_frame()));
    }
    let (descriptor, begins) = (head[ZSTD.len()], head.len());
    let single = descriptor & 0x20 != 0;
    let dictionary = [0, 1, 2, 4][usize::from(descriptor & 3)];
    let size = [usize::from(single), 2, 4, 8][usize::from(descriptor >> 6)];
    head.resize(begins + usize::from(!single) + dictionary + size, 0);
    file.read_exact(&mut head[begins..])?;
    Ok(head)
}

/// How many bytes of a frame must be kept to unpack the rest (RFC 8878 §3.1.1.1.2): in a single segment all of it.
fn window(head: &[u8]) -> u64 {
    let (descriptor, rest) = (head[ZSTD.len()], &head[ZSTD.len() + 1..]);
    if descriptor & 0x20 == 0 {
        let (exponent, mantissa) = (rest[0] >> 3, u64::from(rest[0] & 7));
        let base = 1u64 << (10 + exponent);
        return base + base / 8 * mantissa;
    }
    let size = &rest[[0, 1, 2, 4][usize::from(descriptor & 3)]..];
    let mut bytes = [0; 8];
    bytes[..size.len()].copy_from_slice(size);
    u64::from_le_bytes(bytes) + if size.len() == 2 { 256 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Cursor;

    fn packed(bytes: &[u8], packing: Packing) -> Vec<u8> {
        let mut out = vec![];
        let mut packer = Packer::new(&mut out, packing);
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap();
        out
    }

    fn read(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        let mut out = vec![];
        unpacked(Cursor::new(bytes))?.take(8 * FRAME as u64).read_to_end(&mut out)?;
        Ok(out)
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(words in prop::collection::vec("[a-zα-ω{}:, ]{0,40}", 0..200), times in 0usize..60) {
            let text = words.concat().repeat(times);
            for packing in [Packing::Plain, Packing::Gzip, Packing::Zstd] {
                let out = packed(text.as_bytes(), packing);
                prop_assert_eq!(read(out).unwrap(), text.as_bytes());
            }
        }

        /// Whatever is wrong with a file, it is an error and no panic.
        #[test]
        fn what_is_damaged_ends_in_words(text in "[a-z]{1,400}", at in any::<prop::sample::Index>(), byte: u8, cut in any::<prop::sample::Index>()) {
            for packing in [Packing::Gzip, Packing::Zstd] {
                let mut out = packed(text.repeat(40).as_bytes(), packing);
                let place = at.index(out.len());
                out[place] ^= byte;
                let _ = read(out.clone());
                out.truncate(cut.index(out.len()));
                let _ = read(out);
            }
        }
    }

    #[test]
    fn more_than_a_frame_comes_back_whole() {
        let text: Vec<u8> = (0..=250u8).cycle().take(3 * FRAME + 17).collect();
        let out = packed(&text, Packing::Zstd);
        assert_eq!(out.windows(4).filter(|four| *four == ZSTD).count(), 4);
        assert!(read(out).unwrap() == text);
    }

    /// Frames as the program `zstd` heads them: with a window, and in a single segment of known size.
    #[test]
    fn a_frame_that_asks_for_too_much_is_refused() {
        for (head, bytes) in [
            (&[0x00, 0x68][..], 8 << 20),
            (&[0x00, 0x70], 16 << 20),
            (&[0x00, 0xf8], 1 << 41),
            (&[0x20, 0x05], 5),
            (&[0x60, 0x01, 0x00], 257),
            (&[0xa0, 0x00, 0x00, 0x00, 0x7f], 0x7f00_0000),
        ] {
            let whole = [&ZSTD[..], head].concat();
            assert_eq!(window(&whole), bytes, "{head:x?}");
            assert_eq!(frame_head(&mut &whole[..]).unwrap(), whole);
            let told = read(whole).unwrap_err().to_string();
            assert_eq!(told.contains("window"), bytes > WINDOW, "{told}");
        }
    }
}
