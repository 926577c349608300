#!/usr/bin/env bash
# Tries the HTTP API against its own OpenAPI document: an archive of the examples, the program serving it, and
# schemathesis asking what the document allows and what it forbids. Skips where schemathesis cannot be installed.
#
#   tests/api/schemathesis.sh [PROGRAM]      PROGRAM: the built firsthand [default: builds it]
#
# SCHEMATHESIS_VENV names a folder for the Python packages, kept between runs.
set -euo pipefail
cd "$(dirname "$0")/../.."

skip() {
    echo "schemathesis: skipped: $*"
    exit 0
}

work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

command -v python3 >/dev/null || skip "no python3"
venv=$(realpath -m "${SCHEMATHESIS_VENV:-$work/venv}")
if [ ! -x "$venv/bin/schemathesis" ]; then
    python3 -m venv "$venv" >"$work/pip.log" 2>&1 || skip "python3 cannot make a virtual environment"
    "$venv/bin/pip" install --quiet 'schemathesis>=4.4,<5' >>"$work/pip.log" 2>&1 ||
        skip "pip cannot install it: $(tail -n 1 "$work/pip.log")"
fi

program=${1:+$(realpath "$1")}
if [ -z "$program" ]; then
    cargo build --locked --bin firsthand
    program=$(realpath "${CARGO_TARGET_DIR:-target}/debug/firsthand")
fi

"$program" add examples --archive "$work/news.db" --quiet
"$program" serve --archive "$work/news.db" --address 127.0.0.1:0 2>"$work/server.log" &
server=$!
for _ in $(seq 100); do
    address=$(sed -n 's/^serving .* at //p' "$work/server.log")
    [ -z "$address" ] || break
    sleep 0.1
done
[ -n "$address" ] || { cat "$work/server.log"; echo "schemathesis: the server does not start"; exit 1; }

# In a folder of its own: it keeps what it found beside where it runs.
config=$PWD/tests/api/schemathesis.toml
(cd "$work" && "$venv/bin/schemathesis" --config-file "$config" run "$address/api/v1/openapi.json" \
    --checks all --max-examples "${EXAMPLES:-60}" --seed 20260728 --generation-database none \
    --continue-on-failure --no-color)
kill -0 "$server" || { cat "$work/server.log"; echo "schemathesis: the server has ended"; exit 1; }
if grep -v '^serving ' "$work/server.log"; then
    echo "schemathesis: the server complained"
    exit 1
fi
