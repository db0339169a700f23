"""Screens: the places of the app."""
