"""What a host program imports: `open_engine`, and the engine that it gives."""

from workflow.engine.engine import Engine
from workflow.engine.opening import open_engine
from workflow.register.councils import load_councils

__all__ = ["Engine", "load_councils", "open_engine"]
