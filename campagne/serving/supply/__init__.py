"""Supply: what this product is made of that others made, and whether we may and should still use it.

The lock files say which packages. Nothing here asks the network but `audit`, and that says loudly when it could not.
The bill of materials follows from the lock and from what packages say of themselves: the same input, the same bytes.
"""
