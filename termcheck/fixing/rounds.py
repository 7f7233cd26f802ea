"""Fixes made round by round, until there is none to make.

A round makes all fixes that do not overlap, and the text it gives is checked.
Where an issue appears that was not there, the fix beside it is taken back, to
be tried alone later; where none stands near, half of them wait for the next
round. A fix that brings an issue alone is not made, and after a number of such
fixes no more are tried alone: each costs a check. So every round has fewer
issues than the one before it, and the rounds end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence, Set
from typing import NamedTuple

from ..fix import Shift, disjoint, edits_of, replaced
from ..model import Fix, Span
from ..place import Located, Place
from .brought import brought, moved

PATIENCE = 30  # fixes that bring an issue before no more are tried alone
_NEAR = 100  # code points: a fix changes what a rule says of the words around it, seldom of the next sentence
_UNTRIED = f"it may bring an issue, as {PATIENCE} others would"


class Examined(NamedTuple):
    """What a check says of a text: its issues, open and sure; those of rules that only watch; what was accepted.

    `failed` is what kept it from seeing all: a text that cannot be read, a rule that crashed.
    """

    issues: Sequence[Located]
    watched: Sequence[Located] = ()
    accepted: Sequence[Located] = ()
    failed: Set[str] = frozenset()


class Offer(NamedTuple):
    """An issue with its fix as the file has it: the edits count from the start of the file."""

    one: Located
    fix: Fix


class Key(NamedTuple):
    """What an offer is known by from round to round: its rule, what it writes, and where its issue begins."""

    rule: str
    texts: tuple[str, ...]
    start: int


class Verdict(NamedTuple):
    """What is known of an offer: whether it is wanted; whether it is to be tried alone; why it was not made."""

    wanted: bool
    alone: bool = False
    reason: str = ""


class Text(NamedTuple):
    """A text between two rounds, and what is known of the fixes it offers."""

    text: str
    seen: Examined
    verdicts: Mapping[Key, Verdict] = {}


Look = Callable[[str], Examined]
Offers = Callable[[str, Examined], Sequence[Offer]]
Choose = Callable[[str, Sequence[Offer]], Sequence[bool]]  # given the text, which of its fixes are wanted


def fixed(text: str, seen: Examined, look: Look, offers: Offers, choose: Choose) -> Text:
    """A text with its fixes made. `look` checks one, `offers` are its fixes, `choose` says which of them are wanted.

    What was taken back may be right in the text as it has become: so all is
    tried again until nothing changes, and whoever fixes a text again changes nothing.
    """
    now = Text(text, seen)
    while True:
        done = _tried(now, look, offers, choose)
        if done.text == now.text:
            return done
        now = done._replace(verdicts={known: Verdict(one.wanted) for known, one in done.verdicts.items()})


def _tried(now: Text, look: Look, offers: Offers, choose: Choose) -> Text:
    while True:
        offered = offers(now.text, now.seen)
        now = _chosen(now, offered, choose)
        batch = _next(now, offered)
        if not batch:
            return _left(now, offered)
        now = _round(now, batch, look)


def _left(now: Text, offered: Sequence[Offer]) -> Text:
    """The text with a reason for every wanted fix that was not tried alone."""
    known = {key(offer): now.verdicts[key(offer)] for offer in offered}
    left = {at: one._replace(reason=_UNTRIED) for at, one in known.items() if one.wanted and not one.reason}
    return now._replace(verdicts={**now.verdicts, **left})


def key(offer: Offer) -> Key:
    """The key of an offer."""
    return Key(offer.one.issue.rule, tuple(edit.text for edit in offer.fix.edits), offer.one.place.start)


def _chosen(now: Text, offered: Sequence[Offer], choose: Choose) -> Text:
    """The text with a verdict on every fix it offers: those not seen before are chosen or not."""
    new = [offer for offer in offered if key(offer) not in now.verdicts]
    chosen = zip(new, choose(now.text, new), strict=True) if new else ()
    return now._replace(verdicts={**now.verdicts, **{key(offer): Verdict(wanted) for offer, wanted in chosen}})


def _next(now: Text, offered: Sequence[Offer]) -> list[Offer]:
    """The fixes of a round: all that can be made together, or one of those that are tried alone."""
    verdicts = {offer: now.verdicts[key(offer)] for offer in offered}
    wanted = [offer for offer, one in verdicts.items() if one.wanted and not one.reason]
    alone = [offer for offer in wanted if verdicts[offer].alone]
    by_fix = {offer.fix: offer for offer in wanted if not verdicts[offer].alone}
    patient = sum(bool(one.reason) for one in now.verdicts.values()) < PATIENCE
    return [by_fix[fix] for fix in disjoint(by_fix)] or alone[:patient]


def _round(now: Text, batch: Sequence[Offer], look: Look) -> Text:
    """The text with the fixes of the batch that bring no issue, and a verdict on the others."""
    verdicts = dict(now.verdicts)
    while batch:
        edits = edits_of(offer.fix for offer in batch)
        text, shift = replaced(now.text, edits), Shift(edits)
        seen = look(text)
        new = _new(now.seen, seen, batch, shift)
        failed = seen.failed - now.seen.failed
        if not new and not failed:
            moved_on = {known._replace(start=shift.start(known.start)): one for known, one in verdicts.items()}
            return Text(text, seen, moved_on)
        if len(batch) == 1:
            verdicts[key(batch[0])] = Verdict(True, reason=f"it would bring {_named(new) or min(failed)}")
            break
        blamed = _to_blame(new, batch, shift)
        verdicts.update((key(offer), Verdict(True, alone=True)) for offer in blamed)
        batch = [offer for offer in batch if offer not in blamed] if blamed else _half(batch)
    return now._replace(verdicts=verdicts)


def _named(new: Sequence[Located]) -> str:
    """The first of some issues, "" for none."""
    return next((f"{one.issue.severity} {one.issue.rule}: {one.issue.finding.message}" for one in new), "")


def _new(before: Examined, after: Examined, batch: Sequence[Offer], shift: Shift) -> list[Located]:
    """The issues that the fixes of the batch brought: those they mend account for none."""
    path = batch[0].one.issue.path
    mended = {(offer.one.issue.rule, offer.one.place) for offer in batch}

    def rest(issues: Sequence[Located]) -> list[Located]:
        return [one for one in issues if (one.issue.rule, one.place) not in mended]

    return [
        *brought(rest(before.issues), after.issues, shift, path),
        *brought(rest(before.watched), after.watched, shift, path),
    ]


def _to_blame(new: Sequence[Located], batch: Sequence[Offer], shift: Shift) -> set[Offer]:
    """The fixes beside which new issues stand, for each the nearest."""
    made = sorted((moved(edit, shift), number) for number, offer in enumerate(batch) for edit in offer.one.edits)
    blamed = set()
    for place in (one.place for one in new if one.issue.path == batch[0].one.issue.path):
        at = bisect_left(made, place.start, key=lambda one: one[0].start)
        # Edits are disjoint: the nearest is the next one before the place or behind it.
        span, number = min(made[max(0, at - 1) : at + 1], key=lambda one: _distance(place, one[0]))
        if _distance(place, span) <= _NEAR:
            blamed.add(batch[number])
    return blamed


def _half(batch: Sequence[Offer]) -> Sequence[Offer]:
    """Half of the fixes of a batch; those that write the same stay together, as far as there are others.

    A form that is changed in one place and not in the next would be an issue of its own.
    """
    alike = dict[tuple[str, ...], list[Offer]]()
    for offer in batch:
        alike.setdefault(key(offer).texts, []).append(offer)
    if len(alike) == 1:
        return batch[: len(batch) // 2]
    return [offer for group in list(alike.values())[: len(alike) // 2] for offer in group]


def _distance(place: Place, span: Span) -> int:
    """How far a place stands from a span of the same text."""
    return max(span.start - place.end, place.start - span.end, 0)
