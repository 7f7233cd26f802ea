"""The consistency family beyond its examples: any text, counts and ties, and what its facts of language promise."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.glossary import Glossary
from termcheck.lang.compounds import families, joints
from termcheck.lang.phrases import is_content, odd_words
from termcheck.lang.position import after, in_title_case, same_line, singular
from termcheck.model import Block, Severity, Span
from termcheck.rule import Context
from termcheck.rules.consistency import RULES
from termcheck.rules.consistency._variants import compare
from termcheck.text import Source

WORDS = (
    "the",
    "open",
    "road",
    "map",
    "roadmap",
    "maps",
    "Lagos",
    "Planning",
    "board",
    "Board",
    "of",
    "and",
    "plan",
    "long",
)
JOINTS = (" ", " ", " ", "-", "–", ", ", ". ", "\n", "\n\n", "’s ", "中", "/")


def document(text: str) -> Document:
    """A text of one paragraph."""
    return Document(Source("text.md", text), (Block("paragraph", Span(0, len(text))),))


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Words from a small stock, so that much comes back in several spellings."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
    return "".join(word + draw(st.sampled_from(JOINTS)) for word in words)


@settings(max_examples=200)
@given(st.one_of(prose(), st.text(max_size=200)))
def test_any_text_gives_findings_that_lie_in_it(text: str) -> None:
    doc, ctx = document(text), Context(Glossary())
    for rule in RULES:
        places = []
        for finding in rule.check(doc, ctx):
            places.append(finding.span)
            for span in (finding.span, *(note.span for note in finding.notes)):
                assert 0 <= span.start < span.end <= len(text)
        assert len(set(places)) == len(places), rule.id


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4), st.integers(2, 6))
def test_rare_forms_are_flagged_place_by_place_and_a_tie_once(counts: list[int], share: int) -> None:
    doc = document("x" * sum(counts))
    places = iter(Span(n, n + 1) for n in range(sum(counts)))
    forms = {f"form{n}": [next(places) for _ in range(count)] for n, count in enumerate(counts)}
    found = list(compare(doc, forms, share=share))
    total, most = sum(counts), max(counts)
    if len([count for count in counts if count]) < 2:
        assert found == []
    elif (total - most) * share <= total:
        assert len(found) == total - most
        assert all(finding.severity is None for finding in found)
    else:
        assert [finding.severity for finding in found] == [Severity.SUGGESTION]
        assert len(found[0].notes) == 2


def test_a_tie_stands_where_the_forms_clash() -> None:
    doc = document("a" * 100)
    forms = {"one": [Span(0, 1), Span(50, 51)], "two": [Span(20, 21), Span(52, 53)]}
    (found,) = compare(doc, forms)
    assert found.span == Span(52, 53)
    assert [note.span for note in found.notes] == [Span(50, 51), Span(52, 53)]


@given(prose())
def test_compounds_have_the_letters_of_their_parts(text: str) -> None:
    doc = document(text)
    for parts, uses in families(doc.tokens, text, doc.joints, doc.singulars, doc.content).items():
        assert len({use.spelling for use in uses}) > 1
        for use in uses:
            written = doc.folded[doc.tokens.starts[use.first] : doc.tokens.ends[use.last]]
            letters = "".join(char for char in singular(written) if char.isalpha())
            assert singular(letters) == singular("".join(parts))


@given(prose())
def test_joints_join(text: str) -> None:
    doc = document(text)
    for index in joints(doc.tokens):
        assert doc.tokens.gap(index) == "-"
        assert not same_line(doc.tokens, text, index)


@given(prose())
def test_words_are_found_by_place_as_by_walking(text: str) -> None:
    doc = document(text)
    wanted = {"road", "of", "board", "nowhere"}
    assert doc.tokens.among(wanted) == [at for at, word in enumerate(doc.tokens.words) if word in wanted]
    assert [*doc.capitals] == [text[start].isupper() for start in doc.tokens.starts]


PHRASE = st.sampled_from(("harbour", "police", "mobile", "river", "training", "unit"))


@settings(max_examples=150)
@given(st.lists(PHRASE, min_size=12, max_size=60))
def test_an_odd_word_differs_alone_in_its_phrase(words: list[str]) -> None:
    doc = document(" ".join(words))
    tokens = doc.tokens
    for odd in odd_words(tokens, doc.counts, doc.singulars, doc.content, share=3, least=4):
        assert len(odd.usual) > 1
        assert odd.first < odd.at < odd.last
        here = [singular(word) for word in tokens.words[odd.first : odd.last + 1]]
        for other in odd.usual:
            shift = other - odd.at
            there = [singular(word) for word in tokens.words[odd.first + shift : odd.last + shift + 1]]
            assert [n for n, pair in enumerate(zip(here, there, strict=True)) if pair[0] != pair[1]] == [
                odd.at - odd.first
            ]


def test_what_follows_a_word() -> None:
    text = 'long roads and, "long" the long-term of long\nroads\nLong really'
    tokens = document(text).tokens
    follows = [after(tokens, text, n) for n, word in enumerate(tokens.words) if word == "long"]
    assert follows == ["content", "break", "joined", "content", "unsure"]
    assert after(tokens, text, 1) == "list"
    assert after(tokens, text, len(tokens) - 1) == "break"


def test_a_heading_is_in_title_case() -> None:
    text = "# The Lagos Plan for Roads\n\nThe Lagos Plan covers roads."
    assert in_title_case(text, 6, 16)
    assert not in_title_case(text, 32, 42)


def test_numbers_and_function_words_are_no_content() -> None:
    assert [word for word in ("road", "the", "2024", "x", "7.5") if is_content(word)] == ["road"]
