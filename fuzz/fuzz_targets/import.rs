//! Any lines are an export that is read back as far as it goes; the archive is sound afterwards.
#![no_main]

use firsthand_store::Archive;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let mut archive = Archive::open(&folder.path().join("fuzz.db")).expect("an archive");
    let Ok(done) = archive.import(bytes, &|_| {}) else { return };
    let counts = archive.reader().and_then(|reader| reader.counts()).expect("counts");
    assert_eq!(counts.pages, done.reports);
});
