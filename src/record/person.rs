//! People, and the pseudonyms under which the chain knows them.
//!
//! A plain hash of a 学号 falls in seconds (there are only ten million of them), so the pseudonym is keyed with a secret
//! of the school that lies beside the records and never leaves with an export.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use uuid::Uuid;

use super::error::StoreError;
use super::folder::Folder;
use super::hex::{hex, unhex};

/// Someone on the roster. Nothing but these four facts is kept about a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// 学号 or 工号, normalised by [`clean_id`].
    pub student_id: String,
    /// 姓名; empty for a guest.
    pub name: String,
    /// 班级
    pub class: String,
    /// 院系
    pub college: String,
    /// On the last roster.
    pub active: bool,
    /// Typed a number that no roster has named yet.
    pub guest: bool,
}

/// Who did a run, without saying who: 16 bytes that only the school's key connects to a 学号.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pseudonym(pub(super) [u8; 16]);

impl Pseudonym {
    /// For a visitor without a number: connected to nobody.
    pub(super) fn random() -> Self {
        let bytes = random_bytes();
        let mut out = [0; 16];
        out.copy_from_slice(&bytes[..16]);
        Self(out)
    }
}

impl fmt::Display for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// A 学号 as it is compared: full-width digits made plain, spaces and invisible marks gone, letters in upper case.
pub fn clean_id(typed: &str) -> String {
    let is_noise = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}');
    typed.nfkc().filter(|c| !is_noise(*c)).collect::<String>().trim_start_matches('\'').to_uppercase()
}

/// The secret behind the pseudonyms. Never shown, not even by `Debug`.
#[derive(Clone)]
pub(super) struct SchoolKey([u8; 32]);

impl fmt::Debug for SchoolKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SchoolKey(…)")
    }
}

impl SchoolKey {
    /// The pseudonym of a 学号: the first 16 bytes of HMAC-SHA-256(key, 学号).
    pub(super) fn pseudonym(&self, student_id: &str) -> Pseudonym {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(student_id.as_bytes());
        let full: [u8; 32] = mac.finalize().into_bytes().into();
        let mut out = [0; 16];
        out.copy_from_slice(&full[..16]);
        Pseudonym(out)
    }

    /// The key beside the records; made when there are no records yet. A key that is missing or another's is refused,
    /// because with it every person would become someone new.
    pub(super) fn load_or_create(folder: &Folder, conn: &Connection) -> Result<Self, StoreError> {
        let path = folder.key();
        let known = known_check(conn).map_err(|e| folder.sql(e))?;
        let key = match Self::read(&path)? {
            Some(key) => key,
            None if known.is_some() => return Err(StoreError::KeyMissing { path }),
            None => Self::create(&path)?,
        };
        match known {
            Some(check) if check != key.check() => return Err(StoreError::KeyWrong { path }),
            Some(_) => {}
            None => {
                conn.execute("INSERT INTO settings (name, value) VALUES ('key_check', ?1)", params![key.check()])
                    .map_err(|e| folder.sql(e))?;
            }
        }
        Ok(key)
    }

    /// The key, if its file is there; what is in it must be a key.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, StoreError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(StoreError::file(path, e)),
        };
        let bytes = unhex(text.trim()).and_then(|b| <[u8; 32]>::try_from(b).ok());
        bytes.map(|b| Some(Self(b))).ok_or_else(|| StoreError::KeyWrong { path: path.to_owned() })
    }

    fn create(path: &Path) -> Result<Self, StoreError> {
        let key = Self(random_bytes());
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(path).and_then(|mut file| {
            writeln!(file, "{}", hex(&key.0))?;
            file.sync_all()
        });
        written.map_err(|e| StoreError::file(path, e))?;
        Ok(key)
    }

    /// What the database keeps to recognise the key without holding it.
    fn check(&self) -> Vec<u8> {
        Sha256::new().chain_update(b"drillroom school key").chain_update(self.0).finalize().to_vec()
    }
}

fn known_check(conn: &Connection) -> rusqlite::Result<Option<Vec<u8>>> {
    conn.query_row("SELECT value FROM settings WHERE name = 'key_check'", [], |r| r.get(0)).optional()
}

/// 32 bytes nobody can guess. Each UUIDv7 brings at least 32 fresh random bits from the system, also within one
/// millisecond; twelve of them are more than the hash can hold.
fn random_bytes() -> [u8; 32] {
    let mut sum = Sha256::new();
    for _ in 0..12 {
        sum.update(Uuid::now_v7().as_bytes());
    }
    sum.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_typed() {
        for typed in ["2023010145", " 2023010145 ", "２０２３０１０１４５", "2023 0101 45", "'2023010145", "\u{feff}2023010145"] {
            assert_eq!(clean_id(typed), "2023010145", "{typed:?}");
        }
        assert_eq!(clean_id("00123x"), "00123X");
    }

    #[test]
    fn a_pseudonym_depends_on_the_key_and_on_the_number_and_on_nothing_else() {
        let (a, b) = (SchoolKey([1; 32]), SchoolKey([2; 32]));
        assert_eq!(a.pseudonym("20230101"), a.pseudonym("20230101"));
        assert_ne!(a.pseudonym("20230101"), a.pseudonym("20230102"));
        assert_ne!(a.pseudonym("20230101"), b.pseudonym("20230101"));
    }

    #[test]
    fn the_key_is_never_printed() {
        assert_eq!(format!("{:?}", SchoolKey([7; 32])), "SchoolKey(…)");
    }
}
