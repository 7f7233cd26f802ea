"""Which of the forms that the same words lead to a text is a use of."""

from __future__ import annotations

from collections.abc import Sequence

from .index import PRECEDENCE, Form, Index
from .model import Term, UseKind

Chosen = tuple[Term, str, UseKind]  # a term, and one of its forms with its kind


def chosen(index: Index, found: tuple[Sequence[int], str, bool]) -> Chosen | None:
    """The one form in the very letters of the text, else the best that can stand there.

    Given are the numbers of the forms, the text, and whether it is inflected.
    """
    numbers, written, inflected = found
    text = " ".join(written.split())  # a line end and two blanks are one blank
    forms = [*map(index.forms.__getitem__, numbers)]
    same = [form for form in forms if form.form == text]
    able = same or [form for form in forms if _fits(index.terms[form.term], form, text, inflected)]
    best = min(able, key=lambda form: PRECEDENCE[form.kind], default=None)
    return best and (index.terms[best.term], best.form, best.kind)


def _fits(term: Term, form: Form, text: str, inflected: bool) -> bool:
    if inflected and not (term.inflect and _may_inflect(form.form, text)):
        return False
    strict = form.kind in {"forbidden", "abbreviation"} or " " not in form.form
    return not strict or _capitals_kept(form.form, text)


def _may_inflect(form: str, text: str) -> bool:
    """A name does not lose its plural: "United Nations", "Cover News"."""
    return len(text) >= len(form) or form.rsplit(maxsplit=1)[-1][0].islower()


def _capitals_kept(form: str, text: str) -> bool:
    """Whether the form's capitals stand in the text: "who" is not "WHO", "national grid" not "National Grid"."""
    pairs = zip(form.replace("-", " ").split(), text.replace("-", " ").split(), strict=False)
    return all(
        mine[:2].isupper() <= its[:2].isupper() and mine[:1].isupper() <= its[:1].isupper() for mine, its in pairs
    )
