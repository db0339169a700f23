"""The actions by where they are done, of which `tui.actions` makes one registry."""
