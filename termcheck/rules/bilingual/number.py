"""A figure of the source that the translation changes, drops or makes up.

Figures are compared by value: 4765亿元 is 476.5 billion yuan, 三成 is 30
percent, 今年 may be told as 2026. A figure that the translation puts otherwise
(a half, double, a decade), converts or rounds is no fault, nor is one that is
said again, or once for twice. Small numbers in words, which every language
drops and adds in its idioms, are compared where something stands in their
place. A year or a day that only one side tells is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...document import Bitext, Document
from ...lang.quantity import AMOUNTS
from ...model import Edit, Finding, Fix, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._cause import cause
from ._write import instead, written

if TYPE_CHECKING:
    from ...counterparts.changes import Change
    from ...counterparts.figures import Figure
    from ...counterparts.match import Compared

_SHORT = 120  # code points of a passage that is pointed at as a whole
_LARGE = 1000
_MAGNITUDES = tuple("十百千万亿")
_OTHERS = {"en": ("other", "more", "further"), "zh": ("其他", "其它", "其余", "另")}
_NEXT = 10  # code points on either side of a figure


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    from ...counterparts.match import compared

    for passage in compared(bitext):
        if passage.apart:
            yield _apart(bitext, passage)
            continue
        told = {(change.source.span, change.target.span): change for change in reversed(passage.changed)}
        changes = (_changed(bitext, change) for change in reversed(told.values()))  # both ends of a range are one fault
        yield from (finding for finding in changes if finding)
        yield from _missing(bitext, passage)
        yield from _invented(bitext, passage)


def _apart(bitext: Bitext, passage: Compared) -> Finding:
    """One finding for passages that hardly answer each other: what is wrong is no single figure."""
    said = _listed(_quote(bitext.source, one) for one in passage.missing)
    message = f"the source has {said}, this text other figures" if said else "the source has none of these figures"
    note = Note(passage.pair.source, "the passage of the source", in_source=True)
    return Finding(passage.pair.target, message, (note,), doubtful=True)


def _changed(bitext: Bitext, change: Change) -> Finding | None:
    one, two = change.source, change.target
    here, note = bitext.target[two.span], Note(Span(*one.span), "the figure of the source", in_source=True)
    if change.cut:
        message = f'the source has the range {bitext.source[one.span]}, this text only "{here}"'
        return Finding(Span(*two.span), message, (note,), doubtful=not change.sure)
    why = cause(bitext.source, one, bitext.target, two)
    said = bitext.source[one.span] if why else _quote(bitext.source, one)
    message = f'the source has {said}, this text "{here}"' + (f": {why}" if why else "")
    others = one.value - two.value
    if (others == 1 and _counts_all(bitext.source, one)) or (others == -1 and _counts_all(bitext.target, two)):
        return None
    doubtful = not change.sure or (abs(one.value - two.value) == 1 and _counts_others(bitext.target, two))
    return Finding(Span(*two.span), message, (note,), _fix(bitext.target, change), doubtful)


def _counts_all(doc: Document, one: Figure) -> bool:
    """Whether a figure counts what is named before it too: 财政部等四部门, "the Ministry and three departments"."""
    return doc.lang == "zh" and doc.folded[max(0, one.span[0] - 1) : one.span[0]] == "等"


def _counts_others(doc: Document, one: Figure) -> bool:
    """Whether a figure leaves out one that is named: three for "Yale and two other schools"."""
    around = doc.folded[max(0, one.span[0] - _NEXT) : one.span[1] + _NEXT]
    return any(word in around for word in _OTHERS.get(doc.lang, ()))


def _fix(target: Document, change: Change) -> Fix | None:
    one, two = change.source, change.target
    new = instead(target, two, one.value) if change.sure and one.sort == two.sort else ""
    if not new or two.quantity is None or two.sort == "clock":
        return None
    return Fix(f'write "{new}"', (Edit(Span(*two.quantity.number), new),))


def _quote(doc: Document, one: Figure) -> str:
    """A figure as the source has it, with its value where that is written otherwise: 4765亿元 (476.5 billion)."""
    said = doc[one.span]
    if one.sort == "ordinal" and doc.folded[one.span[0] - 1 : one.span[0]] == "第":
        said = f"第{said}"
    if one.approx and said in _MAGNITUDES:
        said = doc.text[one.span[0] - 1 : one.span[1]]  # 近千
    scaled = one.quantity is not None and one.quantity.written != "digits" and one.size >= _LARGE
    return f"{said} ({written(one.value)})" if scaled and doc.lang != "en" else said


def _missing(bitext: Bitext, passage: Compared) -> Iterator[Finding]:
    asked = [one for one in passage.missing if _is_asked(one)]
    if asked:
        said = _listed(_quote(bitext.source, one) for one in asked)
        notes = tuple(Note(Span(*one.span), "a figure of the source", in_source=True) for one in asked)
        message, doubtful = f"the source has {said}, this text has not", all(_is_free(one) for one in asked)
        yield Finding(_place(bitext, passage, asked[0]), message, notes, doubtful=doubtful)


def _is_asked(one: Figure) -> bool:
    """Whether a figure is told where the other language has none: the year of a full date need not be said there."""
    dated = one.sort == "calendar-year" and one.date is not None and one.date.month is not None
    small = one.quantity is not None and one.digital and one.quantity.kind in AMOUNTS and one.value != 1
    return (one.weight == 2 and not dated) or (one.weight == 1 and small)


def _is_free(one: Figure) -> bool:
    """Whether a translation may leave the figure out: a bare year, a day without its month (5日), a small number."""
    bare_day = one.sort == "day-of-month" and one.date is not None and one.date.month is None
    return one.weight == 1 or one.sort == "calendar-year" or bare_day


def _place(bitext: Bitext, passage: Compared, one: Figure) -> Span:
    """The sentence of the target where a figure of the source would stand: beside its neighbours."""
    begin, end = passage.pair.target
    if end - begin <= _SHORT:
        return passage.pair.target
    around = bitext.source.sentence_at(one.span[0])
    beside = [match.target.span[0] for match in passage.matches if around.covers(Span(*match.source.span))]
    part = (one.span[0] - passage.pair.source[0]) / (passage.pair.source[1] - passage.pair.source[0])
    sentence = bitext.target.sentence_at(beside[0] if beside else begin + int(part * (end - begin)))
    return Span(max(begin, sentence.start), min(end, sentence.end))


def _invented(bitext: Bitext, passage: Compared) -> Iterator[Finding]:
    extra = [one for one in passage.invented if _is_asked(one)]
    if extra:
        said = _listed(f'"{bitext.target[one.span]}"' for one in extra)
        note = Note(passage.pair.source, "the passage of the source", in_source=True)
        doubtful = all(_is_free(one) for one in extra)
        yield Finding(Span(*extra[0].span), f"the source has no {said}", (note,), doubtful=doubtful)


def _listed(some: Iterable[str]) -> str:
    *others, last = list(dict.fromkeys(some)) or [""]
    return f"{', '.join(others)} and {last}" if others else last


RULE = Rule(
    "bilingual/number",
    "a figure that the source does not have, or has otherwise",
    Severity.ERROR,
    check,
    (
        Example(
            "They spent [[4,765 billion yuan]] on it.\n",
            fixed="They spent 476.5 billion yuan on it.\n",
            source="他们为此花了4765亿元。\n",
        ),
        Example(
            "It took [[five weeks]] to mend.\n", fixed="It took three weeks to mend.\n", source="修好用了三个星期。\n"
        ),
        Example("Prices rose by [[5 percent]].\n", fixed="Prices rose by 3 percent.\n", source="价格上涨3%。\n"),
        Example("Growth will be [[5 percent]].\n", source="增长将为3%至5%。\n"),
        Example("The fair opens on [[June 8]].\n", source="博览会于6月5日开幕。\n"),
        Example("[[The harvest was good.]]\n", source="粮食产量达到690万吨，收成很好。\n"),
        Example("The harvest of [[6.9 million tons]] was good.\n", source="收成很好。\n"),
        Example("The harvest was good in [[2024]].\n", source="收成很好。\n", doubtful=True),
        Example("The talks begin at [[5:30]] p.m.\n", source="会谈于下午4点半开始。\n"),
        Example("The talks begin at 4:30 p.m.\n", source="会谈于16时30分开始。\n"),
        Example("They spent 476.5 billion yuan on it.\n", source="他们为此花了4765亿元。\n"),
        Example("Half of the farms, 30 percent more, grow rye.\n", source="50%的农场种黑麦，增加三成。\n"),
        Example("On Monday, June 5, 2024, the two countries signed it.\n", source="6月5日，两国签署了协议。\n"),
        Example("The 14th Five-Year Plan built 40 hectares.\n", source="“十四五”期间建设了600亩。\n"),
        Example("它在2024年增长了两倍多，达到15.2万吨。\n", source="In 2024 it more than tripled, to 152,000 tons.\n"),
        Example("它达到[[15.2亿吨]]。\n", fixed="它达到15.2万吨。\n", source="It came to 152,000 tons.\n"),
    ),
)
