"""The page of an archive: what its texts say otherwise than one another, and how its terms were used over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...archive.tables import Change
from ...archiving import ISSUES, Tally
from ...attested import Attestation
from ..archive.best import Best
from ..archive.shown import Card, Shown
from ..archive.used import Used, UsedForm
from ..provenance import Provenance
from ..summary import counted
from .page import environment, joined, policy

NAME = "archive.html"
_BAR, _HEIGHT = 2, 20  # units of a picture: the width of a month, the height of the most texts of one
_HEADS = {
    "corpus/rendering": ("Renderings", "Of one term or institution of the source, what seem to be several renderings."),
    "corpus/name": ("Names", "What seems to be one name, spelt in two ways."),
    "corpus/figure": (
        "Figures that moved",
        "What seems to be one figure of one time, with another value in another text: it was revised, or one is wrong.",
    ),
}


class Section(NamedTuple):
    """What one rule found: the cards it is sure of, and those it is not."""

    rule: str
    title: str
    lead: str
    sure: Best[Card]
    doubtful: Best[Card]


class Archive(NamedTuple):
    """What the page is given; `files` are the names of the tables; `alone` says whether rules read single texts too."""

    provenance: Provenance
    tally: Tally
    facts: int
    sections: Sequence[Section]
    used: Used
    changes: Best[Change]
    failures: Sequence[str]
    files: Mapping[str, str]
    alone: bool = True


def sections(rules: Sequence[str], shown: Shown) -> list[Section]:
    """A section for each rule that ran."""
    none = Best[Card](1)
    return [
        Section(rule, *_HEADS[rule], shown.get((rule, False), none), shown.get((rule, True), none)) for rule in rules
    ]


def render(archive: Archive) -> str:
    """The page: one file, which needs no script."""
    made, style = environment(), "\n".join((joined("style"), joined("archive_style")))
    made.globals.update(verdict=verdict, pieces=pieces, rows=rows, bars=bars, told=told, counted=counted, ISSUES=ISSUES)
    return made.get_template("archive.html").render(report=archive, style=style, policy=policy(style))


def verdict(archive: Archive) -> str:
    """What there is to mend between texts, in a sentence."""
    sure = sum(one.sure.count for one in archive.sections)
    unsure = sum(one.doubtful.count for one in archive.sections)
    if not sure + unsure:
        return "No text was found to contradict another."
    also = f"; {unsure} more may be" if unsure else ""
    return f"{counted(sure, 'contradiction')} between texts{also}."


def pieces(one: Attestation) -> tuple[str, str, str]:
    """An excerpt: what stands before the form, the form, and what stands behind it."""
    end = one.shown + len(one.written)
    return one.excerpt[: one.shown], one.excerpt[one.shown : end], one.excerpt[end:]


def rows(card: Card) -> list[Attestation]:
    """All places of a card, the oldest first."""
    return sorted((*card.places, *(one for one, _ in card.beside)), key=lambda one: (one.date, one.path))


def bars(form: UsedForm, used: Used) -> tuple[int, str]:
    """The texts of each month as bars: how wide the picture is, and the path."""
    first, most = _month(used.first), max(form.months[month] for month in form.dated)
    found = []
    for month in form.dated:
        height = max(2, round(_HEIGHT * form.months[month] / most))
        found.append(f"M{_BAR * (_month(month) - first)} {_HEIGHT}v-{height}h{_BAR}v{height}z")
    return _BAR * (_month(used.last) - first + 1), "".join(found)


def told(form: UsedForm) -> str:
    """The texts of each year in words, for whoever does not see the bars."""
    years = Counter[str]()
    for month in form.dated:
        years[month[:4]] += form.months[month]
    return "texts by year: " + ", ".join(f"{year} {count}" for year, count in years.items())


def _month(month: str) -> int:
    year, _, number = month.partition("-")
    return 12 * int(year) + int(number or 1)
