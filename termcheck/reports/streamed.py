"""A report in JSON, written item by item, so that it need not be held whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TextIO


def write(stream: TextIO, frame: Mapping[str, Any], items: Iterable[Mapping[str, Any]], depth: int) -> None:
    """Write a report: the `frame` ends with the empty list that the items belong in, and they stand so deep."""
    import json

    encode = json.JSONEncoder(ensure_ascii=False, indent=1).encode
    head, _, tail = encode(frame).rpartition("[]")
    begin, between = "", "\n" + " " * depth  # no text in JSON has a line end in it
    stream.write(f"{head}[")
    for item in items:
        stream.write(begin + between + encode(item).replace("\n", between))
        begin = ","
    stream.write(f"{between[:-1] if begin else ''}]{tail}\n")
