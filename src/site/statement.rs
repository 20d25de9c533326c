//! The pages that a site has although nobody writes them: what it does with facts about people, and whom it leaves out.

/// A page that the theme makes from `site.yaml`, unless the group has one of its own at the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Statement {
    /// What the website learns about those who read it (Regulation (EU) 2016/679, article 13).
    Privacy,
    /// Whom the website leaves out, as far as that is known (WCAG 2.2; Directive (EU) 2016/2102, article 7).
    Accessibility,
}

impl Statement {
    /// All of them, in the order in which the foot of a page links them.
    pub const ALL: [Self; 2] = [Self::Privacy, Self::Accessibility];

    /// Its part of the address, and the name of its template and of its title among the theme's words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
        }
    }

    /// The template that makes it.
    pub fn template(self) -> &'static str {
        match self {
            Self::Privacy => "privacy.html",
            Self::Accessibility => "accessibility.html",
        }
    }

    /// Where it is: `/privacy/`.
    pub fn address(self) -> &'static str {
        match self {
            Self::Privacy => "/privacy/",
            Self::Accessibility => "/accessibility/",
        }
    }

    /// The statement of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|statement| statement.name() == name)
    }
}
