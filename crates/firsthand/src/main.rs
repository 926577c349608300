//! The program `firsthand`; all it does is in the library beside it, so that tests can reach it.

/// Where musl is linked in: its own memory has one lock for all threads.
#[cfg(target_env = "musl")]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    firsthand::run()
}
