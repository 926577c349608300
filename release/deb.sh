#!/usr/bin/env bash
# Puts a folder with the program, its completions and manual pages into a Debian package: deb.sh FOLDER VERSION TO
set -euo pipefail
folder=$1 version=$2 to=$3
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
install -D -m 755 "$folder/firsthand" "$root/usr/bin/firsthand"
install -D -m 644 "$folder/completions/firsthand" "$root/usr/share/bash-completion/completions/firsthand"
install -D -m 644 "$folder/completions/_firsthand" "$root/usr/share/zsh/vendor-completions/_firsthand"
install -D -m 644 "$folder/completions/firsthand.fish" "$root/usr/share/fish/vendor_completions.d/firsthand.fish"
for page in "$folder"/man/*.gz; do install -D -m 644 "$page" "$root/usr/share/man/man1/$(basename "$page")"; done
install -D -m 644 "$folder/README.md" "$root/usr/share/doc/firsthand/README.md"
cp -r "$folder/examples" "$root/usr/share/doc/firsthand/examples"
gzip -9nc "$folder/CHANGELOG.md" >"$root/usr/share/doc/firsthand/changelog.gz"
gzip -9nc "$folder/LIBRARIES.txt" >"$root/usr/share/doc/firsthand/LIBRARIES.txt.gz"
cat "$folder/LICENSE-MIT" "$folder/LICENSE-APACHE" "$folder/THIRD-PARTY.md" >"$root/usr/share/doc/firsthand/copyright"
chmod -R u=rwX,go=rX "$root/usr"
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: firsthand
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The firsthand authors <firsthand@example.invalid>
Section: text
Priority: optional
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Description: how many sources many reports of one event really have
 Reads scraped news reports (web pages, feeds, web archives, text) and gives,
 for each event, one account in which every statement leads back to the
 sentence that made it and to the source behind that sentence. Offline.
CONTROL
dpkg-deb --root-owner-group --build "$root" "$to/firsthand_${version}_$(dpkg --print-architecture).deb" >/dev/null
echo "dist/firsthand_${version}_$(dpkg --print-architecture).deb"
