"""A crew of Dask: the workers of a scheduler that is already there.

They, and the scheduler, have termcheck in the same version, and they see the
files under the same paths. The scheduler gives a batch whose worker died to others, a few times.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any

from ..errors import TermcheckError
from .crew import Crew, Submit, Work, sender

if TYPE_CHECKING:
    from distributed import Client

BATCH = 1_000_000  # bytes of text at a time: a scheduler serves many workers, and each batch costs it a millisecond
PATIENCE = 10  # seconds for the scheduler to answer
HIRING = 60  # seconds for a worker to take the work: a cluster may start workers only when there is some
FEWEST = 8  # workers there is always enough to do for, however many there are at first


@contextmanager
def dask(address: str) -> Iterator[Crew]:
    """The workers of the scheduler at an address. Raises TermcheckError where there is none, or no Dask here."""
    client = _client(address)
    try:
        from distributed.scheduler import KilledWorker

        workers = max(FEWEST, sum(client.nthreads().values()))
        yield Crew(workers, partial(_hired, client, address), (KilledWorker,), BATCH)
    finally:
        client.close(timeout=PATIENCE)


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise TermcheckError("--scheduler needs Dask", hint="pip install 'termcheck[dask]'") from None
    _silence()
    # In a thread, since whoever answers at all and then says nothing would be waited for without end.
    made = Future[Client]()
    Thread(target=_connect, args=(Client, address, made), daemon=True).start()
    try:
        return made.result(2 * PATIENCE)
    except ValueError as error:
        raise TermcheckError(f'"{address}" is no address: {error}', hint="tcp://host:8786") from None
    except (OSError, MemoryError):  # MemoryError: what came was no length of a message
        raise TermcheckError(f"the scheduler at {address} does not answer", hint="tcp://host:8786") from None


def _connect(client: type[Client], address: str, made: Future[Client]) -> None:
    try:
        made.set_result(client(address, timeout=PATIENCE, set_as_default=False))
    except Exception as error:
        made.set_exception(error)


def _silence() -> None:
    """What goes wrong is told by us in one line, and not by Dask in many."""
    import logging

    import dask

    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})


@contextmanager
def _hired(client: Client, address: str, work: Work[Any], workers: int) -> Iterator[Submit]:
    """The work goes out once. A worker has it from another, or from the scheduler where all that had it died."""
    executor = client.get_executor(pure=False)
    packed = client.submit(bytes, pickle.dumps(work), pure=False)
    try:
        executor.submit(len, packed).result(HIRING)
        yield sender(executor, packed)
    except TimeoutError:
        raise TermcheckError(f"the scheduler at {address} has no workers", hint=f"dask worker {address}") from None
    except CancelledError:
        raise TermcheckError(f"the scheduler at {address} is gone") from None
    except (ImportError, RuntimeError) as error:  # RuntimeError: the scheduler's word for it
        told = str(error).partition("\n")[0]
        raise TermcheckError(f"the scheduler at {address}: {told}", hint="it and its workers need termcheck") from None
    finally:
        executor.shutdown(wait=False)
