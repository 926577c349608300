#!/usr/bin/env bash
# What a release consists of, in dist/: a static program for any Linux of this kind of machine (with completions, manual pages, licences and the
# examples), a Debian package of it, the batch program, a wheel for Python, and the digests of all (SHA256SUMS). What a tool is missing for is left
# out and said. (The crates: release/crates.sh.)
#
#   release/build.sh            all of it
#   PARTS="static deb" …        some of: static deb batch wheel
#   PROFILE=dev …               slow programs, soon built: to try this script
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
machine=$(uname -m)
triple="$machine-unknown-linux-musl"
dist="$PWD/dist"
target="${CARGO_TARGET_DIR:-target}"
parts="${PARTS:-static deb batch wheel}"
profile="${PROFILE:-dist}"
built="$profile"
[ "$profile" != dev ] || built=debug
# The same source, the same bytes: one time for every file, and no folder of the machine that built it in what is built.
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}"
if [ "$profile" = dist ]; then
    cargo_home="${CARGO_HOME:-$HOME/.cargo}"
    export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$cargo_home=cargo --remap-path-prefix=$PWD=firsthand"
    export CFLAGS="${CFLAGS:-} -ffile-prefix-map=$cargo_home=cargo"
fi
mkdir -p "$dist"

wanted() { case " $parts " in *" $1 "*) true ;; *) false ;; esac; }
missing() { echo "left out: $*"; }

# A program that needs nothing of the system it runs on: libc, TLS and SQLite are in it.
static() {
    rustup target add "$triple" >/dev/null 2>&1 || true
    CC="${CC:-musl-gcc}" cargo build --profile "$profile" --locked --target "$triple" "$@"
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

# Whose data and whose libraries are in a program: licences PACKAGE TARGET TO FEATURES…
licences() {
    local package=$1 for=$2 to=$3
    shift 3
    cp LICENSE-APACHE LICENSE-MIT "$to/"
    cat crates/firsthand-data-syntax/models/THIRD-PARTY.md <(tail -n +5 crates/firsthand-data-names/models/THIRD-PARTY.md) \
        <(tail -n +5 crates/firsthand-core/models/THIRD-PARTY.md) >"$to/THIRD-PARTY.md"
    release/licences.py "$package" "$for" "$@" >"$to/LIBRARIES.txt"
}

# Packs a folder of dist/: names in order, no owner, one time.
pack() {
    tar --sort=name --owner=0 --group=0 --numeric-owner --mode=go=rX,u=rwX --mtime="@$SOURCE_DATE_EPOCH" -C "$dist" -cf - "$1" | gzip -9n >"$dist/$1.tar.gz"
    echo "dist/$1.tar.gz"
}

if wanted static || wanted deb; then
    if command -v musl-gcc >/dev/null; then
        static -p firsthand --features parquet
        program="$target/$triple/$built/firsthand"
        if file "$program" 2>/dev/null | grep -q "dynamically linked"; then
            echo "$program is not static" >&2
            exit 1
        fi
        folder="firsthand-$version-$machine-linux"
        rm -rf "${dist:?}/$folder"
        mkdir -p "$dist/$folder"
        install -m 755 "$program" "$dist/$folder/firsthand"
        strip "$dist/$folder/firsthand"
        cp README.md CHANGELOG.md "$dist/$folder/"
        cp -r examples "$dist/$folder/examples"
        licences firsthand "$triple" "$dist/$folder" parquet
        texts "$dist/$folder/firsthand" "$dist/$folder"
        pack "$folder"
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
    cargo build --profile "$profile" --locked -p firsthand-batch --features cluster
    folder="firsthand-batch-$version-$machine-linux-gnu"
    rm -rf "${dist:?}/$folder"
    mkdir -p "$dist/$folder"
    install -m 755 "$target/$built/firsthand-batch" "$dist/$folder/firsthand-batch"
    strip "$dist/$folder/firsthand-batch"
    cp -r docs/tables "$dist/$folder/tables"
    licences firsthand-batch "$machine-unknown-linux-gnu" "$dist/$folder" cluster
    pack "$folder"
fi

if wanted wheel; then
    if python3 -m venv "$target/maturin" 2>/dev/null && "$target/maturin/bin/pip" install -q 'maturin>=1.9,<2'; then
        "$target/maturin/bin/maturin" build --profile "$profile" --locked -q -m python/Cargo.toml -o "$dist"
    else
        missing "wheel: Python 3 with venv and a package index"
    fi
fi

(cd "$dist" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs sha256sum >SHA256SUMS && cat SHA256SUMS)
