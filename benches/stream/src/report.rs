//! A report: a title, a lead that says who, what and where, and sentences; some take those of an agency.

use crate::dice::Dice;
use crate::story::Story;
use crate::world::World;
use firsthand_text::Span;
use firsthand_text::report::Report;
use jiff::{ToSpan, civil};

const FIRST_DAY: civil::Date = civil::date(2025, 1, 1);
const WEEKDAYS: [&str; 7] = ["Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday"];
const SAYS: [&str; 5] = ["said", "told reporters", "announced", "warned", "confirmed"];
/// Reports without a day.
const UNDATED: f64 = 0.06;
/// Reports that take sentences of the agency.
const RELAYS: f64 = 0.4;

/// The report of a story that comes at this time.
pub fn report(story: &Story, nth: usize, time: f64, world: &World) -> Report {
    let dice = &mut Dice::of(&[20, story.number, nth as u64]);
    // From a few lines to a long read, half of them shorter than 240 words.
    let words = (240.0 * (0.6 * dice.normal()).exp()).clamp(30.0, 2_000.0) as usize;
    let taken = if dice.chance(RELAYS) { 0.4 + 0.6 * dice.unit() } else { 0.0 };
    let weekday = WEEKDAYS[time as usize % 7];
    let title = title(story, dice, world);
    let mut text = format!("{title}\n\n");
    let start = text.len();
    lead(story, weekday, dice, world, &mut text);
    let mut said = 30;
    let mut sentence_of = 0;
    while said < words {
        sentence_of += 1;
        // A sentence of the agency is the same in every report that takes it.
        let of_agency = &mut Dice::of(&[21, story.number, sentence_of]);
        said += sentence(story, if dice.chance(taken) { of_agency } else { &mut *dice }, world, &mut text);
        text.push_str(if sentence_of % 3 == 0 { "\n\n" } else { " " });
    }
    let day = (!dice.chance(UNDATED)).then(|| FIRST_DAY.saturating_add((time as i32).days()));
    let mut report = Report {
        location: format!("{}/{nth}", story.number),
        title: Some(Span::new(0, title.len())),
        body: Span::new(start, text.trim_end().len()),
        text,
        ..Report::default()
    };
    report.published.day = day;
    report.published.value = day.map(|d| d.to_string());
    report
}

fn title(story: &Story, dice: &mut Dice, world: &World) -> String {
    let mut words: Vec<String> = vec![story.name(dice)];
    for _ in 0..3 + dice.below(4) {
        words.push(match dice.below(10) {
            0..3 => story.of_topic(dice, world),
            3..5 => story.own_word(dice),
            5 => story.number(dice),
            6 => story.place.clone(),
            _ => world.any(dice, story.number),
        });
    }
    capital(&words.join(" "))
}

fn lead(story: &Story, weekday: &str, dice: &mut Dice, world: &World, text: &mut String) {
    let (given, surname) = &story.people[0];
    let who = if dice.chance(0.7) { format!("{given} {surname}") } else { story.bodies[0].clone() };
    let mut words =
        vec![who, story.of_topic(dice, world), "in".into(), story.place.clone(), "on".into(), weekday.into()];
    for _ in 0..6 + dice.below(10) {
        words.push(match dice.below(10) {
            0..2 => story.of_topic(dice, world),
            2..4 => story.own_word(dice),
            4 => story.numbers[0].clone(),
            _ => world.any(dice, story.number),
        });
    }
    text.push_str(&capital(&words.join(" ")));
    text.push_str(&format!(", {surname} {}. ", SAYS[dice.below(SAYS.len())]));
}

/// Writes a sentence; gives how many words it has.
fn sentence(story: &Story, dice: &mut Dice, world: &World, text: &mut String) -> usize {
    let count = 7 + dice.below(22);
    let mut words: Vec<String> = Vec::with_capacity(count + 3);
    for _ in 0..count {
        words.push(match dice.below(100) {
            0..12 => story.of_topic(dice, world),
            12..17 => story.own_word(dice),
            17..22 => story.name(dice),
            22 => story.number(dice),
            _ => world.any(dice, story.number),
        });
    }
    text.push_str(&capital(&words.join(" ")));
    if dice.chance(0.25) {
        let (_, surname) = &story.people[dice.below(story.people.len())];
        text.push_str(&format!(", {surname} {}", SAYS[dice.below(SAYS.len())]));
    }
    text.push('.');
    count
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
