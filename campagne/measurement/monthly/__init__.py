"""Monthly mail: the same figures as on the one-pager, once a month, to whoever asked for it.

Nobody gets it twice: the month is marked before the mail leaves, because a mail that left cannot be taken back. Whoever
was just being sent one when the process ended, gets none that month, and is told so in the admin.
"""
