//! What a command costs: the processor's time, and memory, of all processes that it starts.

use std::error::Error;
use std::process::{Command, Stdio};
use std::time::Instant;

/// The argument that makes this program measure another one.
pub(crate) const MEASURE: &str = "--measure";

/// What a command cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// Seconds of the processor, in user and kernel mode.
    pub(crate) cpu: f64,
    /// Of the largest process, in MB (10⁶ bytes).
    pub(crate) peak: f64,
    /// Seconds that passed.
    pub(crate) wall: f64,
}

/// Runs `command` and tells what it cost. The kernel counts only what children cost all together, so each command is run
/// by a process of its own, which is this program again.
pub(crate) fn measure(command: &Command) -> Result<Usage, Box<dyn Error>> {
    let mut outer = Command::new(std::env::current_exe()?);
    outer.arg(MEASURE).arg(command.get_program()).args(command.get_args()).stderr(Stdio::inherit());
    outer.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    if let Some(folder) = command.get_current_dir() {
        outer.current_dir(folder);
    }
    let output = outer.output()?;
    if !output.status.success() {
        return Err(format!("{command:?} failed").into());
    }
    let text = String::from_utf8(output.stdout)?;
    let numbers: Vec<f64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    match *numbers.as_slice() {
        [cpu, peak, wall] => Ok(Usage { cpu, peak, wall }),
        _ => Err(format!("{command:?} printed {text:?}").into()),
    }
}

/// The other side of [`measure`]: runs what the arguments say and prints three numbers.
pub(crate) fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let program = arguments.next().ok_or("nothing to measure")?;
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output()?;
    let wall = start.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let (cpu, peak) = children()?;
    println!("{cpu} {peak} {wall}");
    Ok(())
}

/// The processor's seconds, and MB of the largest, of all processes that this one started.
#[cfg(unix)]
fn children() -> Result<(f64, f64), Box<dyn Error>> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;

    let seconds = |time: TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    // The kernel counts kilobytes of 1,024 bytes.
    let peak = usage.max_rss() as f64 * 1024.0 / 1e6;
    Ok((seconds(usage.user_time()) + seconds(usage.system_time()), peak))
}

#[cfg(not(unix))]
fn children() -> Result<(f64, f64), Box<dyn Error>> {
    Err("only Unix tells what processes cost".into())
}
