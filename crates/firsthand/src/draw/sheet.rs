//! The sheet a drawing is put on: lines of words one below the other, and strokes.

use super::letters;
use crate::page::markup::text;

/// Width of drawings on a page: the narrowest phone's.
pub(super) const WIDTH: f64 = 320.0;
/// Width of a drawing that stands alone.
pub(super) const WIDE: f64 = 640.0;
/// Around a drawing that stands alone.
const MARGIN: f64 = 16.0;
/// The style of a drawing that stands alone: that of the page, with its colours.
const STYLE: &str = include_str!("alone.css");
/// Font size of names.
pub(super) const NAME: f64 = 14.0;
/// Font size of what is said about them.
pub(super) const FACT: f64 = 12.0;
/// From one line of words to the next.
const LINE: f64 = 17.0;

/// What is drawn so far.
#[derive(Debug)]
pub(super) struct Sheet {
    width: f64,
    strokes: String,
    words: String,
    /// Where the next line of words begins.
    pub(super) y: f64,
}

/// Words of one kind: their class, size and weight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand {
    pub(super) class: &'static str,
    pub(super) size: f64,
    pub(super) bold: bool,
}

/// Names of reports and agencies, days.
pub(super) const BOLD: Hand = Hand { class: "name", size: NAME, bold: true };
/// What happened.
pub(super) const PLAIN: Hand = Hand { class: "word", size: NAME, bold: false };
/// What is said about a name.
pub(super) const SMALL: Hand = Hand { class: "fact", size: FACT, bold: false };

impl Sheet {
    /// An empty sheet of this width.
    pub(super) fn new(width: f64) -> Sheet {
        Sheet { width, strokes: String::new(), words: String::new(), y: 0.0 }
    }
    /// Words from `x` to the right edge, wrapped; they lead to an address where there is one. Gives the middle of
    /// the first line, for the stroke that leads there.
    pub(super) fn words(&mut self, x: f64, words: &str, hand: Hand, address: Option<&str>) -> f64 {
        let middle = self.y + LINE / 2.0;
        let room = (self.width - x - 4.0).max(40.0);
        let mut shown = String::new();
        for line in letters::lines(words, hand.size, hand.bold, room) {
            shown.push_str(&format!(
                "<tspan x=\"{}\" y=\"{}\">{} </tspan>",
                figure(x),
                figure(self.y + 13.0),
                text(&line)
            ));
            self.y += LINE;
        }
        let element = format!("<text class=\"{}\">{shown}</text>", hand.class);
        match address {
            Some(address) => self.words.push_str(&format!("<a href=\"{}\">{element}</a>\n", text(address))),
            None => self.words.push_str(&format!("{element}\n")),
        }
        middle
    }
    /// A stroke along points.
    pub(super) fn stroke(&mut self, class: &str, points: &[(f64, f64)]) {
        let path: Vec<String> =
            points.iter().map(|(x, y)| format!("{} {}", figure(*x), figure(*y))).collect();
        self.strokes.push_str(&format!("<path class=\"{class}\" d=\"M{}\"></path>\n", path.join("L")));
    }
    /// A dot.
    pub(super) fn dot(&mut self, class: &str, x: f64, y: f64, radius: f64) {
        let (x, y, r) = (figure(x), figure(y), figure(radius));
        self.strokes
            .push_str(&format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"></circle>\n"));
    }
    /// The drawing. Where something in it leads somewhere it is a group of links, otherwise it is a picture.
    pub(super) fn svg(self, class: &str, id: &str, title: &str, description: &str) -> String {
        let height = figure(self.y.ceil() + 4.0);
        let role = if self.words.contains("<a ") { "group" } else { "img" };
        let (id, title, description) = (text(id), text(title), text(description));
        let width = figure(self.width);
        format!(
            "<svg class=\"drawing {class}\" role=\"{role}\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\" \
             viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
             <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n{}{}</svg>\n",
            self.strokes, self.words
        )
    }
    /// The drawing as a file of its own, with its style and a ground in the colour of paper.
    pub(super) fn alone(self, class: &str, title: &str, description: &str) -> String {
        let (width, height) = (figure(self.width + 2.0 * MARGIN), figure(self.y.ceil() + 2.0 * MARGIN));
        let (title, description) = (text(title), text(description));
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing {class}\" \
             aria-labelledby=\"title\" aria-describedby=\"desc\" viewBox=\"-{MARGIN} -{MARGIN} {width} {height}\" \
             width=\"{width}\" height=\"{height}\">\n<title id=\"title\">{title}</title>\n\
             <desc id=\"desc\">{description}</desc>\n<style>\n{STYLE}</style>\n\
             <rect class=\"paper\" x=\"-{MARGIN}\" y=\"-{MARGIN}\" width=\"{width}\" height=\"{height}\"></rect>\n{}{}</svg>\n",
            self.strokes, self.words
        )
    }
}

/// A number with one decimal at most.
fn figure(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    format!("{rounded}")
}
