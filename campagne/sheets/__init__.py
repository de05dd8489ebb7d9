"""Tables and files from and to outside.

What goes out is formula-safe: no text that a visitor typed can run as a formula in somebody's spreadsheet.
What comes in is looked at before it is opened, and whatever needs a parser (XLSX, XML) is read by a child
process with little memory and little time. What cannot be read raises `Unreadable`, with Dutch words.
Knows no Django and no subject: rows are plain values, and every value is written as what it is.
"""
