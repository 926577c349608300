//! Any bytes are a list of feeds or are refused; no feed is there twice or without an address.
#![no_main]

use firsthand::watch::outlines;
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeSet;

fuzz_target!(|bytes: &[u8]| {
    let Ok(found) = outlines(bytes) else { return };
    let addresses: BTreeSet<&str> = found.iter().map(|o| o.address.as_str()).collect();
    assert_eq!(addresses.len(), found.len());
    assert!(!addresses.contains(""));
});
