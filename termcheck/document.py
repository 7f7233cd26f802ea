"""A text with its structure, and the facts about it that several rules ask for, each found once."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, overload

from .lang.compounds import joints
from .lang.dates import Date
from .lang.lexicon import UNKNOWN, ranks
from .lang.numbers import dates, quantities
from .lang.phrases import content
from .lang.position import singulars
from .lang.quantity import Quantity
from .lang.sentences import sentences
from .lang.words import Tokens
from .model import Block, BlockKind, Listed, Pair, Piece, Span, Turn
from .text import Source

if TYPE_CHECKING:
    from datetime import date

_MANY = 1 << 16  # words that are looked at in one call

PROSE: frozenset[BlockKind] = frozenset({"title", "heading", "roster", "paragraph", "note"})


class Spans(Sequence[Span]):
    """Many spans in order, kept as numbers: each is made when it is asked for."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        offsets = array("i", chain.from_iterable(spans))
        self.starts, self.ends = offsets[::2], offsets[1::2]

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, at: int | slice) -> Span | tuple[Span, ...]:
        if isinstance(at, slice):
            return tuple(map(Span, self.starts[at], self.ends[at]))
        return Span(self.starts[at], self.ends[at])


@dataclass(frozen=True, eq=False)
class _Asked:
    """What remembers what was found, and the answers of the functions that are `kept`."""

    def forget(self) -> None:
        """Give the memory back that what was found takes. Whatever is asked for again is found again."""
        for name, found in vars(type(self)).items():
            if isinstance(found, cached_property):
                vars(self).pop(name, None)
        vars(self).pop("answers", None)

    @cached_property
    def answers(self) -> dict[tuple[object, ...], Any]:
        """By function and its other arguments."""
        return {}


