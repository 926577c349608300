//! Invented reports and archives to keep them in.

use firsthand_intake::{Found, Input, Item, Options};
use firsthand_store::{Archive, Keeping, Prepared, prepare};
use firsthand_text::language::Models;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// A folder with an archive in it.
pub(crate) struct Home {
    pub(crate) dir: tempfile::TempDir,
}

impl Home {
    pub(crate) fn new() -> Home {
        Home { dir: tempfile::tempdir().unwrap() }
    }
    pub(crate) fn path(&self) -> PathBuf {
        self.dir.path().join("news.db")
    }
    pub(crate) fn archive(&self) -> Archive {
        Archive::open(&self.path()).unwrap()
    }
}

/// The pages of an example story.
pub(crate) fn example(name: &str) -> Vec<Item> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let mut items = Vec::new();
    for path in paths {
        let location = path.file_name().unwrap().to_string_lossy().into_owned();
        let input = Input { location, path: Some(path) };
        let _ = firsthand_intake::read(&input, &Options::default(), &mut |found| {
            if let Found::Page(item) = found {
                items.push(*item);
            }
            ControlFlow::Continue(())
        });
    }
    items
}

pub(crate) fn prepared(items: Vec<Item>) -> Vec<Prepared> {
    let models = Models::built_in();
    items.into_iter().map(|item| prepare(item, &Keeping::default(), &models)).collect()
}

/// A plain report of one paragraph.
pub(crate) fn report(location: &str, address: Option<&str>, title: &str, day: &str, text: &str) -> Item {
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta property=\"article:published_time\" content=\"{day}T09:00:00Z\"></head>\
         <body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
    );
    Item {
        location: location.into(),
        address: address.map(Into::into),
        bytes: page.into_bytes(),
        crawled: Some(format!("{day}T10:00:00Z")),
        ..Item::default()
    }
}
