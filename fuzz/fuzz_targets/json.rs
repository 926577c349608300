//! Any bytes behind a brace make JSON that is read to its end.
#![no_main]

use firsthand_fuzz::whole;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| whole(&[b"{\"", bytes].concat()));
