//! Any two texts make accounts whose passages give back their text.
#![no_main]

use firsthand_core::{account, story, version};
use firsthand_text::language::Models;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str)| {
    let models = Models::built_in();
    let reports = [texts.0, texts.1].map(|t| firsthand_text::read("fuzz", t.as_bytes(), &models));
    let versions = version::fold(reports.to_vec());
    for (n, story) in story::group(&versions.reports).iter().enumerate() {
        let account = account::account(n + 1, story, &versions);
        for s in &account.statements {
            let report = account.reports.iter().find(|r| r.id == s.report).expect("the report of a statement");
            let home = if s.passage.part.is_some() { report.title.as_deref().unwrap_or("") } else { &report.body };
            let text: String = home.chars().skip(s.passage.start).take(s.passage.end - s.passage.start).collect();
            assert_eq!(text, s.passage.text);
        }
    }
});
