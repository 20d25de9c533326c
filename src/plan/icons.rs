//! Which pictures stand for the site in a browser's tab and on a telephone's screen.

use crate::diagnostic::SitePath;
use crate::site::Site;

/// Where the drawn picture is.
pub(super) const DRAWN: &str = "favicon.svg";

/// Files that a group puts into `static/` where browsers have always looked for them; the first one is taken.
const OWN: [&str; 3] = ["favicon.svg", "favicon.png", "favicon.ico"];

/// The group's own picture for telephones.
const OWN_TOUCH: &str = "apple-touch-icon.png";

/// The group's logo: its file, and its width and height in pixels if they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Logo<'a> {
    /// The file of the site.
    pub path: &'a SitePath,
    /// Its width and height.
    pub pixels: Option<(u32, u32)>,
}

/// The output paths of the pictures that stand for the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Icons {
    /// In a browser's tab: the group's own file, else its logo, else one that is drawn.
    pub tab: String,
    /// On a telephone's screen: the group's own file, else its logo if telephones can show it.
    pub touch: Option<String>,
}

impl Icons {
    /// The pictures of a site with this logo.
    ///
    /// The logo is taken as it is: pages show it already, so that a browser has it and asks for nothing more.
    pub(super) fn of(site: &Site, logo: Option<Logo>) -> Self {
        let own = |name: &str| site.files.contains(format!("static/{name}").as_str()).then(|| name.to_owned());
        // In a tab there is room for a square, and nobody could read a long name in it.
        let logo = logo
            .filter(|logo| logo.pixels.is_none_or(|(width, height)| is_about_square(width, height)))
            .map(|logo| logo.path);
        let logo = logo.map(|path| path.strip_prefix("static/").or(path.strip_prefix("content/")).unwrap_or(path));
        let of_logo = |fits: fn(&str) -> bool| logo.filter(|path| fits(path)).map(str::to_owned);
        Self {
            tab: OWN.into_iter().find_map(own).or_else(|| of_logo(|_| true)).unwrap_or_else(|| DRAWN.to_owned()),
            touch: own(OWN_TOUCH).or_else(|| of_logo(is_photograph)),
        }
    }
}

/// Whether one side is at most half as long again as the other.
fn is_about_square(width: u32, height: u32) -> bool {
    u64::from(width.max(height)) * 2 <= u64::from(width.min(height)) * 3
}

/// Whether a file is a picture of a form that telephones and messengers show besides browsers: no drawing, nothing new.
pub fn is_photograph(path: &str) -> bool {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    matches!(end.as_str(), "png" | "jpg" | "jpeg" | "gif" | "webp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_may_be_a_little_longer_than_wide_but_no_banner() {
        assert!(is_about_square(64, 64) && is_about_square(300, 200) && is_about_square(200, 300));
        assert!(!is_about_square(301, 200) && !is_about_square(600, 120) && !is_about_square(u32::MAX, 1));
    }
}
