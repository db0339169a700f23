"""Dialogs: what is asked or shown over a screen."""
