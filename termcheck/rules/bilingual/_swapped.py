"""A name of one thing where the source has another, and a name that a list has lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...document import Bitext, Document
from ...lang import pinyin
from ...lang.countries import at_home
from ...lang.gazetteer import Named
from ...lang.lexicon import LONGEST, is_name, known
from ...lang.names import one_edit_apart
from ...model import Edit, Finding, Fix, Note, Pair, Span
from ._registers import Register, within
from ._scopes import Scope, scopes

_JOINS = frozenset({"、", "和", "与", "及", "以及", "、以及", "、和"})
_LEAST = 5  # letters: of shorter names too many are a letter apart
_LIST = 3  # names that make a list of which one may be lost; two may be told in many ways


def swapped(bitext: Bitext, pairs: Sequence[Pair], register: Register) -> Iterator[Finding]:
    """The one name of a passage that the source has not, where the translation lacks one that the source has.

    Sure where it has none of that name at all, doubtful where it has it less
    often than the source: a country is also told by "the two sides" and "its".
    """
    for scope in scopes(pairs):
        new = _new(bitext, scope, register)
        if len({one.keys for one in new}) == 1:
            lost = _lost(bitext, scope, register, register.source) or _short_lost(bitext, scope, register)
            rarer = [] if lost else _rarer(scope, register)
            if 0 < len({one.keys for one in lost or rarer}) <= (register.most if lost else 1):
                yield _swap(bitext, lost or rarer, new[0], register, doubtful=not lost)


def _short_lost(bitext: Bitext, scope: Scope, register: Register) -> list[Named]:
    """The lost ones of those named in one character; a speaker's own country is also told as "we"."""
    home = at_home(_words(bitext.target, scope.target))
    return [name for name in _lost(bitext, scope, register, register.short) if not (home and "CN" in name.keys)]


def _rarer(scope: Scope, register: Register) -> list[Named]:
    """The names that the source passage has more often than the translated one."""
    said, told = within(register.source, scope.pair.source), within(register.target, scope.pair.target)
    every = [*said, *within(register.short, scope.pair.source)]
    count = {name.keys: sum(bool(name.keys & one.keys) for one in told) for name in every}
    return [name for name in every if sum(one.keys == name.keys for one in every) > count[name.keys]]


def misspelled(bitext: Bitext, pairs: Sequence[Pair], register: Register) -> Iterator[Finding]:
    """A name of the source that the translation has with a letter off only: "Chongqin", "Denmrk"."""
    for scope in scopes(pairs):
        for name in {one.keys: one for one in reversed(within(register.source, scope.pair.source))}.values():
            forms = {form.lower(): form for key in name.keys for form in register.forms(key) if form.isalpha()}
            if place := _near(bitext, scope, forms, register):
                yield _slip(bitext, name, *place)


def _near(bitext: Bitext, scope: Scope, forms: Mapping[str, str], register: Register) -> tuple[Span, str] | None:
    """A capitalised word of the passage, no other name, that is one letter off a form; and that form."""
    tokens, text = bitext.target.tokens, bitext.target.text
    taken = {name.start for name in within(register.target, scope.pair.target)}
    for at in range(tokens.at(scope.pair.target.start), tokens.at(scope.pair.target.end)):
        word, start = tokens.words[at].removesuffix("'s"), tokens.starts[at]
        if (
            not text[start].isupper()
            or start in taken
            or not (_LEAST <= len(word) <= LONGEST)
            or known(word)
            or is_name(word)
        ):
            continue
        for form in forms:
            if one_edit_apart(word, form) and not _meant(bitext, scope, word):
                return Span(start, start + len(word)), forms[form]
    return None


def _meant(bitext: Bitext, scope: Scope, word: str) -> bool:
    """Whether other characters of the source are read so: Jingyang beside 泾阳 is no slip for Jinyang."""
    text = "".join(bitext.source.folded[slice(*span)] for span in scope.source)
    return next(pinyin.runs(pinyin.letters(word), text), None) is not None


def _slip(bitext: Bitext, name: Named, span: Span, want: str) -> Finding:
    chinese = _chinese(bitext, name)
    note = Note(Span(name.start, name.end), f"{chinese} in the source", in_source=True)
    fix = Fix(f'replace with "{want}"', (Edit(span, want),))
    return Finding(span, f'write "{want}", not "{bitext.target[span]}": the source has {chinese}', (note,), fix)


