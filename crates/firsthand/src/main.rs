//! The program `firsthand`; all it does is in the library beside it, so that tests can reach it.

fn main() -> std::process::ExitCode {
    firsthand::run()
}
