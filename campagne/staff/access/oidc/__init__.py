"""Coming in with the account that somebody has at their municipality already (OpenID Connect).

A municipality says who somebody is; whether they may come in stays ours. Nobody gets an account this way, and a
municipality speaks for addresses in its own domains alone: what happens there never opens an account of another.
"""
