//! Any bytes make a page and a report whose spans fit.
#![no_main]

use firsthand_text::{page, report};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let page = page::page("fuzz", bytes);
    for block in &page.blocks {
        for run in block.map.runs() {
            assert!(run.page.end <= bytes.len());
            assert!(block.text.get(run.clean.start..run.clean.end).is_some());
        }
    }
    let report = report::report(&page);
    assert!(report.text.get(report.body.start..report.body.end).is_some());
    for p in &report.paragraphs {
        assert!(report.body.holds(p.span) && !p.span.of(&report.text).is_empty());
    }
});
