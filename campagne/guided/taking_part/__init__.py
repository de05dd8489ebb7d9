"""Taking part: one thing at a time on a participant's screen, and answers that are kept, once, if they still count."""
