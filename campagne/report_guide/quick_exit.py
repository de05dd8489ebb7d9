"""Leaving at once: where the button "Snel weg" leads.

The weather of a public institute: everybody looks at it, it loads fast, asks nothing, advertises nothing, and nobody
who sees it on a screen wonders why. The link gives no address away (`noreferrer`); the script puts it in the place of
the page in the history. What somebody saw before stays in the history, and the page says so.
"""

NEUTRAL_SITE = "https://www.knmi.nl/"
