//! Captions and photo credits, told by their own words.

use super::line::{ends_with_stop, fold, words};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// Whether a line is the caption of a picture or credits one.
pub(super) fn is_caption(line: &str) -> bool {
    let count = words(line);
    if count > 70 || line.len() > 700 {
        return false;
    }
    let folded = fold(line);
    credits_picture(&folded, line)
        || opens_as_caption(&folded, count)
        || points(&folded, line, count)
        || doubled(line)
}

/// Whether a caption is nothing but the credit of a picture: `Photo: Collected`, `Image from Harbour Maps`.
pub(super) fn is_bare_credit(line: &str) -> bool {
    let folded = fold(once(line));
    let opens = LABELS.iter().any(|l| folded.starts_with(l))
        || folded.ends_with(" photo")
        || folded.starts_with("enlarge");
    opens && (words(&folded) <= 5 || folded.starts_with("photo illustration:"))
}

/// The text of a caption once, where a page prints it twice in a row: `Harbour mapHarbour map`.
pub(super) fn once(line: &str) -> &str {
    if doubled(line) { line.get(..line.len() / 2).unwrap_or(line).trim_end() } else { line }
}

/// Words before the name of a photographer or a picture agency.
pub(super) const LABELS: [&str; 34] = [
    "photo:",
    "photos:",
    "photo by",
    "photos by",
    "photo credit",
    "photograph:",
    "photograph by",
    "photo illustration:",
    "picture:",
    "picture by",
    "pictures:",
    "image:",
    "images:",
    "image credit",
    "image source",
    "image by",
    "image from",
    "images by",
    "foto:",
    "fotos:",
    "bild:",
    "crédit photo",
    "photo :",
    "credit:",
    "credits:",
    "source photo",
    "photo courtesy",
    "courtesy of",
    "illustration:",
    "illustration by",
    "graphic:",
    "screenshot:",
    "screengrab:",
    "pic:",
];

/// Ends in a credit: `Photo: A/B`, `(AP Photo/A B)`, `REUTERS/A B`, `via Getty Images`, `file photo`.
fn credits_picture(folded: &str, line: &str) -> bool {
    // A label counts within the last twelve words, so that a sentence that mentions a photo is none.
    if let Some(at) = find_label(folded) {
        let after = words(folded.get(at..).unwrap_or(""));
        if after <= 12 && (at == 0 || !ends_with_stop(line) || line.trim_end().ends_with(')')) {
            return true;
        }
    }
    const TAILS: [&str; 18] = [
        "getty images",
        "/getty",
        "afp/getty",
        "shutterstock",
        "/reuters",
        "/afp",
        "/ap",
        "/epa",
        "via ap",
        "via reuters",
        "via afp",
        "file photo",
        "(file photo",
        "[file photo",
        "(file)",
        "ap photo",
        "stock photo",
        "news photo",
    ];
    const CODES: [&str; 6] = ["(ap photo", "(photo", "[photo", "reuters/", "photo/", "afp photo"];
    let short = words(line) <= 60;
    let tail = folded.trim_end_matches([')', ']', '.', ' ']);
    short
        && (!ends_with_stop(line) || line.trim_end().ends_with([')', ']']))
        && (TAILS.iter().any(|t| tail.ends_with(t)) || CODES.iter().any(|c| near_end(folded, c)))
}

/// Where the first label stands as words of their own.
fn find_label(folded: &str) -> Option<usize> {
    static FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(LABELS).ok());
    let starts = FINDER.as_ref()?.find_overlapping_iter(folded).map(|m| m.start());
    let stands_alone = |at: &usize| {
        let before = folded.get(..*at).and_then(|b| b.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric())
    };
    starts.filter(stands_alone).min()
}

fn near_end(folded: &str, code: &str) -> bool {
    folded.rfind(code).is_some_and(|at| words(folded.get(at..).unwrap_or("")) <= 8)
}

