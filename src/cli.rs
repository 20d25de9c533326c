//! The command line: what can be asked for. What is done stands in [`crate::commands`].

use crate::commands;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// Published: nothing stands in the way.
pub const SUCCESS: u8 = 0;
/// Errors in the site: nothing was published.
pub const MISTAKES: u8 = 1;
/// Wrong use, or a failing machine.
pub const FAILURE: u8 = 2;

#[derive(Parser)]
#[command(
    name = "handbill",
    version,
    about = "Turns a folder of Markdown about organising into a website",
    max_term_width = 100
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start a new site: a few questions, then a folder that you can change
    Init(Init),
    /// Show the site in your browser while you write
    Serve(Serve),
    /// Make the website from the files in a folder
    Build(Build),
    /// Look for everything that is wrong or worth a look, and write nothing
    Check(Check),
    /// Say more about a message: what it means, why it matters, how to mend it
    Explain(Explain),
    /// Mend slips in your files where only one thing can have been meant; shows every change first
    Fix(Fix),
}

/// What `handbill init` is asked for. Without a flag, its question is asked.
#[derive(clap::Args, Debug)]
pub struct Init {
    /// The folder of the new site; it is made if it is not there
    #[arg(default_value = ".", value_name = "DIR")]
    pub site: PathBuf,
    /// The name of the group
    #[arg(long)]
    pub name: Option<String>,
    /// What you are organising around, in a few words: "damp homes"
    #[arg(long, value_name = "TOPIC")]
    pub about: Option<String>,
    /// The language of your texts [default: en]
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// How to reach you: an email address, a phone number or a postal address
    #[arg(long)]
    pub contact: Option<String>,
    /// Your colour, such as a3195b; none is fine
    #[arg(long, alias = "color")]
    pub colour: Option<String>,
}

/// What every command that reads a whole site is asked for.
#[derive(clap::Args, Debug)]
pub struct Reading {
    /// The site's folder, the one with site.yaml in it
    #[arg(default_value = ".")]
    pub site: PathBuf,
    /// The address to publish under, in place of `url` in site.yaml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Take drafts in too, marked as drafts
    #[arg(long)]
    pub drafts: bool,
    /// Act as if it were this day [default: today in the site's time zone]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<jiff::civil::Date>,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// How to tell what is wrong
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What `handbill build` is asked for.
#[derive(clap::Args, Debug)]
pub struct Build {
    /// What to read.
    #[command(flatten)]
    pub reading: Reading,
    /// Where to put the website [default: public/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Write links that need no web server: for a memory stick, or to open the files themselves
    #[arg(long)]
    pub portable: bool,
    /// Make every page as small as it can be, as `minify: yes` in site.yaml does
    #[arg(long)]
    pub minify: bool,
    /// Leave out the files that have errors, as if they were drafts, and publish the rest
    #[arg(long)]
    pub leave_out_broken: bool,
}

/// What `handbill check` is asked for.
#[derive(clap::Args, Debug)]
pub struct Check {
    /// What to read.
    #[command(flatten)]
    pub reading: Reading,
    /// Ask other hosts too whether the pages that you link to are still there
    #[arg(long)]
    pub external: bool,
    /// Write down what the next volunteer must know: what ends when, who looks after what, what is to be read again
    #[arg(long, conflicts_with = "external")]
    pub handover: bool,
}

/// What `handbill explain` is asked for.
#[derive(clap::Args, Debug)]
pub struct Explain {
    /// The code of the message, such as HB0103; without it, all codes are listed
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
    /// How to tell it
    #[arg(long, value_enum, default_value_t = Telling::Text)]
    pub format: Telling,
}

/// How an explanation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Telling {
    /// For people
    Text,
    /// One object a line, for editors and other programs
    Json,
}

/// What `handbill fix` is asked for.
#[derive(clap::Args, Debug)]
pub struct Fix {
    /// The site's folder, the one with site.yaml in it
    #[arg(default_value = ".")]
    pub site: PathBuf,
    /// Show what would change, and write nothing
    #[arg(long, conflicts_with = "yes")]
    pub dry_run: bool,
    /// Write the changes without asking
    #[arg(long)]
    pub yes: bool,
}

/// What `handbill serve` is asked for.
#[derive(clap::Args, Debug)]
pub struct Serve {
    /// The site's folder, the one with site.yaml in it
    #[arg(default_value = ".")]
    pub site: PathBuf,
    /// The port to answer on; if it is taken, the next one that is free
    #[arg(long, value_name = "NUMBER", default_value_t = 4444, value_parser = clap::value_parser!(u16))]
    pub port: u16,
    /// Open the site in your browser
    #[arg(long)]
    pub open: bool,
    /// Let phones and computers in the same network look too, with a key that is made anew each time
    #[arg(long)]
    pub lan: bool,
    /// Show drafts too, marked as drafts
    #[arg(long)]
    pub drafts: bool,
    /// Show the site as if it were this day [default: today in the site's time zone]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<jiff::civil::Date>,
}

/// How messages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on standard error
    Text,
    /// One object a line, on standard output
    Json,
    /// Annotations for a workflow on GitHub, on standard output
    Github,
}

/// Runs what the arguments of the process ask for, and gives its exit code.
pub fn run() -> ExitCode {
    // Wrong use ends with code 2, help and version with 0.
    let cli = Cli::parse();
    commands::enlarge_stacks();
    let result = match &cli.command {
        Command::Init(init) => commands::init::run(init),
        Command::Serve(serve) => commands::serve::run(serve),
        Command::Build(build) => commands::build::run(build),
        Command::Check(check) => commands::check::run(check),
        Command::Explain(explain) => commands::explain::run(explain),
        Command::Fix(fix) => commands::fix::run(fix),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            eprintln!("handbill: {failure}");
            ExitCode::from(FAILURE)
        }
    }
}
