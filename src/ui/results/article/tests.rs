//! What an article holds.
