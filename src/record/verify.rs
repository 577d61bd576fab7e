//! The audit: does the chain hold, is the content what it was, and does every run give the same score again?

use super::chain::Head;
use super::error::StoreError;
use super::guard::Canary;
use super::hex::hex;
use super::model::RunId;
use super::store::Store;
use super::walk::walk;
use crate::scenario::content_hash;

/// How many runs are played again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// Every one.
    All,
    /// About so many, spread evenly and always the same ones.
    Of(u32),
}

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Entries are missing.
    #[error("第 {after} 条之后直接是第 {found} 条 after entry {after} comes entry {found}")]
    Gap {
        /// The last entry before the gap.
        after: i64,
        /// The first one behind it.
        found: i64,
    },
    /// The body is not the one that was written.
    #[error("第 {seq} 条的内容被改过 the body of entry {seq} was changed")]
    BodyChanged {
        /// Entry.
        seq: i64,
    },
    /// Time, station, kind or run are not those that were written.
    #[error("第 {seq} 条的时间、机位或编号被改过 time, station or run of entry {seq} were changed")]
    Changed {
        /// Entry.
        seq: i64,
    },
    /// The entry does not follow the one before it.
    #[error("第 {seq} 条和前一条接不上 entry {seq} does not follow the one before it")]
    Unlinked {
        /// Entry.
        seq: i64,
    },
    /// The run was given to someone else.
    #[error("第 {seq} 条的演练换了人 the run of entry {seq} was given to someone else")]
    OwnerChanged {
        /// Entry.
        seq: i64,
    },
    /// The entry cannot be read.
    #[error("第 {seq} 条读不出来 entry {seq} cannot be read")]
    Unreadable {
        /// Entry.
        seq: i64,
    },
    /// The file cannot be read further.
    #[error("第 {after} 条之后的文件坏了（{found}） the file is damaged after entry {after} ({found})")]
    Damaged {
        /// The last entry that could be read.
        after: i64,
        /// What SQLite said.
        found: String,
    },
    /// A body is gone and no entry says that it was purged.
    #[error("第 {seq} 条的内容被删了，却没有清除记录 the body of entry {seq} is gone and no purge says so")]
    UnauditedPurge {
        /// Entry.
        seq: i64,
    },
    /// The end of the chain is gone or another.
    #[error("写到过第 {seq} 条，现在的结尾对不上，尾部可能被删或重写 entry {seq} was written once; the end was cut off or rewritten")]
    TailChanged {
        /// The last entry the canary knows.
        seq: i64,
    },
    /// The kept scenario or place is not the one that was played.
    #[error("内容 {hash} 被改过 the kept content {hash} was changed")]
    ContentChanged {
        /// Content hash.
        hash: String,
    },
    /// A run cannot be played again although the rules are the same.
    #[error("演练 {run} 无法重算：{why} run {run} cannot be played again: {why}")]
    NoReplay {
        /// Run.
        run: RunId,
        /// What is missing.
        why: &'static str,
    },
    /// A run gives another result than was recorded.
    #[error("演练 {run} 重算的结果不同：{what} run {run} gives another result: {what}")]
    Differs {
        /// Run.
        run: RunId,
        /// What was recorded and what came out.
        what: String,
    },
}

impl Problem {
    /// The entry it is about, if it is about one.
    pub fn seq(&self) -> Option<i64> {
        match self {
            Self::Gap { found, .. } => Some(*found),
            Self::Damaged { after, .. } => Some(*after),
            Self::BodyChanged { seq }
            | Self::Changed { seq }
            | Self::Unlinked { seq }
            | Self::OwnerChanged { seq }
            | Self::Unreadable { seq }
            | Self::UnauditedPurge { seq }
            | Self::TailChanged { seq } => Some(*seq),
            Self::ContentChanged { .. } | Self::NoReplay { .. } | Self::Differs { .. } => None,
        }
    }
}

/// What an audit found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Entries walked.
    pub entries: u64,
    /// Runs begun among them.
    pub runs: u64,
    /// The last entry's number and hash, hexadecimal; `None` when there are no entries.
    pub head: Option<(i64, String)>,
    /// Entries whose body was purged in order.
    pub purged: u64,
    /// Runs played again.
    pub recomputed: u64,
    /// Runs recorded under other rules, which this program does not judge.
    pub other_rules: u64,
    /// Everything that is not as it was written.
    pub problems: Vec<Problem>,
}

impl VerifyReport {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

impl Store {
    /// Walks the whole chain and the kept content; with a sample, also plays runs again and compares their results.
    ///
    /// # Errors
    /// When the database cannot be asked at all. What is wrong in it is in the report.
    pub fn verify(&self, recompute: Option<Sample>) -> Result<VerifyReport, StoreError> {
        // First the canary: a writer may add entries while we read, and they must not look lost.
        let canary = Canary::read(&self.folder);
        let walked = walk(&self.conn, Head::NONE).map_err(|e| self.folder.sql(e))?;
        let mut report = VerifyReport {
            entries: walked.entries,
            runs: walked.runs,
            head: (walked.entries > 0).then(|| (walked.head.seq, hex(&walked.head.hash))),
            problems: walked.problems,
            ..VerifyReport::default()
        };
        // A body is purged once, so the ranges do not overlap: the last one that begins at or before an entry decides.
        let mut ranges = walked.purged;
        ranges.sort_unstable();
        let is_audited = |seq: i64| {
            let after = ranges.partition_point(|(first, _)| *first <= seq);
            after > 0 && ranges[after - 1].1 >= seq
        };
        let (audited, bare): (Vec<i64>, Vec<i64>) = walked.bare.iter().partition(|seq| is_audited(**seq));
        report.purged = audited.len() as u64;
        report.problems.extend(bare.into_iter().map(|seq| Problem::UnauditedPurge { seq }));
        self.check_end(canary.as_ref(), &mut report)?;
        self.check_content(&mut report)?;
        if let Some(sample) = recompute {
            self.recompute(sample, &mut report)?;
        }
        Ok(report)
    }

    /// A chain cannot show that its end was cut off; the canary remembers how far it went.
    fn check_end(&self, canary: Option<&Canary>, report: &mut VerifyReport) -> Result<(), StoreError> {
        let Some(canary) = canary.filter(|c| c.seq > 0) else { return Ok(()) };
        let mut ask = self.conn.prepare("SELECT hash FROM entries WHERE seq = ?1").map_err(|e| self.folder.sql(e))?;
        let found: Option<Vec<u8>> = ask.query_row([canary.seq], |r| r.get(0)).ok();
        if found.is_none_or(|hash| hex(&hash) != canary.hash) {
            report.problems.push(Problem::TailChanged { seq: canary.seq });
        }
        Ok(())
    }

    fn check_content(&self, report: &mut VerifyReport) -> Result<(), StoreError> {
        let mut ask =
            self.conn.prepare("SELECT hash, scenario_bytes, place_bytes FROM content ORDER BY hash").map_err(|e| self.folder.sql(e))?;
        let mut rows = ask.query([]).map_err(|e| self.folder.sql(e))?;
        while let Some(row) = rows.next().map_err(|e| self.folder.sql(e))? {
            let hash: String = row.get(0).map_err(|e| self.folder.sql(e))?;
            let scenario: Vec<u8> = row.get(1).map_err(|e| self.folder.sql(e))?;
            let place: Vec<u8> = row.get(2).map_err(|e| self.folder.sql(e))?;
            if content_hash(&scenario, &place) != hash {
                report.problems.push(Problem::ContentChanged { hash });
            }
        }
        Ok(())
    }
}
