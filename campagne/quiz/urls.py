"""Addresses of a quiz being taken; the quiz page itself is a page of the site."""

urlpatterns: list = []
