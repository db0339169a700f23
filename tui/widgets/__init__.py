"""Widgets: what is drawn. None of them knows the session."""
