"""Reading without internet, by a reader's own choice: what is kept of a page, how large that is, and the worker.

Nothing is kept on a device before somebody presses "Bewaar", and "Wis alles" leaves nothing. The screens are the same
for everybody: what is on a device is known to that device alone. No models, so no app.
"""
