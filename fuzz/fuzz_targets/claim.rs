//! Any text is a claim that is answered from an account, or says why it cannot be looked for.
#![no_main]

use firsthand_core::check::{Record, Verdict, claim};
use firsthand_core::{account, story, version};
use firsthand_text::language::Models;
use libfuzzer_sys::fuzz_target;

const REPORT: &str = "PORT ELVER, March 5, 2031 (Tern News) - A fire destroyed the old ferry terminal on Tuesday and injured four dock \
    workers, the harbour police said.\n\n“We could not save the roof,” Chief Officer Maren Holt told reporters.";

fuzz_target!(|text: &str| {
    let models = Models::built_in();
    let versions = version::fold(vec![firsthand_text::read("fuzz", REPORT.as_bytes(), &models)]);
    let accounts: Vec<_> =
        story::group(&versions.reports).iter().map(|s| account::account(1, s, &versions)).collect();
    let answer = Record::new(&accounts).check(&claim(text, None, &models));
    assert_eq!(answer.verdict == Verdict::NotMeasured, answer.claim.unmeasured.is_some());
    // A side has sentences, and they are the report's.
    for side in &answer.sides {
        assert!(!side.statements.is_empty());
        assert!(side.statements.iter().all(|s| REPORT.contains(s.passage.text.as_str())));
    }
});
