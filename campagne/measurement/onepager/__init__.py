"""One page for who decides: per goal one sheet with what we know, how sure it is, and what we do not know."""
