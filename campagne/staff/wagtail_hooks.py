"""Hooks of the admin that concern who may do what."""

from wagtail import hooks

from campagne.staff.owned_views import OwnedDeleteBulkAction

hooks.register("register_bulk_action", OwnedDeleteBulkAction, order=1000)
