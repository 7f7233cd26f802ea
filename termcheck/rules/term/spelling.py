"""An official term in other letters than the glossary has: case, hyphen, dash, space or figure.

Readers take "Rail Link" and "rail link" for two things. Every use is compared
with its preferred or allowed form, in the number and case the sentence asks
for. Capitals at the start of a sentence, in headings, in text all in capitals
and inside a longer title are right, and so is a hyphen that joins a term of
two words before a noun ("climate-change policy"), or a blank where two
modifiers share a noun ("large and mega ports"). Words that are wholly in lower
case may be no name at all: they are doubtful unless the entry says
`case: exact` and has three words or more. A name that keeps some of its
capitals is doubtful no longer where the text itself writes it right, in
running prose, twice as often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ...document import Document
from ...glossary import Term, Use
from ...glossary.letters import Pair, corrected, form_words, inflected, pairs, same_number
from ...lang.position import after, may_open
from ...model import Edit, Finding, Fix, Severity
from ...rule import Context, Example, Rule
from ._case import case_verdict, in_longer_name, right_capitals

_DASHES = frozenset("\u2012\u2013\u2014\u2015\u2212")
_PARTICLES = frozenset("up out off in on down over back away through".split())


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    uses = [use for use in ctx.uses(doc) if use.kind in {"preferred", "allowed"}]
    said = Counter[tuple[str, str]]()
    for use in uses:
        if finding := _compare(doc, use):
            got = doc[use.span]
            if finding.doubtful and _capitals(use.form) > _capitals(got) > 0:
                said = said or _said(doc, uses)
                settled = said[use.form, use.form] >= 2 * max(1, said[use.form, got])
                finding = finding._replace(doubtful=not settled)
            yield finding


def _said(doc: Document, uses: Iterable[Use]) -> Counter[tuple[str, str]]:
    """How often running prose has each form in each spelling."""
    return Counter((use.form, doc[use.span]) for use in uses if doc.block_at(use.span.start).kind == "paragraph")


def _capitals(text: str) -> int:
    return sum(map(str.isupper, text))


def _compare(doc: Document, use: Use) -> Finding | None:
    got = doc[use.span]
    form = inflected(use.form, got) if use.inflected else use.form
    if form == got or form == " ".join(got.split()):
        return None
    found = pairs(form, got)
    if found is None:
        opens = may_open(doc.tokens, doc.tokens.at(use.span.start))
        return None if opens or not same_number(form, got) else _finding(use, form, got, "the figure")
    reason = _joint_reason(doc, use, form, found)
    right = right_capitals(doc, use, form, found)
    if reason is None or (reason and in_longer_name(doc, use, form, closed="word" in reason)):
        return None
    if reason:
        return _finding(use, corrected(found, right), got, reason, _may_be_noun(doc, use, form))
    verdict = case_verdict(doc, use, form, found, right)
    if verdict == "right":
        return None
    return _finding(use, corrected(found, right), got, "the capitals", verdict == "doubtful")


def _finding(use: Use, want: str, got: str, what: str, doubtful: bool = False) -> Finding:
    fix = Fix(f'write "{want}"', (Edit(use.span, want),))
    message = f'write "{want}", not "{got}": {what} of the official term'
    return Finding(use.span, message, fix=fix, doubtful=doubtful, term=use.term.term)


def _joint_reason(doc: Document, use: Use, form: str, found: list[Pair]) -> str | None:
    """What is wrong between the words: "" where nothing is, None where the words are no use of the term at all."""
    reason = ""
    for mine, its in ((pair.form.before, pair.text.before) for pair in found[1:] if pair.joint_differs):
        if its == " " and _shares_its_noun(doc, use):
            return None
        if _DASHES & set(its):
            if mine != "-":
                return None
            reason = "the hyphen"
        elif {mine, its} == {"-", " "} and not _is_free(doc, use, form, its):
            reason = "the hyphen"
        elif "" in {mine, its}:
            reason = "the one word" if not mine else "the two words" if mine == " " else "the hyphen"
    return reason


def _shares_its_noun(doc: Document, use: Use) -> bool:
    """Whether "and" joins the first word to another modifier of the same noun: "super-large and mega cities"."""
    tokens = doc.tokens
    first = tokens.at(use.span.start)
    joined = first > 1 and tokens.words[first - 1] in ("and", "or") and tokens.gap(first - 2) == " "
    return joined and not tokens.words[first - 2].endswith("s")


def _is_free(doc: Document, use: Use, form: str, joint: str) -> bool:
    """Whether grammar decides on the hyphen: a verb ("to open up"), a modifier of a noun ("data-sharing rules")."""
    words = form_words(form)
    if len(words) == 2 and joint == " ":
        return words[1] in _PARTICLES
    return len(words) == 2 and form[1:].islower() and _before_noun(doc, use)


def _may_be_noun(doc: Document, use: Use, form: str) -> bool:
    """Whether the form is all one compound, and not before a noun, where compounds that modify lose their hyphens."""
    return " " not in form and "-" in form and " " in doc[use.span] and form.islower() and not _before_noun(doc, use)


def _before_noun(doc: Document, use: Use) -> bool:
    return after(doc.tokens, doc.text, doc.tokens.at(use.span.end) - 1) == "content"


_LINK = Term("Coastal Rail Link", case="exact")
_PARK = Term("eco-park", case="sentence")
_SHARING = Term("data sharing", case="sentence")
_CHARITY = Term("Nairobi-Mombasa Relief Fund")
_HUB = Term("hub for inland start-ups", case="sentence")

RULE = Rule(
    "term/spelling",
    "an official term in other letters",
    Severity.ERROR,
    check,
    (
        Example("The [[Coastal Rail link]] opens.", fixed="The Coastal Rail Link opens.", terms=(_LINK,)),
        Example("On the [[Coastal rail\nlink]].", fixed="On the Coastal Rail\nLink.", terms=(_LINK,)),
        Example("THE COASTAL RAIL LINK", terms=(_LINK,)),
        Example(
            "The [[Nairobi\u2013Mombasa Relief Fund]].", fixed="The Nairobi-Mombasa Relief Fund.", terms=(_CHARITY,)
        ),
        Example("Two [[ecoparks]] and [[eco park]] rules.", fixed="Two eco-parks and eco-park rules.", terms=(_PARK,)),
        Example("Large and mega ports, and shops and [[mega ports]].", terms=(Term("megaport", case="sentence"),)),
        Example('Eco-parks are new. He said: "Eco-parks!" The Lisbon Eco-Park Forum met.', terms=(_PARK,)),
        Example("A [[hub for inland start ups]].", fixed="A hub for inland start-ups.", terms=(_HUB,)),
        Example("The [[Coastal rail Link]] and the Coastal Rail Link Road.", terms=(_LINK,)),
        Example("Every [[link fund]] costs.", terms=(Term("Link Fund", case="exact"),), doubtful=True),
        Example("The [[port community council]].", terms=(Term("Port Community Council", case="exact"),)),
        Example("Our Central Moneymarkets Desk.", terms=(Term("money markets"),)),
        Example("Cape Town, not [[Capetown]]; the Capetown and Durban Club.", terms=(Term("Cape Town"),)),
        Example("The [[Port community council]].", terms=(Term("Port Community Council"),)),
        Example("The [[port community council]].", terms=(Term("Port Community Council", kind="organisation"),)),
        Example(
            "The Morning Times led. The Morning Times asked, and the [[Morning times]] printed.",
            terms=(Term("Morning Times"),),
        ),
        Example("The [[Morning times]] printed.", terms=(Term("Morning Times"),), doubtful=True),
        Example("Ghent set up a [[Port council]].", terms=(Term("Port Council", case="exact"),), doubtful=True),
        Example("They watch global equity markets.", terms=(Term("Global equity markets"),)),
        Example("They start up firms.", terms=(Term("start-up"),)),
        Example("We need data-sharing rules, and data sharing.", terms=(_SHARING,)),
        Example("A [[ten-year plan]] again.", fixed="A 10-year plan again.", terms=(Term("10-year plan"),)),
        Example("Ten-year plans are long.", terms=(Term("10-year plan"),)),
        Example("We cover [[green bond]] markets.", terms=(Term("Green Bond"),), doubtful=True),
        Example('The reform of "Data Sharing" [[Data Sharing]] goes on.', terms=(_SHARING,)),
    ),
)
