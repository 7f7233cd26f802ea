"""Files in batches, so that what goes to a worker is worth the way, and how much work a number of files is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from ..plan import Task
from ..readers import holds_two

FILE = 2_000  # what a file costs beside its text, in bytes of text
LEAST = 32_000  # bytes of the first batches
SHARE = 8  # a batch is at most this part of what one worker has had, so that all end at nearly the same time
PAYS = 200_000  # bytes that another process reads in the time that its start costs, and a little more


def weight(task: Task) -> int:
    """How much work a file is, in bytes of text; one that cannot be read is little."""
    return FILE + sum(size(path) for path in (task.path, task.source) if path)


def size(path: str) -> int:
    """How many bytes a file has; none where it cannot be read."""
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return 0


def in_batches(tasks: Iterable[Task], most: int, workers: int) -> Iterator[list[Task]]:
    """The tasks in order, in batches of one file or more and of at most so many bytes; none is kept.

    The first are small, so that a few files occupy all workers too.
    """
    batch: list[Task] = []
    held = sent = 0
    for task in tasks:
        more = weight(task)
        if batch and held + more > min(most, max(LEAST, sent // (SHARE * workers))):
            yield batch
            batch, held, sent = [], 0, sent + held
        batch.append(task)
        held += more
    if batch:
        yield batch


def worth(tasks: Sequence[Task], each: int = PAYS) -> int:
    """How many workers the files are worth: one, and one more for each so many bytes beside the largest of them.

    One is enough where a table outweighs the others together: that is better divided itself.
    """
    weights = [(weight(task), task.name) for task in tasks]
    largest, name = max(weights, default=(0, ""))
    rest = sum(one for one, _ in weights) - largest
    return 1 if holds_two(name) and rest < largest else min(len(tasks), 1 + rest // each)
