//! How things are put into words.

/// A text without control characters: a page must not be able to drive the terminal that shows it.
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