/// Opens as captions do: `A picture released by`, `In this photo`, `FILE -`, `Pictured:`.
fn opens_as_caption(folded: &str, count: usize) -> bool {
    const SURE: [&str; 26] = [
        "file - ",
        "file photo",
        "file image",
        "file picture",
        "pictured:",
        "pictured here",
        "pictured above",
        "photo shows",
        "photo:",
        "in this photo",
        "in this picture",
        "in this file photo",
        "in this image",
        "in this frame",
        "in this screengrab",
        "image shows",
        "in this aerial",
        "in this undated",
        "caption:",
        "picture:",
        "image:",
        "screenshot of",
        "a screengrab",
        "enlarge",
        "photo illustration",
        "illustrative image",
    ];
    if SURE.iter().any(|s| folded.starts_with(s)) {
        return true;
    }
    const THINGS: [&str; 20] = [
        "a picture",
        "a photo",
        "a photograph",
        "this picture",
        "this photo",
        "this photograph",
        "this image",
        "this handout",
        "an image",
        "a handout",
        "this undated",
        "an undated",
        "this file",
        "a file",
        "this combination",
        "a combination",
        "this satellite",
        "a satellite",
        "this aerial",
        "a still",
    ];
    const VERBS: [&str; 10] = [
        "released",
        "taken",
        "provided",
        "shows",
        "showing",
        "obtained",
        "shared",
        "made available",
        "image from",
        "photo from",
    ];
    let thing = THINGS.iter().find_map(|t| folded.strip_prefix(t));
    count <= 60
        && thing.is_some_and(|rest| {
            let near: String = rest.split(' ').take(9).collect::<Vec<_>>().join(" ");
            let names_picture = folded
                .split(' ')
                .take(5)
                .any(|w| ["picture", "photo", "photograph", "image", "handout", "still"].contains(&w));
            names_picture && VERBS.iter().any(|v| near.contains(v))
        })
}

/// Points into a picture, and is no sentence: `(left)`, `(pictured)`, `(l.)`.
fn points(folded: &str, line: &str, count: usize) -> bool {
    const MARKS: [&str; 13] = [
        "(pictured",
        "(left)",
        "(right)",
        "(centre)",
        "(center)",
        "(l)",
        "(r)",
        "(c)",
        "(l.)",
        "(r.)",
        "(above)",
        "(file)",
        "(inset)",
    ];
    count <= 45 && !ends_with_stop(line) && MARKS.iter().any(|m| folded.contains(m))
}

/// The same words twice without a break between them.
fn doubled(line: &str) -> bool {
    let (half, odd) = (line.len() / 2, line.len() % 2);
    let (Some(first), Some(second)) = (line.get(..half), line.get(half + odd..)) else { return false };
    let gap = line.get(half..half + odd).unwrap_or("");
    line.len() >= 20 && first.contains(' ') && first == second && gap.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_told_by_their_words() {
        for (line, want) in [
            ("A picture released by the port on June 3 shows the crane. Photo: Port/KNS/dpa", true),
            ("This photo provided by the town shows what it says is the flood. Photo: Town via AP", true),
            ("Photo: Collected", true),
            ("Commerce Minister Ada Vale. (Photo: Mel Brook/AP)", true),
            ("Photo Illustration: Harbour Post; photos: AP, Shutterstock", true),
            ("Map of the baysMap of the bays", true),
            ("The reporter Ivo Lund (l.) with the baker Nils Holm in Vik", true),
            ("The pond (pictured) froze twice this year", true),
            ("The pond (pictured) froze twice this year.", false),
            ("FILE - The mayor speaks in Vik on June 3, 2021.", true),
            ("(Harbour News photo)", true),
            ("Fishermen mend nets in Vik. REUTERS/Ada Vale", true),
            ("Ada Vale / Getty Images", true),
            ("She posted a photo of the boat and left.", false),
            (
                "Police released a photo: it showed two men who, they said, had robbed the bank on Monday, and asked for help.",
                false,
            ),
            ("The images were shown in court by the prosecution.", false),
            ("This image of the town as a sleepy place is wrong, the mayor said.", false),
        ] {
            assert_eq!(is_caption(line), want, "{line}");
        }
        assert!(is_bare_credit("Photo: Collected") && is_bare_credit("(Harbour News photo)"));
        assert!(!is_bare_credit("Commerce Minister Ada Vale. (Photo: Mel Brook/AP)"));
        assert_eq!(once("Map of the baysMap of the bays"), "Map of the bays");
    }
}
