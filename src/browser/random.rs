//! Random bytes.

use super::window::window;

/// The browser gives no random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there are no random numbers")]
pub struct NoRandomness;

/// Bytes that nobody can guess, good enough for keys.
///
/// # Errors
///
/// Returns [`NoRandomness`] if the browser gives none, and always outside a browser.
pub fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let crypto = window().and_then(|window| window.crypto().ok());
    let mut bytes = [0; N];
    crypto
        .ok_or(NoRandomness)?
        .get_random_values_with_u8_array(&mut bytes)
        .map_err(|_| NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_a_browser_no_key_is_made() {
        assert_eq!(bytes::<32>(), Err(NoRandomness));
    }
}
