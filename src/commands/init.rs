//! `handbill init`: a small true site to begin with, made from five answers. It never overwrites anything.

mod answers;
mod questions;
mod starter;

pub use answers::Answers;
pub use starter::files;

use super::Failed;
use crate::cli::{Init, SUCCESS};
use std::fs::{self, File};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What shows the new site while it is written, for whoever stands in its folder.
pub const SERVE: &str = "handbill serve --open";
/// What makes the website that goes online.
pub const BUILD: &str = "handbill build";

/// Makes a site.
///
/// # Errors
/// Wrong use, such as a folder that holds a site already, or a failing machine.
pub fn run(args: &Init) -> Result<u8, Failed> {
    let paths: Vec<&str> = starter::paths().collect();
    refuse_to_overwrite(&args.site, &paths)?;
    let answers = if io::stdin().is_terminal() && io::stderr().is_terminal() {
        questions::ask(args)?
    } else {
        questions::take(args)?
    };
    let files = files(&answers);
    write_all(&args.site, &files)?;
    let folder = args.site.display();
    println!("Made a site for {} in {folder}: {} files, all yours to change.", answers.name, files.len());
    println!("\nNext, look at it in your browser:\n\n    {}", next_command(&args.site));
    println!("\nThen open {} in a text editor.", args.site.join("content/changing-this-site.md").display());
    Ok(SUCCESS)
}

/// The command that comes next.
fn next_command(site: &Path) -> String {
    if site == Path::new(".") { SERVE.to_owned() } else { format!("{SERVE} {}", quoted(site)) }
}

/// A path as a shell takes it for one word.
pub(super) fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/\\._-:".contains(c);
    if !path.is_empty() && !path.starts_with('-') && path.chars().all(plain) {
        path
    } else if cfg!(windows) {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

/// Fails if a file is there that would be written, or something that is no folder stands where one is needed.
fn refuse_to_overwrite(folder: &Path, paths: &[&str]) -> Result<(), Failed> {
    if there(folder) && !folder.is_dir() {
        return Err(Failed::new(format!("{} is no folder, so nothing was written", folder.display())));
    }
    let in_the_way: Vec<String> = paths
        .iter()
        .filter_map(|path| {
            let outer = Path::new(path).ancestors().skip(1).filter(|outer| !outer.as_os_str().is_empty());
            let blocked = outer.map(|outer| folder.join(outer)).find(|outer| there(outer) && !outer.is_dir());
            blocked.or_else(|| Some(folder.join(path)).filter(|path| there(path)))
        })
        .map(|path| path.display().to_string())
        .collect();
    match in_the_way.as_slice() {
        [] => Ok(()),
        [settings, ..] if there(&folder.join("site.yaml")) => Err(Failed::new(format!(
            "there is a site already: {settings}. Nothing was written. Choose another folder: `handbill init our-site`"
        ))),
        [path] => Err(Failed::new(format!(
            "{path} is there already, so nothing was written. Choose another folder: `handbill init our-site`"
        ))),
        paths => Err(Failed::new(format!(
            "these are there already, so nothing was written:\n  {}\nChoose another folder: `handbill init our-site`",
            paths.join("\n  ")
        ))),
    }
}

/// Whether anything has this name, a link that leads nowhere too.
fn there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Writes all files, or none: what was written is taken away again when one of them fails.
fn write_all(folder: &Path, files: &[(&str, String)]) -> Result<(), Failed> {
    let mut written: Vec<PathBuf> = vec![];
    for (path, text) in files {
        let path = folder.join(path);
        if let Err(error) = write_new(&path, text, &mut written) {
            for path in &written {
                // It was ours a moment ago; if it cannot be removed, the error below says enough.
                let _ = fs::remove_file(path);
            }
            return Err(Failed::new(format!("cannot write {}: {error}", path.display())));
        }
    }
    Ok(())
}

/// Writes one file that is not there yet, and notes it once it is.
fn write_new(path: &Path, text: &str, written: &mut Vec<PathBuf>) -> io::Result<()> {
    if let Some(outer) = path.parent() {
        fs::create_dir_all(outer)?;
    }
    let mut file = File::create_new(path)?;
    written.push(path.to_owned());
    file.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_for_a_shell() {
        assert_eq!(quoted(Path::new("our-site")), "our-site");
        if cfg!(unix) {
            assert_eq!(quoted(Path::new("Dan's site")), "'Dan'\\''s site'");
            assert_eq!(quoted(Path::new("-x")), "'-x'");
        }
    }

    #[test]
    fn the_next_command_names_the_folder_unless_it_is_this_one() {
        assert_eq!(next_command(Path::new("our-site")), format!("{SERVE} our-site"));
        assert_eq!(next_command(Path::new(".")), SERVE);
    }
}
