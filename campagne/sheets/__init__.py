"""Tables from and to outside.

What goes out is formula-safe: no text that a visitor typed can run as a formula in somebody's spreadsheet.
Knows no Django and no subject: rows come in as plain values, and every value is written as what it is.
"""
