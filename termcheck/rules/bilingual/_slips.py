"""A country or a place of the source that the translation writes with a letter off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...counterparts.registers import Register
from ...document import Bitext
from ...lang import pinyin
from ...lang.gazetteer import Named
from ...lang.lexicon import LONGEST, is_name, known
from ...lang.names import one_edit_apart
from ...model import Edit, Finding, Fix, Span
from ._passages import Passage, note

_LEAST = 5  # letters of a name: of shorter ones too many are a letter apart


def misspelled(bitext: Bitext, register: Register, passages: Iterable[Passage]) -> Iterator[Finding]:
    """The words of a passage that are one letter off a name of the source: "Chongqin", "Denmrk"."""
    for one in passages:
        strange = _strange(bitext, one) if one.said else {}
        for name in {name.keys: name for name in reversed(one.said)}.values() if strange else ():
            forms = {
                form.lower(): form
                for key in name.keys
                for form in register.forms(key)
                if len(form) >= _LEAST and form.isalpha()
            }
            for span, word in strange.items():
                near = next((form for form in forms if one_edit_apart(word, form)), None)
                if near and not _meant(bitext, one, word):
                    yield _finding(bitext, name, span, forms[near])


def _strange(bitext: Bitext, passage: Passage) -> dict[Span, str]:
    """The capitalised words of a passage that are no names and no words."""
    tokens, (begin, end) = bitext.target.tokens, passage.scope.pair.target
    taken = {name.start for name in passage.told}
    found = {}
    for at in range(tokens.at(begin), tokens.at(end)):
        word, start = tokens.words[at].removesuffix("'s"), tokens.starts[at]
        capital = bitext.target.capitals[at] and start not in taken
        if capital and _LEAST - 1 <= len(word) <= LONGEST and not (known(word) or is_name(word)):
            found[Span(start, start + len(word))] = word
    return found


def _meant(bitext: Bitext, passage: Passage, word: str) -> bool:
    """Whether other characters of the source are read so: Jingyang beside 泾阳 is no slip for Jinyang."""
    text = " ".join(bitext.source.folded[slice(*span)] for span in passage.scope.source)
    return next(pinyin.runs(pinyin.letters(word), text), None) is not None


def _finding(bitext: Bitext, name: Named, span: Span, want: str) -> Finding:
    fix = Fix(f'replace with "{want}"', (Edit(span, want),))
    chinese = bitext.source.text[name.start : name.end]
    message = f'write "{want}", not "{bitext.target[span]}": the source has {chinese}'
    return Finding(span, message, (note(bitext, name),), fix)
