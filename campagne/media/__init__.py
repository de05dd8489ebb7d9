"""Media: the files that editors bring in and take out, and what the public gets of them.

A file is looked at before it is opened, and is what its name says. The public never gets an original: of a
picture it gets renditions that tell nothing of camera or place, of a document a download that runs nothing.
Every picture has a description for those who do not see it and says who may use it.
"""
