//! Any bytes behind the start of a record make a web archive that is read to its end.
#![no_main]

use firsthand_fuzz::whole;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| whole(&[b"WARC/1.0\r\nWARC-Type: ", bytes].concat()));
