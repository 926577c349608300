//! Text into HTML.

use crate::wording::clean;

/// A text as HTML text or as the value of a quoted attribute: control characters out, `& < > " '` escaped.
pub fn text(raw: &str) -> String {
    escape(&clean(raw))
}

/// A part of a sentence: as [`text`], but white space at its ends stays (as one space).
pub(crate) fn piece(raw: &str) -> String {
    let start = if raw.starts_with(char::is_whitespace) { " " } else { "" };
    let end = if raw.ends_with(char::is_whitespace) && !raw.trim().is_empty() { " " } else { "" };
    format!("{start}{}{end}", text(raw))
}

/// `<name>content</name>` and a line end; the content is HTML already.
pub(crate) fn element(name: &str, content: &str) -> String {
    format!("<{name}>{content}</{name}>\n")
}

/// A list; nothing where it has no items.
pub(crate) fn list(items: &[String]) -> String {
    if items.is_empty() { String::new() } else { element("ul", &format!("\n{}", items.concat())) }
}

/// What is folded away until it is wanted.
pub(crate) fn details(summary: &str, content: &str) -> String {
    if content.is_empty() {
        return format!("<p class=\"faint\">{summary}</p>\n");
    }
    format!("<details>\n<summary>{summary}</summary>\n{content}</details>\n")
}

/// The items in pairs, those after the first `open` folded away.
pub(super) fn folded(items: &[String], open: usize) -> String {
    let (shown, rest) = items.split_at(open.min(items.len()));
    let more = if rest.is_empty() {
        String::new()
    } else {
        details(&format!("and {} more", rest.len()), &pairs(&rest.concat()))
    };
    format!("{}{more}", pairs(&shown.concat()))
}

/// Items in two columns where there is room for them.
pub(crate) fn pairs(items: &str) -> String {
    if items.is_empty() { String::new() } else { format!("<div class=\"pairs\">\n{items}</div>\n") }
}

/// The address of a report as a link, where it is one of the web.
pub(crate) fn link(address: &str) -> String {
    let shown = text(address);
    if address.starts_with("https://") || address.starts_with("http://") {
        format!("<a href=\"{shown}\" rel=\"noreferrer\">{shown}</a>")
    } else {
        shown
    }
}

fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_report_is_markup() {
        assert_eq!(
            text("<b onclick='x'>&\"\u{0}</b>"),
            "&lt;b onclick=&#39;x&#39;&gt;&amp;&quot; &lt;/b&gt;"
        );
        assert_eq!(piece(" a\n"), " a ");
        assert_eq!(link("javascript:alert(1)"), "javascript:alert(1)");
        assert!(link("https://a.example/?b=1&c=\"").contains("href=\"https://a.example/?b=1&amp;c=&quot;\""));
    }
}
