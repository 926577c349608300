#!/usr/bin/env bash
# What a release consists of, in dist/: a static program for any Linux of this kind of machine (with completions and manual pages), a Debian
# package of it, the batch program, wheels for Python, and the digests of all. What a tool is missing for is left out and said.
#
#   release/build.sh            all of it
#   PARTS="static deb" …        some of: static deb batch wheel
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
machine=$(uname -m)
triple="$machine-unknown-linux-musl"
dist="$PWD/dist"
target="${CARGO_TARGET_DIR:-target}"
parts="${PARTS:-static deb batch wheel}"
mkdir -p "$dist"

wanted() { case " $parts " in *" $1 "*) true ;; *) false ;; esac; }
missing() { echo "left out: $*"; }

# A program that needs nothing of the system it runs on: libc, TLS and SQLite are in it.
static() {
    rustup target add "$triple" >/dev/null 2>&1 || true
    CC="${CC:-musl-gcc}" cargo build --release --locked --target "$triple" "$@"
}

# Completions and manual pages, written by the program itself.
texts() {
    local program=$1 to=$2
    mkdir -p "$to/completions" "$to/man"
    "$program" completions bash >"$to/completions/firsthand"
    "$program" completions zsh >"$to/completions/_firsthand"
    "$program" completions fish >"$to/completions/firsthand.fish"
    "$program" man | gzip -9n >"$to/man/firsthand.1.gz"
    local command
    for command in $("$program" --help | sed -n '/^Commands:/,/^Options:/s/^  \([a-z][a-z]*\) .*/\1/p'); do
        "$program" man "$command" | gzip -9n >"$to/man/firsthand-$command.1.gz"
    done
}

if wanted static || wanted deb; then
    if command -v musl-gcc >/dev/null; then
        static -p firsthand --features parquet
        program="$target/$triple/release/firsthand"
        if file "$program" 2>/dev/null | grep -q "dynamically linked"; then
            echo "$program is not static" >&2
            exit 1
        fi
        folder="firsthand-$version-$machine-linux"
        rm -rf "${dist:?}/$folder"
        mkdir -p "$dist/$folder"
        install -m 755 "$program" "$dist/$folder/firsthand"
        strip "$dist/$folder/firsthand"
        cp README.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT "$dist/$folder/"
        texts "$dist/$folder/firsthand" "$dist/$folder"
        # The same input, the same bytes: names in order, no owner, one time.
        tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@${SOURCE_DATE_EPOCH:-0}" -C "$dist" -cf - "$folder" | gzip -9n >"$dist/$folder.tar.gz"
        echo "dist/$folder.tar.gz"
    else
        missing "static program and package: musl-gcc (apt-get install musl-tools)"
        parts=${parts//deb/}
    fi
fi

if wanted deb; then
    if command -v dpkg-deb >/dev/null; then
        release/deb.sh "$dist/firsthand-$version-$machine-linux" "$version" "$dist"
    else
        missing "package: dpkg-deb"
    fi
fi

if wanted batch; then
    cargo build --release --locked -p firsthand-batch --features cluster
    install -m 755 "$target/release/firsthand-batch" "$dist/firsthand-batch-$version-$machine-linux-gnu"
    strip "$dist/firsthand-batch-$version-$machine-linux-gnu"
    echo "dist/firsthand-batch-$version-$machine-linux-gnu"
fi

if wanted wheel; then
    if python3 -m venv "$target/maturin" 2>/dev/null && "$target/maturin/bin/pip" install -q 'maturin>=1.7,<2'; then
        "$target/maturin/bin/maturin" build --release --locked -q -m python/Cargo.toml -o "$dist"
    else
        missing "wheel: Python 3 with venv and a package index"
    fi
fi

(cd "$dist" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs sha256sum >SHA256SUMS && cat SHA256SUMS)
