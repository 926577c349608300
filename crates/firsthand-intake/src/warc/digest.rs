//! Do the bytes fit the digest?

use data_encoding::{BASE32, HEXLOWER};
use sha1::{Digest, Sha1};
use sha2::Sha256;

/// Whether one of these contents has this digest. None: the algorithm or its writing is not known.
pub(super) fn fits(algorithm: &str, value: &str, contents: &[&[u8]]) -> Option<bool> {
    let sum: fn(&[u8]) -> Vec<u8> = match algorithm.to_lowercase().as_str() {
        "sha1" | "sha-1" => |bytes| Sha1::digest(bytes).to_vec(),
        "sha256" | "sha-256" => |bytes| Sha256::digest(bytes).to_vec(),
        _ => return None,
    };
    let value = value.trim().trim_end_matches('=');
    let hex = HEXLOWER.decode(value.to_lowercase().as_bytes()).ok();
    let padded = format!("{}{}", value.to_uppercase(), "=".repeat((8 - value.len() % 8) % 8));
    let known: Vec<Vec<u8>> = hex.into_iter().chain(BASE32.decode(padded.as_bytes()).ok()).collect();
    if known.is_empty() {
        return None;
    }
    Some(contents.iter().any(|bytes| known.contains(&sum(bytes))))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn digests_are_held_against_bytes() {
        // The digests of no bytes at all are printed in FIPS 180-4's examples.
        for (algorithm, value, want) in [
            ("sha1", "da39a3ee5e6b4b0d3255bfef95601890afd80709", Some(true)),
            ("sha1", "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", Some(true)),
            ("SHA-1", "3i42h3s6nnfq2msvx7xzkyaysCX5QBYJ", Some(true)),
            ("sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Some(true)),
            ("sha1", "4I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", Some(false)),
            ("sha1", "?", None),
            ("crc32", "00000000", None),
        ] {
            assert_eq!(fits(algorithm, value, &[b"x", b""]), want, "{algorithm}:{value}");
        }
        assert_eq!(fits("sha1", "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", &[b"x"]), Some(false));
    }
}
