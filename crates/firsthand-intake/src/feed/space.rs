//! Namespaces, and what addresses are relative to.

/// What a namespace is known as here, by its address; the prefix where it is not known.
pub(super) fn space(address: &str, prefix: &str) -> String {
    const KNOWN: [(&str, &str); 16] = [
        ("http://www.w3.org/2005/atom", "atom"),
        ("http://purl.org/atom/ns", "atom"),
        ("http://purl.org/rss/1.0", ""),
        ("http://my.netscape.com/rdf/simple/0.9", ""),
        ("http://channel.netscape.com/rdf/simple/0.9", ""),
        ("http://purl.org/net/rss1.1", ""),
        ("http://backend.userland.com/rss", ""),
        ("http://blogs.law.harvard.edu/tech/rss", ""),
        ("http://cyber.law.harvard.edu/rss", ""),
        ("http://purl.org/dc/elements/1", "dc"),
        ("http://purl.org/dc/terms", "dcterms"),
        ("http://purl.org/rss/1.0/modules/content", "content"),
        ("http://search.yahoo.com/mrss", "media"),
        ("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
        ("http://www.w3.org/1999/xhtml", "xhtml"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
    ];
    let address = address.trim().to_lowercase();
    let found = KNOWN.iter().filter(|(start, _)| {
        address.strip_prefix(start).is_some_and(|rest| rest.chars().all(|c| "/#.0123456789".contains(c)))
    });
    match found.max_by_key(|(start, _)| start.len()) {
        Some((_, known)) => (*known).to_owned(),
        None => prefix.to_lowercase(),
    }
}

/// A relative address made whole.
pub(super) fn joined(base: Option<&str>, href: &str) -> String {
    // A whole one stays as it is written.
    if href.contains("://") {
        return href.to_owned();
    }
    let Some(base) = base.and_then(|b| url::Url::parse(b).ok()) else { return href.to_owned() };
    base.join(href).map_or_else(|_| href.to_owned(), String::from)
}
