//! Addresses with questions in them.

use url::form_urlencoded::Serializer;

/// `/search?q=ferry&outlet=Lantern`, empty values left out; not yet escaped for HTML.
pub(super) fn address(path: &str, questions: &[(&str, &str)]) -> String {
    let mut query = Serializer::new(String::new());
    for (name, value) in questions.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn values_cannot_add_questions() {
        assert_eq!(address("/", &[("about", "")]), "/");
        assert_eq!(
            address("/search", &[("q", "a&b=c#d"), ("since", ""), ("outlet", "Ö")]),
            "/search?q=a%26b%3Dc%23d&outlet=%C3%96"
        );
    }
}
