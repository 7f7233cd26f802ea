"""From a document to issues: run the rules, stamp, apply decisions, drop doubles, sort.

A rule that fails takes no other with it; a file that cannot be read takes no other with it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from . import align
from .document import Bitext, Document
from .errors import TermcheckError
from .glossary import Glossary
from .model import Issue, Severity
from .place import Located, locate
from .readers import Share, bitexts, document, load
from .rule import Context, Rule
from .settle import settle
from .suppress import Accepted, Baseline, Decision, Markers, Used, decide, faults, stale, unneeded
from .suppress.baseline import adopted, gone

if TYPE_CHECKING:
    from .attested import Attestation
    from .study import Study

# The families whose rules hold in any language; the others are of English words and figures.
ANY_LANGUAGE = frozenset({"term", "structure"})
# The families that read who speaks when: the rows of a table are no transcript.
OF_TRANSCRIPTS = frozenset({"structure", "reference"})


class Setup(NamedTuple):
    """How texts are checked: one configuration, resolved. `options` and `severity` go by rule id.

    `notices` are the kinds of issues about decisions that are wanted, with their severity. `tables` is where the
    grammar keeps its tables, "" for nowhere. `glossaries` are the paths the glossary was read from, `config` that of
    the configuration. `studied` and `attested` say whether a study of each text, and what it attests, are wanted beside
    its issues. `judged` says whether a decision that decides nothing is told: not where another glossary stands in the
    place of the configured one.
    """

    rules: Sequence[Rule]
    glossary: Glossary = Glossary()
    options: Mapping[str, Mapping[str, Any]] = {}
    severity: Mapping[str, Severity] = {}
    accepted: Accepted = Accepted()
    notices: Mapping[str, Severity] = {}
    tables: str = ""
    glossaries: Sequence[str] = ()
    config: str = ""
    studied: bool = False
    attested: bool = False
    baseline: Baseline = Baseline()
    judged: bool = True


class Crash(NamedTuple):
    """A rule that failed on a file, with the error in one line; an empty rule for the reading of the file."""

    rule: str
    path: str
    error: str

    def __str__(self) -> str:
        what = f"rule {self.rule} crashed" if self.rule else "crashed"
        return f"{what} on {self.path}: {self.error}"


class Checked(NamedTuple):
    """What the check of one file gave: issues in the order of the text, or the error that kept it from being read.

    `studies` are those of its texts, where they were wanted: one, or one for each part of a table. `ran` are the rules
    that read the whole file, `used` the decisions for any file that it needed, `gone` how many issues of the baseline
    it has no more. `attested` is what its texts say that other texts are to be compared with, where it was wanted.
    """

    path: str
    issues: Sequence[Located] = ()
    crashes: tuple[Crash, ...] = ()
    error: str = ""
    seconds: Mapping[str, float] = {}
    studies: tuple[Study, ...] = ()
    ran: frozenset[str] = frozenset()
    used: frozenset[Decision] = frozenset()
    gone: int = 0
    attested: tuple[Attestation, ...] = ()


class Part(NamedTuple):
    """What one text of a file gave: also the decisions that were needed for it, and the rules that ran."""

    checked: Checked
    used: Used
    ran: frozenset[str]


Text = tuple[Document, Bitext | None]  # a text, and what it is beside its source
Each = Callable[[Iterator[Text]], Iterator[Part]]


def check(doc: Document, glossary: Glossary, rules: Sequence[Rule]) -> list[Issue]:
    """The issues of one document, in the order of the text. A rule that fails raises its error."""
    setup, ctx = Setup(rules, glossary), Context(glossary)
    read = ((rule, subject) for rule in rules if (subject := _subject(rule, doc, None)))
    return settle(issue for rule, subject in read for issue in _issues(subject, doc.path, ctx, rule, setup))


def beside(original: Document, doc: Document, glossary: Glossary) -> Bitext:
    """A translation beside its source, with the passages that answer each other; strangers have none."""
    both = Bitext(original, doc, align.passages(original, doc, glossary))
    return both if align.coverage(both) >= align.STRANGERS else Bitext(original, doc)


def check_file(
    path: str,
    setup: Setup,
    encoding: str = "",
    name: str = "",
    source: str = "",
    *,
    share: Share = lambda _: None,
    each: Each | None = None,
    data: bytes | None = None,
) -> Checked:
    """What the check of a file gives, under another name if one is given; nothing is raised.

    `source` is the file that the text translates, "" where it stands alone.
    What was found before a table broke off is given beside the error; `share`
    is told how much of a table is done. `each` checks the texts of the file,
    by `check_part`, if that is to be done elsewhere. `data` is what stands in the file, where that is in hand.
    """
    shown, parts = name or path, list[Part]()
    try:
        found = _with_source(path, shown, encoding, source, setup, data=data) if source else None
        texts = found or _texts(path, shown, encoding, setup, share, data=data)
        parts.extend(each(texts) if each else (check_part(text, setup) for text in texts))
    except TermcheckError as error:
        return _whole(shown, parts, setup, str(error))
    except Exception as error:
        return Checked(shown, crashes=(_crash("", shown, error),))
    return _whole(shown, parts, setup)


def _texts(path: str, name: str, encoding: str, setup: Setup, share: Share, *, data: bytes | None) -> Iterator[Text]:
    """The texts of a file: one alone, or those of a table, part by part."""
    languages = setup.glossary.source_language, setup.glossary.language
    parts = bitexts(path, name, encoding, languages, share=share, data=data)
    if parts is None:
        yield document(load(path) if data is None else data, name, encoding, setup.tables), None
    else:
        yield from ((part.target, part) for part in parts)


def _with_source(
    path: str, name: str, encoding: str, source: str, setup: Setup, *, data: bytes | None
) -> Iterator[Text]:
    """A text beside the text it translates."""
    doc = document(load(path) if data is None else data, name, encoding, setup.tables)
    original = document(load(source), source, encoding, setup.tables)
    if doc.lang and doc.lang == original.lang:
        raise TermcheckError(f"in the same language as its source {source}", name, hint="is it the right file?")
    yield doc, beside(original, doc, setup.glossary)


def check_part(text: Text, setup: Setup) -> Part:
    """What one text of a file gives."""
    doc, bitext = text
    ctx = Context(setup.glossary)
    issues, crashes, seconds = _run_rules(text, ctx, setup)
    ran = frozenset(seconds.keys() - {crash.rule for crash in crashes})
    marks, original = Markers(doc), bitext.source if bitext else None
    kept, used = decide(doc, issues, marks, setup.accepted, original)
    settled = settle([*kept, *_levelled(faults(doc, marks, used, ran if setup.judged else ()), setup.notices)])
    if not (setup.studied or setup.attested):  # places and excerpts rest on the text alone
        _forget(text)
    located = tuple(locate(doc, issue, original) for issue in settled)
    studied = _study(text, ctx, located) if setup.studied else None
    attested = _attested(text, ctx) if setup.attested else ()
    crashes += [one for one in (studied, attested) if isinstance(one, Crash)]
    studies = () if studied is None or isinstance(studied, Crash) else (studied,)
    facts = () if isinstance(attested, Crash) else attested
    return Part(Checked(doc.path, located, tuple(crashes), "", seconds, studies, attested=facts), used, ran)


def _forget(text: Text) -> None:
    doc, bitext = text
    for one in (doc, bitext, bitext.source) if bitext else (doc,):
        one.forget()


def _run_rules(text: Text, ctx: Context, setup: Setup) -> tuple[list[Issue], list[Crash], dict[str, float]]:
    """What the rules find, which of them crashed, and the seconds that each took."""
    doc, bitext = text
    issues, crashes, seconds = list[Issue](), list[Crash](), dict[str, float]()
    for rule in setup.rules:
        subject, begin = _subject(rule, doc, bitext), perf_counter()
        if subject is None:
            continue
        try:
            issues += _issues(subject, doc.path, ctx, rule, setup)
        except Exception as error:
            crashes.append(_crash(rule.id, doc.path, error))
        seconds[rule.id] = perf_counter() - begin
    return issues, crashes, seconds


def _study(text: Text, ctx: Context, issues: tuple[Located, ...]) -> Study | Crash:
    from .study import study

    doc, bitext = text
    try:
        return study(doc, bitext, ctx, issues)
    except Exception as error:
        return _crash("", doc.path, error)


def _attested(text: Text, ctx: Context) -> tuple[Attestation, ...] | Crash:
    from .archive import attest

    try:
        return attest(*text, ctx)
    except Exception as error:
        return _crash("", text[0].path, error)


def _whole(path: str, given: Sequence[Part], setup: Setup, error: str = "") -> Checked:
    """What a file gave in all; a decision is stale where no part needed it."""
    seconds = summed(part.checked.seconds for part in given)
    crashes = {(crash.rule, crash.error): crash for part in given for crash in part.checked.crashes}
    ran = _judged(seconds, [rule for rule, _ in crashes], setup) if not error else frozenset[str]()
    parts, lost = _beside_baseline(path, given, ran, setup)
    used = {one for part in parts for one in part.used}
    return Checked(
        path,
        (*(one for part in parts for one in part.checked.issues), *_stale(path, setup, used, ran)),
        tuple(crashes.values()),
        error,
        seconds,
        tuple(one for part in parts for one in part.checked.studies),
        ran,
        frozenset(one for one in used if isinstance(one, Decision) and not one.file),
        lost,
        tuple(one for part in parts for one in part.checked.attested),
    )


def summed(times: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The seconds that each rule took in all."""
    seconds: dict[str, float] = {}
    for one in times:
        for rule, time in one.items():
            seconds[rule] = seconds.get(rule, 0.0) + time
    return seconds


