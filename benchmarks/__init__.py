"""How fast it is, as ratios against named yardsticks measured in the same run."""
