//! How heavy a page may be: the budgets in `checks:` of `site.yaml`.

use crate::content::fields::{Reader, Shape, Value};
use crate::content::yaml::Node;
use crate::diagnostic::Code;

/// A weight in kilobytes, of 1,000 bytes each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kilobytes(pub u32);

impl Value for Kilobytes {
    fn shape() -> Shape {
        Shape::Text("kilobytes: 40 kB")
    }
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == ' ');
        let unit = text[number.len()..].trim();
        let sound = unit.is_empty() || unit.eq_ignore_ascii_case("kb");
        let weight = number.parse().ok().filter(|weight| sound && *weight > 0);
        if weight.is_none() {
            let help = format!("write kilobytes, as a whole number: `{}: 40 kB`", reader.key());
            reader.tell(Code::WrongType, node.span, format!("`{text}` is not a weight"), help);
        }
        weight.map(Self)
    }
    fn placeholder() -> Self {
        Self(u32::MAX)
    }
}
