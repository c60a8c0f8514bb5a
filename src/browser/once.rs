//! A value given once and awaited once: the bridge from the browser's callbacks to futures.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Makes the two ends of a value that is given once, by a callback, and awaited once.
pub(super) fn once<T>() -> (Giver<T>, Awaited<T>) {
    let shared = Rc::new(RefCell::new(Shared {
        value: None,
        is_given: false,
        waker: None,
    }));
    (Giver(Rc::clone(&shared)), Awaited(shared))
}

/// The end that gives. Of several clones the first to give counts.
#[derive(Debug)]
pub(super) struct Giver<T>(Rc<RefCell<Shared<T>>>);

/// The end that waits. It gets `None` if every giver is gone without having given.
#[derive(Debug)]
pub(super) struct Awaited<T>(Rc<RefCell<Shared<T>>>);

#[derive(Debug)]
struct Shared<T> {
    value: Option<T>,
    is_given: bool,
    waker: Option<Waker>,
}

impl<T> Giver<T> {
    /// Gives the value, or hands it back if one was given before.
    pub(super) fn give(&self, value: T) -> Result<(), T> {
        let mut shared = self.0.borrow_mut();
        if shared.is_given {
            return Err(value);
        }
        shared.is_given = true;
        shared.value = Some(value);
        let waker = shared.waker.take();
        drop(shared);
        wake(waker);
        Ok(())
    }
}

impl<T> Clone for Giver<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Drop for Giver<T> {
    fn drop(&mut self) {
        let waker = self.0.borrow_mut().waker.clone();
        wake(waker);
    }
}

impl<T> Future for Awaited<T> {
    type Output = Option<T>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        let mut shared = self.0.borrow_mut();
        let is_alone = Rc::strong_count(&self.0) == 1;
        match shared.value.take() {
            Some(value) => Poll::Ready(Some(value)),
            None if shared.is_given || is_alone => Poll::Ready(None),
            None => {
                shared.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

fn wake(waker: Option<Waker>) {
    if let Some(waker) = waker {
        waker.wake();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_arrives() {
        let (giver, awaited) = once();
        let mut awaited = Box::pin(awaited);
        assert_eq!(poll(&mut awaited), Poll::Pending);

        giver.give(1).unwrap();

        assert_eq!(poll(&mut awaited), Poll::Ready(Some(1)));
    }

    #[test]
    fn the_first_value_counts() {
        let (giver, awaited) = once();
        giver.clone().give(1).unwrap();

        assert_eq!(giver.give(2), Err(2));
        assert_eq!(poll(&mut Box::pin(awaited)), Poll::Ready(Some(1)));
    }

    #[test]
    fn nobody_left_to_give_ends_the_wait() {
        let (giver, awaited) = once::<u8>();
        let mut awaited = Box::pin(awaited);
        let other = giver.clone();
        drop(giver);
        assert_eq!(poll(&mut awaited), Poll::Pending);

        drop(other);

        assert_eq!(poll(&mut awaited), Poll::Ready(None));
    }

    fn poll<T>(awaited: &mut Pin<Box<Awaited<T>>>) -> Poll<Option<T>> {
        awaited
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
    }
}
