//! Bytes: the only place that calls bincode, and the envelope that every stored value travels in.
//!
//! Envelope: `[schema u8][crc32 u32 le][payload]`. The checksum covers tree, key, schema and payload: four of five
//! single-bit flips in a bare bincode value decode to another valid value, and a value under a wrong key is as bad.

use crate::words::store::of_medium;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The schema of records, and of the pieces they lie in.
pub const SCHEMA: u8 = 1;

/// The schema of a change in the journal and of the state of the live database; 1 is that of format 1.
pub const BOOK_SCHEMA: u8 = 2;

/// Bytes of an envelope before its payload.
pub const ENVELOPE: usize = 5;

/// The most one value may claim when it is read. Without a limit, one flipped bit in a length makes bincode ask for
/// terabytes, which ends the process.
const LIMIT: usize = 256 * 1024 * 1024;

/// Why bytes were not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodecError {
    /// The checksum does not match: the bytes were damaged.
    Checksum,
    /// Written by a later version, with this schema.
    Newer(u8),
    /// The checksum matches, or there is none here, but the bytes are no value of the expected shape.
    Shape,
}

impl fmt::Display for CodecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checksum => f.write_str(of_medium::checksum()),
            Self::Newer(schema) => f.write_str(&of_medium::later_schema(schema)),
            Self::Shape => f.write_str(of_medium::no_shape()),
        }
    }
}

impl std::error::Error for CodecError {}

fn config() -> impl bincode::config::Config {
    bincode::config::standard().with_limit::<LIMIT>()
}

/// Appends the bytes of a value.
///
/// # Errors
/// When the value cannot be written in this format; no shape of this crate is such.
pub fn encode_to<T: Serialize>(value: &T, out: &mut Vec<u8>) -> Result<(), CodecError> {
    bincode::serde::encode_into_std_write(value, out, config()).map(|_| ()).map_err(|_| CodecError::Shape)
}

/// Reads a value that fills `bytes` to the last one; what borrows, borrows from `bytes`.
///
/// # Errors
/// [`CodecError::Shape`] when it does not.
pub fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, CodecError> {
    match decode_first(bytes) {
        Ok((value, used)) if used == bytes.len() => Ok(value),
        _ => Err(CodecError::Shape),
    }
}

/// Reads the value that `bytes` begin with, and how many bytes it took.
///
/// # Errors
/// [`CodecError::Shape`] when they do not begin with one.
pub fn decode_first<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<(T, usize), CodecError> {
    bincode::serde::borrow_decode_from_slice(bytes, config()).map_err(|_| CodecError::Shape)
}

/// Wraps a payload of this schema that is to lie under `key` in the tree of this code.
pub fn seal(tree: u8, key: &[u8], schema: u8, payload: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(ENVELOPE + payload.len());
    out.push(schema);
    out.extend_from_slice(&checksum(tree, key, schema, payload).to_le_bytes());
    out.extend_from_slice(payload);
    out
}

/// Takes schema and payload out of an envelope that lay under `key` in the tree of this code; `most` is the latest schema
/// that is known.
///
/// # Errors
/// When the checksum does not match, or the envelope is of a later version.
pub fn unseal<'a>(tree: u8, key: &[u8], most: u8, bytes: &'a [u8]) -> Result<(u8, &'a [u8]), CodecError> {
    let (head, payload) = bytes.split_at_checked(ENVELOPE).ok_or(CodecError::Checksum)?;
    let [schema, a, b, c, d] = *head else { return Err(CodecError::Checksum) };
    if checksum(tree, key, schema, payload) != u32::from_le_bytes([a, b, c, d]) {
        return Err(CodecError::Checksum);
    }
    if schema > most {
        return Err(CodecError::Newer(schema));
    }
    Ok((schema, payload))
}

fn checksum(tree: u8, key: &[u8], schema: u8, payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&[tree]);
    hasher.update(key);
    hasher.update(&[schema]);
    hasher.update(payload);
    hasher.finalize()
}

/// A hash to count a set of stored values by: sums of it do not hang on the order. It stays the same for ever, as it
/// is kept on disk; the standard library's hashers promise no such thing.
pub fn fingerprint(key: &[u8], value: &[u8]) -> u64 {
    let mut state = 0x243F_6A88_85A3_08D3 ^ (key.len() as u64);
    for part in [key, value] {
        let mut chunks = part.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            state = stir(state ^ u64::from_le_bytes(word));
        }
        let mut word = [0; 8];
        word[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
        state = stir(state ^ u64::from_le_bytes(word) ^ part.len() as u64);
    }
    state ^ (state >> 29)
}

fn stir(word: u64) -> u64 {
    let word = word.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (word ^ (word >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_comes_back_only_where_it_was_put() {
        let sealed = seal(1, b"key", SCHEMA, b"payload");
        assert_eq!(unseal(1, b"key", SCHEMA, &sealed), Ok((SCHEMA, &b"payload"[..])));
        assert_eq!(unseal(2, b"key", SCHEMA, &sealed), Err(CodecError::Checksum));
        assert_eq!(unseal(1, b"kez", SCHEMA, &sealed), Err(CodecError::Checksum));
        for bit in 0..sealed.len() * 8 {
            let mut bad = sealed.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(unseal(1, b"key", SCHEMA, &bad), Err(CodecError::Checksum), "bit {bit}");
        }
        for len in 0..sealed.len() {
            assert_eq!(unseal(1, b"key", SCHEMA, &sealed[..len]), Err(CodecError::Checksum), "cut to {len}");
        }
    }

    #[test]
    fn a_later_schema_is_told_from_damage() {
        let mut sealed = seal(1, b"k", SCHEMA, b"p");
        sealed[0] = 2;
        let sum = checksum(1, b"k", 2, b"p").to_le_bytes();
        sealed[1..5].copy_from_slice(&sum);
        assert_eq!(unseal(1, b"k", SCHEMA, &sealed), Err(CodecError::Newer(2)));
    }

    #[test]
    fn bytes_left_over_and_mad_lengths_are_refused() {
        let mut bytes = vec![];
        encode_to(&"text", &mut bytes).unwrap();
        assert_eq!(decode::<&str>(&bytes), Ok("text"));
        bytes.push(0);
        assert_eq!(decode::<&str>(&bytes), Err(CodecError::Shape));
        let mad = [253, 255, 255, 255, 255, 255, 255, 255, 127];
        assert_eq!(decode::<String>(&mad), Err(CodecError::Shape));
        assert_eq!(decode::<Vec<u64>>(&mad), Err(CodecError::Shape));
    }

    #[test]
    fn fingerprints_are_frozen() {
        assert_eq!(fingerprint(b"key", b"a value of more than eight bytes"), FROZEN);
        assert_ne!(fingerprint(b"ab", b"c"), fingerprint(b"a", b"bc"));
        assert_ne!(fingerprint(b"a", b""), fingerprint(b"a", b"\0"));
    }

    const FROZEN: u64 = 8_752_814_517_014_228_010;
}
