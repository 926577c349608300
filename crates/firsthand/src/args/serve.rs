//! `firsthand serve` and `firsthand mcp`: as typed and as meant.

use super::shared::{ARCHIVE, Lists};
use clap::Args;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// `firsthand serve`, as typed
#[derive(Debug, Clone, Args)]
pub struct Serve {
    /// The archive
    #[arg(long, value_name = "FILE", env = ARCHIVE, required_unless_present = "openapi")]
    pub archive: Option<PathBuf>,
    /// Where to listen; any address but this machine's own (127.0.0.1, [::1]) needs a token. Port 0: one that is free
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8484")]
    pub address: String,
    /// Ask everybody for the token in this file; without it that of the environment variable FIRSTHAND_TOKEN, if set
    #[arg(long, value_name = "FILE")]
    pub token_file: Option<PathBuf>,
    /// A name under which the server is reached, beside localhost; several times for several
    #[arg(long, value_name = "NAME")]
    pub host_name: Vec<String>,
    /// Lists of names.
    #[command(flatten)]
    pub lists: Lists,
    /// Print the OpenAPI document of the HTTP API and end
    #[arg(long)]
    pub openapi: bool,
}

/// `firsthand mcp`, as typed
#[derive(Debug, Clone, Args)]
pub struct Mcp {
    /// The archive
    #[arg(long, value_name = "FILE", env = ARCHIVE)]
    pub archive: PathBuf,
    /// Lists of names.
    #[command(flatten)]
    pub lists: Lists,
}

/// `firsthand mcp`, as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answering {
    /// The archive.
    pub archive: PathBuf,
    /// Lists of names to link people and bodies to.
    pub watchlists: Vec<PathBuf>,
}

/// `firsthand serve`, as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Serving {
    /// Print the OpenAPI document.
    Document,
    /// Listen.
    Listening(Listening),
}

/// Where to listen, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listening {
    /// The archive.
    pub archive: PathBuf,
    /// The address.
    pub address: SocketAddr,
    /// Where the token stands, where one is given as a file.
    pub token: Option<PathBuf>,
    /// Names under which the server may be asked, in lower case and without port, beside those of this machine.
    pub names: Vec<String>,
    /// Lists of names to link people and bodies to.
    pub watchlists: Vec<PathBuf>,
}

/// Makes out what `serve` means. Errors: one line for the user.
pub fn resolve(typed: Serve) -> Result<Serving, String> {
    if typed.openapi {
        return Ok(Serving::Document);
    }
    let archive = typed.archive.ok_or("--archive names no file")?;
    let names = typed.host_name.iter().map(|name| host_name(name)).collect::<Result<_, _>>()?;
    Ok(Serving::Listening(Listening {
        archive: file(&archive)?,
        address: address(&typed.address)?,
        token: typed.token_file,
        names,
        watchlists: typed.lists.watchlist,
    }))
}

/// Makes out what `mcp` means. Errors: one line for the user.
pub fn resolve_mcp(typed: Mcp) -> Result<Answering, String> {
    Ok(Answering { archive: file(&typed.archive)?, watchlists: typed.lists.watchlist })
}

fn file(path: &Path) -> Result<PathBuf, String> {
    if path == Path::new("-") {
        return Err(
            "--archive needs the name of a file; an archive cannot come through standard input".into()
        );
    }
    Ok(path.to_owned())
}

fn address(typed: &str) -> Result<SocketAddr, String> {
    let spelled = typed.strip_prefix("localhost:").map(|port| format!("127.0.0.1:{port}"));
    let text = spelled.as_deref().unwrap_or(typed);
    text.parse().map_err(|_| {
        format!("--address: {typed} is no address with a port; give one such as 127.0.0.1:8484 or [::1]:8484")
    })
}

fn host_name(typed: &str) -> Result<String, String> {
    let name = typed.trim().trim_end_matches('.').to_lowercase();
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if name.is_empty() || !name.chars().all(allowed) {
        return Err(format!(
            "--host-name: {typed} is no name of a host; give it without http:// and without a port, such as news.example"
        ));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(address: &str, name: &str) -> Serve {
        Serve {
            archive: Some("news.db".into()),
            address: address.into(),
            token_file: None,
            host_name: vec![name.into()],
            lists: Lists::default(),
            openapi: false,
        }
    }

    #[test]
    fn addresses_and_names() {
        for (text, expected) in [
            ("127.0.0.1:8484", "127.0.0.1:8484"),
            ("localhost:0", "127.0.0.1:0"),
            ("[::1]:80", "[::1]:80"),
            ("0.0.0.0:8484", "0.0.0.0:8484"),
        ] {
            let Ok(Serving::Listening(meant)) = resolve(typed(text, "News.Example.")) else {
                panic!("{text}")
            };
            assert_eq!(meant.address.to_string(), expected);
            assert_eq!(meant.names, ["news.example"]);
        }
        for (address, name) in [
            ("127.0.0.1", "a"),
            ("news.example:80", "a"),
            (":80", "a"),
            ("", "a"),
            ("127.0.0.1:80", ""),
            ("127.0.0.1:80", "http://a"),
            ("127.0.0.1:80", "a:80"),
            ("127.0.0.1:80", "a b"),
        ] {
            assert!(resolve(typed(address, name)).is_err(), "{address} {name} should be refused");
        }
    }

    #[test]
    fn the_document_needs_no_archive() {
        let document = Serve { archive: None, openapi: true, ..typed("127.0.0.1:1", "a") };
        assert_eq!(resolve(document), Ok(Serving::Document));
        assert!(resolve_mcp(Mcp { archive: "-".into(), lists: Lists::default() }).is_err());
    }
}
