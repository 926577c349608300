//! Web addresses, e-mail addresses, `@names` and `#tags`: one token each.

use super::is_word;

/// Length in bytes of the address `rest` begins with, if it begins with one. `before` is the character before it.
pub(super) fn length(rest: &str, before: char) -> Option<usize> {
    if is_word(before) {
        return None;
    }
    let chunk = rest.split(|c: char| c.is_whitespace() || "<>\"“”«»".contains(c)).next().unwrap_or("");
    let first = chunk.as_bytes().first()?;
    if matches!(first, b'@' | b'#') {
        return handle(chunk);
    }
    if !first.is_ascii_alphanumeric() {
        return None;
    }
    if chunk.contains("://") || starts_with_www(chunk) {
        let scheme = chunk.split("://").next().unwrap_or("");
        let plain = scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'+') || starts_with_www(chunk);
        return plain.then(|| trimmed(chunk)).filter(|&n| n > 4);
    }
    mail(chunk)
}

fn starts_with_www(chunk: &str) -> bool {
    chunk.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("www."))
}

/// Marks at the end of an address belong to the sentence.
fn trimmed(chunk: &str) -> usize {
    let end = chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', ']', '}', '*', '|', '…']);
    let open = end.contains('(');
    if open { end.len() } else { end.trim_end_matches(')').trim_end_matches(['.', ',']).len() }
}

fn handle(chunk: &str) -> Option<usize> {
    let name = chunk.get(1..)?;
    let end = name.find(|c: char| !is_word(c)).unwrap_or(name.len());
    let lettered = name.get(..end)?.chars().any(char::is_alphabetic);
    lettered.then_some(1 + end)
}

fn mail(chunk: &str) -> Option<usize> {
    let at = chunk.find('@')?;
    let local = chunk.get(..at)?;
    let domain = chunk.get(at + 1..)?;
    let end =
        domain.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-')).unwrap_or(domain.len());
    let domain = domain.get(..end)?.trim_end_matches(['.', '-']);
    let good = !local.is_empty()
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(&b))
        && domain.contains('.');
    good.then_some(at + 1 + domain.len())
}
