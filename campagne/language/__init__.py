"""How hard a Dutch text is: pure rules, and the words of the editors."""
