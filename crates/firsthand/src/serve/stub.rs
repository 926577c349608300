//! Stands in for the archive until its crate lands.
#![allow(missing_docs, unused_variables)]

use firsthand_core::account::{Account, Measure};
use std::path::Path;
use std::sync::Arc;

#[derive(Debug)]
pub struct Error(pub String);
impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
impl std::error::Error for Error {}

#[derive(Debug)]
pub struct Reader;
impl Reader {
    pub fn open(path: &Path) -> Result<Reader, Error> {
        Ok(Reader)
    }
    pub fn revision(&self) -> Result<u64, Error> {
        Ok(1)
    }
    pub fn counts(&self) -> Result<Counts, Error> {
        Ok(Counts::default())
    }
    pub fn stories(&self, wanted: &Wanted, paging: &Paging) -> Result<Listing<StoryLine>, Error> {
        Ok(Listing { items: Vec::new(), next: None })
    }
    pub fn story(&self, id: i64) -> Result<Option<Standing>, Error> {
        Ok(None)
    }
    pub fn account(&self, story: i64) -> Result<Option<Arc<Account>>, Error> {
        Ok(None)
    }
    pub fn report(&self, id: i64) -> Result<Option<ReportRow>, Error> {
        Ok(None)
    }
    pub fn versions(&self, report: i64) -> Result<Vec<ReportRow>, Error> {
        Ok(Vec::new())
    }
    pub fn reports(&self, story: i64) -> Result<Vec<ReportRow>, Error> {
        Ok(Vec::new())
    }
    pub fn annotated(&self, report: i64) -> Result<Option<firsthand_text::language::Annotated>, Error> {
        Ok(None)
    }
    pub fn item(&self, report: i64) -> Result<Option<firsthand_intake::Item>, Error> {
        Ok(None)
    }
    pub fn search(&self, search: &Search, paging: &Paging) -> Result<Listing<Hit>, Error> {
        Ok(Listing { items: Vec::new(), next: None })
    }
    pub fn changes(&self, after: i64, most: usize) -> Result<Vec<Change>, Error> {
        Ok(Vec::new())
    }
    pub fn outlets(&self) -> Result<Vec<(String, u64)>, Error> {
        Ok(Vec::new())
    }
}
#[derive(Debug, Clone, Default)]
pub struct Counts {
    pub reports: u64,
    pub pages: u64,
    pub stories: u64,
    pub outlets: u64,
}
#[derive(Debug, Clone)]
pub enum Standing {
    Here(StoryLine),
    Moved(i64),
}
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub about: Option<String>,
    pub outlet: Option<String>,
    pub since: Option<String>,
    pub until: Option<String>,
    pub least: usize,
    pub disputed: bool,
}
#[derive(Debug, Clone, Default)]
pub struct Paging {
    pub after: Option<String>,
    pub most: usize,
}
#[derive(Debug, Clone)]
pub struct Listing<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
}
#[derive(Debug, Clone, Default)]
pub struct StoryLine {
    pub id: i64,
    pub headline: String,
    pub reports: usize,
    pub outlets: Vec<String>,
    pub first: Option<String>,
    pub last: Option<String>,
    pub changed: String,
    pub kept: Option<Kept>,
}
#[derive(Debug, Clone, Default)]
pub struct Kept {
    pub origins: usize,
    pub measure: Measure,
    pub disputed: usize,
    pub finding: String,
}
#[derive(Debug, Clone, Default)]
pub struct ReportRow {
    pub id: i64,
    pub story: i64,
    pub first: i64,
    pub newest: bool,
    pub location: String,
    pub url: Option<String>,
    pub host: Option<String>,
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub body: String,
    pub byline: Option<String>,
    pub credits: Vec<String>,
    pub published: Option<String>,
    pub how: Option<String>,
    pub updated: Option<String>,
    pub crawled: Option<String>,
    pub added: String,
    pub language: Option<String>,
    pub digest: String,
    pub notes: Vec<String>,
}
#[derive(Debug, Clone, Default)]
pub struct Search {
    pub words: String,
    pub about: Option<String>,
    pub outlet: Option<String>,
    pub since: Option<String>,
    pub until: Option<String>,
    pub ranked: bool,
}
#[derive(Debug, Clone, Default)]
pub struct Hit {
    pub report: ReportRow,
    pub pieces: Vec<Piece>,
}
#[derive(Debug, Clone, Default)]
pub struct Piece {
    pub text: String,
    pub hit: bool,
}
#[derive(Debug, Clone, Default)]
pub struct Change {
    pub id: i64,
    pub at: String,
    pub kind: String,
    pub report: Option<i64>,
    pub story: Option<i64>,
    pub detail: String,
}
