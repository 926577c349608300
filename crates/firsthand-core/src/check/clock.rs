//! Times of day as they are written.

/// Every time of day in a text, in minutes after midnight: `6am`, `6:30 p.m.`, `06:00`.
pub(super) fn times(text: &str) -> Vec<u32> {
    let lower = text.to_lowercase();
    let bytes = lower.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit()
            || at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'.')
        {
            at += 1;
            continue;
        }
        let hour = digits(bytes, &mut at);
        let marked =
            matches!(bytes.get(at), Some(b':' | b'.')) && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        let (mut minute, colon) = (Some(0), bytes.get(at) == Some(&b':'));
        if marked {
            at += 1;
            minute = digits(bytes, &mut at);
        }
        let rest = lower.get(at..).unwrap_or_default().trim_start();
        let half = ["a.m", "am", "p.m", "pm"].iter().find(|h| rest.starts_with(**h));
        let whole = half.is_none_or(|h| !rest[h.len()..].starts_with(char::is_alphanumeric));
        let (Some(hour), Some(minute)) = (hour, minute) else { continue };
        let hour = match half.filter(|_| whole) {
            Some(h) if hour <= 12 => hour % 12 + if h.starts_with('p') { 12 } else { 0 },
            None if marked && colon => hour,
            _ => continue,
        };
        if hour < 24 && minute < 60 {
            out.push(hour * 60 + minute);
        }
    }
    out
}

fn digits(bytes: &[u8], at: &mut usize) -> Option<u32> {
    let from = *at;
    while bytes.get(*at).is_some_and(u8::is_ascii_digit) {
        *at += 1;
    }
    std::str::from_utf8(bytes.get(from..*at)?).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::times;

    #[test]
    fn times_of_day_are_one_however_written() {
        for (text, want) in [
            ("called at 6am", vec![360]),
            ("called at 06:00 BST on Sunday", vec![360]),
            ("by 6.30 p.m., and at 18:30", vec![1110, 1110]),
            ("12 a.m. and 12 pm", vec![0, 720]),
            ("6 amber lights, 3.5 miles, 54:61", vec![]),
            ("in 2013, 25:10", vec![]),
        ] {
            assert_eq!(times(text), want, "{text}");
        }
    }
}
