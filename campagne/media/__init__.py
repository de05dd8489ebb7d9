"""Media: pictures that editors upload.

Every picture has a description for those who do not see it and says who may use it. An upload is
bounded in bytes and pixels before it is opened.
"""
