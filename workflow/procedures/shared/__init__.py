"""What several procedures ask: who acts, in which state, and what is on record already."""
