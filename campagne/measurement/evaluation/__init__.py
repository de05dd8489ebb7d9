"""Campaign evaluation: what would count as a result is written down before the campaign begins, and then stands."""
