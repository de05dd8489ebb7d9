"""Planning, in the admin: who may plan and lead, what is planned, the cards for it, and the libraries themselves.

Everybody finds only their own sessions, and asks for others in vain. What is planned changes with `update_fields`, so
that it never touches the state of a group that is under way.
"""
