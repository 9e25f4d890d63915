"""Hold that something is done at once, on a busy machine too."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import thread_time


@contextmanager
def at_once(seconds: float = 1) -> Iterator[None]:
    """Hold that what is done here takes this many seconds on a machine of our own, or little more.

    What counts is the processor's time of this thread: waiting for other programs is no fault of
    ours. Other work slows it two and three times, so ten times is allowed: what grows with the
    square of its input takes a hundred times and more.
    """
    began = thread_time()
    yield
    took = thread_time() - began
    assert took < 10 * seconds, f"{took:.1f} s of processor time"
