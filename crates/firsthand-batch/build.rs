//! Numbers that stand for what results depend on: the weights, and the sources of the crates that read and compare. A run
//! whose files were made by others is made again where it must be.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let parts = [
        ("WEIGHTS", "../../models"),
        ("TEXT", "../firsthand-text/src"),
        ("CORE", "../firsthand-core/src"),
        ("INTAKE", "../firsthand-intake/src"),
        ("BATCH", "src"),
    ];
    for (name, folder) in parts {
        println!("cargo:rerun-if-changed={folder}");
        let mut files = Vec::new();
        list(Path::new(folder), &mut files)?;
        files.sort();
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for file in files {
            let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            fold(&mut hash, name.as_bytes());
            fold(&mut hash, &fs::read(&file)?);
        }
        println!("cargo:rustc-env=FIRSTHAND_{name}={hash:016x}");
    }
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_none_or(|e| e != "md") {
            files.push(path);
        }
    }
    Ok(())
}

/// FNV-1a, 64 bit.
fn fold(hash: &mut u64, bytes: &[u8]) {
    for byte in bytes {
        *hash = (*hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
}
