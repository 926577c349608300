//! Drawings of an account as SVG: the lineage as a tree, the timeline along an axis.
//!
//! In: an [`Index`](crate::index::Index) and the [`Links`](crate::page::links::Links) of the page. Out: one `<svg>` element for
//! an HTML page. It has no style of its own; the classes are in `page/style.css`, so that dark mode and print reach
//! it. It is as wide as the narrowest phone, so that its words keep the size of the text around it. Next to each
//! drawing stands a list that says the same. [`alone`] makes a file of its own, wider and with its style (`alone.css`).

mod letters;
mod lineage;
mod sheet;
mod timeline;

pub use lineage::{alone, lineage};
pub use timeline::timeline;
