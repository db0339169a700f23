"""What rapport knows: practices, cadences, streaks, the quick-log grammar and the store."""
