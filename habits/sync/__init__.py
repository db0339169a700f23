"""Syncing: the lines of a home's logs carried to the user's other machines and back, sealed.

Every machine's home comes to hold every line; what they come to is decided by the merge of the
store alone. Its modules are imported when syncing is asked for.
"""
