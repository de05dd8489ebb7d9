"""What was answered: attempts, the counts that are kept of them, and what they add up to."""