def _judged(ran: Iterable[str], crashed: Collection[str], setup: Setup) -> frozenset[str]:
    """The rules that read the whole of a file, so that what they do not find is not there; none where that is open."""
    return frozenset({*ran} - {*crashed}) if setup.judged and "" not in crashed else frozenset()


def _beside_baseline(path: str, parts: Sequence[Part], ran: Collection[str], setup: Setup) -> tuple[list[Part], int]:
    """The parts of a file with what the baseline adopts, and how many of its entries match nothing any more.

    A fingerprint counts the issues of the whole file, so no part can do this alone.
    """
    known = setup.baseline.of(path)
    if not known:
        return [*parts], 0
    issues, names = adopted([one for part in parts for one in part.checked.issues], known)
    rest = iter(issues)
    found = [_with_issues(part, tuple(islice(rest, len(part.checked.issues)))) for part in parts]
    return found, len(gone(known, names, ran))


def _with_issues(part: Part, issues: tuple[Located, ...]) -> Part:
    studies = tuple(one._replace(issues=issues) for one in part.checked.studies)
    return part._replace(checked=part.checked._replace(issues=issues, studies=studies))


def _stale(path: str, setup: Setup, used: Used, ran: Collection[str]) -> tuple[Located, ...]:
    return _in_decisions(setup, stale(path, setup.accepted, used, ran))


