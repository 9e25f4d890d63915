"""The composition root, and the face a host imports."""

from workflow.engine.engine import Engine
from workflow.engine.opening import open_engine
from workflow.register.councils import load_councils

__all__ = ["Engine", "load_councils", "open_engine"]
