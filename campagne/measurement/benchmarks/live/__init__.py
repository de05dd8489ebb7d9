"""Guided sessions under load: all screens that poll, a step that must reach them, and answers at the same moment.

Participants here are connections, not browsers: they ask what `static/js/live.js` asks, at the same moments.
"""
