//! Any bytes are rules of robots: every address is allowed or not, and the file itself always is.
#![no_main]

use firsthand::fetch::Rules;
use libfuzzer_sys::fuzz_target;
use url::Url;

fuzz_target!(|asked: (&[u8], &str)| {
    let (bytes, path) = asked;
    let rules = Rules::read(bytes);
    let own = Url::parse("https://fuzz.example/robots.txt").expect("an address");
    assert!(rules.allow("firsthand", &own));
    if let Ok(url) = own.join(path) {
        assert_eq!(rules.allow("firsthand", &url), rules.allow("firsthand", &url));
    }
    let _ = rules.delay("firsthand");
});
