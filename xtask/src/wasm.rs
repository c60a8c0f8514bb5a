//! Just enough of WebAssembly's file format to change one section of a module.

/// The section that names what a module calls.
pub(crate) const IMPORTS: u8 = 2;

/// The section that names what can be called in a module.
pub(crate) const EXPORTS: u8 = 7;

/// Bytes before the first section.
const PREAMBLE: usize = 8;

/// The module with the section `changed` as `change` makes it; `None` if it is no module.
pub(crate) fn with_section(
    module: &[u8],
    changed: u8,
    mut change: impl FnMut(&[u8]) -> Option<Vec<u8>>,
) -> Option<Vec<u8>> {
    let (preamble, mut rest) = module.split_at_checked(PREAMBLE)?;
    let mut out = preamble.to_vec();
    while let Some((kind, after)) = rest.split_first() {
        let (section, after) = bytes(after)?;
        out.push(*kind);
        if *kind == changed {
            put_bytes(&mut out, &change(section)?);
        } else {
            put_bytes(&mut out, section);
        }
        rest = after;
    }
    Some(out)
}

// Numbers are in LEB128: seven bits each, lowest first, the eighth says that more follow.
/// A number, and what follows it.
pub(crate) fn number(from: &[u8]) -> Option<(usize, &[u8])> {
    let end = from.iter().take(5).position(|byte| byte & 0x80 == 0)? + 1;
    let (number, rest) = from.split_at(end);
    let add = |sum, byte: &u8| (sum << 7) | usize::from(byte & 0x7f);
    Some((number.iter().rev().fold(0, add), rest))
}

/// Writes a number.
pub(crate) fn put_number(to: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        to.push(0x80 | u8::try_from(number & 0x7f).unwrap_or_default());
        number >>= 7;
    }
    to.push(u8::try_from(number).unwrap_or_default());
}

/// So many bytes as the number before them says, and what follows.
pub(crate) fn bytes(from: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(from)?;
    rest.split_at_checked(length)
}

/// Writes bytes after their number.
pub(crate) fn put_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, bytes.len());
    to.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for value in [0, 1, 127, 128, 300, 517_000] {
            let mut written = Vec::new();
            put_number(&mut written, value);
            assert_eq!(number(&written), Some((value, &[][..])));
        }
    }
}
