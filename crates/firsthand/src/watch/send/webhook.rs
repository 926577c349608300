//! Alerts posted to an address, signed.

use crate::watch::alert::Alert;
use crate::watch::entry::hex;
use crate::watch::job::Errand;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What alerts are signed with. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::watch) struct Secret(pub(in crate::watch) String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The signature of a message: `sha256=` and the HMAC-SHA-256, in hexadecimal, of the time, a full stop and the body.
pub fn signature(secret: &str, time: i64, body: &[u8]) -> String {
    // HMAC takes keys of any length: there is nothing that could go wrong.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        return String::new();
    };
    mac.update(format!("{time}.").as_bytes());
    mac.update(body);
    format!("sha256={}", hex(&mac.finalize().into_bytes(), 32))
}

/// The message of an alert. `now` is in seconds since 1970.
pub(in crate::watch) fn errand(address: &str, secret: Option<&Secret>, alert: &Alert, now: i64) -> Errand {
    let body = serde_json::to_vec(alert).unwrap_or_default();
    let mut headers = vec![("X-Firsthand-Id", alert.id.clone()), ("X-Firsthand-Timestamp", now.to_string())];
    headers.extend(secret.map(|s| ("X-Firsthand-Signature", signature(&s.0, now, &body))));
    Errand::Post { address: address.to_owned(), body, headers }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_that_of_the_standard() {
        // As Python's hmac gives it for b"1777874400." + body.
        assert_eq!(
            signature("harbour", 1_777_874_400, b"{\"a\":1}"),
            "sha256=eee3f8a42ef65915579699ed923a00c7d806ac5fa4b9e85b244dff449df82f01"
        );
        assert_ne!(signature("a", 1, b"x"), signature("b", 1, b"x"));
        assert_ne!(signature("a", 1, b"x"), signature("a", 2, b"x"));
        assert_ne!(signature("a", 1, b"x"), signature("a", 1, b"y"));
        assert_eq!(format!("{:?}", Secret("hush".into())), "Secret(…)");
    }
}
