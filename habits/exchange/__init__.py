"""Exchange: what other programs kept, read in, and what is kept here, written for others."""
