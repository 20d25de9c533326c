//! The list of all diagnostics, each with its stable number, its severity and its area.

use super::Severity;

/// What a diagnostic is about; `checks:` in `site.yaml` can name a whole area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// YAML and front matter.
    Fields,
    /// References, links and addresses.
    Links,
    /// What keeps people from reading a page.
    Accessibility,
    /// Consent, names, children, and whatever else could harm someone.
    Consent,
    /// Markdown.
    Text,
    /// Site, theme and templates.
    Theme,
    /// Writing the site.
    Publishing,
    /// How a text reads.
    Wording,
    /// Whether what is said is still so.
    Freshness,
    /// Who says so.
    Sources,
    /// What was to be replaced and was not.
    Placeholders,
    /// What words mean here.
    Definitions,
    /// How much has to arrive before a page can be read.
    Weight,
}

impl Area {
    /// The word for the area in `checks:`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fields => "fields",
            Self::Links => "links",
            Self::Accessibility => "accessibility",
            Self::Consent => "consent",
            Self::Text => "text",
            Self::Theme => "theme",
            Self::Publishing => "publishing",
            Self::Wording => "wording",
            Self::Freshness => "freshness",
            Self::Sources => "sources",
            Self::Placeholders => "placeholders",
            Self::Definitions => "definitions",
            Self::Weight => "weight",
        }
    }
}

macro_rules! codes {
    ($($name:ident = $number:literal $severity:ident $area:ident $meaning:literal)*) => {
        /// Which mistake a diagnostic tells of. Numbers are never used again for something else.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $meaning] $name = $number),* }

        impl Code {
            /// Every code, by number.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// The severity unless `checks:` says otherwise.
            pub fn severity(self) -> Severity { match self { $(Self::$name => Severity::$severity),* } }

            /// What the mistake is about.
            pub fn area(self) -> Area { match self { $(Self::$name => Area::$area),* } }
        }
    };
}

