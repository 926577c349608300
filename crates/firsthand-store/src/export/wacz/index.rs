//! The index of the archive: CDXJ, a line for each page, sorted by address and date.
//!
//! Not packed with gzip, though the format allows it: players read packed indexes only with a second index of their own.

use super::warc::{Placed, digits};
use serde_json::json;

/// The lines of the index.
pub(super) fn lines(records: &[Placed]) -> String {
    let mut lines: Vec<String> = records
        .iter()
        .map(|r| {
            let about = json!({
                "url": r.address,
                "mime": r.media,
                "status": "200",
                "digest": r.payload,
                "recordDigest": r.record,
                "length": r.length.to_string(),
                "offset": r.offset.to_string(),
                "filename": "data.warc.gz",
            });
            format!("{} {} {about}\n", key(&r.address), digits(r))
        })
        .collect();
    lines.sort();
    lines.concat()
}

/// An address in the order of its parts (SURT): `org,example)/news?a=1` of `https://www.example.org/news?a=1#top`.
fn key(address: &str) -> String {
    let Ok(url) = url::Url::parse(address) else { return address.to_lowercase() };
    let Some(host) = url.host_str() else { return address.to_lowercase() };
    let host = host.strip_prefix("www.").unwrap_or(host);
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.reverse();
    let port = url.port().map_or(String::new(), |p| format!(":{p}"));
    let mut parameters: Vec<&str> = url.query().map_or(Vec::new(), |q| q.split('&').collect());
    parameters.sort_unstable();
    let query = if parameters.is_empty() { String::new() } else { format!("?{}", parameters.join("&")) };
    format!("{}{port}){}{query}", labels.join(","), url.path()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn addresses_are_turned_round() {
        for (address, want) in [
            ("https://www.mole.example/News?b=2&a=1#top", "example,mole)/news?a=1&b=2"),
            ("http://mole.example:8080/", "example,mole:8080)/"),
            ("http://mole.example", "example,mole)/"),
            ("urn:firsthand:version:0A", "urn:firsthand:version:0a"),
        ] {
            assert_eq!(key(address), want, "{address}");
        }
    }
}
