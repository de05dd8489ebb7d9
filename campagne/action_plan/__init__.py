"""Ten questions for an entrepreneur that end in at most five acts; nothing is kept."""
