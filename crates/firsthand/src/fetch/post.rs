//! Sends a message to somebody's address.

use super::ask::Most;
use super::{Client, Kind, Trouble};

/// Bytes of an answer to a message that are looked at.
const ANSWER: usize = 64 << 10;

impl Client {
    /// Posts JSON to an address that the config names. Where it may go is checked as for every request; it is not
    /// redirected, and neither robots.txt nor the host's pause apply. Errors: it was not taken.
    pub fn post(&self, address: &str, body: &[u8], headers: &[(&str, &str)]) -> Result<(), Trouble> {
        let url = self.settings.policy.read(address)?;
        let mut request = self
            .wire
            .post(url.as_str())
            .header("Connection", "close")
            .header("Content-Type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send(body).map_err(|error| self.trouble(&url, error))?;
        if response.status().is_success() {
            return Ok(());
        }
        let answer = self.taken(&url, response, Most::Start(ANSWER))?;
        let message = format!("the message was not taken (status {})", answer.status);
        Err(Trouble::new(Kind::Status(answer.status), url.as_str(), message).after(self.retry_after(&answer)))
    }
}
