"""The end of a run where several processes work: Ctrl-C ends each without a word, and none outlives its parent."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from threading import Thread


@contextmanager
def held() -> Iterator[None]:
    """Keep Ctrl-C back while processes are started: one that is half there would complain aloud."""
    if hasattr(signal, "pthread_sigmask"):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:
        yield


def free() -> None:
    """Let Ctrl-C reach this process, which a parent has started: it goes without a word, and with its parent."""
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _end_with_parent() -> None:
    """A parent that was killed tells nobody, and the pipes to its processes stay open: they would wait for ever."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
