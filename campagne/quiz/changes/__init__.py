"""What happens to a question that was answered already: kinds of change, the history, a corrected key."""
