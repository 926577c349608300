//! Tags of answers (ETag). The same archive gives the same bytes, so its revision and the address say all.

use super::asked::Asked;
use axum::http::header::{CACHE_CONTROL, ETAG, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use firsthand_core::watchlist::Watchlist;
use sha2::{Digest, Sha256};
use std::path::Path;

/// What all tags of one server have in common: the archive and the program.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seal([u8; 32]);

/// The strong tag of one answer, with its quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag(String);

impl Seal {
    /// The seal for an archive and the lists its names are linked to. Two archives served one after the other at one address
    /// must not share tags, nor one with two lists, nor two builds of the program.
    pub(super) fn of(archive: &Path, lists: &Watchlist) -> Seal {
        let mut hash = Sha256::new();
        for entry in lists.entries() {
            hash.update(format!("{entry:?}"));
        }
        let whole = archive.canonicalize().unwrap_or_else(|_| archive.to_owned());
        hash.update(whole.as_os_str().as_encoded_bytes());
        hash.update(env!("CARGO_PKG_VERSION"));
        let built = std::env::current_exe().and_then(|exe| exe.metadata()?.modified());
        if let Ok(age) =
            built.map_err(|_| ()).and_then(|t| t.duration_since(std::time::UNIX_EPOCH).map_err(|_| ()))
        {
            hash.update(age.as_nanos().to_le_bytes());
        }
        Seal(hash.finalize().into())
    }
}

impl Tag {
    /// The tag of what is asked for, at this revision.
    pub(super) fn new(seal: &Seal, revision: u64, asked: &Asked) -> Tag {
        let mut hash = Sha256::new();
        hash.update(seal.0);
        hash.update(revision.to_le_bytes());
        hash.update([u8::from(asked.json)]);
        hash.update(&asked.address);
        let digest: [u8; 32] = hash.finalize().into();
        let hex: String = digest[..12].iter().map(|byte| format!("{byte:02x}")).collect();
        Tag(format!("\"{revision:x}-{hex}\""))
    }
    /// As it stands in a header.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The answer with its tag and the rules for keeping it: keep, but ask each time. Only what was found has a tag.
pub(super) fn tagged(mut response: Response, tag: Option<&Tag>, asked: &Asked) -> Response {
    let tag = tag.filter(|_| response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED);
    let headers = response.headers_mut();
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    if let Some(value) = tag.and_then(|tag| HeaderValue::from_str(tag.as_str()).ok()) {
        headers.insert(ETAG, value);
    }
    if asked.negotiated {
        headers.insert(VARY, HeaderValue::from_static("accept"));
    }
    response
}

/// 304: what the asker holds is still right.
pub(super) fn unchanged(tag: &Tag, asked: &Asked) -> Response {
    tagged(StatusCode::NOT_MODIFIED.into_response(), Some(tag), asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_changes_with_revision_address_form_and_archive() {
        let asked = |address: &str, json| Asked { address: address.into(), json, ..Asked::default() };
        let (one, other) = (
            Seal::of(Path::new("a.db"), &Watchlist::default()),
            Seal::of(Path::new("b.db"), &Watchlist::default()),
        );
        let tag = Tag::new(&one, 7, &asked("/story/1", false));
        assert_eq!(tag, Tag::new(&one, 7, &asked("/story/1", false)));
        for different in [
            Tag::new(&one, 8, &asked("/story/1", false)),
            Tag::new(&one, 7, &asked("/story/2", false)),
            Tag::new(&one, 7, &asked("/story/1", true)),
            Tag::new(&other, 7, &asked("/story/1", false)),
        ] {
            assert_ne!(tag, different);
        }
        assert!(tag.as_str().starts_with("\"7-") && tag.as_str().ends_with('"'));
    }
}
