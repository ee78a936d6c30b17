//! Shapes on disk, apart from the types of the domain, so that these can change while books stay readable.
//! Once released, a shape of schema 1 is frozen; a later one is a new file with `From` the earlier.

mod change;
mod record;
#[cfg(test)]
mod tests;
mod value;

pub use change::{
    ChangeHead, Pending, RawChange, RawEdit, decode_change, decode_head, edits_of, encode_change,
    encode_edits, into_change, upgrade,
};
pub use record::{decode_record, encode_record, id_of, number_of};
