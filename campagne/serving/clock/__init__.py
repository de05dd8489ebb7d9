"""The clock: what must happen in time, as a list of jobs that may run twice and that one process at a time does.

Inside a process only the monotonic clock decides when something is due, so a wall clock that jumps an hour changes
nothing. Between processes a lease in the database decides who works. A job that fails never stops the others.
"""
