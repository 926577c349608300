//! What references stand for: `&amp;`, `&#8217;`, `&eacute;`, and what the document type defines.

use quick_xml::escape::{resolve_html5_entity, resolve_xml_entity};
use std::collections::BTreeMap;

/// Definitions of entities that are kept.
const ENTITIES: usize = 200;

/// Entities of one feed.
#[derive(Debug, Default)]
pub(super) struct Entities {
    defined: BTreeMap<String, String>,
    /// Names that nobody defines, the first ten.
    pub(super) undefined: Vec<String>,
}

impl Entities {
    /// What a reference stands for; one that nobody defines stands for itself.
    pub(super) fn resolve(&mut self, name: &str) -> String {
        if let Some(code) = name.strip_prefix('#') {
            let number = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => code.parse().ok(),
            };
            let c = number.and_then(|n| windows(n).or_else(|| char::from_u32(n)));
            return c.unwrap_or('\u{fffd}').to_string();
        }
        if let Some(known) = resolve_xml_entity(name) {
            return known.to_owned();
        }
        if let Some(defined) = self.defined.get(name) {
            return defined.clone();
        }
        if let Some(known) = resolve_html5_entity(name) {
            return known.to_owned();
        }
        if self.undefined.len() < 10 && !self.undefined.iter().any(|u| u == name) {
            self.undefined.push(name.to_owned());
        }
        format!("&{name};")
    }

    /// A value with its references resolved.
    pub(super) fn unescape(&mut self, value: &str) -> String {
        let mut out = String::with_capacity(value.len());
        let mut rest = value;
        while let Some(at) = rest.find('&') {
            out.push_str(rest.get(..at).unwrap_or_default());
            rest = rest.get(at + 1..).unwrap_or_default();
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#'));
            match end {
                Some(end) if end > 0 && rest.get(end..).is_some_and(|r| r.starts_with(';')) => {
                    let name = rest.get(..end).unwrap_or_default().to_owned();
                    out.push_str(&self.resolve(&name));
                    rest = rest.get(end + 1..).unwrap_or_default();
                }
                _ => out.push('&'),
            }
        }
        out.push_str(rest);
        out
    }

    /// Entities that the document type declares. They are not opened up in one another.
    pub(super) fn define(&mut self, doctype: &str) {
        for definition in doctype.split("<!ENTITY").skip(1) {
            let mut parts = definition.trim_start().splitn(2, char::is_whitespace);
            let (Some(name), Some(rest)) = (parts.next(), parts.next()) else { continue };
            let rest = rest.trim_start();
            let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
            let value = rest.get(1..).and_then(|r| r.split(quote).next());
            if let Some(value) = value.filter(|v| v.len() <= 1000)
                && self.defined.len() < ENTITIES
                && name != "%"
            {
                let value = if value.contains('&') { self.unescape(value) } else { value.to_owned() };
                if value.len() <= 1000 {
                    self.defined.insert(name.to_owned(), value);
                }
            }
        }
    }
}

/// The character that a number from 0x80 to 0x9f means: that of windows-1252 (HTML Standard, 13.2.5.80).
pub(super) fn windows(number: u32) -> Option<char> {
    let byte = u8::try_from(number).ok().filter(|b| (0x80..=0x9f).contains(b))?;
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()
}