codes! {
    YamlSyntax = 101 Error Fields "The YAML cannot be read."
    DuplicateKey = 102 Error Fields "The same key is written twice."
    UnknownKey = 103 Error Fields "A key that this kind does not have."
    MissingField = 104 Error Fields "A required field is missing."
    WrongType = 105 Error Fields "A value of another form than the field takes."
    UnknownChoice = 106 Error Fields "A word that is not one of the choices."
    BadDate = 107 Error Fields "Not a date, or not in the form 2026-10-14."
    EmptyValue = 108 Error Fields "Nothing is written, or YAML takes it for a comment."
    CommaList = 109 Error Fields "A list written with commas."
    PictureNotMap = 110 Error Fields "A picture without its alternative text."
    ConsentNotPlain = 111 Error Consent "Consent that does not say what was agreed."
    FrontMatterOpen = 112 Error Fields "The front matter is not closed."
    NotText = 113 Error Fields "The file is not text that can be read."
    BadAddress = 114 Error Links "Not an address that a page may link to."
    BadColour = 115 Error Fields "Not a colour."
    BadSlug = 116 Error Links "Not a single path segment."
    FieldRule = 117 Error Fields "Two fields that do not go together, or one that lacks another."
    LongDefinition = 118 Hint Text "A definition of more than two sentences."
    UnderscoreIndex = 119 Error Fields "A file that should be called index.md."
    TagSpelling = 120 Hint Fields "A tag that is spelled in two ways."
    PositionWithoutDate = 121 Warning Fields "A position without the day on which it was known."
    UnlistedInOrder = 122 Warning Fields "A principle that the set's order leaves out."
    ManyActions = 123 Hint Text "More than three actions on one campaign."
    Misnamed = 124 Warning Fields "A folder or file that should have another name."
    TwiceInOrder = 125 Warning Fields "A principle that the set's order names twice."
    UnknownReference = 201 Error Links "A reference to something that is not there."
    WrongKind = 202 Error Links "A reference to something of another kind."
    AmbiguousReference = 203 Error Links "A reference that could mean several things."
    BrokenLink = 204 Error Links "A link to a file that is not there."
    MissingAnchor = 205 Error Links "A link to a heading that is not there."
    MissingFile = 206 Error Links "A picture or file that is not there."
    AddressTaken = 207 Error Links "Two things at one address."
    SameName = 208 Error Links "Two documents of one kind with the same name."
    LinkToWithheld = 209 Warning Links "A link to something that is not published."
    AddressGone = 210 Warning Links "A page that was published and has no address now."
    OutsideGone = 211 Warning Links "A link to a page on the web that is gone."
    OutsideUnknown = 212 Hint Links "A link to a page on the web that could not be looked at."
    MenuTwice = 213 Warning Links "A page that stands in the menu twice."
    NoAltText = 301 Error Accessibility "A picture without alternative text."
    HeadingSkipped = 302 Warning Accessibility "A heading two levels below the one before."
    TooDeep = 303 Error Text "Blocks nested too deep."
    UnsafeLink = 304 Error Links "A link that could run a program or hides its host."
    RemotePicture = 305 Error Links "A picture on another host."
    UnknownFootnote = 306 Warning Text "A footnote that is not written."
    RawHtml = 307 Hint Text "HTML that is shown as text."
    UnreadLink = 308 Warning Links "A link that is shown as text."
    TemplateBraces = 309 Warning Text "A name in braces that is shown as text."
    SignsShown = 310 Warning Text "Signs that were meant as a heading or a list, and are shown."
    LetterLost = 311 Warning Text "A letter that was lost when the file was saved."
    Withheld = 401 Hint Consent "Something that is not published, and why."
    FutureDate = 402 Hint Consent "A date in the future, which holds nothing back."
    NameShown = 403 Error Consent "A name that must not be shown."
    ChildShown = 404 Error Consent "A child's name together with their picture."
    ImprintMissing = 405 Error Consent "Election material without its imprint."
    ConsentReason = 406 Warning Consent "Consent that is not needed, without a reason."
    TakenOut = 407 Warning Consent "Something taken out of the published folder."
    NameRemark = 408 Error Consent "A remark about a name where readers see it."
    NoteForbids = 409 Error Consent "A note that says no, beside consent that says yes."
    NoteCondition = 410 Warning Consent "A note that sets a condition for consent."
    NoUrl = 501 Hint Publishing "The site has no address yet."
    KindNotBuilt = 502 Hint Fields "A folder of a kind that this version does not publish."
    NoSite = 503 Error Publishing "There is no site.yaml."
    FileLeftOut = 504 Warning Publishing "A file that cannot be published."
    PictureUnreadable = 505 Error Publishing "A picture that cannot be read as one."
    PictureTellsMore = 506 Warning Consent "A picture that may tell where it was taken."
    ActiveDrawing = 507 Warning Publishing "A drawing that runs something or asks another host."
    TemplateSyntax = 601 Error Theme "A template that cannot be read."
    TemplateName = 602 Error Theme "A template that uses a name that is not there."
    TemplateRender = 603 Error Theme "A template that fails on a page."
    Style = 604 Error Theme "A stylesheet that cannot be read."
    Words = 605 Error Theme "Interface words that cannot be read."
    ThemeSettings = 606 Error Theme "A theme that is not there, or an option that it does not have."
    DataFile = 607 Error Theme "A data file that cannot be read."
    NotAtomic = 701 Warning Publishing "The folder was not replaced in one step."
    NotMinified = 703 Warning Publishing "A page published without being minified."
    AltSaysNothing = 801 Warning Accessibility "Alternative text that says nothing."
    VagueLink = 802 Warning Accessibility "A link whose words do not say where it leads."
    AddressAsWords = 803 Hint Accessibility "A web address in place of words."
    SameWords = 804 Warning Accessibility "The same words that link to different pages."
    NoTableHeader = 805 Warning Accessibility "A table without headings."
    ColourChanged = 806 Hint Accessibility "A colour that cannot be read as it is."
    LongSentence = 810 Hint Wording "A sentence of more than 25 words."
    ConsentEndsSoon = 901 Warning Consent "Consent that ends soon."
    ChildFullName = 902 Warning Consent "A child's full name."
    PhoneInStory = 903 Warning Consent "A phone number that may be somebody's own."
    HomeInStory = 904 Warning Consent "An address where someone may live."
    NotForPublication = 905 Warning Consent "Words that say that this is not to be published."
    ChildNotMarked = 906 Warning Consent "A child in a story that does not say so."
    DeadlinePassed = 1001 Warning Freshness "An active campaign whose deadline has passed."
    NoOpenAction = 1002 Warning Freshness "An active campaign with nothing to do."
    NoUpdate = 1003 Warning Freshness "An active campaign without news for three months."
    ReviewDue = 1004 Warning Freshness "A page that was to be read again."
    RoleEnded = 1005 Warning Freshness "A person whose role has ended."
    EndedAndGoingOn = 1006 Warning Freshness "A campaign with an end that goes on, or an end that is still to come."
    WonAndOpen = 1007 Warning Freshness "A campaign that is won, with a demand that is open."
    ActionLongAgo = 1008 Warning Freshness "An action whose day is before its campaign, or long ago."
    NumberWithoutSource = 1101 Hint Sources "A number that nothing says the source of."
    OldNumber = 1102 Warning Sources "A number of more than two years ago."
    StatWithoutSource = 1103 Warning Sources "A number in `stats` without its source."
    Placeholder = 1201 Warning Placeholders "Words that were to be replaced."
    ExampleAddress = 1202 Warning Placeholders "An address that is only an example."
    NoteToSelf = 1203 Warning Placeholders "A note that readers were not meant to see."
    TermTwice = 1301 Warning Definitions "A term that is defined twice."
    DefinitionCopied = 1302 Hint Definitions "A definition copied into another page."
    HeavyPage = 1401 Warning Weight "A page that weighs more than it may."
    HeavyPictures = 1402 Warning Weight "Pictures that weigh more than they may."
}

impl Code {
    /// The code of this number, as `checks:` writes it: `HB0104`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.to_string() == name)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HB{:04}", *self as u16)
    }
}
