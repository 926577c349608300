//! Names that hold outside of an archive: made of what they name, never counted.
//!
//! The same page under the same address has the same name in every archive and every export.

use super::{Dossier, Place};
use crate::ReportRow;
use firsthand_core::account::{Edge, Entity, Origin, Point, Statement};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Hexadecimal digits of a name: 128 bits, more than enough to tell the pages of the world apart.
const DIGITS: usize = 32;

/// The first digits of the SHA-256 of the parts. Each part is led by its length, so that no two lists of parts meet.
pub fn hash(parts: &[&str]) -> String {
    let mut sum = Sha256::new();
    for part in parts {
        sum.update(format!("{} ", part.len()));
        sum.update(part);
    }
    let mut digits = hex(&sum.finalize());
    digits.truncate(DIGITS);
    digits
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The SHA-256 of bytes as archives and packages write it: `sha256:…`.
pub(super) fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", hex(&Sha256::digest(bytes)))
}

/// Where a version is found: its address, or else the name it was given under.
fn address(copy: &ReportRow) -> &str {
    copy.url.as_deref().unwrap_or(&copy.location)
}

/// One payload under one address.
pub fn version(copy: &ReportRow) -> String {
    format!("urn:firsthand:version:{}", hash(&[address(copy), &copy.digest]))
}

/// A report through all its versions: by the address of the first.
pub fn report(place: &Place<'_>) -> String {
    let first = place.earlier.first().unwrap_or(place.copy);
    format!("urn:firsthand:report:{}", hash(&[address(first)]))
}

/// A story: by the one of its reports that came first into the archive.
pub fn story(dossier: &Dossier) -> String {
    let first = dossier.copies.iter().filter_map(|copies| copies.first()).min_by_key(|copy| copy.id);
    let of = first.map_or(String::new(), |copy| hash(&[address(copy)]));
    format!("urn:firsthand:story:{}", hash(&["story", &of]))
}

/// A statement: by the version, the sentence and the word that carries it, and who did what to whom.
pub fn statement(copy: &ReportRow, statement: &Statement) -> String {
    let (passage, word) = (&statement.passage, &statement.predicate);
    let part = passage.part.as_deref().unwrap_or("body");
    let place = format!("{part} {} {} {} {}", passage.start, passage.end, word.start, word.end);
    let mut parts = vec![address(copy), copy.digest.as_str(), &place, &word.lemma];
    for argument in &statement.arguments {
        parts.extend([argument.role.as_str(), argument.text.as_str()]);
    }
    format!("urn:firsthand:statement:{}", hash(&parts))
}

/// An origin: by its name, wherever it is met; one without a name (`analysts`) only within its story.
pub fn origin(dossier: &Dossier, origin: &Origin) -> String {
    let of = match origin.kind.as_str() {
        "unnamed" => hash(&[&story(dossier), &origin.id, &origin.name]),
        kind => hash(&[kind, &origin.name]),
    };
    format!("urn:firsthand:origin:{of}")
}

/// An outlet, as the origin of that name.
pub fn outlet(name: &str) -> String {
    format!("urn:firsthand:origin:{}", hash(&["outlet", name]))
}

/// A name of a story. Two stories may mean two people by it, so it holds within its story only.
pub fn entity(dossier: &Dossier, entity: &Entity) -> String {
    format!("urn:firsthand:name:{}", hash(&[&story(dossier), &entity.kind, &entity.name, &entity.id]))
}

/// A step of the lineage.
pub fn edge(dossier: &Dossier, edge: &Edge) -> String {
    format!(
        "urn:firsthand:derivation:{}",
        hash(&[&story(dossier), &edge.from, &edge.to, &edge.kind, &edge.id])
    )
}

/// A question that statements answer.
pub fn point(dossier: &Dossier, point: &Point) -> String {
    format!("urn:firsthand:point:{}", hash(&[&story(dossier), &point.slot, &point.label, &point.id]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_apart() {
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_ne!(hash(&["a", ""]), hash(&["a"]));
        assert_eq!(hash(&["a", "b"]), hash(&["a", "b"]));
        assert_eq!(hash(&[]).len(), DIGITS);
    }

    #[test]
    fn a_version_is_its_address_and_its_bytes() {
        let copy = |url: Option<&str>, location: &str, digest: &str| ReportRow {
            url: url.map(String::from),
            location: location.into(),
            digest: digest.into(),
            ..ReportRow::default()
        };
        let one = version(&copy(Some("https://mole.example/a"), "x.warc#0", "sha256:1"));
        assert_eq!(one, version(&copy(Some("https://mole.example/a"), "y.warc#9", "sha256:1")));
        assert_ne!(one, version(&copy(Some("https://mole.example/a"), "x.warc#0", "sha256:2")));
        assert_ne!(one, version(&copy(None, "x.warc#0", "sha256:1")));
    }
}
