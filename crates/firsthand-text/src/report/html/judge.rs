//! What one block is, by the elements it stands in and by its own words.

use super::class::Class;
use super::region::{Place, Region};
use crate::page::Role;
use crate::report::line::{Label, Line};
use crate::report::{Why, byline, caption, credit_line, residue, text};

/// Most words of a caption that only its element calls one.
const CAPTION: usize = 120;

/// Judges one block.
pub(super) fn judged(line: &Line<'_>, place: Place, region: &Region) -> Label {
    let role = line.block.role;
    if place.class == Class::Caption || role == Role::Caption {
        return captioned(line, place);
    }
    if let Class::Cut(why) = place.class {
        return Label::Cut(why);
    }
    match role {
        Role::Control => return Label::Cut(Why::Form),
        Role::Time => return Label::Cut(Why::Date),
        _ => {}
    }
    if !place.inside && !place.near {
        return Label::Cut(Why::Navigation);
    }
    let text = line.text();
    if place.class == Class::Post {
        let control = residue::why(text).filter(|w| !matches!(w, Why::Tags | Why::Address | Why::Residue));
        return control.map_or(Label::Open, Label::Cut);
    }
    let linked = line.block.link_share;
    let is_heading = matches!(role, Role::Heading(_));
    if line.words < 60 && (linked > 0.75 && line.words < 40 && !is_heading || linked > 0.9 && line.words > 2)
    {
        return Label::Cut(Why::Related);
    }
    if role == Role::Table && !region.in_tables && !line.is_prose() {
        return Label::Cut(Why::Table);
    }
    if line.words <= 45 || caption::is_caption(text) {
        let own = text::by_itself(line);
        let heading_of_story = is_heading && own == Label::Open;
        // Who else worked on a story is told inside of it, below its last sentence.
        if own == Label::Cut(Why::Credit) && credit_line::tells_of_work(text) {
            return Label::Open;
        }
        if own != Label::Open && !heading_of_story {
            return own;
        }
    }
    if place.inside || place.class == Class::Standfirst {
        return Label::Open;
    }
    // Above the story and in no way told: what of it is a standfirst is found once the story is known.
    Label::Above
}

/// A block in an element of captions.
fn captioned(line: &Line<'_>, place: Place) -> Label {
    match place.class {
        Class::Cut(why) if !place.held => Label::Cut(why),
        Class::Cut(why @ (Why::Related | Why::Comments | Why::Form | Why::Newsletter)) => Label::Cut(why),
        _ if !place.held => Label::Cut(Why::Navigation),
        _ if line.words > CAPTION => Label::Open,
        _ if line.block.role != Role::Caption && byline::byline(line.text()).is_some() => {
            Label::Cut(Why::Byline)
        }
        _ if line.words == 0 => Label::Cut(Why::Gallery),
        _ => Label::Caption,
    }
}
