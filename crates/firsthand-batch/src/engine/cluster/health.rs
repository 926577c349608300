//! Is a scheduler there, and has it executors?

use anyhow::{Context, Result, bail};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A scheduler that says nothing for so long is not there.
const PATIENCE: Duration = Duration::from_secs(5);

/// How a scheduler is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Health {
    /// It has executors.
    Ready,
    /// It has none.
    Alone,
}

/// Asks a scheduler how it is (`GET /readyz`: 200 where it has executors, 503 where it has none).
///
/// Errors: nothing answers there, or not a scheduler.
pub(super) async fn health(address: &str) -> Result<Health> {
    let answer = timeout(PATIENCE, ask(address)).await;
    let answer = answer.context("nothing answers")?.context("nothing answers")?;
    match answer.split_whitespace().nth(1) {
        Some("200") => Ok(Health::Ready),
        Some("503") => Ok(Health::Alone),
        _ => bail!("what answers is no scheduler of this program"),
    }
}

/// The first line of the answer.
async fn ask(address: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!("GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut head = Vec::new();
    stream.take(1024).read_to_end(&mut head).await?;
    Ok(String::from_utf8_lossy(&head).lines().next().unwrap_or_default().to_owned())
}
