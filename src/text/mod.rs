//! Every word that a person reads, one file for each screen.
//!
//! Plain constants and functions instead of one struct of words for each language: the compiler still finds a
//! missing one, the linker leaves out what a build does not use, and a second language would be a second folder
//! behind the same names.

pub mod answer;
pub mod article;
pub mod bad;
pub mod benchmark;
pub mod camera;
pub mod card;
pub mod carried;
pub mod collect;
pub mod common;
pub mod deck;
pub mod detail;
pub mod device;
pub mod dimension;
pub mod files;
pub mod finding;
pub mod gather;
pub mod hand_in;
pub mod home;
pub mod how;
pub mod links;
pub mod meeting;
pub mod moves;
pub mod of_ten;
pub mod over;
pub mod receipt;
pub mod results;
pub mod round;
pub mod scale;
pub mod spread;
pub mod start;
pub mod table;
pub mod this_group;
pub mod topic;
pub mod views;
pub mod wave;
pub mod ways;
