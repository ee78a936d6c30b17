//! The lines, to and from JSON.

use super::{FORMAT, LONGEST};
use crate::domain::{Action, Clock, Kind, Moment, Record, Role, Stamp, Verb, json};
use crate::store::stored::ChangeHead;
use crate::words::store::of_whole;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;

/// How the first line begins, so that such a file is known by it.
pub const BEGINS: &str = "{\"syndeo\":\"book\"";

/// The most commas, colons and brackets of a line: each may cost a hundred bytes of memory.
const MOST_MARKS: usize = 200_000;

/// The first line.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Head {
    syndeo: String,
    format: u32,
    /// The version that wrote it.
    app: String,
    /// When, RFC 3339.
    at: String,
    /// The last change that the records have in them.
    pub last_change: u64,
    /// The highest short number ever given.
    pub last_number: u32,
}

impl Head {
    /// The head of a file that is written now.
    pub fn new(at: Moment, last_change: u64, last_number: u32) -> Self {
        let app = env!("CARGO_PKG_VERSION").to_owned();
        Self { syndeo: "book".into(), format: FORMAT, app, at: at.to_rfc3339(), last_change, last_number }
    }

    /// When it was written.
    pub fn moment(&self) -> Moment {
        Moment::from_rfc3339(&self.at).unwrap_or_default()
    }
}

/// The last line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// How many records there are.
    pub records: u64,
    /// How many changes.
    pub changes: u64,
    /// BLAKE3 of all bytes before this line, hexadecimal.
    pub blake3: String,
}

#[derive(Serialize, Deserialize)]
struct EndLine {
    end: End,
}

/// A change as it stands in a line; its edits follow.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeLine {
    change: u64,
    at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stamp: Option<StampLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undoes: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    redoes: Option<u64>,
    verb: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    to: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    counts: Vec<CountLine>,
    edits: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StampLine {
    id: String,
    author: String,
    device: String,
    ms: i64,
    count: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CountLine {
    kind: String,
    count: u32,
}

/// One line, read.
pub enum Line {
    /// The first.
    Head(Head),
    /// A record.
    Record(Box<Record>),
    /// A change.
    Change(ChangeStart),
    /// A record of the change before it, before and after.
    Edit(Pair),
    /// The last.
    End(End),
}

/// A record before and after a change.
pub type Pair = Box<(Option<Record>, Option<Record>)>;

/// What stands before the edits of a change.
pub struct ChangeStart {
    /// Its number.
    pub seq: u64,
    /// Who, when and what.
    pub head: ChangeHead,
    /// How many edits follow.
    pub edits: u64,
}

/// Writes the first line.
pub fn write_head(head: &Head, out: &mut Vec<u8>) {
    put(head, out);
}

/// Writes the last line.
pub fn write_end(end: End, out: &mut Vec<u8>) {
    put(&EndLine { end }, out);
}

/// Writes what stands before the edits of a change.
pub fn write_change(start: &ChangeStart, out: &mut Vec<u8>) {
    let ChangeHead { stamp, action, at, role } = &start.head;
    let stamp = stamp.as_ref().map(|stamp| StampLine {
        id: stamp.id.to_string(),
        author: stamp.author.clone(),
        device: stamp.device.to_string(),
        ms: stamp.clock.ms,
        count: stamp.clock.count,
    });
    let count = |(kind, count): &(Kind, u32)| CountLine { kind: kind.name().into(), count: *count };
    let (undoes, redoes) = match role {
        Role::Do => (None, None),
        Role::Undo(seq) => (Some(*seq), None),
        Role::Redo(seq) => (None, Some(*seq)),
    };
    let line = ChangeLine {
        change: start.seq,
        at: at.to_rfc3339(),
        stamp,
        undoes,
        redoes,
        verb: action.verb.name().into(),
        of: action.kind.map(|kind| kind.name().into()),
        name: action.name.clone(),
        to: action.to.clone(),
        counts: action.counts.iter().map(count).collect(),
        edits: start.edits,
    };
    put(&line, out);
}

/// Writes a record of change `seq` before and after.
pub fn write_edit(seq: u64, before: Option<&Record>, after: Option<&Record>, out: &mut Vec<u8>) {
    out.extend_from_slice(format!("{{\"edit\":{seq}").as_bytes());
    for (name, record) in [("before", before), ("after", after)] {
        if let Some(record) = record {
            out.extend_from_slice(format!(",\"{name}\":").as_bytes());
            json::write_line(record, out);
            out.pop();
        }
    }
    out.extend_from_slice(b"}\n");
}

fn put(line: &impl Serialize, out: &mut Vec<u8>) {
    // Neither these lines nor writing to memory can fail.
    let _ = serde_json::to_writer(&mut *out, line);
    out.push(b'\n');
}

/// Reads a line.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read(line: &[u8], change: u64) -> Result<Line, String> {
    if line.len() > LONGEST {
        return Err(of_whole::line_too_long(LONGEST / 1_000_000));
    }
    if marks(line) > MOST_MARKS {
        return Err(of_whole::line_too_full().into());
    }
    let json: Json = serde_json::from_slice(line).map_err(|e| e.to_string())?;
    let has = |name: &str| json.get(name).is_some();
    if has("kind") {
        return record(&json).map(|record| Line::Record(Box::new(record)));
    }
    if has("edit") {
        if json.get("edit").and_then(Json::as_u64) != Some(change) {
            return Err(of_whole::edit_elsewhere().into());
        }
        let side = |name: &str| json.get(name).map(record).transpose();
        return Ok(Line::Edit(Box::new((side("before")?, side("after")?))));
    }
    if has("change") {
        return started(typed(json)?).map(Line::Change);
    }
    if has("end") {
        return typed::<EndLine>(json).map(|line| Line::End(line.end));
    }
    let head: Head = typed(json)?;
    match (head.syndeo.as_str(), head.format) {
        ("book", FORMAT) => Ok(Line::Head(head)),
        ("book", later) if later > FORMAT => Err(of_whole::later_format(later)),
        _ => Err(of_whole::no_whole_book().into()),
    }
}

