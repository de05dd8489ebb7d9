"""Guessing is slowed down, and nobody is shut out by somebody else's guesses.

Tries are counted per account and per browser that came in for it before; all other browsers share one count. So who
guesses from anywhere locks the door for strangers, and its owner walks in by the browser they always use.
No address of a sender is looked at here or kept: thirty people of a library share one. After OWASP's "device cookies".
"""
