"""What went wrong, told without a word of what somebody wrote."""

import traceback

OURS = ("campagne.", "doelgroepen.", "home.")


def fault_of(error: BaseException) -> str:
    """The class of the error and the last place in our code that it passed.

    Never its message: a database puts the values of a row in it.
    """
    places = [(frame.f_globals.get("__name__", ""), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = [place for place in places if place[0].startswith(OURS)] or places
    return f"{type(error).__name__}, {ours[-1][0]} regel {ours[-1][1]}" if ours else type(error).__name__
