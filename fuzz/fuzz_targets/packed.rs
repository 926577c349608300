//! Any bytes are a file of some kind: packed, an archive, or a page.
#![no_main]

use firsthand_intake::{Found, Limits, Options, read_from};
use libfuzzer_sys::fuzz_target;
use std::ops::ControlFlow;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { page: 64 << 10, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let _ = read_from("fuzz", Box::new(bytes), &options, &mut |found| {
        if let Found::Page(item) = found {
            assert!(item.bytes.len() <= 64 << 10);
            let page = item.page();
            assert!(page.blocks.iter().flat_map(|b| b.map.runs()).all(|run| run.page.end <= item.bytes.len()));
        }
        ControlFlow::Continue(())
    });
});
