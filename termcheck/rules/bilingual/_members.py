"""Which items of two lists are the same name in two languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ...counterparts.registers import Register, registers, within
from ...document import Bitext
from ...lang import pinyin
from ...lang.names import is_pinyin
from ...model import Pair, Span
from ...rule import Context
from ._lexicon import Lexicon, features, learnt

_SHARE = 0.5  # of the passages of a word in which its rendering stands
_LETTERS = 3  # of a word that two languages may share
_SYLLABLES = 4  # letters of a word that is read as Chinese characters


class Members:
    """Compares stretches of the first text with stretches of the second."""

    def __init__(self, bitext: Bitext, beads: Sequence[Pair], ctx: Context) -> None:
        self.bitext, self.beads, self.ctx = bitext, beads, ctx

    @cached_property
    def _registers(self) -> tuple[Register, ...]:
        chinese = (self.bitext.source.lang, self.bitext.target.lang) == ("zh", "en")
        return tuple(registers(self.bitext, self.ctx)) if chinese else ()

    @cached_property
    def _lexicon(self) -> Lexicon:
        return learnt(self.bitext, self.ctx)

    def alike(self, one: Span, other: Span) -> bool:
        """Whether a stretch of the first text has a name that a stretch of the second has too."""
        return self.surely(one, other) or self._learnt(one, other)

    def surely(self, one: Span, other: Span) -> bool:
        """Whether they have one name by more than what the texts show: names of one list go together in all of them."""
        return self._named(one, other) or self._spelled(one, other)

    def _named(self, one: Span, other: Span) -> bool:
        """A country or a Chinese place in both."""
        return any(
            name.keys & there.keys
            for register in self._registers
            for name in within(register.source, one)
            for there in within(register.target, other)
        )

    def _spelled(self, one: Span, other: Span) -> bool:
        """The same letters or digits in both, or the reading of Chinese characters."""
        words = _words(self.bitext, other)
        plain = [word for word in words if len(word) >= _LETTERS or word.isdigit()]
        mine = self.bitext.source.tokens
        if not set(plain).isdisjoint(mine.words[mine.at(one.start) : mine.at(one.end)]):
            return True
        item = self.bitext.source.folded[slice(*one)]
        syllables = [word for word in words if is_pinyin(word)]
        said = ["".join(syllables), *syllables] if item > "\u2fff" else []
        return any(any(pinyin.runs(word, item)) for word in said if len(word) >= _SYLLABLES)

    def _learnt(self, one: Span, other: Span) -> bool:
        there = features(self.bitext.target, other)
        answers = map(self._lexicon.find, features(self.bitext.source, one))
        return any(answer and answer.share >= _SHARE and answer.word in there for answer in answers)


def _words(bitext: Bitext, span: Span) -> list[str]:
    tokens = bitext.target.tokens
    return tokens.words[tokens.at(span.start) : tokens.at(span.end)]
