//! Any text is the config of a watch or is refused with one line; what is taken is sound.
#![no_main]

use firsthand::watch::Config;
use libfuzzer_sys::fuzz_target;
use std::path::Path;

fuzz_target!(|text: &str| match Config::read(text, Path::new("/fuzz")) {
    Ok(config) => assert_eq!(config.check(), Ok(())),
    Err(message) => assert!(!message.is_empty() && !message.contains('\n'), "{message}"),
});
