//! What the SDK's client needs to speak HTTP.

use rmcp::model::ClientJsonRpcMessage;
use rmcp::transport::streamable_http_client::{
    SseError, StreamableHttpClient, StreamableHttpError, StreamableHttpPostResponse,
};
use std::collections::HashMap;
use std::sync::Arc;

/// A client of HTTP as plain as can be: one question, one answer.
#[derive(Clone)]
pub(crate) struct Plain;

type Stream = std::pin::Pin<Box<dyn tokio_stream::Stream<Item = Result<sse_stream::Sse, SseError>> + Send>>;
type Failure = StreamableHttpError<std::io::Error>;
type Headers = HashMap<axum::http::HeaderName, axum::http::HeaderValue>;

impl StreamableHttpClient for Plain {
    type Error = std::io::Error;

    async fn post_message(
        &self,
        uri: Arc<str>,
        message: ClientJsonRpcMessage,
        _: Option<Arc<str>>,
        _: Option<String>,
        headers: Headers,
    ) -> Result<StreamableHttpPostResponse, Failure> {
        let body = serde_json::to_string(&message)?;
        let asked = tokio::task::spawn_blocking(move || {
            let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
            let mut request = agent
                .post(&*uri)
                .header("content-type", "application/json")
                .header("accept", "application/json, text/event-stream");
            for (name, value) in &headers {
                request = request.header(name.as_str(), value.to_str().unwrap());
            }
            let mut response = request.send(body).unwrap();
            (response.status().as_u16(), response.body_mut().read_to_string().unwrap())
        });
        let (status, text) = asked.await?;
        if status == 202 {
            return Ok(StreamableHttpPostResponse::Accepted);
        }
        let message = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{status} {error}: {text}"));
        Ok(StreamableHttpPostResponse::Json(message, None))
    }

    async fn delete_session(
        &self,
        _: Arc<str>,
        _: Arc<str>,
        _: Option<String>,
        _: Headers,
    ) -> Result<(), Failure> {
        Err(StreamableHttpError::ServerDoesNotSupportDeleteSession)
    }

    async fn get_stream(
        &self,
        _: Arc<str>,
        _: Option<Arc<str>>,
        _: Option<String>,
        _: Option<String>,
        _: Headers,
    ) -> Result<Stream, Failure> {
        Err(StreamableHttpError::ServerDoesNotSupportSse)
    }
}
