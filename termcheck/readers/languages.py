"""Which languages of a file are its source and its target."""

from __future__ import annotations

from collections.abc import Sequence

from ..lang.codes import two_letters


def language_key(code: str) -> str:
    """What a code of a file is known by: two letters, or the code itself where these say nothing."""
    return two_letters(code) or code.strip().lower()


def chosen(found: Sequence[str], wanted: tuple[str, str], source: str = "") -> tuple[str, str] | None:
    """Source and target among the languages a file holds, in its order; None where it holds fewer than two.

    The languages of the glossary are taken where the file holds both: they
    say which text is checked. Else the source is what the file calls so.
    """
    if wanted[0] != wanted[1] and {*wanted} <= {*found}:
        return wanted
    first = source if source in found else next(iter(found), "")
    other = next((one for one in found if one != first), None)
    return None if other is None else (first, other)
