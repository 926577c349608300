//! The line to a server: counts what comes, and sees whether more comes than the answer says.

use std::cell::Cell;
use ureq::Error;
use ureq::unversioned::transport::time::Duration;
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, NextTimeout, Transport};

thread_local! {
    /// What the last line of this thread saw. A request is made and read by one thread.
    static SEEN: Cell<Seen> = const { Cell::new(Seen { came: 0, more: false }) };
}

/// What a line saw.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Bytes that came, head and all, as they came.
    pub(super) came: u64,
    /// Whether bytes were left when the answer was complete.
    pub(super) more: bool,
}

/// What the last line of this thread saw.
pub(super) fn seen() -> Seen {
    SEEN.get()
}

/// How long a server may take to close a line, or to send what it did not announce. Servers are asked to close it.
const GRACE: Duration = Duration::from_millis(150);

/// Puts a watch on every line.
#[derive(Debug)]
pub(super) struct Watched {
    /// Bytes that may come through one line.
    pub(super) most: u64,
}

impl<In: Transport> Connector<In> for Watched {
    type Out = Line<In>;

    fn connect(&self, _: &ConnectionDetails, chained: Option<In>) -> Result<Option<Line<In>>, Error> {
        SEEN.set(Seen::default());
        Ok(chained.map(|inner| Line { inner, most: self.most }))
    }
}

/// A line with a watch on it.
#[derive(Debug)]
pub(super) struct Line<In: Transport> {
    inner: In,
    most: u64,
}

impl<In: Transport> Transport for Line<In> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }
    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.inner.transmit_output(amount, timeout)
    }
    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let before = self.inner.buffers().input().len();
        let progress = self.inner.await_input(timeout)?;
        let more = self.inner.buffers().input().len().saturating_sub(before) as u64;
        let mut seen = SEEN.get();
        seen.came += more;
        SEEN.set(seen);
        if seen.came > self.most {
            return Err(Error::BodyExceedsLimit(self.most));
        }
        Ok(progress)
    }
    fn is_open(&mut self) -> bool {
        self.inner.is_open()
    }
    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}

impl<In: Transport> Drop for Line<In> {
    fn drop(&mut self) {
        let mut more = !self.inner.buffers().input().is_empty();
        if !more {
            let grace = NextTimeout { after: GRACE, ..NextTimeout::default() };
            more = self.inner.await_input(grace).is_ok() && !self.inner.buffers().input().is_empty();
        }
        SEEN.set(Seen { more, ..SEEN.get() });
    }
}
