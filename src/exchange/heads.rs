//! Headings of two lines: groups above the names of the columns. They are found by themselves; where the second line may be
//! the first row as well, that is asked.

use super::table::Table;
use super::{ImportError, sources};
use crate::domain::text::fold;
use crate::words::exchange::of_tables;

/// So many rows below are looked at to tell whether the second line is one of them.
const LOOKED_AT: usize = 8;

/// The longest name of a column, in characters.
const LONGEST: usize = 40;

/// What a second line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Second {
    Row,
    Names,
    Either,
}

impl Table {
    /// The table with a heading of as many lines as are told, else of as many as it has.
    pub(super) fn with_heads(mut self, told: Option<u8>) -> Result<Self, ImportError> {
        let Some(second) = self.rows.get(0) else { return Ok(self) };
        let lower: Vec<String> = second.cells().map(|cell| cell.trim().to_owned()).collect();
        let line = second.line;
        let found = match told {
            Some(1) => Second::Row,
            Some(_) => Second::Names,
            None => self.second(&lower),
        };
        if found == Second::Either {
            let shown = lower.iter().filter(|name| !name.is_empty()).take(4).map(String::as_str);
            let names = shown.collect::<Vec<_>>().join(", ");
            let called = |names: &[String]| {
                names.iter().filter(|name| !name.is_empty()).cloned().collect::<Vec<_>>().join(", ")
            };
            let readings = [called(&joined(&self.headers, &lower)), called(&self.headers)];
            return Err(ImportError::OpenHeading { line, names, readings });
        }
        if found == Second::Names {
            self.headers = joined(&self.headers, &lower);
            self.rows.narrow(1..self.rows.len());
            self.notes.push(of_tables::heading_of_two(line, self.headers.join(", ")));
        }
        Ok(self)
    }

    /// What the line below the heading is. Groups leave gaps above the names of their columns, a heading of one line does
    /// not; and no name looks like what stands in rows.
    fn second(&self, lower: &[String]) -> Second {
        let upper = |at: usize| self.headers.get(at).map_or("", String::as_str);
        let filled: Vec<(usize, &String)> =
            lower.iter().enumerate().filter(|(_, name)| !name.is_empty()).collect();
        let gaps = filled.iter().filter(|(at, _)| upper(*at).is_empty()).count();
        let groups = self.headers.iter().filter(|name| !name.is_empty()).count();
        let below = || self.rows.iter().skip(1).take(LOOKED_AT);
        if gaps == 0 || groups == 0 || filled.len() < 3 || below().len() == 0 {
            return Second::Row;
        }
        if filled.iter().any(|(_, name)| is_of_a_row(name)) {
            return Second::Row;
        }
        let known = filled.iter().filter(|(_, name)| sources::is_called(name)).count();
        if known * 2 >= filled.len() {
            return Second::Names;
        }
        // Where the rows below have something in a column that no name looks like, and this line does not, it is no such row.
        let differs = below().any(|row| filled.iter().any(|(at, _)| is_of_a_row(row.cell(*at))));
        if differs && gaps * 3 >= filled.len() { Second::Either } else { Second::Row }
    }
}

/// Whether a cell has something in it that no name of a column has.
fn is_of_a_row(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    cell.contains('@')
        || digits * 2 > cell.chars().count()
        || cell.chars().count() > LONGEST
        || cell.contains('\n')
}

/// The names of the columns: that of the second line where no other column is called so, else with the group before it.
fn joined(upper: &[String], lower: &[String]) -> Vec<String> {
    let mut group = "";
    let of = |names: &'_ [String], at: usize| names.get(at).cloned().unwrap_or_default();
    let mut out = vec![];
    for at in 0..upper.len().max(lower.len()) {
        if let Some(name) = upper.get(at).filter(|name| !name.is_empty()) {
            group = name;
        }
        let name = of(lower, at);
        let alike = lower.iter().filter(|other| fold(other) == fold(&name)).count();
        out.push(match (name.is_empty(), alike) {
            (true, _) => of(upper, at),
            (false, 1) => name,
            (false, _) => format!("{group} {name}").trim().to_owned(),
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{ImportError, csv};
    use super::*;

    fn table(text: &str, told: Option<u8>) -> Result<Table, ImportError> {
        csv::read(text.as_bytes(), &|_| false).unwrap().with_heads(told)
    }

    #[test]
    fn groups_above_the_names_of_columns_are_part_of_the_heading() {
        let text = "Company,,,Contact,,\nName,City,VAT,Name,Email,Notes\nAcme,Athens,EL1,Ann,a@x.example,\n";
        let found = table(text, None).unwrap();
        assert_eq!(found.headers, ["Company Name", "City", "VAT", "Contact Name", "Email", "Notes"]);
        assert_eq!((found.rows.len(), found.rows.get(0).unwrap().line), (1, 3));
        assert!(found.notes.iter().any(|note| note.contains("line 2; its columns are: Company Name, City")));
        assert_eq!(table(text, Some(1)).unwrap().rows.len(), 2);
        // A column that has its name above is called by that.
        let text =
            "Εταιρεία,,Επαφή,,Σχόλια\nΕπωνυμία,Πόλη,Ονοματεπώνυμο,Email,\nAcme,Athens,Ann,a@x.example,x\n";
        let found = table(text, None).unwrap();
        assert_eq!(found.headers, ["Επωνυμία", "Πόλη", "Ονοματεπώνυμο", "Email", "Σχόλια"]);
    }

    #[test]
    fn a_heading_of_one_line_stays_one() {
        for text in [
            "Name,City,Email\nAnn,Athens,a@x.example\nBob,Rome,b@x.example\n",
            // A column without a name above what stands in it.
            "Name,,Email\nAnn,Athens,a@x.example\nBob,Rome,b@x.example\n",
            "Name,,City\nAnn,x,Athens\nBob,y,Rome\n",
            "Name,,Born\nAnn,x,1980\nBob,y,1990\n",
            "Name\nName\nCity\n",
        ] {
            let found = table(text, None).unwrap();
            assert_eq!(found.rows.len(), text.lines().count() - 1, "{text}");
            assert!(found.notes.is_empty(), "{text}");
        }
    }

    #[test]
    fn where_it_may_be_either_that_is_asked() {
        let text = "Kopf,,Zahlen,\nAlpha,Beta,Gamma,Delta\nx,y,12,34\nz,w,56,78\n";
        let error = table(text, None).unwrap_err();
        let readings = ["Alpha, Beta, Gamma, Delta".to_owned(), "Kopf, Zahlen".to_owned()];
        let wanted =
            ImportError::OpenHeading { line: 2, names: "Alpha, Beta, Gamma, Delta".into(), readings };
        assert_eq!(error, wanted);
        assert!(error.to_string().contains("--heads 2") && error.to_string().contains("--heads 1"));
        assert_eq!(table(text, Some(2)).unwrap().headers, ["Alpha", "Beta", "Gamma", "Delta"]);
        assert_eq!(table(text, Some(1)).unwrap().headers, ["Kopf", "", "Zahlen", ""]);
    }
}
