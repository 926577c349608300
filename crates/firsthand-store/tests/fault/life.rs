//! The life of an archive, in steps that can be done again: made, filled, changed, decided, read.

use crate::chance::Chance;
use firsthand_intake::Item;
use firsthand_store::{Archive, Error, Keeping, Kind, Paging, Prepared, Search, Wanted, prepare};
use firsthand_text::language::Models;
use std::path::{Path, PathBuf};

/// What is done, step after step.
pub(crate) const STEPS: [(&str, Step); 8] = [
    ("first batch", |life| life.put(0..3, "feed:a")),
    ("second batch", |life| life.put(3..7, "feed:b")),
    ("new version", |life| life.put(7..8, "feed:a")),
    ("merge", Life::merge),
    ("read", Life::read),
    ("pin", |life| life.archive()?.pin(1, 3)),
    ("split", Life::split),
    ("last batch", |life| life.put(8..9, "feed:a")),
];

type Step = fn(&mut Life) -> Result<(), Error>;

/// An archive, and what goes into it.
pub(crate) struct Life {
    pub(crate) path: PathBuf,
    pages: Vec<Prepared>,
    open: Option<Archive>,
}

impl Life {
    pub(crate) fn new(folder: &Path) -> Life {
        let models = Models::built_in();
        let pages = pages().into_iter().map(|page| prepare(page, &Keeping::default(), &models)).collect();
        // Whoever reads looks first whether there is a file; what is in it is on the other disk.
        let path = folder.join("news.db");
        std::fs::write(&path, "").unwrap();
        Life { path, pages, open: None }
    }

    /// The archive, opened where it is not.
    pub(crate) fn archive(&mut self) -> Result<&mut Archive, Error> {
        if self.open.is_none() {
            self.open = Some(Archive::open(&self.path)?);
        }
        Ok(self.open.as_mut().unwrap())
    }

    pub(crate) fn close(&mut self) {
        self.open = None;
    }

    fn put(&mut self, pages: std::ops::Range<usize>, cursor: &str) -> Result<(), Error> {
        let cursors = [(cursor.to_owned(), format!("{pages:?}"))];
        let batch = self.pages[pages].to_vec();
        let outcomes = self.archive()?.put(&batch, &cursors)?;
        assert_eq!(outcomes.len(), batch.len());
        Ok(())
    }

    fn merge(&mut self) -> Result<(), Error> {
        settled(self.archive()?.merge(2, 1))
    }

    fn split(&mut self) -> Result<(), Error> {
        settled(self.archive()?.split(1, &[2]).map(drop))
    }

    /// Reads in all ways; what is read is not kept but the account.
    fn read(&mut self) -> Result<(), Error> {
        let reader = self.archive()?.reader()?;
        let paging = Paging { after: None, most: 10 };
        assert_eq!(reader.stories(&Wanted::default(), &paging)?.items.len(), 2);
        let search = Search { words: "ferry".to_owned(), ..Search::default() };
        assert!(!reader.search(&search, &paging)?.items.is_empty());
        assert!(reader.account(3)?.is_some());
        assert!(reader.report(1)?.is_some() && reader.item(1)?.is_some());
        assert_eq!(reader.cursor("feed:a")?.as_deref(), Some("7..8"));
        reader.verify(true, &|_| {}).map(drop)
    }
}

/// A decision that was made is made, though it was not acknowledged.
fn settled(result: Result<(), Error>) -> Result<(), Error> {
    match result {
        Err(error) if error.kind() == Kind::Request => Ok(()),
        other => other,
    }
}

/// What nobody reads and nothing packs well, so that a page takes some room on the disk.
fn noise(seed: &str) -> String {
    let mut chance = Chance::of(seed.bytes().map(u64::from).sum());
    (0..3000).map(|_| char::from(b'a' + chance.below(26) as u8)).collect()
}

fn pages() -> Vec<Item> {
    let ferry =
        "The ferry Marisol ran aground off Tessel on Monday with 40 people on board, the coast guard said.";
    let strike = "Bakers in Orlun went on strike on Tuesday over pay, their union said.";
    let dam = "Engineers found a crack in the dam of Veldt on Wednesday, Mayor Ada Quill said.";
    let page = |place: &str, title: &str, text: &str| {
        Item {
        location: format!("{place}.html"),
        address: Some(format!("https://{place}.example/1")),
        bytes: format!(
            "<html lang=\"en\"><head><title>{title}</title><meta property=\"article:published_time\" content=\"2025-03-0{}T09:00:00Z\">\
             </head><body><!-- {} --><article><h1>{title}</h1><p>{text}</p><p>It is in the book of the {place}.</p></article></body></html>",
            1 + place.len() % 8,
            noise(place),
        )
        .into_bytes(),
        crawled: Some("2025-03-09T10:00:00Z".to_owned()),
        ..Item::default()
    }
    };
    vec![
        page("courier", "Ferry runs aground off Tessel", ferry),
        page("mirror", "Marisol aground: 40 on board", &format!("{ferry} Nobody was hurt.")),
        page("lantern", "Bakers of Orlun strike", strike),
        page("herald", "Ferry Marisol aground", &format!("{ferry} Two tugs are on their way.")),
        page("echo", "No bread in Orlun", &format!("{strike} Shops were shut.")),
        page("post", "Crack in the dam of Veldt", dam),
        page("voice", "Dam of Veldt cracked", &format!("{dam} It holds for now.")),
        page("courier", "Ferry runs aground off Tessel", &ferry.replace("40", "43")),
        page("gazette", "Marisol afloat again", &format!("{ferry} It was pulled free on Tuesday.")),
    ]
}
