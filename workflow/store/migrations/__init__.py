"""The schema's migrations, run by `decisions db upgrade`."""
