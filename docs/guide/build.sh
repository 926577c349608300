#!/bin/sh
# Builds the guide and the references as a book in target/book. Its links are checked by `cargo test -p firsthand --test whole links`.
set -eu
cd "$(dirname "$0")/../.."
if ! command -v mdbook >/dev/null; then
    echo "mdbook is not installed; cargo install mdbook --version '^0.4' --locked --no-default-features" >&2
    exit 1
fi
mdbook build docs "$@"
echo "target/book/index.html"
