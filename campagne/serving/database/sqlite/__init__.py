"""Django's own SQLite, which also notices that its file was replaced.

A process that keeps a connection to a file that was moved away or overwritten would go on reading
and writing where nobody will ever look. So each request looks first whether the file is still the same.
"""
