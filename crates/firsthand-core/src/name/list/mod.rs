//! Words that tell what a name names: titles, roles, kinds of places and bodies, first and family names.

mod body;
mod family;
mod first;
mod office;
mod place;
mod title;

pub(super) use body::{is_before_noun, is_body_mark, is_body_noun, is_said_with_body, marks_body};
pub(super) use family::{are_one_family, is_first_family};
pub(super) use first::{are_one_first_name, is_first_name, is_womans_name};
pub(super) use office::{is_loose_role, paired, role};
pub(super) use place::{is_place_noun, is_said_with_place, is_wide, marks_place};
pub(super) use title::{is_form_of_address, is_title};
