//! The tasks of a stage.

use super::Job;
use super::made_of::fingerprint;
use crate::calendar;
use crate::inputs::Seen;
use crate::stage::{Over, Stage};
use crate::table::hexadecimal;
use crate::turn::Turn;
use crate::work::{self, Manifest, Settings, Task};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// One task for all, or one for each input, bucket or window.
pub(super) fn tasks(
    stage: &Stage,
    job: &Job,
    inputs: &[Seen],
    (settings, turn): (&Settings, Option<&Turn>),
    manifests: &BTreeMap<&str, Manifest>,
) -> Result<Vec<Task>> {
    let whole = fingerprint(stage, inputs, settings, manifests);
    let task = |input: String, output: String, own: &str| Task {
        root: job.root.clone(),
        base: job.base.clone(),
        stage: stage.name.to_owned(),
        input,
        output,
        fingerprint: own.to_owned(),
        settings: settings.clone(),
        turn: turn.cloned(),
    };
    match stage.over {
        Over::One => Ok(vec![task("all".into(), "all".into(), &whole)]),
        Over::Buckets => {
            let bucket = |n: u32| task(n.to_string(), work::named(n), &whole);
            Ok((0..settings.buckets).map(bucket).collect())
        }
        Over::Windows => {
            let fold = manifests.get("fold").context("stories are made of folded reports")?;
            let day =
                |(what, count): (&String, &u64)| Some((what.strip_prefix("day ")?.parse().ok()?, *count));
            let days: BTreeMap<i32, u64> = fold.counts.iter().filter_map(day).collect();
            let undated = fold.counts.get("undated").copied().unwrap_or_default();
            let windows = calendar::windows(&days, undated, settings);
            let window = |(n, w): (u32, &calendar::Window)| {
                Ok(task(serde_json::to_string(w)?, format!("w{n:05}"), &whole))
            };
            (0u32..).zip(&windows).map(window).collect()
        }
        Over::Inputs => {
            // A file that did not change is not read again because another did.
            let one = |input: &Seen| {
                let own = fingerprint(stage, std::slice::from_ref(input), settings, manifests);
                task(input.location.clone(), output(&input.location), &own)
            };
            Ok(inputs.iter().map(one).collect())
        }
    }
}

/// What the files made of an input are called: the end of its name, and a number for all of it.
fn output(input: &str) -> String {
    let end = input.rsplit(['/', '\\']).next().unwrap_or(input);
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') { c } else { '_' };
    let end: String = end.chars().map(plain).take(60).collect();
    let number = hexadecimal(&Sha256::digest(input.as_bytes()));
    format!("{end}-{}", number.get(..12).unwrap_or_default())
}
