#!/usr/bin/env bash
# Ten minutes (or MINUTES) of every target; what is found on the way is kept, made small, in fuzz/corpus. Ends with 1 where one crashed.
set -uo pipefail
cd "$(dirname "$0")"
seconds=$((${MINUTES:-10} * 60))
RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
-Cllvm-args=-sanitizer-coverage-pc-table -Cdebug-assertions" \
    cargo build --release --locked --target x86_64-unknown-linux-gnu || exit 2
programs="${CARGO_TARGET_DIR:-target}/x86_64-unknown-linux-gnu/release"
failed=0
for target in ${TARGETS:-$(sed -n 's/^name = "\(.*\)"$/\1/p' Cargo.toml | grep -v firsthand-fuzz)}; do
    found="$(mktemp -d)"
    mkdir -p "corpus/$target"
    if "$programs/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
        -artifact_prefix="crash-$target-" "$found" "corpus/$target" >"log-$target" 2>&1; then
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "log-$target")
        peak=$(sed -n 's/^stat::peak_rss_mb: *//p' "log-$target")
        printf '%-10s %10s runs %6s MB\n' "$target" "$runs" "$peak"
        # Only inputs that reach something no other does.
        "$programs/$target" -merge=1 "corpus/$target" "$found" >>"log-$target" 2>&1
    else
        printf '%-10s crashed: see log-%s\n' "$target" "$target"
        failed=1
    fi
    rm -rf "$found"
done
exit "$failed"
