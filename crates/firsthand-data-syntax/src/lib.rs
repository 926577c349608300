#![doc = include_str!("../README.md")]

/// The tagger: gives every word of English its part of speech and grammatical form. Little-endian integers, which
/// `firsthand_text::language::weights` reads in place; no alignment is asked for.
pub static TAGGER: &[u8] = include_bytes!("../models/tagger.bin");

/// The parser: builds a dependency tree over the words of a sentence. `firsthand_text::language::parse` unpacks the network once
/// and reads the table of words in place; no alignment is asked for.
pub static PARSER: &[u8] = include_bytes!("../models/parser.bin");
