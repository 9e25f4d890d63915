"""The decision maker looks again: confirms, changes or rescinds."""
