"""The results of one quiz as its editors read them: in sentences, with their range, as far as they may be shown.

Every figure leaves through `publishable`, and says of whom it is: of who saw the question, answered, or began. Versions
stand apart; only versions of one series are ever added up. What is asked twice is compared within the same attempt.
"""
