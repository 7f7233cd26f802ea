"""What a fix changes in the text of an issue, shown as an editor marks it: the words that go, and those that come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from ...place import Located


class Change(NamedTuple):
    """How a fix changes the text of an issue: the words that stay on both sides, and those that go and come."""

    before: str
    old: str
    new: str
    after: str


def told(one: Located) -> tuple[Change | None, str]:
    """The change a fix makes, and the message: as far as that only says what to write, it is left out."""
    message, new = one.issue.finding.message, _applied(one)
    if _letters(new) == _letters(one.text):  # spaces and signs are better told in words
        return None, message
    for said in (f'write "{new}", not "{one.text}"', f'write "{new}"'):
        if message.startswith(said):
            message = message.removeprefix(said).lstrip(": ")
    return between(one.text, new), message


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or char in "-–—")


def between(old: str, new: str) -> Change:
    """The words that differ, between those that are the same on both sides."""
    olds, news = old.split(" "), new.split(" ")
    first = _same(olds, news)
    last = min(_same(olds[::-1], news[::-1]), len(olds) - first, len(news) - first)
    gone, come = (" ".join(words[first : len(words) - last]) for words in (olds, news))
    if not gone and not come:  # only spaces differ
        return Change("", old, new, "")
    before, after = " ".join(olds[:first]), " ".join(olds[len(olds) - last :])
    return Change(before + " " * bool(first), gone, come, " " * bool(last) + after)


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same from the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _applied(one: Located) -> str:
    """The text of an issue as its fix leaves it, with what the fix changes around it left out."""
    span, fix = one.issue.finding.span, one.issue.finding.fix
    inside = [edit for edit in (fix.edits if fix else ()) if span.covers(edit.span)]
    text, at = "", span.start
    for edit in sorted(inside):
        text += one.text[at - span.start : edit.span.start - span.start] + edit.text
        at = edit.span.end
    return text + one.text[at - span.start :]
