#!/usr/bin/env bash
# Ten minutes (or MINUTES) of every target (or TARGETS). Starts from corpus/TARGET, written by hand, and found/TARGET.tar.gz, what earlier
# runs found; of both and what is new the smallest set that reaches as much is kept in the latter. Ends with 1 where a target crashed.
set -uo pipefail
cd "$(dirname "$0")"
seconds=$((${MINUTES:-10} * 60))
RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
-Cllvm-args=-sanitizer-coverage-pc-table -Cdebug-assertions" \
    cargo build --release --locked --target x86_64-unknown-linux-gnu || exit 2
programs="${CARGO_TARGET_DIR:-target}/x86_64-unknown-linux-gnu/release"
failed=0
for target in ${TARGETS:-$(sed -n 's/^name = "\(.*\)"$/\1/p' Cargo.toml | grep -v firsthand-fuzz)}; do
    work="$(mktemp -d)"
    mkdir -p "$work/new" "$work/old" "$work/kept" found
    [ ! -f "found/$target.tar.gz" ] || tar -xzf "found/$target.tar.gz" -C "$work/old"
    if "$programs/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
        -artifact_prefix="crash-$target-" "$work/new" "$work/old" "corpus/$target" >"log-$target" 2>&1; then
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "log-$target")
        peak=$(sed -n 's/^stat::peak_rss_mb: *//p' "log-$target")
        "$programs/$target" -set_cover_merge=1 -use_counters=0 -rss_limit_mb=3000 "$work/kept" "corpus/$target" "$work/old" "$work/new" >>"log-$target" 2>&1
        # The same inputs give the same bytes.
        tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - -C "$work/kept" . | gzip -9n >"found/$target.tar.gz"
        printf '%-10s %10s runs %6s MB, %5s inputs kept\n' "$target" "$runs" "$peak" "$(find "$work/kept" -type f | wc -l)"
    else
        printf '%-10s crashed: see log-%s\n' "$target" "$target"
        failed=1
    fi
    rm -rf "$work"
done
exit "$failed"
