"""Which languages of a file are its source and its target."""

from __future__ import annotations

from collections.abc import Sequence

from ..lang.codes import two_letters


def language_key(code: str) -> str:
    """What a code of a file is known by: two letters, or the code itself where these say nothing."""
    return two_letters(code) or code.strip().lower()


def chosen(found: Sequence[str], wanted: tuple[str, str], source: str = "") -> tuple[str, str] | None:
    """Source and target among the languages a file holds, in its order; None where it holds fewer than two.

    The source is what the file calls so; where it does not say, the languages
    of the glossary are taken if the file holds both, else the first two.
    """
    if source in found:
        first = source
    elif wanted[0] != wanted[1] and {*wanted} <= {*found}:
        first = wanted[0]
    else:
        first = next(iter(found), "")
    others = [one for one in found if one != first]
    if not others:
        return None
    return first, wanted[1] if wanted[1] in others else others[0]
