//! A backup under a passphrase: Argon2id (RFC 9106) makes a key of it, ChaCha20-Poly1305 (RFC 8439) seals with that key.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | memory, in KiB, least significant byte first |
//! | 4 | passes over it, likewise |
//! | 16 | the salt |
//! | 12 | the nonce |
//! | | the sealed content, bound to all bytes of the file before it |

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    ChaCha20Poly1305,
    aead::{Aead, KeyInit, Payload},
};

use super::BackupError;

/// Bytes of a salt.
pub const SALT: usize = 16;
/// Bytes of a nonce.
pub const NONCE: usize = 12;
/// Bytes of the authentication tag.
const TAG: usize = 16;
/// Bytes before the sealed content.
const HEAD: usize = 4 + 4 + SALT + NONCE;
/// 19 MiB and two passes: what OWASP's password storage cheat sheet asks for at least.
const COST: Cost = Cost {
    memory: 19_456,
    passes: 2,
};
/// A file may ask for more than is written today, but not for more memory than a phone has to give.
const MOST: Cost = Cost {
    memory: 47_104,
    passes: 8,
};

/// A passphrase, and the randomness for one file.
#[derive(Clone, Copy, Debug)]
pub struct Passphrase<'a> {
    /// As it was typed.
    pub text: &'a str,
    /// Random, new for each file.
    pub salt: [u8; SALT],
    /// Random, new for each file.
    pub nonce: [u8; NONCE],
}

/// How much work a guess takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cost {
    /// In KiB.
    memory: u32,
    passes: u32,
}

impl Passphrase<'_> {
    /// `content` sealed, after what is needed to open it.
    pub(super) fn seal(&self, before: &[u8], content: &[u8]) -> Vec<u8> {
        let mut head = COST.memory.to_le_bytes().to_vec();
        head.extend(COST.passes.to_le_bytes());
        head.extend(self.salt);
        head.extend(self.nonce);
        let beside = [before, &head].concat();
        let payload = Payload {
            msg: content,
            aad: &beside,
        };
        // Neither can fail: the cost is allowed, and a backup is far shorter than the cipher's limit. If they did, the
        // file would have no content, and reading it would say that it is damaged.
        let sealed = key(self.text, &self.salt, COST).and_then(|key| {
            ChaCha20Poly1305::new(&key.into())
                .encrypt(&self.nonce.into(), payload)
                .ok()
        });
        head.extend(sealed.unwrap_or_default());
        head
    }
}

/// How long the sealed content of this length is.
pub(super) const fn length(content: usize) -> usize {
    HEAD + content + TAG
}

/// Opens what [`Passphrase::seal`] made and nothing has changed since.
pub(super) fn open(text: &str, before: &[u8], bytes: &[u8]) -> Result<Vec<u8>, BackupError> {
    let (head, sealed) = bytes.split_at_checked(HEAD).ok_or(BackupError::Damaged)?;
    let (cost, salt, nonce) = parts(head).ok_or(BackupError::Damaged)?;
    let key = key(text, &salt, cost).ok_or(BackupError::Damaged)?;
    let beside = [before, head].concat();
    let payload = Payload {
        msg: sealed,
        aad: &beside,
    };
    ChaCha20Poly1305::new(&key.into())
        .decrypt(&nonce.into(), payload)
        .map_err(|_| BackupError::WrongPassphrase)
}

fn parts(head: &[u8]) -> Option<(Cost, [u8; SALT], [u8; NONCE])> {
    let (memory, rest) = head.split_first_chunk()?;
    let (passes, rest) = rest.split_first_chunk()?;
    let (salt, nonce) = rest.split_first_chunk()?;
    let cost = Cost {
        memory: u32::from_le_bytes(*memory),
        passes: u32::from_le_bytes(*passes),
    };
    let is_allowed = cost.memory <= MOST.memory && cost.passes <= MOST.passes;
    is_allowed.then_some((cost, *salt, nonce.try_into().ok()?))
}

fn key(text: &str, salt: &[u8; SALT], cost: Cost) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    let params = Params::new(cost.memory, cost.passes, 1, Some(key.len())).ok()?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(text.as_bytes(), salt, &mut key)
        .ok()?;
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_cannot_ask_for_more_work_than_a_phone_can_do() {
        let passphrase = Passphrase {
            text: "tea",
            salt: [1; SALT],
            nonce: [2; NONCE],
        };
        let sealed = passphrase.seal(b"before", b"content");
        assert_eq!(sealed.len(), length(7));
        assert_eq!(
            open("tea", b"before", &sealed).as_deref(),
            Ok(b"content".as_slice())
        );
        for place in [3, 7] {
            let mut costly = sealed.clone();
            costly[place] = 1;
            assert_eq!(open("tea", b"before", &costly), Err(BackupError::Damaged));
        }
        assert_eq!(
            open("tea", b"Before", &sealed),
            Err(BackupError::WrongPassphrase)
        );
    }
}
