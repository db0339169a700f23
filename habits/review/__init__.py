"""What review reads back: who was met and how long ago, and what may be told of it.

Pure: entries and people go in, and what is shown comes out.
"""
