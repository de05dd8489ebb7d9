"""Official figures: what CBS and the police published about our regions, and the goals that lean on them."""
