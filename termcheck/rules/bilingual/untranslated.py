"""A passage of the translation that is still in the language of its source.

That is text in a script that the translation does not use (Chinese in English), or words in a row that the source
passage has too: most of a sentence, or six and more. What stands in quotation marks or brackets, or is explained in
brackets, was left on purpose; so were names, figures and addresses.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Bitext
from ...model import Finding, Severity
from ...rule import Context, Example, Rule

_SHOWN = 40  # code points of a stretch that the message repeats


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    from ._leftover import copied, foreign, lettered, script

    source, target = script(bitext.source), script(bitext.target)
    if not (source and target) or source == target == "Han":
        return
    copies = source in ("Latin", target)
    for pair in bitext.pairs if copies else lettered(bitext, source):
        spans = copied(bitext, pair) if copies else foreign(bitext, pair, source)
        for span in spans:
            words = bitext.target[span]
            short = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + " …"
            yield Finding(span, f'"{short}" is not translated')


_OPEN = "People on both banks can walk across the river again since this morning. "
_OVER = "Menschen an beiden Ufern können seit heute früh wieder zu Fuß über den Fluss gehen. "
_ACROSS = "从今天早上起，两岸居民又可以步行过河了。"

RULE = Rule(
    "bilingual/untranslated",
    "a passage still in the language of the source",
    Severity.ERROR,
    check,
    (
        Example("The mayor opened [[老桥]] and left.\n", source="市长为老桥通车剪彩后离开。\n"),
        Example(
            _OPEN + "[[电车将于五月恢复运行，票价不变]]。\n", source=_ACROSS + "电车将于五月恢复运行，票价不变。\n"
        ),
        Example("The dish is called hotpot (火锅).\n", source="这道菜叫火锅。\n"),
        Example('The character "福" and the word 火锅 (hotpot) are known.\n', source="“福”字和火锅众所周知。\n"),
        Example(
            "大桥两岸的居民今天可以步行过河了。[[The tram will be back in May]]。\n",
            source=_OPEN + "The tram will be back in May.\n",
        ),
        Example("他读《The Old Man and the Sea》。\n", source="He reads The Old Man and the Sea.\n"),
        Example(
            _OPEN + "[[Die alte Bahn fährt wieder ab Mai und kostet nichts]].\n",
            source=_OVER + "Die alte Bahn fährt wieder ab Mai und kostet nichts.\n",
        ),
        Example("The bridge is de facto open.\n", source="Die Brücke ist de facto offen.\n"),
    ),
)
