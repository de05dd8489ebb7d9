"""Leading a session: the presenter's screens, the verbs behind their buttons, and the board on the wall."""
