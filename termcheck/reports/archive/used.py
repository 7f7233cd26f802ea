"""How a house used its terms, for the page of an archive: the terms that most needs to be known of, and all months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from ...archive.tables import Month
from .best import Best

TERMS = 120


class UsedForm(NamedTuple):
    """A form of a term: what the glossary says of it, and in how many texts of each month it stands."""

    form: str
    status: str
    texts: int
    times: int
    months: Counter[str]

    @property
    def dated(self) -> list[str]:
        """The months that it stands in, in order."""
        return sorted(filter(None, self.months))


class Term(NamedTuple):
    """A term with its forms, the most frequent first."""

    term: str
    forms: tuple[UsedForm, ...]


@dataclass
class Used:
    """The terms that are shown, those with forbidden forms first, and the first and the last month of any."""

    terms: Best[Term] = field(default_factory=lambda: Best(TERMS))
    first: str = ""
    last: str = ""

    def add(self, term: Term) -> None:
        """Add a term."""
        wrong = sum(form.texts for form in term.forms if form.status == "forbidden")
        self.terms.add((wrong, sum(form.texts for form in term.forms)), term)
        months = [month for form in term.forms for month in form.dated[:1] + form.dated[-1:]]
        self.first = min([*filter(None, [self.first]), *months], default="")
        self.last = max([self.last, *months])


def passing(usage: Iterable[Month], used: Used) -> Iterator[Month]:
    """The rows of usage as they are; their terms are added to those used."""
    for term, rows in groupby(usage, key=lambda row: row.term):
        forms: dict[tuple[str, str], UsedForm] = {}
        for row in rows:
            yield row
            old = forms.get((row.form, row.status)) or UsedForm(row.form, row.status, 0, 0, Counter())
            old.months[row.month] += row.texts
            forms[row.form, row.status] = old._replace(texts=old.texts + row.texts, times=old.times + row.times)
        used.add(Term(term, tuple(sorted(forms.values(), key=lambda form: (-form.texts, form.form)))))
