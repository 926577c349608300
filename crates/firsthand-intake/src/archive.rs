//! ZIP: a WACZ (its web archives), or any other with files in it.

use crate::bytes::{Counted, unsound};
use crate::open::{Out, Source, source};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use zip::ZipArchive;

/// Reads the members, in the order of their names.
pub(crate) fn read(
    out: &mut Out<'_, '_>,
    location: &str,
    file: Counted<File>,
    depth: usize,
) -> ControlFlow<()> {
    let limits = out.options.limits.clone();
    let mut archive = match ZipArchive::new(BufReader::new(file)) {
        Ok(archive) => archive,
        Err(error) => {
            let message = format!("a ZIP archive that cannot be read ({error}); fetch it again; skipped");
            return out.bad(location, message);
        }
    };
    let names: Vec<String> = archive.file_names().flatten().map(|n| n.into_owned()).collect();
    if let Some(what) = document(&names) {
        return out.bad(location, format!("{what}, not a report; skipped"));
    }
    let is_wacz =
        names.iter().any(|n| n == "datapackage.json") && names.iter().any(|n| n.starts_with("archive/"));
    let mut wanted: Vec<String> =
        names.into_iter().filter(|n| if is_wacz { n.starts_with("archive/") } else { is_shown(n) }).collect();
    wanted.sort();
    if wanted.len() > limits.members {
        let message = format!("an archive of {} files, the first {} were read", wanted.len(), limits.members);
        out.bad(location, message)?;
        wanted.truncate(limits.members);
    }
    for name in wanted {
        let place = format!("{location}#{name}");
        let member = match archive.by_name(&name) {
            Ok(member) if member.is_dir() => continue,
            Ok(member) => member,
            Err(error) => {
                out.bad(&place, format!("a member that cannot be unpacked ({error}); skipped"))?;
                continue;
            }
        };
        let packed = member.compressed_size();
        let guarded =
            Guarded { inner: member, given: 0, packed, free: limits.page as u64, ratio: limits.ratio };
        source(out, &place, Source::Stream(Box::new(guarded)), depth + 1)?;
    }
    ControlFlow::Continue(())
}

fn is_shown(name: &str) -> bool {
    !name.ends_with('/') && !name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}

/// Documents that are ZIP archives inside.
fn document(names: &[String]) -> Option<&'static str> {
    let has = |name: &str| names.iter().any(|n| n == name);
    match () {
        () if has("[Content_Types].xml") => Some("an Office document"),
        () if has("META-INF/container.xml") => Some("an e-book"),
        () if has("mimetype") && has("content.xml") => Some("an OpenDocument file"),
        () if has("META-INF/MANIFEST.MF") => Some("a Java program"),
        () => None,
    }
}

/// A member that ends with an error where it unpacks to far more than its size.
struct Guarded<R> {
    inner: R,
    given: u64,
    packed: u64,
    free: u64,
    ratio: u64,
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.inner.read(buffer) {
            Err(error) if error.kind() != io::ErrorKind::Interrupted => {
                return Err(unsound(format!("a member that cannot be unpacked ({error})")));
            }
            read => read?,
        };
        self.given += read as u64;
        if self.given > self.free && self.given / self.ratio > self.packed.max(1) {
            return Err(unsound(format!("it unpacks to more than {} times its size", self.ratio)));
        }
        Ok(read)
    }
}
