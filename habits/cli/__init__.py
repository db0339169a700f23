"""One-shot commands: the same as in the app, in a line, without loading the app."""
