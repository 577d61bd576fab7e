//! What a writer notices when it opens the records, and what must be said loudly to the teacher.

/// Something is odd about the records or the computer; they can still be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    /// The file beside the records is gone.
    #[error(
        "有 {runs} 次演练的记录，但标记文件不见了，这台电脑可能装了还原卡，请把数据文件夹放到不还原的盘 {runs} runs are recorded but the canary file is gone: a disk-restore card may be at work; keep the data folder on a disk that is not restored"
    )]
    CanaryMissing {
        /// Runs in the records.
        runs: u64,
    },
    /// The file beside the records is of an earlier day.
    #[error(
        "标记文件停在 {canary} 次演练，记录里有 {runs} 次，这台电脑可能装了还原卡 the canary file knows {canary} runs, the records {runs}: a disk-restore card may be at work"
    )]
    CanaryOld {
        /// Runs the canary knows.
        canary: u64,
        /// Runs in the records.
        runs: u64,
    },
    /// Records that were written are no longer there.
    #[error(
        "记录变少了：写过 {canary} 条，现在只有 {entries} 条，可能被还原或替换，请找回备份 records have been lost: {canary} entries were written, {entries} are left; they were restored or replaced: look for the backup"
    )]
    RecordsLost {
        /// Entries the canary knows.
        canary: i64,
        /// Entries there are.
        entries: i64,
    },
    /// The wall clock cannot be right.
    #[error(
        "电脑的时间不对（{shown}），请校准；在此之前的演练会标上“时间存疑” the computer's clock is wrong ({shown}): set it; until then runs are marked as of doubtful time"
    )]
    ClockSuspect {
        /// What it shows, 北京时间.
        shown: String,
    },
    /// The last entries do not fit together.
    #[error(
        "第 {seq} 条附近的记录对不上，请运行 drillroom records verify the records around entry {seq} do not fit together: run drillroom records verify"
    )]
    ChainBroken {
        /// The first entry that does not fit.
        seq: i64,
    },
    /// SQLite finds its file damaged.
    #[error(
        "记录库文件有损坏（{found}），请备份后运行 drillroom records verify the record file is damaged ({found}): back it up and run drillroom records verify"
    )]
    FileDamaged {
        /// What SQLite said.
        found: String,
    },
}
