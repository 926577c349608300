//! Reads files and counts what is in them: `cargo run --release -p firsthand-intake --example count -- FILE…`

use firsthand_intake::{Found, Options, Place, gather, read};
use std::ops::ControlFlow;

fn main() {
    let places: Vec<Place> = std::env::args_os().skip(1).map(|p| Place::Path(p.into())).collect();
    let (mut pages, mut bytes, mut bad) = (0u64, 0u64, 0u64);
    for input in gather(&places).inputs {
        let done = read(&input, &Options::default(), &mut |found| {
            match found {
                Found::Page(item) => (pages, bytes) = (pages + 1, bytes + item.bytes.len() as u64),
                Found::Bad(bad_one) => {
                    bad += 1;
                    println!("{}: {}", bad_one.location, bad_one.message);
                }
                Found::Passed(passed) => println!("{}: passed over {:?}", passed.location, passed.over),
            }
            ControlFlow::Continue(())
        });
        debug_assert!(done.is_continue());
    }
    println!("{pages} pages of {bytes} bytes, {bad} places that could not be read");
}
