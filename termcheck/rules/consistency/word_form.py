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
from itertools import chain

from ...document import Document
from ...lang.lexicon import known
from ...lang.phrases import is_content
from ...lang.position import same_line
from ...lang.remembered import Remembered
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare

# Endings that make nouns and adjectives of one stem. Two adjectives often differ in sense ("economic", "economical").
_ADJECTIVES = ("al", "ial", "ical", "ic", "ional", "ive", "ary", "ory")
_ENDINGS = (*_ADJECTIVES, "e", "y", "ion", "side", "front")
_BY_LETTER = {end[-1]: tuple(other for other in _ENDINGS if other[-1] == end[-1]) for end in _ENDINGS}
# What ends so is a verb far more often than a modifier.
_VERBS = ("ate", "ize", "ise", "ute", "ote", "ify")
_Key = tuple[str, str, str, str]


def check(doc: Document, ctx: Context, *, share: int = 3) -> Iterator[Finding]:
    built = [*filter(_stems.__getitem__, doc.tokens.places)]
    seen: set[Span] = set()
    for (*_, after), forms in _same_phrases(doc, _before_one_noun(doc, _families(doc, built))).items():
        if sum(form.endswith(_ADJECTIVES) for form in forms) < (2 if after else 1):
            first = min(spans[0] for spans in forms.values())
            noun = doc.tokens.words[doc.tokens.at(first.end)]
            fresh = {form: [span for span in spans if span not in seen] for form, spans in forms.items() if known(form)}
            seen.update(span for spans in forms.values() for span in spans)
            yield from compare(doc, fresh, share=share, where=f'before "{noun}": ')
    fields = {field for word in built if word.endswith("ic") and (field := f"{word}s") in doc.singulars}
    yield from _fields(doc, fields, share)


def _is_compared(word: str) -> bool:
    return len(word) > 4 and not word.endswith(_VERBS) and is_content(word)


def _found_stems(word: str) -> tuple[str, ...]:
    """What a word has before each of the endings, if it is compared."""
    ends = [end for end in _BY_LETTER.get(word[-1], ()) if word.endswith(end)]
    return tuple(word.removesuffix(end) for end in ends) if ends and _is_compared(word) else ()


_stems = Remembered(_found_stems)


def _families(doc: Document, built: Iterable[str]) -> dict[str, list[str]]:
    """Two words and more that are built on one stem, by the stem, which may be one of them."""
    found: dict[str, list[str]] = {}
    for word in built:
        for stem in _stems[word]:
            if len(stem) > 3:
                found.setdefault(stem, []).append(word)
    for stem in found.keys() & doc.singulars.keys():
        if _is_compared(stem):
            found[stem].append(stem)
    return {stem: words for stem, words in found.items() if len(words) > 1}


def _before_one_noun(doc: Document, families: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The stems of each word that it shares with another one before the same noun."""
    heads = {word: _heads(doc, word) for word in dict.fromkeys(chain.from_iterable(families.values()))}
    found: dict[str, list[str]] = {}
    for stem, words in families.items():
        nouns = [heads[word] for word in words]
        for word in words if len(set[str]().union(*nouns)) < sum(map(len, nouns)) else ():
            found.setdefault(word, []).append(stem)
    return found


def _heads(doc: Document, word: str) -> set[str]:
    """The content words that follow a word, number apart."""
    words = doc.tokens.words
    following = {words[at + 1] for at in doc.tokens.places[word] if at + 1 < len(words)}
    return set(map(doc.singulars.__getitem__, following & doc.content))


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
