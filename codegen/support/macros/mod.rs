//! What a generated type needs besides its declaration.
//!
//! Each expansion is as small as it can be, for there are thousands of them:
//! tables, access to fields by number, and one-line implementations that call
//! into the support module. Where one is expanded, `support` must name it.
//!
//! In a development build all functions are `inline`: what is used is compiled
//! where it is used, and kept there from build to build, and what is not used
//! costs nothing. In a release build the longer ones are compiled here, once.

#[macro_use]
mod hierarchy;
#[macro_use]
mod object;
#[macro_use]
mod setters;
#[macro_use]
mod texts;
