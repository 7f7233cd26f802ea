"""A word or a run of up to four words that stands twice with only a blank or a line end between.

What English doubles is left alone: "had had", "that that", "very very", "going
on on Monday", "more and more and more"; so are capitalised words ("New York
New York"), figures, and what punctuation parts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from operator import is_

from ...document import Document
from ...lang.function_words import AUXILIARIES, CONJUNCTIONS, FUNCTION_WORDS, PREPOSITIONS, PRONOUNS
from ...lang.lexicon import is_name
from ...lang.names import is_pinyin
from ...lang.position import same_line
from ...lang.word_class import is_gradable, is_singular
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_LONGEST = 4
_ARTICLES = frozenset("a an the".split())
# Two clauses may meet in a doubled auxiliary, pronoun or adverb ("what it is is clear"); these never double.
_NEVER_DOUBLE = frozenset("of to for with at from as into than be been would could should we they he she".split())
_MAY_DOUBLE = (AUXILIARIES | PREPOSITIONS | PRONOUNS) - _NEVER_DOUBLE
# Doubled where one clause ends and another goes on: "what it is is clear", "those who have have more".
_MEETING = frozenset("is are was were has have will can may might must".split())
_CLAUSE = (CONJUNCTIONS | PRONOUNS) - frozenset("and or but nor so yet i you he she it we they there here".split()) | {
    "what",
    "all",
    "which",
    "how",
    "why",
    "that",
    "as",
    "thing",
    "problem",
    "question",
    "reason",
    "point",
    "fact",
    "way",
}
_FOR_FORCE = frozenset("very many much more so too no not well right really never again yes ha bye".split())
_ALLOWED = _MAY_DOUBLE | _FOR_FORCE


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    words = doc.tokens.words
    for size in range(1, _LONGEST + 1):
        again = _again(words, size)
        doubled, done = Counter(words[at] for at in again), 0
        for index in again:
            if index >= done and _is_repeat(doc, index, size, doubled):
                times = _times(doc, index, doubled) if size == 1 else 2
                done = index + times * size
                yield _finding(doc, index, size, times)


def _again(words: list[str], size: int) -> list[int]:
    """Where runs of `size` words begin that stand twice. Equal words of a text are one object: telling them is quick.

    Each holds one word whose index is a multiple of `size`: no other need be compared to find it.
    """
    same = bytes(map(is_, words[::size], words[size::size]))
    within = (size * match.start() for match in re.finditer(b"\1", same))
    begins = chain.from_iterable(range(max(0, at - size + 1), at + 1) for at in within)
    return [at for at in begins if words[at : at + size] == words[at + size : at + 2 * size]]


def _times(doc: Document, index: int, doubled: Counter[str]) -> int:
    """How often a doubled word stands one after the other: all of them are one fault, with one fix."""
    words, times = doc.tokens.words, 2
    while words[index + times : index + times + 1] == [words[index]] and _is_repeat(doc, index + times - 1, 1, doubled):
        times += 1
    return times


def _is_repeat(doc: Document, index: int, size: int, doubled: Counter[str]) -> bool:
    tokens, last = doc.tokens, index + 2 * size - 1
    run = tokens.words[index : index + size]
    if (size > 1 and _goes_on(tokens.words, index, size)) or not all(word.isalpha() for word in run):
        return False
    if not all(same_line(tokens, doc.text, at) for at in range(last - 1, index - 1, -1)):
        return False
    span = Span(tokens.starts[index + size], tokens.ends[last])
    before = tokens.folded[max(0, tokens.starts[index] - 1) : tokens.starts[index]]
    if "-" in (before, tokens.folded[span.end : span.end + 1]):
        return False
    if doc[span].islower():
        return _is_fault(run) or (size == 1 and run[0] in _MEETING and not _clauses_meet(doc, index))
    same = doc[span] == doc.text[tokens.starts[index] : tokens.ends[index]]
    return same and size == 1 and _is_single(doc, run[0], doubled[run[0]])


def _clauses_meet(doc: Document, index: int) -> bool:
    """Whether a clause is opened in the sentence before word `index`, and may end there."""
    tokens = doc.tokens
    begin = tokens.at(doc.sentence_at(tokens.starts[index]).start)
    # "the will will be read": a noun may have the letters of an auxiliary
    before = tokens.words[max(begin, index - 30) : index]
    return not before or before[-1] in ("the", "a", "no", "their", "your", "our") or not _CLAUSE.isdisjoint(before)


def _is_single(doc: Document, name: str, doubled: int) -> bool:
    """Whether a name stands alone elsewhere, and is not doubled by nature ("Baden Baden", "Yang Yang")."""
    return doc.counts[name] > 3 * doubled and is_name(name) and not is_pinyin(name)


def _is_fault(run: list[str]) -> bool:
    if len(run) == 1:
        # An adjective is doubled for force, as adverbs are: "a big big port".
        return run[0] not in _ALLOWED and not is_gradable(run[0])
    if len(run) > 2 or not _ARTICLES.isdisjoint(run):
        return True
    # "from time to time to", "faster and faster and"; and two clauses may meet: "as it is it is"
    idiom = run[-1] in CONJUNCTIONS or (run[-1] in PREPOSITIONS and is_singular(run[0]))
    return not (idiom or FUNCTION_WORDS.issuperset(run))


def _goes_on(words: list[str], index: int, size: int) -> bool:
    """Whether the run goes on in either direction, a figure of speech: "more and more and more"."""
    return words[index + 2 * size : index + 2 * size + 1] == [words[index]] or (
        index > 0 and words[index - 1] == words[index + size - 1]
    )


def _may_be_other(doc: Document, index: int) -> bool:
    """Whether one may stand for another word: "Could could help?" lacks its "you", "an an" may be "and an"."""
    word, before = doc.tokens.words[index], doc.tokens.words[index - 1] if index else ""
    question = word in AUXILIARIES and doc.text[doc.tokens.starts[index]].isupper()
    return question or (word == "an" and before not in FUNCTION_WORDS)


def _finding(doc: Document, index: int, size: int, times: int) -> Finding:
    tokens = doc.tokens
    span = Span(tokens.starts[index], tokens.ends[index + times * size - 1])
    extra = Span(tokens.ends[index + size - 1], span.end)
    once = doc.text[span.start : extra.start]
    sure = size == 1 and tokens.words[index] in FUNCTION_WORDS
    fix = None if size == 1 and _may_be_other(doc, index) else Fix("delete the repetition", (Edit(extra, ""),), sure)
    often = "twice" if times == 2 else f"{times} times"
    return Finding(span, f'"{once}" stands {often}', fix=fix)


RULE = Rule(
    "style/repeated-word",
    "word or phrase that stands twice",
    Severity.ERROR,
    check,
    (
        Example("Growth [[of of]] exports slowed.", fixed="Growth of exports slowed."),
        Example("The port [[grew grew]] fast.", fixed="The port grew fast."),
        Example("They met in [[the the the]] hall.", fixed="They met in the hall."),
        Example("Ports have [[been been]] built.", fixed="Ports have been built."),
        Example("The ports [[have have]] grown, but what it is is clear, and the will will be read."),
        Example("It is open [[to the world to the world]] again.", fixed="It is open to the world again."),
        Example("He had had a plan that that man knew from time to time to be new, and it went on on Monday."),
        Example("More and more and more came, day after day after day, to a very very old port in a new New York."),
        Example("We will, we will; the, the port; a low-power power line."),
    ),
)