def stale_everywhere(setup: Setup, files: Sequence[Checked]) -> tuple[Located, ...]:
    """An issue for each decision that none of these files needed: they are all those of a file of decisions."""
    if not setup.judged or any(file.error for file in files):
        return ()
    crashed = {crash.rule for file in files for crash in file.crashes}
    ran = {rule for file in files for rule in file.ran} - crashed if "" not in crashed else set()
    used: Used = {one for file in files for one in file.used}
    return _in_decisions(setup, unneeded(setup.accepted, used, ran))


def _in_decisions(setup: Setup, issues: Iterable[Issue]) -> tuple[Located, ...]:
    """Issues about decisions, as far as they are wanted, with their places in the file of the decisions."""
    levelled = _levelled(issues, setup.notices)
    decisions = Document(setup.accepted.source, ()) if levelled else None
    return tuple(locate(decisions, issue) for issue in levelled) if decisions else ()


def _subject(rule: Rule, doc: Document, bitext: Bitext | None) -> Document | Bitext | None:
    """What a rule reads of a text; None where that is not there, or not of its kind or language."""
    if rule.subject == "Bitext":
        return bitext
    readable = doc.lang == "en" or rule.family in ANY_LANGUAGE
    return doc if readable and not (doc.units and rule.family in OF_TRANSCRIPTS) else None


def _issues(subject: Document | Bitext, path: str, ctx: Context, rule: Rule, setup: Setup) -> list[Issue]:
    level = setup.severity.get(rule.id, rule.severity)
    found = rule.check(subject, ctx, **setup.options.get(rule.id, {}))
    return [Issue(rule.id, finding.severity or level, path, finding) for finding in found]


def _crash(rule: str, path: str, error: Exception) -> Crash:
    return Crash(rule, path, f"{type(error).__name__}: {error}".partition("\n")[0])


def _levelled(issues: Iterable[Issue], levels: Mapping[str, Severity]) -> list[Issue]:
    return [issue._replace(severity=levels[issue.rule]) for issue in issues if issue.rule in levels]
