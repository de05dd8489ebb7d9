"""How fast what to do now is given out while an incident is told, and whether it is always whole.

All of it stands beside what the same web server reaches at best, so that the machine does not matter.
"""
