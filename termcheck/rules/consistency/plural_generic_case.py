"""The generic word after several names keeps one case: "Nile and Congo rivers", "Atlas and Rwenzori mountains".

The Associated Press sets it in lower case, the Chicago Manual of Style (8.53)
in capitals; a text that does both follows neither. The rare case is flagged,
and where neither is rare the pair is offered as a choice. After one name
("the Congo River") the word is part of the name, and is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.position import in_title_case, same_line
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare

_GENERICS = frozenset(
    "rivers mountains lakes seas oceans islands bays gulfs straits valleys deserts plateaus canals provinces counties "
    "districts prefectures streets avenues roads bridges ports airports stations".split()
)


def check(doc: Document, ctx: Context, *, share: int = 3) -> Iterator[Finding]:
    capital, small = list[Span](), list[Span]()
    for index in doc.tokens.among(_GENERICS):
        if (span := _after_names(doc, index)) and not in_title_case(doc.text, *span):
            (capital if doc.text[doc.tokens.starts[index]].isupper() else small).append(span)
    forms = {doc[spans[0]]: spans for spans in (capital, small) if spans}
    yield from compare(doc, forms, share=share, rewrite=_recase)


def _after_names(doc: Document, index: int) -> Span | None:
    """The names joined by "and" with the generic word that closes them, None where there is but one name."""
    tokens, text = doc.tokens, doc.text
    if not (index > 2 and tokens.words[index - 2] == "and" and text[tokens.starts[index - 1]].isupper()):
        return None
    first = index - 3
    own = tokens.words[first] in _GENERICS  # "the Balearic Islands and Canary Islands"
    if own or not same_line(tokens, text, index - 1) or not text[tokens.starts[first]].isupper():
        return None
    while first and tokens.gap(first - 1) == ", " and text[tokens.starts[first - 1]].isupper():
        first -= 1
    return Span(tokens.starts[first], tokens.ends[index])


def _recase(got: str, model: str) -> str:
    names, blank, generic = got.rpartition(" ")
    return names + blank + (generic.capitalize() if model.rpartition(" ")[2][0].isupper() else generic.lower())


RULE = Rule(
    "consistency/plural-generic-case",
    "the generic word after several names in two cases",
    Severity.WARNING,
    check,
    (
        Example("It flows between the Nile and Congo rivers. The [[Atlas, Rif, and Rwenzori Mountains]] are far."),
        Example(
            "The Nile and Congo rivers rose, the Volta and Niger rivers fell. See the [[Atlas and Rif Mountains]].",
            fixed="The Nile and Congo rivers rose, the Volta and Niger rivers fell. See the Atlas and Rif mountains.",
        ),
        Example("Between the Nile and Congo rivers lies the Nile River. The Rwenzori Mountains are far."),
        Example("Between the Nile and Congo rivers. He sailed to the Balearic Islands and Canary Islands."),
    ),
)
