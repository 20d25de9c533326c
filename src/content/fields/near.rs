//! The nearest of some words, for "did you mean": a guess, while [`super::slips`] says what is certain.

/// The candidate that someone who typed `text` most probably meant, if one is near.
pub fn nearest<'c>(text: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let text = text.to_lowercase();
    let near = candidates.filter_map(|candidate| {
        let lower = candidate.to_lowercase();
        may_be_near(&text, &lower).then(|| (strsim::damerau_levenshtein(&text, &lower), candidate))
    });
    let (distance, candidate) = near.min_by_key(|(distance, _)| *distance)?;
    let length = text.chars().count().min(candidate.chars().count());
    let allowed = if length < 3 { 0 } else { (length / 3).clamp(1, MOST_SLIPS) };
    (distance <= allowed).then_some(candidate)
}

/// More slips than this are another word, however long it is.
const MOST_SLIPS: usize = 4;

/// Whether two texts may be [`MOST_SLIPS`] apart at most, which a count of their letters tells sooner than a comparison:
/// a slip changes two of the counts by one, or one of them.
fn may_be_near(one: &str, other: &str) -> bool {
    let mut counts = [0_i32; 64];
    for c in one.chars() {
        counts[c as usize % 64] += 1;
    }
    for c in other.chars() {
        counts[c as usize % 64] -= 1;
    }
    counts.iter().map(|count| count.unsigned_abs() as usize).sum::<usize>() <= 2 * MOST_SLIPS
}
