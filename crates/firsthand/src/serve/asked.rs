//! What a request asks for, beside its parameters: the address, the form, and what the asker holds already.

use super::tag::Tag;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, IF_NONE_MATCH};
use axum::http::request::Parts;
use std::convert::Infallible;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Asked {
    /// Path and query as they came.
    pub(super) address: String,
    /// Whether JSON is wanted rather than a page.
    pub(super) json: bool,
    /// Whether the Accept header decided that.
    pub(super) negotiated: bool,
    /// Tags the asker holds, as they came.
    pub(super) held: Vec<String>,
}

impl Asked {
    /// Whether the asker has the answer with this tag.
    pub(super) fn holds(&self, tag: &Tag) -> bool {
        let same = |held: &str| held.strip_prefix("W/").unwrap_or(held) == tag.as_str();
        self.held.iter().flat_map(|line| line.split(',')).any(|held| same(held.trim()))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Asked, Infallible> {
        let uri = &parts.uri;
        let address = uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string);
        let suffixed = uri.path().ends_with(".json");
        let text = |value: &axum::http::HeaderValue| value.to_str().ok().map(str::to_owned);
        Ok(Asked {
            address,
            json: suffixed || prefers_json(&parts.headers),
            negotiated: !suffixed,
            held: parts.headers.get_all(IF_NONE_MATCH).iter().filter_map(text).collect(),
        })
    }
}

/// Whether JSON is wanted more than HTML. What accepts everything alike gets HTML: it is a browser or a crawler.
pub(super) fn prefers_json(headers: &HeaderMap) -> bool {
    weight(headers, "application/json") > weight(headers, "text/html")
}

/// Whether HTML is asked for by name.
pub(super) fn names_html(headers: &HeaderMap) -> bool {
    lines(headers).any(|(kind, quality)| kind == "text/html" && quality > 0)
}

/// How much a type is wanted, in thousandths: by its own name, its family or `*/*`, the most exact first.
fn weight(headers: &HeaderMap, wanted: &str) -> u16 {
    let family = format!("{}/*", wanted.split('/').next().unwrap_or_default());
    let of = |name: &str| lines(headers).find(|(kind, _)| kind == name).map(|(_, quality)| quality);
    of(wanted).or_else(|| of(&family)).or_else(|| of("*/*")).unwrap_or(0)
}

fn lines(headers: &HeaderMap) -> impl Iterator<Item = (String, u16)> + '_ {
    let values = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        let quality =
            parts.find_map(|p| p.strip_prefix("q=")).and_then(|q| q.parse::<f32>().ok()).unwrap_or(1.0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (kind, (quality.clamp(0.0, 1.0) * 1000.0) as u16)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_or_a_page() {
        let cases = [
            ("", false),
            ("*/*", false),
            ("application/json", true),
            ("application/json, */*;q=0.5", true),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false),
            ("application/json;q=0.4, text/html;q=0.6", false),
            ("application/json, text/html;q=0", true),
            ("application/*", true),
            ("Application/JSON", true),
            ("application/json;q=nonsense", true),
        ];
        for (accept, json) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT, accept.parse().unwrap());
            assert_eq!(prefers_json(&headers), json, "{accept}");
        }
    }

    #[test]
    fn what_the_asker_holds() {
        let tag = Tag::new(
            &super::super::tag::Seal::of(
                std::path::Path::new("a"),
                &firsthand_core::watchlist::Watchlist::default(),
            ),
            1,
            &Asked::default(),
        );
        for (held, yes) in [
            (tag.as_str().to_owned(), true),
            (format!("W/{}", tag.as_str()), true),
            (format!("\"x\", {}", tag.as_str()), true),
            // Whether there is anything at the address is not known yet.
            ("*".into(), false),
            ("\"x\"".into(), false),
            (tag.as_str().trim_matches('"').to_owned(), false),
        ] {
            assert_eq!(Asked { held: vec![held.clone()], ..Asked::default() }.holds(&tag), yes, "{held}");
        }
    }
}
