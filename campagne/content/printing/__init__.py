"""Content on paper: a page on A4, a help card on A5, a poster on A3, and the sheet of a quiz.

A sheet is a page of HTML at an address of its own below the page; a PDF is made from that same HTML and kept.
A card and a poster are always one page: what does not fit is left out by rule, and the editor is told.
"""
