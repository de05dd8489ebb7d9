"""Contacts: every place to report or get help, once.

Pages refer to a ReportChannel, so a number changes in one place. Each has the day on which
somebody last checked it, and says when that is too long ago.
"""
