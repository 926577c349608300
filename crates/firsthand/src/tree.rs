//! The lineage as a tree.
