"""Words made from other words: "superyacht", "frontpage", "collateralised" stand in no list and are right."""

from __future__ import annotations

from .lexicon import COMMON, LARGE, USUAL, rank

_PREFIXES = (
    "anti auto bio co counter cyber de dis eco extra geo hydro hyper in infra inter intra macro mega meta micro mid "
    "mini mis multi nano neo non omni out over photo poly post pre pro pseudo quasi re self semi socio sub super "
    "techno tele thermo trans ultra un under uni up xeno"
).split()
_ENDINGS = "s es ly less like ness wise".split()
_AFTER_E = "ed ing er ers ee ees or able".split()  # before these a silent e is dropped


def is_derived(word: str) -> bool:
    """Whether a folded word is a listed word with a prefix or an ending, or two common words in one.

    So are many slips ("untill", "destory", "helpfull"): ask for a better reading first.
    """
    prefixed = any(word.startswith(prefix) and _is_stem(word[len(prefix) :], USUAL) for prefix in _PREFIXES)
    return (
        prefixed
        or any(word.endswith(ending) and _is_stem(word[: -len(ending)], LARGE) for ending in _ENDINGS + _AFTER_E)
        or any(word.endswith(ending) and _is_stem(word[: -len(ending)] + "e", LARGE) for ending in _AFTER_E)
        or any(rank(word[:cut]) <= COMMON and rank(word[cut:]) <= COMMON for cut in range(4, len(word) - 3))
    )


def _is_stem(stem: str, least: int) -> bool:
    return len(stem) > 3 and rank(stem) <= least
