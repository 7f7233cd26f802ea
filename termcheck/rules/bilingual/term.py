"""An official term of the source that has none of its renderings in the passage that answers.

The longest source term wins, so that a term inside a longer one asks for
nothing. Any form of any entry with the source term answers for it, right or
forbidden (that is another rule's), inflected, its words apart or turned round;
so do its initials, a short form the text has given it, its head noun or a part
of it where it stood in full before. A good translation leaves out what is
understood and renders everyday words in many ways. So a finding is sure only
where nothing of the term is there, the text is not about it, and it is a name
or a phrase that nearly all other passages render. Of a single everyday word that
the text renders as it likes nothing is said, nor of source terms of fewer than
`least` characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...document import Bitext
from ...glossary import Forbidden, Term
from ...model import Finding, Note, Severity
from ...rule import Context, Example, Rule

if TYPE_CHECKING:
    from ._renderings import Missing

_TRACE = 0.33  # with a third of a rendering in the sentence, it is there in other words
_NAME = 4  # characters of a source term that is surely a name wherever it stands
_SHOWN = 3  # renderings that a message names


def check(bitext: Bitext, ctx: Context, *, least: int = 2) -> Iterator[Finding]:
    from ...counterparts.facing import entry
    from ._glossed import as_written
    from ._renderings import missing

    for one in missing(bitext, ctx):
        if len(one.use.form) >= least and not one.carried and not (one.is_word and one.is_loose):
            want = '" or "'.join([*dict.fromkeys(term.term for term in one.terms)][:_SHOWN])
            found = as_written(bitext.source, one.use.span)
            note = Note(one.use.span, f'"{want}" in the source', in_source=True)
            message = f'the source has {found}, but "{want}" is not here'
            doubtful = not _is_sure(one, len(bitext.pairs))
            yield Finding(one.pair.target, message, (note,), doubtful=doubtful, term=entry(bitext, ctx, one.terms[0]))


def _is_sure(one: Missing, passages: int) -> bool:
    from ._glossed import is_topic

    if one.share >= _TRACE or one.is_word or is_topic(one.others + 1, passages):
        return False
    name = len(one.use.form) >= _NAME and one.is_name
    return one.is_firm or (name and one.is_steady)


_CANAL = Term("Pinglu Canal", source=("平陆运河",), allowed=("the Pinglu waterway",))
_FUND = Term("canal fund", source=("平陆运河基金",))
_OFFICE = Term("Port Council", source=("港口委员会",), forbidden=(Forbidden("Harbour Board"),))
_TOLL = Term("harbour toll", source=("通行费",))
_NEWS = "记者：\n\n有何进展？\n\n李娜：\n\n平陆运河已通航。\n"
_TOLLS = "通行费不高。\n\n工人回家。\n\n" * 5 + "通行费下月再议。\n"
_PAID = "The harbour toll is low.\n\nWorkers go home.\n\n" * 5

RULE = Rule(
    "bilingual/term",
    "a source term with no rendering in the translation",
    Severity.WARNING,
    check,
    (
        Example("Rice Daily:\n\nWhat is new?\n\nLi Na:\n\n[[Boats sail.]]\n", source=_NEWS, terms=(_CANAL,)),
        Example("[[Boats sail.]]\n", source="平陆运河已通航。\n", terms=(_CANAL,)),
        Example("The Pinglu Canal is open.\n", source="平陆运河已通航。\n", terms=(_CANAL,)),
        Example("The Pinglu Cannal is open.\n", source="平陆运河已通航。\n", terms=(_CANAL,)),
        Example("A canal at Pinglu is open.\n", source="平陆运河已通航。\n", terms=(_CANAL,)),
        Example("The PC met.\n", source="港口委员会开会。\n", terms=(_OFFICE,)),
        Example("The Harbour Board met.\n", source="港口委员会开会。\n", terms=(_OFFICE,)),
        Example(
            "The Port Council is new.\n\nWorkers go home.\n\nIt rains.\n\nThe council met.\n",
            source="港口委员会新成立。\n\n工人回家。\n\n下雨。\n\n港口委员会开会。\n",
            terms=(_OFFICE,),
        ),
        Example("The canal fund is new.\n", source="平陆运河基金成立。\n", terms=(_CANAL, _FUND)),
        Example("[[Money came.]]\n", source="平陆运河基金成立。\n", terms=(_CANAL, _FUND), doubtful=True),
        Example(f"{_PAID}[[It will be discussed.]]\n", source=_TOLLS, terms=(_TOLL,)),
        Example(
            "[[Reform goes on.]]\n",
            source="继续改革。\n",
            terms=(Term("reform and opening", source=("改革",)),),
            doubtful=True,
        ),
        Example("继续改革。\n", source="Reform and opening go on.\n", terms=(Term("reform", source=("改革",)),)),
        Example("[[我们交费。]]\n", source="We pay the Port Council.\n", terms=(_OFFICE,)),
        Example("The waterway is open.\n", terms=(_CANAL,)),
    ),
)
