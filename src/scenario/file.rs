//! Bytes on disk to text: size, encoding, and what to tell someone whose editor saved GBK.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use crate::diag::{Code, Finding, Severity, Span};

/// All codes of this file.
pub const CODES: &[&Code] = &[&NOT_UTF8, &EMPTY, &TOO_LARGE, &BINARY];

/// Saved in another encoding.
pub const NOT_UTF8: Code = Code {
    id: "D002",
    severity: Severity::Error,
    zh: "文件不是 UTF-8 编码",
    en: "the file is not UTF-8",
    why_zh: "WPS、旧版记事本会存成 GBK（ANSI）。换成 UTF-8，所有电脑看到的字才一样。",
    why_en: "WPS and old Notepad save GBK (ANSI). UTF-8 shows the same characters on every computer.",
    before: "另存为 → 编码：ANSI / GBK",
    after: "另存为 → 编码：UTF-8",
};
/// Nothing in it.
pub const EMPTY: Code = Code {
    id: "D003",
    severity: Severity::Error,
    zh: "文件是空的",
    en: "the file is empty",
    why_zh: "可能是保存时断电或者磁盘满了。",
    why_en: "Perhaps the power or the disk gave out while saving.",
    before: "（空文件）",
    after: "( id: \"…\", … )",
};
/// Larger than any scenario.
pub const TOO_LARGE: Code = Code {
    id: "D004",
    severity: Severity::Error,
    zh: "文件太大",
    en: "the file is too large",
    why_zh: "一个剧本通常不到 200 KB。超过 4 MB 多半选错了文件。",
    why_en: "A scenario is below 200 KB. Over 4 MB it is probably another file.",
    before: "movie.ron (50 MB)",
    after: "dorm-fire.ron (80 KB)",
};
/// Not a text at all.
pub const BINARY: Code = Code {
    id: "D005",
    severity: Severity::Error,
    zh: "这不是文本文件",
    en: "this is not a text file",
    why_zh: "剧本是纯文本；.docx、图片改了扩展名也不行。",
    why_en: "A scenario is plain text; a renamed .docx or picture is not.",
    before: "photo.png → photo.ron",
    after: "用记事本新建，另存为 UTF-8",
};

/// Files above this are not read.
pub const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// A file that cannot be looked at at all.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// No such path, no permission, a folder, …
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
}

/// The text of a file, or the finding that says why there is none. Bytes are returned as they are for hashing.
pub fn read_text(path: &Path) -> Result<(Vec<u8>, Result<String, Finding>), FileError> {
    let unreadable = |source| FileError::Unreadable { path: path.display().to_string(), source };
    let file = fs::File::open(path).map_err(unreadable)?;
    let meta = file.metadata().map_err(unreadable)?;
    if !meta.is_file() {
        return Err(unreadable(std::io::Error::other("not a file / 不是文件")));
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let text = decode(&bytes, meta.len());
    Ok((bytes, text))
}

/// Bytes to text.
pub fn decode(bytes: &[u8], size: u64) -> Result<String, Finding> {
    let start = Span::new(0, 1);
    if bytes.len() as u64 > MOST_BYTES {
        let mb = size.max(bytes.len() as u64).div_ceil(1024 * 1024);
        return Err(Finding::new(&TOO_LARGE, start, format!("文件有 {mb} MB，最多 4 MB"), format!("the file has {mb} MB, at most 4 MB"))
            .help("检查是不是选错了文件", "check whether it is the right file"));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Finding::new(&EMPTY, start, "文件是空的", "the file is empty")
            .help("从备份恢复，或者照手册重新写", "restore it, or begin from the guide's example"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => Err(binary(start)),
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(not_utf8(bytes, error.valid_up_to(), start)),
    }
}

fn binary(at: Span) -> Finding {
    Finding::new(&BINARY, at, "这不是文本文件", "this is not a text file")
        .help("用记事本打开看看，换成正确的文件", "open it in a text editor and see")
}

fn not_utf8(bytes: &[u8], at: usize, start: Span) -> Finding {
    if bytes.contains(&0) {
        return binary(start);
    }
    let line = bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
    let (text, _, broken) = encoding_rs::GB18030.decode(bytes);
    if broken {
        return Finding::new(&NOT_UTF8, start, format!("第 {line} 行起不是 UTF-8 编码"), format!("not UTF-8 from line {line} on"))
            .help("用记事本打开，另存为，编码选 UTF-8", "open it in a text editor and save it as UTF-8");
    }
    let sample: String = text.lines().nth(line - 1).unwrap_or("").trim().chars().take(20).collect();
    Finding::new(
        &NOT_UTF8,
        start,
        format!("文件是 GBK（ANSI）编码，第 {line} 行是“{sample}”"),
        format!("the file is saved as GBK (ANSI); line {line} reads {sample:?}"),
    )
    .help("用 WPS 或记事本打开，另存为，编码选 UTF-8", "open it, choose Save as, encoding UTF-8")
}
