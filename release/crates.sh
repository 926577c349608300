#!/usr/bin/env bash
# Packs the crates as a registry gets them and proves that nothing outside of them is needed: each is compiled from what was packed, against
# the others as packed; the program installed from them reads the examples to the same bytes as the one built here.
#
#   release/crates.sh           all of it (the batch program, which takes long for DataFusion, is packed and not compiled; ALL=1: compiled too)
#   PROFILE=dev …               the program is installed without optimisation, which is sooner done and must give the same bytes too
#   PROGRAM=FILE …              compared with this program, in place of one that is built for it
#   release/crates.sh sizes     packs and weighs only: seconds
set -euo pipefail
cd "$(dirname "$0")/.."
# What crates.io takes.
limit=$((10 * 1000 * 1000))
target="${CARGO_TARGET_DIR:-$PWD/target}"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
dirty=()
[ -z "$(git status --porcelain 2>/dev/null)" ] || dirty=(--allow-dirty)

rm -f "$target"/package/firsthand*.crate
# What it warns of is known: tests stay behind, there is no address of the repository yet.
mkdir -p "$target"
cargo package --workspace --exclude firsthand-lab --locked --no-verify --quiet "${dirty[@]}" 2>"$target/package.log" || { cat "$target/package.log" >&2; exit 1; }
for crate in "$target"/package/firsthand*.crate; do
    size=$(stat -c %s "$crate")
    printf '%9d  %s\n' "$size" "$(basename "$crate")"
    [ "$size" -le "$limit" ] || { echo "$(basename "$crate") is larger than the 10 MB that crates.io takes" >&2; exit 1; }
done
[ "${1:-}" != sizes ] || exit 0

without=(--exclude firsthand-batch)
[ -z "${ALL:-}" ] || without=()
cargo package --workspace --exclude firsthand-lab --locked --quiet "${without[@]}" "${dirty[@]}" 2>"$target/package.log" || { cat "$target/package.log" >&2; exit 1; }

# Installed from the packed files alone: they are unpacked elsewhere and stand in for those of the registry.
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
instead=()
for crate in "$target"/package/firsthand*.crate; do
    name=$(basename "$crate" "-$version.crate")
    tar -xzf "$crate" -C "$room"
    [ "$name" = firsthand ] || [ "$name" = firsthand-batch ] || instead+=(--config "patch.crates-io.$name.path=\"$room/$name-$version\"")
done
# The lock file that was packed, with our own crates taken from here.
(cd "$room/firsthand-$version" && cargo metadata --format-version 1 "${instead[@]}" >/dev/null)
cargo install --locked --quiet --profile "${PROFILE:-release}" --path "$room/firsthand-$version" --root "$room/installed" "${instead[@]}"
[ -n "${PROGRAM:-}" ] || cargo build --release --locked --quiet -p firsthand

for story in examples/*/; do
    here=$("${PROGRAM:-$target/release/firsthand}" read "$story" --json | sha256sum)
    there=$("$room/installed/bin/firsthand" read "$story" --json | sha256sum)
    [ "$here" = "$there" ] || { echo "$story: the installed program gives other bytes than the one built here" >&2; exit 1; }
    echo "same bytes: $story ${here%% *}"
done
