"""Questions and quizzes from and to other programs, and answers to whoever evaluates them.

GIFT and Moodle XML hold less than a question of ours, so every question gets a line in a report: carried whole,
carried in part, or not carried and why. JSON holds everything. What comes in is looked at first, belongs to one
municipality or the region, and is always a draft. What goes out about answers holds no more than the screen shows.
"""
