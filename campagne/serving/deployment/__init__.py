"""What stands around this installation on its machine: nginx before it with TLS, systemd that keeps it running.

Printed from the settings, never written in place: an administrator reads it, and puts it where it belongs. Nothing in
it keeps who somebody is: no address, no page and no browser reaches a log. The site stays the one that says what is
packed, kept and allowed; what stands before it only passes on.
"""
