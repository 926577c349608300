//! Expectations as the suite of feeds writes them: comparisons of paths with literals, joined by `and`.

/// A literal.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(i64),
    Numbers(Vec<i64>),
    Fields(Vec<(String, String)>),
    None,
}

/// One term: a path, what is done with it, and what should come out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Term {
    /// `entries`, `0`, `title`.
    pub(super) path: Vec<String>,
    /// `len`, `ord`, or nothing.
    pub(super) function: String,
    /// Several paths may be held against one literal.
    pub(super) want: Value,
}

/// The terms of an expression that compare a path with a literal; others (`not bozo`) are left out.
pub(super) fn terms(expression: &str) -> Vec<Term> {
    let mut out = Vec::new();
    for part in split(strip(expression), " and ") {
        let sides: Vec<&str> = split(strip(part), "==").into_iter().map(str::trim).collect();
        let Some((last, paths)) = sides.split_last().filter(|(_, paths)| !paths.is_empty()) else { continue };
        let Some(want) = literal(last) else { continue };
        for side in paths {
            let (function, inner) = match side.split_once('(') {
                Some((name, rest)) if side.ends_with(')') => (name, rest.trim_end_matches(')')),
                _ => ("", *side),
            };
            out.push(Term { path: path(inner), function: function.to_owned(), want: want.clone() });
        }
    }
    out
}

/// Without brackets around the whole.
fn strip(text: &str) -> &str {
    let text = text.trim();
    match text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inner) if split(inner, ")").len() == 1 && inner.contains("==") => strip(inner),
        _ => text,
    }
}

/// Splits outside of strings.
fn split<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    let (mut parts, mut from, mut quote) = (Vec::new(), 0, None::<char>);
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if at < skip {
            continue;
        }
        match quote {
            Some(_) if c == '\\' => skip = at + 2,
            Some(q) if c == q => quote = None,
            Some(_) => {}
            None if text[at..].starts_with(mark) => {
                parts.push(&text[from..at]);
                from = at + mark.len();
                skip = from;
            }
            None if matches!(c, '\'' | '"') => quote = Some(c),
            None => {}
        }
    }
    parts.push(&text[from..]);
    parts
}

fn path(text: &str) -> Vec<String> {
    text.split(['[', ']', '.'])
        .map(|p| p.trim().trim_start_matches('u').trim_matches(['\'', '"']).to_owned())
        .zip(text.split(['[', ']', '.']))
        .map(|(trimmed, raw)| if raw.contains(['\'', '"']) { trimmed } else { raw.trim().to_owned() })
        .filter(|p| !p.is_empty())
        .collect()
}

fn literal(text: &str) -> Option<Value> {
    let text = text.trim();
    if text == "None" {
        return Some(Value::None);
    }
    if let Ok(number) = text.parse() {
        return Some(Value::Number(number));
    }
    if let Some(inner) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        return inner.split(',').map(|n| n.trim().parse().ok()).collect::<Option<_>>().map(Value::Numbers);
    }
    if let Some(inner) = text.strip_prefix('{').and_then(|t| t.strip_suffix('}')) {
        let fields = split(inner, ",").into_iter().filter(|f| !f.trim().is_empty()).map(|field| {
            let pair = split(field, ":");
            let [key, value] = pair.as_slice() else { return None };
            Some((string(key)?, string(value)?))
        });
        return fields.collect::<Option<_>>().map(Value::Fields);
    }
    string(text).map(Value::Text)
}

/// A string literal, also in three quotation marks, with its escapes resolved.
fn string(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix('u').unwrap_or(text);
    let inner = ["\"\"\"", "'''", "\"", "'"]
        .iter()
        .find_map(|q| text.strip_prefix(q)?.strip_suffix(q).filter(|_| text.len() >= 2 * q.len()))?;
    let mut out = String::new();
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let width = match chars.next()? {
            'n' => {
                out.push('\n');
                continue;
            }
            't' => {
                out.push('\t');
                continue;
            }
            'r' => {
                out.push('\r');
                continue;
            }
            'x' => 2,
            'u' => 4,
            'U' => 8,
            other => {
                out.push(other);
                continue;
            }
        };
        let digits: String = chars.by_ref().take(width).collect();
        out.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read() {
        let got = terms(r"not bozo and (entries[0]['title'] == u'a \u2013 and b') and len(feed.links) == 2");
        assert_eq!(got.len(), 2);
        assert_eq!(got[0].path, ["entries", "0", "title"]);
        assert_eq!(got[0].want, Value::Text("a – and b".into()));
        assert_eq!((&*got[1].function, &got[1].want), ("len", &Value::Number(2)));
        let got = terms(r#"entries[0]["links"][0] == {'rel': u'self', 'href': "http://a/b"}"#);
        let want = [("rel", "self"), ("href", "http://a/b")].map(|(k, v)| (k.to_owned(), v.to_owned()));
        assert_eq!(got[0].want, Value::Fields(want.to_vec()));
        assert_eq!(terms("feed['x'] == (2004, 1, 2)")[0].want, Value::Numbers(vec![2004, 1, 2]));
        assert_eq!(terms("not bozo"), []);
    }
}
