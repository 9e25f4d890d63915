"""The composition root, and the face a host imports."""

from workflow.engine.face import Engine, load_councils, open_engine

__all__ = ["Engine", "load_councils", "open_engine"]
