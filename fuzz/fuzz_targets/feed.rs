//! Any bytes behind the start of a feed make one that is read to its end.
#![no_main]

use firsthand_fuzz::whole;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| whole(&[b"<rss><channel>", bytes].concat()));
