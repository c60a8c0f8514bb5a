//! The end of a future that never waits, for tests over a store in memory.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

/// What `future` gives at once.
///
/// # Panics
///
/// If it has to wait for something.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory waits"),
    }
}
