//! Choices: words of which a field takes one, declared as an enum.

/// Declares an enum of words. The documentation of each word is its meaning in the reference.
macro_rules! choices {
    ($(#[$meta:meta])* $name:ident { $($(#[doc = $meaning:literal])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $meaning])* $variant),* }

        impl $name {
            /// The word as it is written.
            pub fn word(self) -> &'static str { match self { $(Self::$variant => $word),* } }
        }

        impl $crate::content::fields::Value for $name {
            fn shape() -> $crate::content::fields::Shape {
                $crate::content::fields::Shape::Choice(&[$($word),*])
            }

            fn read(node: &$crate::content::yaml::Node, reader: &mut $crate::content::fields::Reader) -> Option<Self> {
                let text = reader.text(node)?;
                match text.trim().to_lowercase().as_str() {
                    $($word => Some(Self::$variant),)*
                    _ => { reader.not_a_choice(node, &text, &[$(($word, concat!($($meaning),*))),*]);
                        None }
                }
            }

            fn placeholder() -> Self { [$(Self::$variant),*][0] }
        }
    };
}
pub(crate) use choices;
