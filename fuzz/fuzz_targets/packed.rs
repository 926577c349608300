//! Any bytes are a file of some kind: packed, an archive, or a page.
#![no_main]

use firsthand_fuzz::whole;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| whole(bytes));
