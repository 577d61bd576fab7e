//! The people of the roster: the only table with names, apart from the chain so that a person can be deleted.

use rusqlite::{OptionalExtension, Row, params};

use super::error::StoreError;
use super::person::{Person, clean_id};
use super::store::Store;

const COLUMNS: &str = "student_id, name, class, college, active, guest";

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        student_id: row.get(0)?,
        name: row.get(1)?,
        class: row.get(2)?,
        college: row.get(3)?,
        active: row.get(4)?,
        guest: row.get(5)?,
    })
}

impl Store {
    /// Everyone on the roster and every guest who typed a number, in the order of their 学号.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        let list = || -> rusqlite::Result<Vec<Person>> {
            let mut ask = self.conn.prepare(&format!("SELECT {COLUMNS} FROM people ORDER BY student_id"))?;
            ask.query_map([], read)?.collect()
        };
        list().map_err(|e| self.folder.sql(e))
    }

    /// The person with this 学号, however it is typed; `None` when nobody has it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person(&self, student_id: &str) -> Result<Option<Person>, StoreError> {
        let wanted = clean_id(student_id);
        self.conn
            .query_row(&format!("SELECT {COLUMNS} FROM people WHERE student_id = ?1"), params![wanted], read)
            .optional()
            .map_err(|e| self.folder.sql(e))
    }

    /// Adds people or brings them up to date, all or none. A guest who is now on the roster keeps the earlier runs.
    ///
    /// # Errors
    /// When the store is read-only, the disk is full or the database cannot be written.
    pub fn save_people(&mut self, people: &[Person]) -> Result<(), StoreError> {
        let key = self.key()?;
        let rows: Vec<_> = people.iter().map(|p| (p, key.pseudonym(&p.student_id).0)).collect();
        self.write(|tx, _| {
            let mut put = tx.prepare_cached(
                "INSERT INTO people (student_id, name, class, college, active, guest, pseudonym)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (student_id) DO UPDATE SET name = excluded.name, class = excluded.class,
                     college = excluded.college, active = excluded.active, guest = excluded.guest",
            )?;
            for (p, pseudonym) in &rows {
                put.execute(params![p.student_id, p.name, p.class, p.college, p.active, p.guest, pseudonym])?;
            }
            Ok(())
        })
    }
}
