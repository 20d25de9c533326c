//! The nearest of the known names, for "did you mean".

/// So many letters of a name that another one begins with are no chance: `uppercase` for `upper`.
const BEGINNING: usize = 4;

/// The known name that someone probably meant, if one is near enough.
pub(super) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let known: Vec<&str> = known.into_iter().collect();
    let begins = |candidate: &&&str| candidate.len() >= BEGINNING && lower.starts_with(**candidate);
    let beginning = known.iter().filter(begins).max_by_key(|candidate| candidate.len()).copied();
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .min()
        .map(|(_, candidate)| candidate)
        .or(beginning)
}

/// The sentence to put under a message, if a name is near.
pub(super) fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(name, known).map(|near| format!("Did you mean `{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_the_name_and_a_stranger_does_not() {
        assert_eq!(nearest("dat", ["date", "number"]), Some("date"));
        assert_eq!(nearest("paragraph", ["paragraphs", "lines"]), Some("paragraphs"));
        assert_eq!(nearest("uppercase", ["lower", "upper"]), Some("upper"));
        assert_eq!(nearest("weather", ["date", "number"]), None);
    }
}
