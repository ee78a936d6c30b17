//! Tables of text that the sample book is written in: a heading, then one row a line, cells between bars.

/// One row with the names of its columns.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    columns: Vec<&'a str>,
    cells: Vec<&'a str>,
}

impl<'a> Row<'a> {
    /// The cell of this column; empty when there is none.
    pub(super) fn cell(&self, column: &str) -> &'a str {
        let at = self.columns.iter().position(|c| *c == column);
        at.and_then(|at| self.cells.get(at)).copied().unwrap_or_default()
    }

    /// Columns and cells, in order.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.columns.iter().copied().zip(self.cells.iter().copied())
    }

    /// A whole number; "today" and an empty cell are 0.
    pub(super) fn number(&self, column: &str) -> i64 {
        self.cell(column).trim_start_matches('+').parse().unwrap_or(0)
    }

    /// Whether there is a cell for every column.
    #[cfg(test)]
    pub(super) fn is_whole(&self) -> bool {
        self.columns.len() == self.cells.len()
    }
}

/// The rows of a table.
pub(super) fn rows(text: &str) -> Vec<Row<'_>> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).map(cells);
    let columns = lines.next().unwrap_or_default();
    lines.map(|cells| Row { columns: columns.clone(), cells }).collect()
}

fn cells(line: &str) -> Vec<&str> {
    line.split('|').map(str::trim).collect()
}
