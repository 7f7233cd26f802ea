"""One phrase of the source that a text renders in two ways.

With no glossary: a phrase of four characters and more (two words and more in
other languages) that stands in several sentences, in most of them beside one
phrase of the translation; the others have that phrase with another word in one
place, which stands nowhere else. It is told once, as a choice for the editor,
at the first use of the rarer rendering. Everyday phrases are rendered freely,
so it is doubtful but where both renderings are names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...document import Bitext
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

if TYPE_CHECKING:
    from ...extraction import Choice

_NOTES = 4  # places that are shown of each side


def check(bitext: Bitext, ctx: Context, *, least: int = 4) -> Iterator[Finding]:
    from ...extraction import choices, corpus

    texts = corpus([bitext], ctx.sentences)
    for choice in choices(texts, least if bitext.source.lang == "zh" else 2):
        if not any(choice.source in term.source for term in ctx.glossary.of_source(choice.source)):
            yield _finding(choice)


def _finding(choice: Choice) -> Finding:
    from ._glossed import is_name

    usual, rare = choice.usual, choice.rare
    message = f'{choice.source} is "{usual.text}" ({_times(usual.places)}) and "{rare.text}" ({_times(rare.places)})'
    notes = [Note(choice.places[0], choice.source, in_source=True)]
    notes += [Note(place, f'"{usual.text}" here') for place in usual.places[:_NOTES]]
    notes += [Note(place, f'"{rare.text}" here too') for place in rare.places[1:_NOTES]]
    sure = is_name(usual.text) and is_name(rare.text)
    return Finding(rare.places[0], message, tuple(notes), doubtful=not sure)


def _times(places: tuple[Span, ...]) -> str:
    return "once" if len(places) == 1 else f"{len(places)} times"


_CANAL = "平陆运河通航。\n\n渔民沿平陆运河而来。\n\n平陆运河很长。\n\n我们参观平陆运河。\n\n明天去平陆运河。\n"
_NAMED = "The Pinglu Canal opens.\n\nFishers came by the Pinglu Canal.\n\nThe Pinglu Canal is long.\n\n"
_RANCH = "海上牧场养鱼。\n\n渔民在海上牧场工作。\n\n海上牧场很大。\n\n我们参观海上牧场。\n\n明天去海上牧场。\n"
_USUAL = "Marine ranches raise fish.\n\nFishers work at a marine ranch.\n\nThe marine ranch is large.\n\n"

RULE = Rule(
    "bilingual/inconsistent",
    "a phrase of the source that is rendered in two ways",
    Severity.SUGGESTION,
    check,
    (
        Example(f"{_NAMED}We saw the [[Pinglu Channel]].\n\nTomorrow we go there.\n", source=_CANAL),
        Example(f"{_USUAL}We saw the [[sea ranch]].\n\nTomorrow we go there.\n", source=_RANCH, doubtful=True),
        Example(f"{_USUAL}We saw the marine ranch.\n\nTomorrow we go to a marine ranch.\n", source=_RANCH),
    ),
)
