//! The way to an object store: who asks, how long, and how tasks wait for an answer.

use anyhow::{Context, Result, ensure};
use object_store::aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey};
use object_store::client::ClientConfigKey;
use object_store::{BackoffConfig, RetryConfig};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, mpsc};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// A request is tried again so often, and not after [`PATIENCE`]: with the client's own limits (5 s to connect, 30 s to answer) a
/// store that cannot be reached is told within half a minute, and one that says it is overloaded has some seconds to recover.
const TRIES: usize = 10;
/// No request is begun anew after so long.
const PATIENCE: Duration = Duration::from_secs(20);

/// A bucket and who answers for it.
#[derive(Debug)]
pub(super) struct Client {
    /// The client.
    pub(super) store: AmazonS3,
    /// The store's address, for messages.
    pub(super) address: String,
}

/// The client for a bucket, the same for all tasks. The environment says where the store is and who asks
/// (`AWS_ENDPOINT_URL`, `AWS_ACCESS_KEY_ID`, …).
pub(super) fn client(bucket: &str) -> Result<Arc<Client>> {
    static CLIENTS: Mutex<BTreeMap<String, Arc<Client>>> = Mutex::new(BTreeMap::new());
    let mut clients = CLIENTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(client) = clients.get(bucket) {
        return Ok(Arc::clone(client));
    }
    let client = Arc::new(made(bucket).with_context(|| format!("s3://{bucket}"))?);
    clients.insert(bucket.to_owned(), Arc::clone(&client));
    Ok(client)
}

fn made(bucket: &str) -> Result<Client> {
    let retry = RetryConfig {
        backoff: BackoffConfig {
            init_backoff: Duration::from_millis(200),
            max_backoff: Duration::from_secs(4),
            base: 2.0,
        },
        max_retries: TRIES,
        retry_timeout: PATIENCE,
    };
    let builder = AmazonS3Builder::from_env().with_bucket_name(bucket).with_retry(retry);
    let set = |key: AmazonS3ConfigKey| builder.get_config_value(&key).filter(|value| !value.is_empty());
    let endpoint = set(AmazonS3ConfigKey::S3Endpoint).or_else(|| set(AmazonS3ConfigKey::Endpoint));
    let region = set(AmazonS3ConfigKey::Region).unwrap_or_else(|| "us-east-1".to_owned());
    let address = endpoint.unwrap_or_else(|| format!("https://s3.{region}.amazonaws.com"));
    let allowed = set(AmazonS3ConfigKey::Client(ClientConfigKey::AllowHttp)).is_some_and(|v| v == "true");
    ensure!(
        allowed || !address.starts_with("http://"),
        "{address} is not encrypted; set AWS_ALLOW_HTTP=true where that is meant"
    );
    let store = builder.build().context("the store cannot be asked; see the variables AWS_…")?;
    Ok(Client { store, address })
}

/// Waits for the end of something that is asynchronous. A runtime of its own does it, for tasks run on threads of an engine's
/// runtime, which may not be entered twice.
pub(crate) fn blocking<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> Result<T> {
    let (send, receive) = mpsc::sync_channel(1);
    runtime()?.spawn(async move {
        // Who asked may be gone.
        let _ = send.send(work.await);
    });
    receive.recv().context("a request to the object store was broken off; run again")
}

fn runtime() -> Result<&'static Runtime> {
    static RUNTIME: OnceLock<Option<Runtime>> = OnceLock::new();
    let build = || {
        Builder::new_multi_thread().worker_threads(2).thread_name("firsthand-store").enable_all().build().ok()
    };
    RUNTIME.get_or_init(build).as_ref().context("no threads could be started")
}
