//! A student's inputs as bytes: small enough to keep half a million of them, exact enough to replay.
//!
//! Each input is the ticks since the last one (LEB128) and a code with its payload.

use super::action::{Action, Posture};

/// Inputs by tick.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tape {
    /// In the order they were given.
    pub inputs: Vec<(u32, Action)>,
    /// The tick at which the recording ended.
    pub end: u32,
}

/// Bytes that are no tape.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the recorded inputs break off or are damaged at byte {0}")]
pub struct TapeError(pub usize);

impl Tape {
    /// To bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.inputs.len() * 4 + 8);
        let mut last = 0;
        for (tick, action) in &self.inputs {
            number(tick.saturating_sub(last), &mut out);
            last = *tick;
            write(*action, &mut out);
        }
        number(self.end.saturating_sub(last), &mut out);
        out.push(END);
        out
    }

    /// From bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, TapeError> {
        let mut tape = Self::default();
        let mut at = 0;
        let mut tick = 0_u32;
        loop {
            tick = tick.checked_add(read_number(bytes, &mut at)?).ok_or(TapeError(at))?;
            let code = byte(bytes, &mut at)?;
            if code == END {
                tape.end = tick;
                return if at == bytes.len() { Ok(tape) } else { Err(TapeError(at)) };
            }
            tape.inputs.push((tick, read(code, bytes, &mut at)?));
        }
    }
}

const END: u8 = 255;

fn number(mut n: u32, out: &mut Vec<u8>) {
    while n >= 0x80 {
        out.push((n & 0x7f) as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

fn read_number(bytes: &[u8], at: &mut usize) -> Result<u32, TapeError> {
    let mut n = 0_u32;
    for shift in [0, 7, 14, 21, 28] {
        let b = byte(bytes, at)?;
        n |= u32::from(b & 0x7f) << shift;
        if b & 0x80 == 0 {
            return Ok(n);
        }
    }
    Err(TapeError(*at))
}

fn byte(bytes: &[u8], at: &mut usize) -> Result<u8, TapeError> {
    let b = *bytes.get(*at).ok_or(TapeError(*at))?;
    *at += 1;
    Ok(b)
}

fn write(action: Action, out: &mut Vec<u8>) {
    match action {
        Action::Walk { forward, right } => out.extend([0, forward.cast_unsigned(), right.cast_unsigned()]),
        Action::Turn(yaw) => {
            out.push(1);
            out.extend(yaw.to_be_bytes());
        }
        Action::Posture(p) => out.extend([2, p as u8]),
        Action::Use(down) => out.extend([3, u8::from(down)]),
        Action::Pick(n) => out.extend([4, n]),
        Action::Next => out.push(5),
        Action::Mark(n) => out.extend([6, n]),
        Action::Submit => out.push(7),
        Action::Judge(said) => out.extend([8, u8::from(said)]),
        Action::Answer(n) => out.extend([9, n]),
        Action::Leave => out.push(10),
    }
}

fn read(code: u8, bytes: &[u8], at: &mut usize) -> Result<Action, TapeError> {
    let mut next = || byte(bytes, at);
    Ok(match code {
        0 => Action::Walk { forward: next()?.cast_signed(), right: next()?.cast_signed() },
        1 => Action::Turn(u16::from_be_bytes([next()?, next()?])),
        2 => Action::Posture(match next()? {
            0 => Posture::Stand,
            1 => Posture::Crouch,
            2 => Posture::Crawl,
            _ => return Err(TapeError(*at)),
        }),
        3 => Action::Use(next()? != 0),
        4 => Action::Pick(next()?),
        5 => Action::Next,
        6 => Action::Mark(next()?),
        7 => Action::Submit,
        8 => Action::Judge(next()? != 0),
        9 => Action::Answer(next()?),
        10 => Action::Leave,
        _ => return Err(TapeError(*at)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn action() -> impl Strategy<Value = Action> {
        prop_oneof![
            (any::<i8>(), any::<i8>()).prop_map(|(forward, right)| Action::Walk { forward, right }),
            (0_u16..4096).prop_map(Action::Turn),
            any::<bool>().prop_map(Action::Use),
            any::<u8>().prop_map(Action::Pick),
            Just(Action::Next),
            Just(Action::Posture(Posture::Crawl)),
            any::<u8>().prop_map(Action::Answer),
            Just(Action::Leave),
        ]
    }

    proptest! {
        #[test]
        fn a_tape_comes_back_as_it_was(steps in proptest::collection::vec((0_u32..100_000, action()), 0..60), tail in 0_u32..1000) {
            let mut tick = 0;
            let inputs: Vec<_> = steps.into_iter().map(|(d, a)| { tick += d; (tick, a) }).collect();
            let tape = Tape { inputs, end: tick + tail };
            prop_assert_eq!(Tape::from_bytes(&tape.to_bytes()), Ok(tape));
        }

        #[test]
        fn a_cut_or_foreign_tape_is_an_error_and_never_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = Tape::from_bytes(&bytes);
            let tape = Tape { inputs: vec![(7, Action::Pick(2)), (900, Action::Next)], end: 950 }.to_bytes();
            for cut in 0..tape.len() {
                prop_assert!(Tape::from_bytes(&tape[..cut]).is_err());
            }
        }
    }
}
