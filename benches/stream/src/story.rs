//! A story: what happened where and to whom, how many report it and when. All of it follows from its number.

use crate::dice::Dice;
use crate::world::{self, World};

/// Kinds of news: quakes, elections, matches. Two stories of one kind use many of the same words.
const TOPICS: f64 = 240.0;
/// Stories of a size are drawn as one over its power: three in five are told once, one in a thousand by more than two hundred.
const SLOPE: f64 = 2.3;
const LARGEST: usize = 600;

/// How many reports a story has on average.
pub const MEAN: f64 = 3.3;

pub struct Story {
    pub number: u64,
    pub topic: u64,
    pub people: Vec<(String, String)>,
    pub place: String,
    pub bodies: Vec<String>,
    pub words: Vec<String>,
    pub numbers: Vec<String>,
}

/// When each report of a story comes, in days from the beginning of the stream, ascending; the first when the story
/// begins.
pub fn times(number: u64, begins: f64) -> Vec<f64> {
    let mut dice = Dice::of(&[10, number]);
    let size = dice.size(SLOPE, LARGEST);
    // Hours to days; great stories live longer.
    let longest = (0.25 + (size as f64).ln()).min(6.0);
    let lasts = 0.1 * (longest / 0.1).powf(dice.unit());
    let mut out: Vec<f64> =
        (0..size).map(|n| if n == 0 { 0.0 } else { dice.unit().powi(2) * lasts }).collect();
    out.sort_by(f64::total_cmp);
    out.into_iter().map(|t| begins + t).collect()
}

impl Story {
    pub fn of(number: u64, world: &World) -> Story {
        let mut dice = Dice::of(&[11, number]);
        Story {
            number,
            topic: dice.rank(TOPICS) as u64,
            people: (0..1 + dice.below(4)).map(|_| world::person(&mut dice, number)).collect(),
            place: world::place(&mut dice, number),
            bodies: (0..1 + dice.below(2)).map(|_| world::body(&mut dice, number)).collect(),
            words: (0..14).map(|_| world.word(300 + dice.rank(30_000.0))).collect(),
            numbers: (0..5).map(|_| (2 + dice.rank(9_000.0)).to_string()).collect(),
        }
    }

    /// A word of its kind of news.
    pub fn of_topic(&self, dice: &mut Dice, world: &World) -> String {
        let which = dice.rank(120.0) as u64;
        world.word(150 + Dice::of(&[12, self.topic, which]).below(5_500))
    }

    pub fn own_word(&self, dice: &mut Dice) -> String {
        self.words[dice.rank(self.words.len() as f64)].clone()
    }

    /// Somebody or something of the story.
    pub fn name(&self, dice: &mut Dice) -> String {
        match dice.below(5) {
            0 => self.place.clone(),
            1 => self.bodies[dice.below(self.bodies.len())].clone(),
            n => {
                let (given, surname) = &self.people[dice.rank(self.people.len() as f64)];
                if n == 2 { format!("{given} {surname}") } else { surname.clone() }
            }
        }
    }

    pub fn number(&self, dice: &mut Dice) -> String {
        if dice.chance(0.6) {
            self.numbers[dice.below(self.numbers.len())].clone()
        } else {
            (2 + dice.rank(300.0)).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_as_they_are_said_to_be() {
        let sizes: Vec<usize> = (0..200_000).map(|n| times(n, 0.0).len()).collect();
        let share =
            |fits: fn(usize) -> bool| sizes.iter().filter(|s| fits(**s)).count() as f64 / sizes.len() as f64;
        let mean = sizes.iter().sum::<usize>() as f64 / sizes.len() as f64;
        assert!((mean / MEAN - 1.0).abs() < 0.05, "{mean}");
        assert!((0.55..0.65).contains(&share(|s| s == 1)) && (0.0005..0.0015).contains(&share(|s| s > 200)));
    }
}
