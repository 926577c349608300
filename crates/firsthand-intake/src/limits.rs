//! How much of anything is read.

/// Limits, so that no input can take all memory or all time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one page, one record's body, one line of JSON or one entry of a feed, unpacked. The longest pages of
    /// news sites have a few MB, scripts included.
    pub page: usize,
    /// Bytes of the header of one record, or of one HTTP head.
    pub header: usize,
    /// How many times its packed size a piece longer than `page` may unpack to. deflate reaches 1,032; text stays
    /// under 100.
    pub ratio: u64,
    /// Members of one archive.
    pub members: usize,
    /// How often one record may be packed in HTTP's `Content-Encoding`.
    pub encodings: usize,
    /// How many records of one file are named when they cannot be read; the rest is counted.
    pub named: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { page: 32 << 20, header: 256 << 10, ratio: 200, members: 100_000, encodings: 3, named: 20 }
    }
}
