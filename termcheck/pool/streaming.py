"""Files through a crew: batch after batch out, results back, as many under way as memory may hold.

A worker that dies takes its batch with it, and perhaps those of others. Then
the batches that it may have had are tried again, file by file and nothing
else beside them: only the file that brings its worker down is lost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from ..engine import Crash
from ..errors import TermcheckError
from ..plan import Task
from .batches import in_batches
from .crew import DIED, Crew, Submit, Work

if TYPE_CHECKING:
    from concurrent.futures import Future

AHEAD = 16  # batches under way for each worker: while a large file is awaited, the others have enough to do

T = TypeVar("T")


@dataclass(eq=False)
class _Sent:
    """A batch under way; what it gave, or will give."""

    batch: Sequence[Task]
    future: Future[list[Any]]


def stream(
    tasks: Iterable[Task], work: Work[T], crew: Crew, *, in_order: bool = True
) -> Iterator[tuple[Task, T | Crash]]:
    """What the work on each file gives, as soon as it is there: in the order of the files, or as they are done.

    The files may be millions: they are taken as they are needed, and nothing is kept of what was given. A file that
    brings its worker down, or on which the work fails, gives a crash. Each file is read where the work is done, so
    standard input cannot be one. Raises TermcheckError where the crew itself is lost.
    """
    batches = in_batches(tasks, crew.batch, crew.workers)
    under_way = deque[_Sent]()
    while True:
        with crew.hire(work, crew.workers) as submit:
            for sent in _broken(under_way, crew):
                sent.future = _submitted(submit, sent.batch, crew)
            try:
                yield from _results(batches, under_way, submit, crew, in_order=in_order)
            except crew.died:
                _wait(under_way)  # for those who live: who is tried again is tried alone
            else:
                return
        # Batches start in order: any of the first that were lost may have been under way when a worker died.
        suspects = _broken(under_way, crew)[: crew.workers + 1]
        found = _one_by_one([task for sent in suspects for task in sent.batch], work, crew)
        for sent in suspects:
            sent.future = _ended([*islice(found, len(sent.batch))])


def _results(
    batches: Iterator[list[Task]], under_way: deque[_Sent], submit: Submit, crew: Crew, *, in_order: bool
) -> Iterator[tuple[Task, Any]]:
    for batch in batches:
        under_way.append(_Sent(batch, _submitted(submit, batch, crew)))
        if len(under_way) >= AHEAD * crew.workers:
            yield from _next(under_way, in_order=in_order)
    while under_way:
        yield from _next(under_way, in_order=in_order)


def _next(under_way: deque[_Sent], *, in_order: bool) -> Iterator[tuple[Task, Any]]:
    """What the next batch gave. One that was lost stays under way."""
    at = 0 if in_order else _first_done(under_way)
    sent = under_way[at]
    found = sent.future.result()
    del under_way[at]
    yield from zip(sent.batch, found, strict=True)


def _first_done(under_way: deque[_Sent]) -> int:
    from concurrent.futures import FIRST_COMPLETED, wait

    done, _ = wait([sent.future for sent in under_way], return_when=FIRST_COMPLETED)
    return next(at for at, sent in enumerate(under_way) if sent.future in done)


def _wait(under_way: deque[_Sent]) -> None:
    from concurrent.futures import wait

    wait([sent.future for sent in under_way])


def _submitted(submit: Submit, batch: Sequence[Task], crew: Crew) -> Future[list[Any]]:
    """A batch sent; where all workers are gone, one that is lost."""
    try:
        return submit(batch)
    except crew.died as error:
        return _ended([], error)


def _ended(found: list[Any], error: BaseException | None = None) -> Future[list[Any]]:
    from concurrent.futures import Future

    future = Future[list[Any]]()
    if error:
        future.set_exception(error)
    else:
        future.set_result(found)
    return future


def _broken(under_way: deque[_Sent], crew: Crew) -> list[_Sent]:
    return [one for one in under_way if one.future.done() and isinstance(one.future.exception(), crew.died)]


def _one_by_one(tasks: Sequence[Task], work: Work[Any], crew: Crew) -> Iterator[Any]:
    """What each file gives, one at a time with one worker; a crash for one that brings it down."""
    left = deque(tasks)
    while left:
        with crew.hire(work, 1) as submit:
            try:
                while left:
                    (found,) = _alone(submit, left[0], crew).result()
                    yield found
                    left.popleft()
            except crew.died:
                yield Crash("", left.popleft().name, DIED)


def _alone(submit: Submit, task: Task, crew: Crew) -> Future[list[Any]]:
    try:
        return submit([task])
    except crew.died as error:
        raise TermcheckError("all workers are gone", hint="an executor that is broken stays so") from error
