"""Campaigns, lessons and honest figures that make a region cyberweerbaar.

This package holds the configuration and the product's apps; it is no app itself.
Imports and foreign keys point down the layers that pyproject.toml lists.
"""
