//! The tables: plain columns, one row for each thing, the same for CSV and Parquet.
//!
//! Rows come in order of story, and in a story in order of id.

mod edges;
mod groups;
mod members;
mod merges;
mod reports;
mod statements;
mod stories;

use super::{Decision, Dossier};

/// One table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name, that of its file.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The rows of one story.
    pub rows: fn(&Dossier) -> Vec<Row>,
}

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    pub sort: Sort,
}

/// What the cells of a column hold; any of them may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Text.
    Text,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

/// The cells of a row, in the order of the columns.
pub type Row = Vec<Cell>;

/// All tables, in the order of their names.
pub const TABLES: [Table; 7] = [
    edges::TABLE,
    groups::TABLE,
    members::TABLE,
    merges::TABLE,
    reports::TABLE,
    statements::TABLE,
    stories::TABLE,
];

/// The rows of what was decided by hand: they end the table `merges`.
pub(super) fn decided(decisions: &[Decision]) -> Vec<Row> {
    merges::decided(decisions)
}

/// Whether the decisions end this table.
pub(super) fn ends_with_decisions(table: &Table) -> bool {
    table.name == merges::TABLE.name
}

/// A column of text.
const fn text(name: &'static str) -> Column {
    Column { name, sort: Sort::Text }
}
/// A column of whole numbers.
const fn whole(name: &'static str) -> Column {
    Column { name, sort: Sort::Whole }
}
/// A column of numbers.
const fn number(name: &'static str) -> Column {
    Column { name, sort: Sort::Number }
}
/// A column of yes and no.
const fn flag(name: &'static str) -> Column {
    Column { name, sort: Sort::Flag }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}
impl From<&String> for Cell {
    fn from(text: &String) -> Cell {
        Cell::Text(text.clone())
    }
}
impl From<i64> for Cell {
    fn from(number: i64) -> Cell {
        Cell::Whole(number)
    }
}
impl From<usize> for Cell {
    fn from(number: usize) -> Cell {
        i64::try_from(number).map_or(Cell::Empty, Cell::Whole)
    }
}
impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}
impl From<bool> for Cell {
    fn from(flag: bool) -> Cell {
        Cell::Flag(flag)
    }
}
impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Cell {
        cell.map_or(Cell::Empty, Into::into)
    }
}
