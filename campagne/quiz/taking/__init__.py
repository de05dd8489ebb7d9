"""Taking a quiz: tickets, screens, and what is sent in."""
