"""Content: what people read, and where in the tree it may stand.

Every page with content is a ContentPage, so one queryset finds across kinds. A page below a
municipality is that municipality's. No public page depends on who looks at it.
"""
