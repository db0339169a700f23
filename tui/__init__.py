"""How rapport looks and feels: the full-screen app."""
