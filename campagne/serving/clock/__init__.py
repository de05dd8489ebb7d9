"""The clock: what must happen in time, as a list of jobs that may run twice and that one process at a time does."""
