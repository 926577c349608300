//! Any bytes behind the start of a record make a web archive that is read to its end.
#![no_main]

use firsthand_intake::{Found, Limits, Options, read_from};
use libfuzzer_sys::fuzz_target;
use std::ops::ControlFlow;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { page: 64 << 10, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let file = [b"WARC/1.0\r\nWARC-Type: ", bytes].concat();
    let _ = read_from("fuzz", Box::new(&file[..]), &options, &mut |found| {
        if let Found::Page(item) = found {
            assert!(item.bytes.len() <= 64 << 10);
            let page = item.page();
            assert!(page.blocks.iter().flat_map(|b| b.map.runs()).all(|run| run.page.end <= item.bytes.len()));
        }
        ControlFlow::Continue(())
    });
});
