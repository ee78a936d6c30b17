//! A board of Trello as its menu exports it in JSON: the cards as rows, under the names that the columns have in its other
//! export, with what that one leaves out besides: the lines of checklists, comments, fields of one's own.

use super::ImportError;
use super::table::{Rows, Table};
use crate::words::exchange::of_tables;
use serde_json::{Map, Value as Json};

/// The column of the lines of checklists, which the other export only counts.
pub(super) const CHECKLIST: &str = "Checklist";

/// The columns of every card.
const COLUMNS: &[&str] = &[
    "Card ID",
    "Card Name",
    "Card URL",
    "Card Description",
    "Labels",
    "Members",
    "Start Date",
    "Due Date",
    "Due Complete",
    "List Name",
    "Board Name",
    "Archived",
    "Last Activity Date",
    CHECKLIST,
    "Comments",
];

/// Whether a file is such a board; it is looked at, not read.
pub(super) fn is_board(bytes: &[u8]) -> bool {
    let has = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    let bytes_begin = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    bytes_begin.starts_with(b"{")
        && [&b"\"cards\""[..], b"\"lists\"", b"\"idList\"", b"\"idBoard\""].into_iter().all(has)
}

/// Reads the cards of a board; the line of each is its place among them, from 1.
pub(super) fn read(bytes: &[u8]) -> Result<Table, ImportError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let json: Json =
        serde_json::from_slice(bytes).map_err(|e| ImportError::NotOwn(of_tables::broken_board(&e)))?;
    let board = Board(&json);
    let own: Vec<(&str, &str)> =
        board.all("customFields").map(|field| (text(field, "id"), text(field, "name"))).collect();
    let headers: Vec<String> =
        COLUMNS.iter().copied().chain(own.iter().map(|(_, name)| *name)).map(str::to_owned).collect();
    let mut rows = Rows::default();
    for (line, card) in (1..).zip(board.all("cards")) {
        let mut cells = board.card(card);
        cells.extend(own.iter().map(|(id, _)| board.own(card, id)));
        rows.push(line, cells.iter().map(String::as_str));
    }
    if rows.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(Table::of(headers, rows))
}

struct Board<'a>(&'a Json);

impl<'a> Board<'a> {
    /// The objects of one of its lists.
    fn all(&self, name: &str) -> impl Iterator<Item = &'a Map<String, Json>> + use<'a> {
        list(self.0.get(name))
    }

    /// One of them, by its id.
    fn one(&self, name: &str, id: &str) -> Option<&'a Map<String, Json>> {
        self.all(name).find(|one| text(one, "id") == id)
    }

    /// The cells of a card, in the order of the columns.
    fn card(&self, card: &Map<String, Json>) -> Vec<String> {
        let list_of = self.one("lists", text(card, "idList"));
        let members = strings(card.get("idMembers"))
            .filter_map(|id| self.one("members", id))
            .map(|member| first(member, &["fullName", "username"]));
        let labels = list(card.get("labels")).map(|label| first(label, &["name", "color"]));
        // What lies in a list that was archived is off the board as well.
        let archived = is_true(card, "closed") || list_of.is_some_and(|list| is_true(list, "closed"));
        let joined = |all: Vec<&str>, mark: &str| {
            all.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(mark)
        };
        vec![
            text(card, "id").to_owned(),
            text(card, "name").to_owned(),
            first(card, &["url", "shortUrl"]).to_owned(),
            text(card, "desc").to_owned(),
            joined(labels.collect(), ", "),
            joined(members.collect(), ", "),
            text(card, "start").to_owned(),
            text(card, "due").to_owned(),
            if text(card, "due").is_empty() {
                String::new()
            } else {
                is_true(card, "dueComplete").to_string()
            },
            list_of.map_or("", |list| text(list, "name")).to_owned(),
            self.0.get("name").and_then(Json::as_str).unwrap_or_default().to_owned(),
            archived.to_string(),
            text(card, "dateLastActivity").to_owned(),
            self.checklist(text(card, "id")),
            self.comments(text(card, "id")),
        ]
    }

    /// The lines of the checklists of a card; of several, each line with the name of its own.
    fn checklist(&self, card: &str) -> String {
        let of_card: Vec<_> =
            self.all("checklists").filter(|checklist| text(checklist, "idCard") == card).collect();
        let mut lines = vec![];
        for checklist in &of_card {
            let mut items: Vec<_> = list(checklist.get("checkItems")).collect();
            items.sort_by(|one, other| position(one).total_cmp(&position(other)));
            for item in items {
                let sign = if text(item, "state") == "complete" { "[x]" } else { "[ ]" };
                let of =
                    if of_card.len() > 1 { format!("{}: ", text(checklist, "name")) } else { String::new() };
                lines.push(format!("{sign} {of}{}", text(item, "name").replace(['\n', '\r'], " ")));
            }
        }
        lines.join("\n")
    }

    /// What was said about a card, the oldest first, each with the day and who said it.
    fn comments(&self, card: &str) -> String {
        let mut all: Vec<String> = self
            .all("actions")
            .filter(|action| text(action, "type") == "commentCard")
            .filter_map(|action| {
                let data = action.get("data")?.as_object()?;
                let of = data.get("card")?.as_object()?;
                let who = action.get("memberCreator").and_then(Json::as_object);
                let who = who.map_or("", |who| first(who, &["fullName", "username"]));
                let day = text(action, "date").get(..10).unwrap_or_default();
                (text(of, "id") == card).then(|| format!("{day} {who}: {}", text(data, "text")))
            })
            .collect();
        all.reverse();
        all.join("\n\n")
    }

    /// What a card has in a field of one's own.
    fn own(&self, card: &Map<String, Json>, field: &str) -> String {
        let mut items = list(card.get("customFieldItems"));
        let Some(item) = items.find(|item| text(item, "idCustomField") == field) else {
            return String::new();
        };
        if let Some(value) = item.get("value").and_then(Json::as_object) {
            // "text", "number", "date" or "checked", each as a text.
            return value.values().find_map(Json::as_str).unwrap_or_default().to_owned();
        }
        let options = self.one("customFields", field).map(|field| list(field.get("options")));
        let chosen = options.and_then(|mut all| all.find(|one| text(one, "id") == text(item, "idValue")));
        let words = chosen.and_then(|one| one.get("value")).and_then(Json::as_object);
        words.map_or("", |words| text(words, "text")).to_owned()
    }
}

fn list(json: Option<&Json>) -> impl Iterator<Item = &Map<String, Json>> {
    json.and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_object)
}

fn strings(json: Option<&Json>) -> impl Iterator<Item = &str> {
    json.and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str)
}

fn text<'a>(of: &'a Map<String, Json>, name: &str) -> &'a str {
    of.get(name).and_then(Json::as_str).unwrap_or_default()
}

/// The first of these that is not empty.
fn first<'a>(of: &'a Map<String, Json>, names: &[&str]) -> &'a str {
    names.iter().map(|name| text(of, name)).find(|text| !text.is_empty()).unwrap_or_default()
}

fn is_true(of: &Map<String, Json>, name: &str) -> bool {
    of.get(name).and_then(Json::as_bool).unwrap_or(false)
}

fn position(of: &Map<String, Json>) -> f64 {
    of.get("pos").and_then(Json::as_f64).unwrap_or(0.0)
}
