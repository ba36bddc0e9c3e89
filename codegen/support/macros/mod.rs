//! What a generated type needs besides its declaration.
//!
//! Each expansion is as small as it can be, for there are thousands of them:
//! tables, access to fields by number, and one-line implementations that call
//! into the support module. Where one is expanded, `support` must name it.

#[macro_use]
mod hierarchy;
#[macro_use]
mod object;
#[macro_use]
mod setters;
#[macro_use]
mod texts;
