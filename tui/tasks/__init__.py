"""What lines are written for, each bound to its use case."""
