//! Reads a file whole and checks what comes out of it: shared by the targets of the intake.

use firsthand_intake::{Found, Limits, Options, read_from};
use std::ops::ControlFlow;

/// Reads bytes as a file to its end; every page keeps to the limit and every span to its page.
pub fn whole(file: &[u8]) {
    let limits = Limits { page: 64 << 10, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let _ = read_from("fuzz", Box::new(file), &options, &mut |found| {
        if let Found::Page(item) = found {
            assert!(item.bytes.len() <= 64 << 10);
            let page = item.page();
            assert!(page.blocks.iter().flat_map(|b| b.map.runs()).all(|run| run.page.end <= item.bytes.len()));
        }
        ControlFlow::Continue(())
    });
}
