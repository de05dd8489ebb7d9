"""Incident mode in the admin: raise, confirm, update, end, release what was held, and the sentences that are ready.

Every screen is shut for who may not raise an incident. The views only translate; the verbs are in `incidents.raising`.
"""
