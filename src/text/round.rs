//! What is said where one device goes from hand to hand.

/// Where the browser keeps nothing, people have no box to answer into.
pub const NOT_HERE: &str = "This browser keeps nothing for this page, so this device cannot be handed round: the page for answering would not find the survey. Send the links instead, or open one of them here in a new tab and paste each code above.";
