"""One compound is written closed, hyphenated or open, but not now this way and now that.

Flagged is the rare spelling, when it makes up at most a third of the uses:
"road map" once beside "roadmap" five times. With no clear majority the pair is
offered once, as a choice.

Spellings are compared only where they stand alike, because a hyphen that is
right before a noun is wrong after it ("long-term loans", "in the long term";
Chicago Manual of Style, 7.85-7.89), and a verb with its particle is never
joined ("to follow up", "a follow-up"). Names are left as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

from ...document import Document
from ...lang.compounds import Compound, Parts, Spelling, families
from ...lang.formation import is_derived
from ...lang.function_words import FUNCTION_WORDS
from ...lang.lexicon import known
from ...lang.position import after, opens_phrase, singular, surely_noun
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ...text import fold
from ._variants import compare

# Words that make a verb phrase of a verb: whether such a pair is a noun, its place must prove.
_PARTICLES = frozenset("up down in out off on over back away through around along by together ahead apart".split())
# Adjectives that stand freely before any noun: a black board is no blackboard, and new lines are no newlines.
_FREE = frozenset(
    "new old high low long short big small great large full free open hard soft hot cold real dead red blue black "
    "white green grey gray good bad best strong weak light dark early late fast slow top main first second last half "
    "double single whole plain clear fine wide deep heavy common public private".split()
)


def check(doc: Document, ctx: Context, *, share: int = 3) -> Iterator[Finding]:
    found = families(doc.tokens, doc.text, doc.joints, doc.singulars, doc.content)
    alone = _standing_alone(doc, found)
    for parts, uses in found.items():
        if parts[0] == "re":  # the hyphen tells "re-sign" from "resign"
            continue
        joined = [use for use in uses if use.spelling != "open"]
        yield from _compare(doc, parts, joined, share)
        loose = [use for use in uses if use.spelling == "open" and parts[0] not in FUNCTION_WORDS]
        if not joined or not loose:
            continue
        usual = Counter(use.spelling for use in joined).most_common(1)[0][0]
        joined = [use for use in joined if use.spelling == usual]
        if parts[1] in _PARTICLES:
            yield from _compare(doc, parts, joined + _nouns(doc, loose, joined), share)
        elif parts[1] not in FUNCTION_WORDS:
            yield from _compare(doc, parts, _modifiers(doc, joined, loose, alone, share), share, "before a noun ")
            if usual == "hyphenated" or parts[0] not in _FREE:
                yield from _compare(
                    doc, parts, [use for use in joined + loose if _is_noun(doc, use)], share, "as a noun "
                )


def _compare(doc: Document, parts: Parts, uses: Sequence[Compound], share: int, where: str = "") -> Iterator[Finding]:
    places: dict[Spelling, list[Span]] = {}
    for use in uses:
        span = Span(doc.tokens.starts[use.first], doc.tokens.ends[use.last])
        places.setdefault(use.spelling, []).append(span)
    forms = {doc.folded[slice(*spans[0])]: spans for spans in places.values()}
    cut = len(parts[0])

    def rewrite(got: str, form: str) -> str:
        sign = form[cut] if form[cut] in "- " else ""
        return got[:cut] + sign + got[cut:].lstrip("-\u2010\u2011 \r\n\t")

    better = None
    if places.keys() == {"closed", "hyphenated"}:
        # Dictionaries close up what has settled down; what they do not hold closed has lost its hyphen.
        better = doc.folded[slice(*places["closed" if known("".join(parts)) else "hyphenated"][0])]
    for finding in compare(doc, forms, share=share, better=better, rewrite=rewrite, where=where):
        yield finding._replace(fix=None) if _may_be_wrong(doc, finding) else finding


def _may_be_wrong(doc: Document, finding: Finding) -> bool:
    """Whether a fix would divide a part of a longer compound ("high-interest rate"), or close up what is no word."""
    start, end = finding.span
    new = " ".join(edit.text for edit in finding.fix.edits) if finding.fix else ""
    if " " in new:
        return "-" in (doc.folded[start - 1 : start], doc.folded[end : end + 1])
    return "-" not in new and not known(fold(new)) and not is_derived(fold(new))


def _modifiers(
    doc: Document, joined: list[Compound], loose: list[Compound], alone: Set[Parts], share: int
) -> list[Compound]:
    """The uses before a noun. An open one counts before a noun that follows a joined one too, or that its ending shows
    to be one, and outside of brackets such as "[high [interest rate]]" and "[public and private] sector" (what is
    written as one word elsewhere is not divided so).
    Where the open ones are not few, only those before the same nouns are compared.
    """
    before = [use for use in joined if after(doc.tokens, doc.text, use.last) == "content"]
    heads = {_pair(doc, use.last)[1] for use in before}
    odd = [
        use
        for use in loose
        if after(doc.tokens, doc.text, use.last) == "content"
        and (_pair(doc, use.last)[1] in heads or surely_noun(doc.tokens.words[use.last + 1]))
        and _word_before(doc, use) not in ("and", "or")
        and (joined[0].spelling == "closed" or _pair(doc, use.last) not in alone)
    ]
    if len(odd) * share <= len(odd) + len(before):
        return before + odd
    heads &= {_pair(doc, use.last)[1] for use in odd}
    return [use for use in before + odd if _pair(doc, use.last)[1] in heads]


def _standing_alone(doc: Document, found: Mapping[Parts, list[Compound]]) -> Set[Parts]:
    """Second words of open compounds with the word after them, where the two stand together without the first too."""
    inside = {use.last for uses in found.values() for use in uses}
    pairs = {_pair(doc, use.last) for uses in found.values() for use in uses if use.spelling == "open"}
    places = doc.tokens.among({second for second, _ in pairs})
    return {pair for index in places if index not in inside and (pair := _pair(doc, index)) in pairs}


def _pair(doc: Document, index: int) -> Parts:
    words = doc.tokens.words
    return words[index], singular(words[index + 1]) if index + 1 < len(words) else ""


def _word_before(doc: Document, use: Compound) -> str:
    return doc.tokens.words[use.first - 1] if use.first else ""


def _is_noun(doc: Document, use: Compound) -> bool:
    """Whether a use is surely no modifier: plural or an "-ing" form, or closing a phrase that an article opens."""
    tokens = doc.tokens
    follows = after(tokens, doc.text, use.last)
    last = tokens.words[use.last]
    if follows not in ("function", "break", "list"):
        return False
    if use.spelling != "hyphenated" or singular(last) != last:
        return True
    return follows != "list" and (last.endswith("ing") or opens_phrase(_word_before(doc, use)))


def _nouns(doc: Document, loose: list[Compound], joined: list[Compound]) -> list[Compound]:
    """The open pairs of verb and particle that are nouns: after an article, or the word before a joined one."""
    tokens = doc.tokens
    lead = {_word_before(doc, use) for use in joined} - FUNCTION_WORDS
    return [
        use
        for use in loose
        if after(tokens, doc.text, use.last) in ("function", "break", "list")
        and ((word := _word_before(doc, use)) in lead or opens_phrase(word))
    ]


RULE = Rule(
    "consistency/compound",
    "a compound spelled in two ways",
    Severity.WARNING,
    check,
    (
        Example(
            "The roadmap is out. A roadmap for ports follows, then [[road maps]] for cities.",
            fixed="The roadmap is out. A roadmap for ports follows, then roadmaps for cities.",
        ),
        Example(
            "Cross-border rules bind cross-border loans and cross-border travel. New [[cross border]] rules help.",
            fixed="Cross-border rules bind cross-border loans and cross-border travel. New cross-border rules help.",
        ),
        Example(
            "An interest rate year came. No interest rate year is an interest rate year or high-[[interestrate]] year.",
        ),
        Example(
            "Multi-modal lines and multi-modal hubs need [[multimodal]] rules.",
            fixed="Multi-modal lines and multi-modal hubs need multi-modal rules.",
        ),
        Example(
            "After the build-up came a second build-up, and the [[build up]] of stocks.",
            fixed="After the build-up came a second build-up, and the build-up of stocks.",
        ),
        Example(
            "Childcare homes and childcare aid grew. Some [[child care]] homes and care homes for the old closed.",
            fixed="Childcare homes and childcare aid grew. Some childcare homes and care homes for the old closed.",
        ),
        Example("The webcast is on. A second [[web-cast]] follows."),
        Example("Long-term loans and long-term bonds pay off in the long term."),
        Example("A follow-up is due. We will follow up on it, and follow up with them. The follow-up is near."),
        Example("A high-speed line and a high-speed train need a high speed of work."),
        Example("We re-form the line. Reform goes on, and reform is good."),
        Example("High-interest loans and high-interest debts hurt. The interest rate rose. High interest rates stay."),
        Example("Compile-time checks and compile-time costs show at compile time rather than later."),
        Example("The newline is a sign. A newline ends a line, the next newline another. Add new lines at will."),
        Example("Post-war trade and post-war growth. The Postwar Fund paid."),
    ),
)
