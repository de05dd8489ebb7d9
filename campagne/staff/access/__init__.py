"""Access: how somebody who works on the site comes in, and what they must show besides a password.

Django-allauth does the protocols; here stand its rules. Everybody needs a second factor unless every role
they have was exempted. Whoever has not shown one sees the screens to make one, and no other page of the admin.
"""