def _swap(bitext: Bitext, lost: Sequence[Named], new: Named, register: Register, doubtful: bool) -> Finding:
    names = {one.keys: one for one in reversed(lost)}
    first = min(lost)
    said = " and ".join(f"{_chinese(bitext, one)} ({_title(one, register)})" for one in sorted(names.values()))
    note = Note(Span(first.start, first.end), f"{_chinese(bitext, first)} in the source", in_source=True)
    message = f'the source has {said}, not "{bitext.target.text[new.start : new.end]}"'
    return Finding(Span(new.start, new.end), message, (note,), doubtful=doubtful)


def _chinese(bitext: Bitext, name: Named) -> str:
    return bitext.source.text[name.start : name.end]


def _title(name: Named, register: Register) -> str:
    return " or ".join(sorted({register.forms(key)[0] for key in name.keys}))


def _lost(bitext: Bitext, scope: Scope, register: Register, names: Sequence[Named]) -> list[Named]:
    """The names, of these, of the source passage that the translation has not, nor what may stand for them."""
    told = {key for span in scope.target for name in within(register.target, span) for key in name.keys}
    words = _words(bitext.target, scope.target)
    return [
        name
        for name in within(names, scope.pair.source)
        if not name.keys & told and not any(register.told(key, words) for key in name.keys)
    ]


def _new(bitext: Bitext, scope: Scope, register: Register) -> list[Named]:
    """The names of the translated passage that the source has not, nor what may mean them."""
    names = [name for span in scope.source for name in within(register.source, span)]
    said = {key for name in names for key in name.keys}
    text = _without(bitext.source.folded, scope.source, names)
    return [
        name
        for name in within(register.target, scope.pair.target)
        if not name.keys & said and not any(register.meant(key, text) for key in name.keys)
    ]


def _without(folded: str, spans: Sequence[Span], names: Sequence[Named]) -> str:
    """The text of the spans with blanks for the names: 瑞士 does not mean Sweden."""
    parts = list(folded[spans[0].start : spans[-1].end])
    for name in names:
        parts[name.start - spans[0].start : name.end - spans[0].start] = " " * (name.end - name.start)
    return "".join(parts)


def _words(doc: Document, spans: Sequence[Span]) -> str:
    tokens = doc.tokens
    words = (word for span in spans for word in tokens.words[tokens.at(span.start) : tokens.at(span.end)])
    return f" {' '.join(words)} "


def shortened(bitext: Bitext, pairs: Sequence[Pair], register: Register) -> Iterator[Finding]:
    """A list of three names or more of which the translation lists all but one."""
    for scope in scopes(pairs):
        lost = {name.start for name in _lost(bitext, scope, register, register.source)}
        for names in _lists(within(register.source, scope.pair.source), bitext.source.folded):
            missing = [name for name in names if name.start in lost]
            if len(missing) == 1 and not _new(bitext, scope, register):
                kept = [name for name in names if name.start not in lost]
                if place := _listed(kept, within(register.target, scope.pair.target), bitext.target):
                    yield _short(bitext, missing[0], place, register)


def _short(bitext: Bitext, missing: Named, place: Span, register: Register) -> Finding:
    chinese = _chinese(bitext, missing)
    note = Note(Span(missing.start, missing.end), f"{chinese} in the source", in_source=True)
    return Finding(place, f"the source lists {chinese} ({_title(missing, register)}) too", (note,))


def _lists(names: Sequence[Named], folded: str) -> Iterator[list[Named]]:
    """Runs of different names joined as in 法国、德国和荷兰."""
    run = list(names[:1])
    for one, other in pairwise(names):
        if folded[one.end : other.start].strip() not in _JOINS:
            if len({name.keys for name in run}) >= _LIST:
                yield run
            run = []
        run.append(other)
    if len({name.keys for name in run}) >= _LIST:
        yield run


def _listed(names: Sequence[Named], said: Sequence[Named], doc: Document) -> Span | None:
    """Where the translation lists these names, in any order and with nothing else between them."""
    for at in range(len(said) - len(names) + 1):
        part = said[at : at + len(names)]
        if all(any(name.keys & one.keys for one in part) for name in names) and _joined(part, doc):
            return Span(part[0].start, part[-1].end)
    return None


def _joined(names: Sequence[Named], doc: Document) -> bool:
    gaps = (doc.folded[one.end : other.start].replace("and", "").replace("the", "") for one, other in pairwise(names))
    return all(not gap.strip(" ,;\n") for gap in gaps)
