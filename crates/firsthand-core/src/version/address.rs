//! When are two addresses one?

/// Parameters that say how a reader came, not what is read.
const TRACKING: [&str; 12] = [
    "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ref", "ref_src", "cmpid", "ocid",
    "smid",
];

/// What an address comes down to: without scheme, `www.`, fragment, tracking parameters, and with the others sorted.
/// None for the front page of a site, which many pages name by mistake, and for what is no address of the web.
pub fn key(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    if !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or(rest);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(host);
    let path = path.trim_end_matches('/');
    let mut parameters: Vec<&str> = query.split('&').filter(|p| !p.is_empty() && !is_tracking(p)).collect();
    parameters.sort_unstable();
    if path.is_empty() && parameters.is_empty() {
        return None;
    }
    Some(format!("{host}/{path}?{}", parameters.join("&")))
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or(parameter).to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_tell_pages_apart_is_left_out() {
        for (a, b) in [
            ("https://www.mole.example/news/a", "http://mole.example/news/a/"),
            ("https://mole.example/a?utm_source=x&id=3", "https://mole.example/a?id=3#top"),
            ("https://mole.example/a?b=1&c=2", "HTTPS://MOLE.example/a?c=2&b=1"),
            ("https://mole.example:443/a", "https://mole.example/a?fbclid=z"),
        ] {
            assert!(key(a).is_some(), "{a}");
            assert_eq!(key(a), key(b), "{a} {b}");
        }
    }

    #[test]
    fn what_tells_pages_apart_stays() {
        for (a, b) in [
            ("https://mole.example/a", "https://mole.example/A"),
            ("https://mole.example/a?id=3", "https://mole.example/a?id=4"),
            ("https://mole.example/a", "https://gull.example/a"),
        ] {
            assert_ne!(key(a), key(b), "{a} {b}");
        }
        for front in
            ["https://www.mole.example/", "https://mole.example?utm_source=x", "file:///a", "news/a", ""]
        {
            assert_eq!(key(front), None, "{front}");
        }
    }
}
