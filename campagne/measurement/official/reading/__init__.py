"""Tables of CBS and the police as they come: CSV, XLSX or OData in JSON, to one kind of record. Without a database.

A column is known by its titles, never by its key, and an area by its name or code. What is not known is named and
left alone; what contradicts itself makes the whole file untrustworthy. Nothing is guessed.
"""
