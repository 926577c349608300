//! Numbers that stand for what results depend on: the weights, and the sources of the crates that read and compare. A run
//! whose files were made by others is made again where it must be.
//!
//! Built from a registry, the crates' sources are not beside this one. There the version stands for them: ours ask for each other's exact
//! version, and what a registry has under a version never changes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let parts: [(&str, &[&str]); 5] = [
        (
            "WEIGHTS",
            &[
                "../firsthand-data-syntax/models",
                "../firsthand-data-names/models",
                "../firsthand-core/models",
            ],
        ),
        ("TEXT", &["../firsthand-text/src", "../firsthand-text/data"]),
        ("CORE", &["../firsthand-core/src", "../firsthand-core/data"]),
        ("INTAKE", &["../firsthand-intake/src"]),
        ("BATCH", &["src"]),
    ];
    for (name, folders) in parts {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for folder in folders {
            if Path::new(folder).is_dir() {
                println!("cargo:rerun-if-changed={folder}");
                fold_folder(&mut hash, folder)?;
            } else {
                fold(&mut hash, folder.as_bytes());
                fold(&mut hash, env!("CARGO_PKG_VERSION").as_bytes());
            }
        }
        println!("cargo:rustc-env=FIRSTHAND_{name}={hash:016x}");
    }
    Ok(())
}

fn fold_folder(hash: &mut u64, folder: &str) -> io::Result<()> {
    let mut files = Vec::new();
    list(Path::new(folder), &mut files)?;
    files.sort();
    for file in files {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        fold(hash, name.as_bytes());
        fold(hash, &fs::read(&file)?);
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
