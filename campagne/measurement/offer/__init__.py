"""What we offer: per theme and group how many pages and quizzes readers find, and which were looked over in time.

Only what is live counts. One pure rule says what lacks, and the first screen, the report and the command repeat it.
"""
