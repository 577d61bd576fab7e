//! What the window asks of the C library's heap: to hand large blocks back as soon as they are freed.
//!
//! Building a place makes pictures and meshes of some megabytes on many threads and frees most of them once the graphics
//! card has them. glibc raises its mmap threshold to the largest such block and from then on keeps them, thread by thread,
//! in its arenas: 80 MB of a visit that nobody uses (benches/README.md). A threshold given from outside stays where it is.
//! It is read once, before `main`, so it can only be given by starting again. Ends where the window opens.

/// Starts the program again in the same process with the threshold set; comes back at once where there is nothing to do.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(super) fn hand_back_large_blocks() {
    use std::os::unix::process::CommandExt;

    /// glibc's own default, bytes.
    const THRESHOLD: &str = "131072";
    /// Read by glibc when a process begins; also what tells the second start from the first.
    const NAME: &str = "MALLOC_MMAP_THRESHOLD_";

    if std::env::var_os(NAME).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let mut args = std::env::args_os();
    let name = args.next().unwrap_or_else(|| program.clone().into_os_string());
    // Only comes back if it failed, and then the lab opens as it would have: memory is no reason not to teach.
    let _failed = std::process::Command::new(program).arg0(name).args(args).env(NAME, THRESHOLD).exec();
}

/// Other systems' heaps hand large blocks back by themselves.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(super) fn hand_back_large_blocks() {}
