"""One term is built with one form of its words: "technology risk management", "technological risk management".

Compared are words of one stem before the same two words ("technology risk
management"), or between the same words of substance ("largest lakeside city",
"largest lakefront city"), and nouns in "-ics" with adjectives in "-ic" ("robotics park", "robotic
park") where the rare one stands before this noun alone. The rare form is
flagged, when it makes up at most a third of these uses; with no clear majority
the pair is offered as a choice.

A noun and its adjective before one noun alone are natural alternatives
("technology giants", "technological giants"). Participles, plurals and other
inflected forms vary with the sentence and are never compared; nor are words
with a capital.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from itertools import chain

from ...document import Document
from ...lang.lexicon import known
from ...lang.position import same_line
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare

# Endings that make nouns and adjectives of one stem. Two adjectives often differ in sense ("economic", "economical").
_ADJECTIVES = ("al", "ial", "ical", "ic", "ional", "ive", "ary", "ory")
_ENDINGS = (*_ADJECTIVES, "", "e", "y", "ion", "side", "front")
_LAST = {end[-1] for end in _ENDINGS if end}
_BY_LETTER = {last: tuple(end for end in _ENDINGS if end[-1:] in ("", last)) for last in _LAST}
# What ends so is a verb far more often than a modifier.
_VERBS = ("ate", "ize", "ise", "ute", "ote", "ify")
_Key = tuple[str, str, str, str]


def check(doc: Document, ctx: Context, *, share: int = 3) -> Iterator[Finding]:
    vocabulary = {word: stems for word in doc.tokens.places if word in doc.content and (stems := _stems(word))}
    seen: set[Span] = set()
    for (*_, after), forms in _same_phrases(doc, _shared_stems(doc, vocabulary)).items():
        if sum(form.endswith(_ADJECTIVES) for form in forms) < (2 if after else 1):
            first = min(spans[0] for spans in forms.values())
            noun = doc.tokens.words[doc.tokens.at(first.end)]
            fresh = {form: [span for span in spans if span not in seen] for form, spans in forms.items() if known(form)}
            seen.update(span for spans in forms.values() for span in spans)
            yield from compare(doc, fresh, share=share, where=f'before "{noun}": ')
    fields = {word for word in vocabulary if word[-3:] == "ics" and word[:-1] in vocabulary}
    yield from _fields(doc, fields, share)


@lru_cache(1 << 15)
def _stems(word: str) -> tuple[str, ...]:
    """What a word is built on, by each ending that it may have; empty for words that are not compared."""
    if len(word) < 5 or word.endswith(_VERBS):
        return ()
    endings = _BY_LETTER.get(word[-1])
    if endings is None:
        return (word,)
    return tuple(word[: len(word) - len(end)] for end in endings if word.endswith(end) and len(word) - len(end) > 3)


def _shared_stems(doc: Document, vocabulary: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The stems of each word that it shares with another one before the same noun."""
    members: dict[str, list[str]] = {}
    for word, stems in vocabulary.items():
        for stem in stems:
            members.setdefault(stem, []).append(word)
    shared = {stem: words for stem, words in members.items() if len(words) > 1}
    heads = {word: _heads(doc, word) for word in dict.fromkeys(chain.from_iterable(shared.values()))}
    found: dict[str, list[str]] = {}
    for stem, words in shared.items():
        nouns = [heads[word] for word in words]
        for word in words if len(set[str]().union(*nouns)) < sum(map(len, nouns)) else ():
            found.setdefault(word, []).append(stem)
    return found


def _heads(doc: Document, word: str) -> set[str]:
    """The content words that follow a word, number apart."""
    following = {word for at in doc.tokens.places[word] for word in doc.tokens.words[at + 1 : at + 2]}
    return set(map(doc.singulars.__getitem__, filter(doc.content.__contains__, following)))


def _same_phrases(doc: Document, stems: Mapping[str, list[str]]) -> dict[_Key, dict[str, list[Span]]]:
    """Modifiers by stem, next noun and the word before or after both: how each is formed, and where."""
    found: dict[_Key, dict[str, list[Span]]] = {}
    words = doc.tokens.words
    for index in doc.tokens.among(stems):
        if head := _head(doc, index):
            word = words[index]
            before = words[index - 1] if index and words[index - 1] in doc.content and _head(doc, index - 1) else ""
            after = _head(doc, index + 1)
            span = Span(doc.tokens.starts[index], doc.tokens.ends[index])
            for stem in stems[word] if doc[span].islower() else ():
                for key in ((before, stem, head, ""), ("", stem, head, after)):
                    if key[0] or key[3]:
                        found.setdefault(key, {}).setdefault(word, []).append(span)
    return {key: forms for key, forms in found.items() if len(forms) > 1}


def _head(doc: Document, index: int) -> str:
    """The content word that follows word `index` directly, number apart; empty where none does."""
    if not same_line(doc.tokens, doc.text, index):
        return ""
    word = doc.tokens.words[index + 1]
    return doc.singulars[word] if word in doc.content else ""


def _fields(doc: Document, fields: Set[str], share: int) -> Iterator[Finding]:
    """Nouns in "-ics" and adjectives in "-ic" before nouns, where the rare one has no noun of its own."""
    uses: dict[str, dict[str, list[tuple[str, Span]]]] = {}
    forms_of = {form: field for field in fields for form in (field, field[:-1])}
    for index in doc.tokens.among(forms_of):
        if head := _head(doc, index):
            word = doc.tokens.words[index]
            span = Span(doc.tokens.starts[index], doc.tokens.ends[index])
            if doc[span].islower():
                uses.setdefault(forms_of[word], {}).setdefault(word, []).append((head, span))
    for forms in uses.values():
        rare, usual = sorted(forms.values(), key=len) if len(forms) > 1 else ([], [])
        if {head for head, _ in rare} <= {head for head, _ in usual}:
            places = {form: [span for _, span in found] for form, found in forms.items()}
            yield from compare(doc, places, share=share, where="before a noun ")


RULE = Rule(
    "consistency/word-form",
    "a term built with another form of its word",
    Severity.WARNING,
    check,
    (
        Example(
            "We do technology risk management. We teach technology risk management. A unit for [[technological]] "
            "risk management grew."
        ),
        Example("Europe's largest lakefront city, the largest lakefront city, was the largest [[lakeside]] city then."),
        Example("The robotics costs of a robotics hub and a robotics park fell, and the [[robotic]] hub grew."),
        Example("The regional development bank lends, and so did the [[region]] development bank."),
        Example("The economic growth is fast, and economic ties are close. An economics course is on economic policy."),
        Example(
            "We promote financial literacy here, and promoting financial literacy there promoted financial literacy."
        ),
        Example("The regional development bank lends. The region has a development bank."),
        Example(
            "Big technological giants and big technological giants are science and technology giants and are big "
            "technology giants."
        ),
    ),
)
