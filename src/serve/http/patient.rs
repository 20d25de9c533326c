//! A connection whose patience ends: a client that takes nothing for too long is gone.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// A stream that fails when what is written has not been taken for some time. Reading waits as long as it is asked to;
/// hyper limits that by itself.
pub(super) struct Patient {
    stream: TcpStream,
    patience: Duration,
    stalled: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    pub(super) fn new(stream: TcpStream, patience: Duration) -> Self {
        Self { stream, patience, stalled: None }
    }

    /// Passes on what writing gave, unless it has been waiting for too long.
    fn limited(&mut self, context: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.stalled = None;
            return written;
        }
        let patience = self.patience;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(patience)));
        stalled.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.limited(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.limited(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::Patient;
    use std::io::{ErrorKind, Read};
    use std::time::Duration;
    use tokio::io::AsyncWriteExt;

    #[test]
    fn a_client_that_takes_nothing_is_given_up_and_a_slow_one_is_not() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("an address");
            // More than the system keeps for a client.
            let bytes = vec![0; 64 << 20];

            let deaf = std::net::TcpStream::connect(address).expect("a connection");
            let (stream, _) = listener.accept().await.expect("a connection");
            let written = Patient::new(stream, Duration::from_millis(100)).write_all(&bytes).await;
            assert_eq!(written.expect_err("nobody reads").kind(), ErrorKind::TimedOut);
            drop(deaf);

            let mut slow = std::net::TcpStream::connect(address).expect("a connection");
            let (stream, _) = listener.accept().await.expect("a connection");
            let reader = std::thread::spawn(move || {
                let mut buffer = vec![0; 1 << 20];
                let mut count = 0;
                while let Ok(more @ 1..) = slow.read(&mut buffer) {
                    count += more;
                    std::thread::sleep(Duration::from_millis(1));
                }
                count
            });
            Patient::new(stream, Duration::from_secs(20)).write_all(&bytes).await.expect("somebody reads");
            assert_eq!(reader.join().expect("a count"), bytes.len());
        });
    }
}