@dataclass(frozen=True, eq=False)
class Document(_Asked):
    """A parsed text. Every span counts code points of `text`; `blocks` hold every non-blank one, in order.

    `lang` is the language most of the text is in, as a code of two letters ("en", "zh", "de"), "" where it is not
    known. `units` says where the rows or segments of a table or catalogue stand in its file, in the order of the
    text; a plain text has none.
    """

    source: Source
    blocks: tuple[Block, ...]
    roster: tuple[Listed, ...] = ()
    lang: str = "en"
    units: Sequence[Piece] = ()

    @property
    def text(self) -> str:
        """The text as the file has it, line ends included."""
        return self.source.text

    @property
    def path(self) -> str:
        """The path the user gave."""
        return self.source.path

    def __getitem__(self, span: tuple[int, int]) -> str:
        return self.source.text[span[0] : span[1]]

    @cached_property
    def folded(self) -> str:
        """The folded text; offsets are the same as in `text`."""
        return self.source.folded

    def prose(self, *kinds: BlockKind) -> Iterator[Block]:
        """The blocks an editor reads as text, or those of the given kinds only."""
        wanted = frozenset(kinds) or PROSE
        return (block for block in self.blocks if block.kind in wanted)

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the prose blocks."""
        return Tokens(self.folded, [block.span for block in self.prose()])

    @cached_property
    def capitals(self) -> bytes:
        """1 for each word of `tokens` that is written with a capital, else 0."""
        starts, text = self.tokens.starts, self.text
        some = (starts[at : at + _MANY] for at in range(0, len(starts), _MANY))
        letters = "".join(chain.from_iterable(itemgetter(*these)(text) for these in some))
        return letters.translate({ord(letter): letter.isupper() for letter in {*letters}}).encode("latin-1")

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates said in the prose; bare years are quantities."""
        return dates(self.lang, self.text, self.tokens)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures of the prose that are not part of a date."""
        return quantities(self.lang, self.text, self.tokens, [date.span for date in self.dates])

    @cached_property
    def _quantity_starts(self) -> list[int]:
        return [quantity.span[0] for quantity in self.quantities]

    def quantities_in(self, span: tuple[int, int]) -> tuple[Quantity, ...]:
        """The figures that begin in a span, in order."""
        starts = self._quantity_starts
        return self.quantities[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each folded word stands in the prose."""
        places = self.tokens.places
        return Counter(dict(zip(places, map(len, places.values()), strict=True)))

    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.span[0] for date in self.dates]

    def dates_in(self, span: tuple[int, int]) -> tuple[Date, ...]:
        """The dates that begin in a span, in order."""
        starts = self._date_starts
        return self.dates[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]

    @cached_property
    def ranks(self) -> dict[str, int]:
        """How common each folded word of letters alone is in English: the ranks of `lang.lexicon`."""
        words = [*filter(str.isalpha, self.tokens.places)]
        return dict(zip(words, ranks(words), strict=True))

    @cached_property
    def singulars(self) -> dict[str, str]:
        """Each folded word of the prose without a possessive or plural ending."""
        return singulars(self.tokens.places)

    @cached_property
    def content(self) -> Set[str]:
        """The folded words of the prose, and their singulars, that say something by themselves."""
        return content({*self.singulars, *self.singulars.values()})

    @cached_property
    def joints(self) -> list[int]:
        """Indexes of the words that one hyphen or dash, with no blank, joins to the next word."""
        return joints(self.tokens)

    @cached_property
    def unknown(self) -> frozenset[str]:
        """The folded words of letters alone that no list of English words holds."""
        return frozenset(word for word, found in self.ranks.items() if found == UNKNOWN)

    @cached_property
    def sentences(self) -> Spans:
        """The sentences of the prose blocks, in order; none crosses a block."""
        return Spans(sentences(self.text, (block.span for block in self.prose())))

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds an offset (the one before it, where it stands between two)."""
        return self.sentences[max(0, bisect_right(self.sentences.starts, offset) - 1)]

    def block_at(self, offset: int) -> Block:
        """The block that holds an offset (the one before it, where it stands between two)."""
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    @cached_property
    def _title_starts(self) -> list[int]:
        return [block.span.start for block in self.prose("title")]

    def event_at(self, offset: int) -> int:
        """The number of the event that an offset stands in: a page may hold several, each below its title."""
        return bisect_right(self._title_starts, offset)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Who speaks, in order: each label with the speech below it, up to the next label."""
        found: list[tuple[Block, Span | None, list[Block]]] = []
        for block in self.blocks:
            if block.kind == "label":
                found.append((block, block.span, []))
            elif block.kind == "paragraph" and block.speaker:
                if not found or found[-1][0].speaker != block.speaker:
                    found.append((block, None, []))
                found[-1][2].append(block)
        return tuple(Turn(first.speaker, first.role, label, tuple(body)) for first, label, body in found)

    @cached_property
    def date(self) -> date | None:
        """The day of the event: the first full date of the datelines, of the front matter, or of the title."""
        from datetime import date

        matter = [block for block in self.blocks[:1] if block.kind == "residue"]
        for block in (*self.prose("dateline"), *matter, *self.prose("title")):
            for said in dates(self.lang, self.text, Tokens(self.folded, [block.span])):
                if said.kind == "day" and said.year and said.month and said.day:
                    try:
                        return date(said.year, said.month, said.day)
                    except ValueError:  # the calendar has no such day: a rule of its own says so
                        continue
        return None


@dataclass(frozen=True, eq=False)
class Bitext(_Asked):
    """A translation, the target, beside the text it was made from.

    `pairs` are the passages that answer each other, in the order of the
    target: the rows of a table, or paragraphs as `align` links them.
    """

    source: Document
    target: Document
    pairs: tuple[Pair, ...] = ()


Subject = TypeVar("Subject", bound=_Asked)
Rest = ParamSpec("Rest")
Answer = TypeVar("Answer")


def kept(find: Callable[Concatenate[Subject, Rest], Answer]) -> Callable[Concatenate[Subject, Rest], Answer]:
    """A function that is asked once about a text: the answer is kept with the text and goes when the text goes."""

    @wraps(find)
    def found(subject: Subject, /, *args: Rest.args, **options: Rest.kwargs) -> Answer:
        asked = (find, *args, *options.items())
        if asked not in subject.answers:
            subject.answers[asked] = find(subject, *args, **options)
        answer: Answer = subject.answers[asked]
        return answer

    return found
