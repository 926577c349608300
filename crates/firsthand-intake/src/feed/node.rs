//! An element of a feed, with all that is in it.

use super::walk::DEEPEST;

/// One element with all that is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Node {
    /// What its namespace is known as: `atom`, `dc`, `content`, `media` …; empty for RSS and for none.
    pub(super) space: String,
    /// Its name in that namespace, in lower case.
    pub(super) name: String,
    /// Its name as written.
    pub(super) written: String,
    /// Attributes, names without namespace in lower case.
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Child>,
    /// What addresses in it are relative to.
    pub(super) base: Option<String>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Child {
    Text(String),
    Node(Node),
}

impl Node {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
    /// The elements in it.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|c| if let Child::Node(n) = c { Some(n) } else { None })
    }
    /// Its text without markup, as it stands.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut open: Vec<&Child> = self.children.iter().rev().collect();
        while let Some(child) = open.pop() {
            match child {
                Child::Text(t) => text.push_str(t),
                Child::Node(n) => open.extend(n.children.iter().rev()),
            }
        }
        text.trim().to_owned()
    }
    /// Whether there are elements in it.
    pub(super) fn has_markup(&self) -> bool {
        self.nodes().next().is_some()
    }
    /// What is in it, written out as markup.
    pub(super) fn inner(&self) -> String {
        let mut out = String::new();
        for child in &self.children {
            child.write(&mut out, 0);
        }
        out.trim().to_owned()
    }
}

impl Child {
    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Child::Text(text) => out.push_str(&quick_xml::escape::partial_escape(text.as_str())),
            Child::Node(node) if depth < DEEPEST => {
                let name = if node.space == "xhtml" { &node.name } else { &node.written };
                out.push_str(&format!("<{name}"));
                for (key, value) in &node.attributes {
                    let value = value.replace('&', "&amp;").replace('"', "&quot;");
                    out.push_str(&format!(" {key}=\"{value}\""));
                }
                if node.children.is_empty() && matches!(&*node.name, "br" | "img" | "hr") {
                    out.push_str(" />");
                    return;
                }
                out.push('>');
                for child in &node.children {
                    child.write(out, depth + 1);
                }
                out.push_str(&format!("</{name}>"));
            }
            Child::Node(_) => {}
        }
    }
}
