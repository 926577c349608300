//! Which files and objects are meant, and what is known of them before they are read.

use crate::depot::{Bucket, Entry, Fault, stored};
use anyhow::{Context, Result};
use firsthand_intake::Place;
use globset::GlobBuilder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::UNIX_EPOCH;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathered {
    /// Names of files and objects (`s3://…`), in order, nothing twice.
    pub inputs: Vec<String>,
    /// What could not be reached: name and message.
    pub missing: Vec<(String, String)>,
}

/// An input as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Its name.
    pub location: String,
    /// Its bytes, and what changes when it is written again; None where it cannot be reached, which is told when it is read.
    pub facts: Option<(u64, String)>,
}

impl Seen {
    /// What stands for the bytes of the input.
    pub fn mark(&self) -> String {
        self.facts.as_ref().map_or_else(|| "gone".to_owned(), |(bytes, mark)| format!("{bytes} {mark}"))
    }
}

/// Finds files and objects: by their names, by that of a folder they are in, or by a pattern. Errors: a store that cannot be
/// asked, or a name of another kind of store.
pub fn gather(asked: &[String]) -> Result<Gathered> {
    let mut places = Vec::new();
    let (mut inputs, mut missing) = (BTreeSet::new(), BTreeSet::new());
    for name in asked {
        let Some((bucket, key)) = stored(name)? else {
            places.push(Place::Path(name.into()));
            continue;
        };
        match objects(bucket, key)? {
            Ok(keys) => inputs.extend(keys.into_iter().map(|key| format!("s3://{bucket}/{key}"))),
            Err(message) => missing.extend([(name.clone(), message)]),
        }
    }
    let local = firsthand_intake::gather(&places);
    inputs.extend(local.inputs.into_iter().map(|i| i.location));
    missing.extend(local.missing);
    Ok(Gathered { inputs: inputs.into_iter().collect(), missing: missing.into_iter().collect() })
}

/// The objects of a bucket that are meant, or why there are none.
fn objects(bucket: &str, name: &str) -> Result<Result<Vec<String>, String>> {
    let bucket = Bucket::open(bucket)?;
    let name = name.trim_end_matches('/');
    if !name.is_empty() {
        match bucket.facts(name) {
            Ok(_) => return Ok(Ok(vec![name.to_owned()])),
            // Whether there is more under it a list tells.
            Err(Fault::Missing(_) | Fault::Refused(_)) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    let is_plain = |part: &&str| !part.contains(['*', '?', '[', '{']);
    let root: Vec<&str> = name.split('/').take_while(is_plain).collect();
    let root = root.join("/");
    let is_pattern = root.len() < name.len();
    // As in folders: `**` goes into them, `*` does not.
    let glob = is_pattern.then(|| GlobBuilder::new(name).literal_separator(true).build()).transpose();
    let fits = match glob {
        Ok(glob) => glob.map(|glob| glob.compile_matcher()),
        Err(error) => return Ok(Err(format!("a pattern that cannot be read ({}); skipped", error.kind()))),
    };
    let is_shown = |key: &str| {
        let inner = key.strip_prefix(root.as_str()).unwrap_or(key);
        !inner.split('/').any(|part| part.starts_with('.'))
    };
    let keys = match bucket.all(&root) {
        // Some stores say so of a folder that is not there.
        Err(Fault::Missing(_)) => Vec::new(),
        keys => keys?,
    };
    let keys: Vec<String> = keys
        .into_iter()
        .filter(|key| is_shown(key) && fits.as_ref().is_none_or(|f| f.is_match(key)))
        .collect();
    if !keys.is_empty() {
        return Ok(Ok(keys));
    }
    let message = if is_pattern { "no object fits this pattern" } else { "no such object" };
    Ok(Err(format!("{message} at {}; skipped", bucket.address())))
}

/// Inputs as they are now, in their order.
pub fn seen(inputs: &[String]) -> Result<Vec<Seen>> {
    let mut known: BTreeMap<&str, (u64, String)> = BTreeMap::new();
    let mut by_bucket: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for input in inputs {
        match stored(input)? {
            Some((bucket, key)) => by_bucket.entry(bucket).or_default().push((input, key)),
            None => known.extend(file(input).map(|facts| (input.as_str(), facts))),
        }
    }
    for (bucket, objects) in by_bucket {
        let keys: Vec<&str> = objects.iter().map(|(_, key)| *key).collect();
        for ((input, _), facts) in objects.iter().zip(Bucket::open(bucket)?.facts_of(&keys)?) {
            match facts {
                Ok(facts) => known.extend([(*input, (facts.bytes, facts.mark))]),
                Err(Fault::Missing(_) | Fault::Refused(_)) => {}
                Err(fault) => return Err(fault.into()),
            }
        }
    }
    let one = |input: &String| Seen { location: input.clone(), facts: known.get(input.as_str()).cloned() };
    Ok(inputs.iter().map(one).collect())
}

/// Size and time of change of a file.
fn file(path: &str) -> Option<(u64, String)> {
    let facts = fs::metadata(path).ok()?;
    let changed = facts.modified().ok().and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    Some((facts.len(), changed.map_or(0, |t| t.as_nanos()).to_string()))
}

/// The bytes of all inputs that can be reached.
pub fn bytes(inputs: &[String]) -> Result<u64> {
    Ok(seen(inputs)?.iter().filter_map(|s| s.facts.as_ref()).map(|(bytes, _)| bytes).sum())
}

/// The bytes of one.
pub(crate) fn size(input: &str) -> Result<u64> {
    let missing = || format!("{input}: cannot be read");
    match Entry::of(input)? {
        Entry::File(path) => fs::metadata(path).map(|m| m.len()).with_context(missing),
        Entry::Object { bucket, key } => Ok(Bucket::open(&bucket)?.facts(&key)?.bytes),
    }
}