fn record(json: &Json) -> Result<Record, String> {
    json::read(json).map_err(|e| e.to_string())
}

fn typed<T: serde::de::DeserializeOwned>(json: Json) -> Result<T, String> {
    serde_json::from_value(json).map_err(|e| e.to_string())
}

fn started(line: ChangeLine) -> Result<ChangeStart, String> {
    let kind_of = |name: &str| Kind::from_name(name).ok_or(of_whole::no_kind(name));
    let uuid = |text: &str| Uuid::parse_str(text).map_err(|_| of_whole::no_uuid().to_owned());
    let stamp = |line: StampLine| {
        let clock = Clock { ms: line.ms, count: line.count };
        Ok::<_, String>(Stamp {
            id: uuid(&line.id)?,
            author: line.author,
            device: uuid(&line.device)?,
            clock,
        })
    };
    let counts = line.counts.iter().map(|c| Ok((kind_of(&c.kind)?, c.count)));
    let action = Action {
        verb: Verb::from_name(&line.verb).ok_or(of_whole::no_verb(&line.verb))?,
        kind: line.of.as_deref().map(kind_of).transpose()?,
        name: line.name,
        to: line.to,
        counts: counts.collect::<Result<_, String>>()?,
    };
    let role = match (line.undoes, line.redoes) {
        (None, None) => Role::Do,
        (Some(seq), None) => Role::Undo(seq),
        (None, Some(seq)) => Role::Redo(seq),
        (Some(_), Some(_)) => return Err(of_whole::both_ways().into()),
    };
    let at = Moment::from_rfc3339(&line.at).ok_or(of_whole::no_time())?;
    let head = ChangeHead { stamp: line.stamp.map(stamp).transpose()?, action, at, role };
    Ok(ChangeStart { seq: line.change, head, edits: line.edits })
}

/// How many commas, colons and brackets stand outside of texts.
fn marks(line: &[u8]) -> usize {
    let (mut count, mut quoted, mut escaped) = (0, false, false);
    for byte in line {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b',' | b':' | b'[' | b'{' if !quoted => count += 1,
            _ => {}
        }
    }
    count
}
