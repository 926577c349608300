//! What comes out: one page with all that is known about it before it is read.

use firsthand_text::page::{Fact, Given, Kind};
use firsthand_text::{Note, page};

/// One page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Where it is: the file, and for one of many `#` with offset, line, number of the entry or name of the member.
    pub location: String,
    /// The page's bytes, unpacked. Spans of a report point into them.
    pub bytes: Vec<u8>,
    /// What it is, where its format says so; else it is told by the bytes.
    pub kind: Option<Kind>,
    /// The address it was fetched from, or that its entry links to.
    pub address: Option<String>,
    /// The encoding that HTTP (or the format) declares: a label of the WHATWG Encoding Standard.
    pub charset: Option<String>,
    /// When it was fetched, as given: `2024-04-24T00:30:00Z`. This is no date of publication.
    pub crawled: Option<String>,
    /// Where it stands in an archive.
    pub record: Option<Record>,
    /// What a feed or a record's fields say of it.
    pub facts: Vec<Fact>,
    /// What is not as it should be, though the page can be read.
    pub notes: Vec<Note>,
}

impl Item {
    /// What the text stages are given.
    pub fn given(&self) -> Given<'_> {
        Given {
            location: &self.location,
            bytes: &self.bytes,
            kind: self.kind,
            address: self.address.as_deref(),
            charset: self.charset.as_deref(),
            crawled: self.crawled.as_deref(),
            facts: &self.facts,
        }
    }
    /// The page, with the notes of reading it.
    pub fn page(&self) -> page::Page {
        let mut page = page::given(&self.given());
        page.notes.splice(0..0, self.notes.iter().cloned());
        page
    }
}

/// A record of a web archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// Its id, as given: `<urn:uuid:…>`.
    pub id: Option<String>,
    /// The byte it starts at: of the file, or of the unpacked stream where the file is packed as a whole.
    pub offset: u64,
    /// Bytes from its start to the next record, counted like `offset`; None where it is the last and not known.
    pub length: Option<u64>,
    /// Whether `offset` and `length` count unpacked bytes of a packed file.
    pub unpacked: bool,
    /// The digest of the payload (or else of the block), as given: `sha1:…`.
    pub digest: Option<String>,
    /// Whether the bytes fit the digest; None where there is none, or none that is known.
    pub fits: Option<bool>,
}

/// A record or file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Where it is.
    pub location: String,
    /// One line: what is wrong, and what was done or is to be done.
    pub message: String,
}

/// Records of one file that are no pages: requests, pictures, redirects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// The file.
    pub location: String,
    /// Pages read from it.
    pub pages: u64,
    /// What was passed over and how many of it, the names in order.
    pub over: Vec<(String, u64)>,
}

/// What reading gives, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A page.
    Page(Box<Item>),
    /// Something that could not be read.
    Bad(Bad),
    /// What was passed over, at the end of a file.
    Passed(Passed),
}
