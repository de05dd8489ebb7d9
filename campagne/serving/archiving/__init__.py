"""The public site as plain files, for an archive: read from a folder in any browser, without us and without a server.

What stands in it is what a reader was given on that day, made by the same site. Links lead from file to file; what is
no page (a form that is sent, the admin) leads to the site as it was. Scripts are left out, so an archived page asks and
sends nothing. `SHA256SUMS` is written last: a folder that holds it is whole, and `sha256sum -c` proves it.
"""
