"""Cells: visits by theme, target group and municipality, with how we know whose visit it was; and from where they came.

A visit is never divided over groups, and no page says more than it said on the day of the visit.
"""
