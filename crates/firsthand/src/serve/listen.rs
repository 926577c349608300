//! Takes connections until the server is told to stop.

use axum::Router;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};

/// Connections open at one time; the next wait.
const CONNECTIONS: usize = 4096;
/// Time for the head of a request: who sends it one letter at a time is cut off.
const HEAD: Duration = Duration::from_secs(20);
/// Bytes for the head of a request.
const HEAD_BYTES: usize = 64 * 1024;
/// Time for answers under way when the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(5);

/// Serves until Ctrl-C or SIGTERM; answers under way are finished.
pub(super) async fn until_told(listener: TcpListener, router: Router, stop: &watch::Sender<bool>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut told = std::pin::pin!(told());
    loop {
        let accepted = tokio::select! {
            () = &mut told => break,
            accepted = next(&listener, &places) => accepted,
        };
        let Some((stream, place)) = accepted else { continue };
        let (router, stop) = (router.clone(), stop.subscribe());
        tokio::spawn(async move {
            connection(stream, router, stop).await;
            drop(place);
        });
    }
    drop(listener);
    let _ = stop.send(true);
    let all = u32::try_from(CONNECTIONS).unwrap_or(u32::MAX);
    let _ = tokio::time::timeout(FAREWELL, places.acquire_many(all)).await;
}

/// The next connection, with a place for it. None: one that broke before it began.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => Some((stream, place)),
        Err(_) => {
            // Out of file descriptors, most likely: some connection must end first.
            tokio::time::sleep(Duration::from_millis(50)).await;
            None
        }
    }
}

async fn connection(stream: TcpStream, router: Router, mut stop: watch::Receiver<bool>) {
    let _ = stream.set_nodelay(true);
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(HEAD_BYTES);
    let mut serving =
        std::pin::pin!(http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router)));
    tokio::select! {
        // Whatever ends a connection early is the asker's affair.
        _ = serving.as_mut() => return,
        _ = stop.wait_for(|&stop| stop) => {}
    }
    serving.as_mut().graceful_shutdown();
    let _ = serving.await;
}

/// Returns when the program is told to end.
async fn told() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
