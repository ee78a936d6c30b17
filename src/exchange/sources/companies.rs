//! Companies become clients.

use super::cells::tags as tags_of;
use super::row::Reading;
use super::signs::host;
use super::target::Target;
use crate::domain::{Client, ClientId, Kind, Moment, Record, Tier, Type, Value};
use crate::words::exchange::of_rows;

/// The client of a row; `None` when it has neither a name nor a domain.
pub(super) fn record(reading: &mut Reading, id: ClientId, created: Moment) -> Option<Record> {
    let mut record = Record::Client(Client { tier: Tier::Unsorted, ..Client::new(id, created) });
    let (mut domain, mut street2, mut tags) = (None, None, vec![]);
    for (target, header, cell) in reading.cells() {
        match target {
            Target::Text(field) => set(&mut record, field, reading.text(Type::Text, header, cell)),
            Target::Long(field) => set(&mut record, field, reading.text(Type::Long, header, cell)),
            Target::Own("domain") => domain = Some((header, cell)),
            Target::Own("street 2") => street2 = reading.text(Type::Text, header, cell),
            Target::Own("industry") => set(&mut record, "industry", Some(word(cell))),
            Target::Own(_) => {
                if let Record::Client(client) = &mut record {
                    client.links.push(cell.to_owned());
                }
            }
            Target::Phone(label) => {
                if let Record::Client(client) = &mut record {
                    client.phones.extend(reading.phones(label, header, cell));
                }
            }
            Target::Tags => tags.extend(tags_of(cell)),
            Target::Mails(_) => {
                if let Record::Client(client) = &mut record {
                    client.mails.extend(reading.mails("office", header, cell));
                }
            }
            Target::Read(field) => {
                if let Some(value) = reading.typed(Kind::Client, field, header, cell) {
                    // It was read as a value of this field.
                    let _ = record.set(field, value);
                }
            }
            Target::Day(field) => {
                if let Some(value) = reading.day(Kind::Client, field, header, cell) {
                    // It was read as a value of this field.
                    let _ = record.set(field, value);
                }
            }
            Target::Created | Target::Contacted | Target::Id | Target::Bookkeeping => {}
            Target::Fit(fit) => reading.fit(fit, cell),
            _ => reading.keep(header, cell),
        }
    }
    let Record::Client(mut client) = record else { return None };
    if let Some(more) = street2 {
        client.street =
            [client.street, more].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ");
    }
    if let Some((header, domain)) = domain {
        if client.name.is_empty() {
            domain.clone_into(&mut client.name);
            reading.note(of_rows::called_by_domain(domain));
        }
        if client.web.is_empty() {
            domain.clone_into(&mut client.web);
        } else if host(&client.web) != domain {
            reading.keep(header, domain);
        }
    }
    client.tags = tags;
    client.contacted = reading.contacted();
    client.custom = std::mem::take(&mut reading.custom);
    // A file brings many: none has room for what it does not have.
    client.mails.shrink_to_fit();
    client.phones.shrink_to_fit();
    client.custom.shrink_to_fit();
    (!client.name.is_empty()).then(|| client.into())
}

fn set(record: &mut Record, field: &str, text: Option<String>) {
    if let Some(text) = text {
        // The fields named in `target` are texts, so a text always fits.
        let _ = record.set(field, Value::Text(text));
    }
}

/// `COMPUTER_SOFTWARE` as people write it: "Computer software". Other words stay as they are.
fn word(cell: &str) -> String {
    if !cell.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c == '&') || !cell.contains('_') {
        return cell.to_owned();
    }
    let lower = cell.replace('_', " ").to_lowercase();
    let mut chars = lower.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
