"""Invented official terms of real words, with the forms that an editor would strike out: a glossary of any size.

A term has a name made of pinyin syllables among two to five words; the other words, and how often each comes, are those
of real terms (`glossary/`, and the lists in the shared data folder where it is at hand). It forbids one to three forms,
of the kinds in `KINDS`. Every twentieth term has a forbidden form of another inside it, and is right all the same. The
first terms of a long glossary are those of a short one.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from real_texts import DATA

ROOT = Path(__file__).resolve().parents[1]
KINDS = {"another word": 7, "word missing": 3, "hyphen": 3, "misspelt token": 5, "case": 2}  # how often each comes
SYLLABLES = (
    "an bai bao bei bin cang chang chao chen cheng chi chong chuan da dan dao deng ding dong du en fang fei feng "
    "fu gan gang gao gong gu guan guang gui hai han he heng hong hu hua huai huang hui ji jia jian jiang jin jing "
    "jiu kai kang kun lan lang le li lian liang lin ling liu long lu luo ma mei meng mian min ming nan ning pan "
    "pei peng ping pu qi qian qiao qin qing qiong quan rong ru rui san sha shan shang shao shen shi shou shu shun "
    "song su sui tai tan tang tian ting tong wan wei wen wu xi xia xian xiang xin xing xiu xu xuan ya yan yang "
    "yao yi yin ying yong you yu yuan yue yun zao zhang zhao zhe zhen zheng zhi zhong zhou zhu zi zun"
).split()
# N a name, M a word that qualifies, H a noun that closes a term; how often each shape comes.
SHAPES = {"N H": 2, "N M H": 6, "N M M H": 5, "N M M M H": 2, "M N M H": 4, "M N H": 3, "N-N M H": 3, "M H of N": 2}
_WORD = re.compile(r"[A-Za-z]{2,}(?:-[A-Za-z]+)*")
_LINKS = frozenset("and the for with from into that their its between among under over on of in to by as".split())


class Forbidden(NamedTuple):
    """A form that is wrong, and of which kind; of a misspelt token, that token and the right one."""

    form: str
    kind: str
    token: tuple[str, str] = ("", "")


class Entry(NamedTuple):
    """A term; `inside` is the forbidden form of another term that is part of it."""

    term: str
    name: bool
    forbidden: tuple[Forbidden, ...]
    inside: str = ""


class Words(NamedTuple):
    """What terms are made of, as often as real terms have it; `known` are words no misspelling may be."""

    qualifying: list[str]
    closing: list[str]
    known: frozenset[str]


def entries(count: int, known: Collection[str], seed: int = 2026) -> Iterator[Entry]:
    """`count` terms; no form of one is a form of another, whatever its case, hyphens and number."""
    rng, words, taken = random.Random(f"terms {seed}"), vocabulary(known), set[str]()
    inner: list[tuple[bool, str]] = []
    made = 0
    while made < count:
        name = rng.random() < 0.7
        inside = ""
        if inner and made % 20 == 19:
            name, inside = rng.choice(inner)
            qualifying = rng.choice(words.qualifying)
            term = f"{qualifying.title() if name else qualifying} {inside}"
        else:
            term = _term(rng, words, name)
        if key(term) in taken or len(set(term.split())) < len(term.split()):  # no word twice
            continue
        taken.add(key(term))
        entry = Entry(term, name, tuple(_forbidden(term, name, rng, words, taken)), inside)
        inner += [(name, one.form) for one in entry.forbidden if one.kind == "another word"][:1]
        made += 1
        yield entry


def vocabulary(known: Collection[str]) -> Words:
    """The words of real terms that are written in small letters somewhere, by where they stand."""
    terms = [_WORD.findall(term) for term in _real_terms()]
    small = {word for term in terms for word in term if word.islower() and len(word) > 3} - _LINKS
    small = {word for word in small if not _is_name(word.title())}
    qualifying = [word.lower() for term in terms for word in term[:-1] if word.lower() in small]
    closing = [term[-1].lower() for term in terms if len(term) > 1 and term[-1].lower() in small]
    return Words(qualifying, [word for word in closing if "-" not in word], frozenset(known).union(small))


def _real_terms() -> Iterator[str]:
    for path in sorted((ROOT / "glossary").glob("*.yaml")):
        yield from re.findall(r"^  - term: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    for path in [*sorted((DATA / "hkma").glob("glossary_*.tsv")), DATA / "zh_en_termlists" / "chinadaily_vocab.tsv"]:
        if path.exists():
            with path.open(encoding="utf-8-sig", newline="") as stream:
                yield from (
                    row.get("en") or row["translations (zh->en)"] for row in csv.DictReader(stream, delimiter="\t")
                )


def key(form: str) -> str:
    """What forms that differ in case, hyphens, blanks and number have in common."""
    return "".join(word.removesuffix("s") for word in form.lower().replace("-", " ").split())


def _term(rng: random.Random, words: Words, name: bool) -> str:
    parts = {
        "N": lambda: "".join(rng.choices(SYLLABLES, k=rng.choice((2, 2, 3)))).title(),
        "M": lambda: _cased(rng.choice(words.qualifying), name),
        "H": lambda: _cased(rng.choice(words.closing), name),
    }
    shapes = {shape: share for shape, share in SHAPES.items() if name or not shape.startswith("M N")}
    shape = rng.choices(list(shapes), list(shapes.values()))[0]
    return re.sub("[NMH]", lambda match: parts[match[0]](), shape)


def _cased(word: str, name: bool) -> str:
    return word.title() if name else word


def _forbidden(term: str, name: bool, rng: random.Random, words: Words, taken: set[str]) -> Iterator[Forbidden]:
    """One to three forms of different kinds; a form that belongs to another term is passed over."""
    kinds = sorted(KINDS, key=lambda kind: rng.random() ** (1 / KINDS[kind]), reverse=True)
    left, own = rng.choice((1, 2, 3)), {term}
    for kind in kinds:
        made = _MAKERS[kind](term, name, rng, words)
        new = key(made.form) not in taken or (kind in {"hyphen", "case"} and key(made.form) == key(term))
        if left and new and made.form not in own:
            taken.add(key(made.form))
            own.add(made.form)
            left -= 1
            yield made


def _another_word(term: str, name: bool, rng: random.Random, words: Words) -> Forbidden:
    """The noun that closes the term, or a word before it, is another."""
    parts = term.split()
    at = rng.choice([n for n, part in enumerate(parts) if part not in {"of", *_names(term)}])
    parts[at] = _cased(rng.choice(words.closing if at == len(parts) - 1 else words.qualifying), name)
    return Forbidden(" ".join(parts), "another word")


def _word_missing(term: str, name: bool, rng: random.Random, words: Words) -> Forbidden:
    """A word inside the term is left out: without its first or last word, the form would be part of the right one."""
    parts = term.split()
    inner = [n for n in range(1, len(parts) - 1) if parts[n] not in {"of", *_names(term)}]
    if not inner or "of" in parts:
        return Forbidden(term, "word missing")
    del parts[rng.choice(inner)]
    return Forbidden(" ".join(parts), "word missing")


def _hyphen(term: str, name: bool, rng: random.Random, words: Words) -> Forbidden:
    """A hyphen is lost, with the blank or without, or stands where a blank should."""
    if "-" in term:
        first, _, second = term.partition("-")
        return Forbidden(first + rng.choice((" " + second, second[0].lower() + second[1:])), "hyphen")
    parts = term.split(" ")
    at = rng.randrange(len(parts) - 1)
    joined = "-".join(parts[at : at + 2])
    return Forbidden(" ".join([*parts[:at], joined, *parts[at + 2 :]]) if "of" not in parts else term, "hyphen")


def _misspelt_token(term: str, name: bool, rng: random.Random, words: Words) -> Forbidden:
    """Two letters of a word change places, or one is lost or doubled."""
    tokens = [token for token in re.findall("[A-Za-z]+", term) if len(token) > 4]
    if not tokens:
        return Forbidden(term, "misspelt token")
    right = rng.choice(tokens)
    at = rng.randrange(1, len(right) - 2)
    middle = rng.choice((right[at + 1] + right[at], right[at + 1], right[at] * 2 + right[at + 1]))
    wrong = right[:at] + middle + right[at + 2 :]
    if wrong.lower() in words.known or wrong == right or _is_name(wrong):
        return Forbidden(term, "misspelt token")
    return Forbidden(re.sub(rf"\b{right}\b", wrong, term, count=1), "misspelt token", (wrong, right))


def _case(term: str, name: bool, rng: random.Random, words: Words) -> Forbidden:
    """The small letters of ordinary words where the term has capitals, or the reverse; the name keeps its own."""
    kept = {"of", *_names(term)}
    changed = (word if word in kept else word.lower() if name else word.title() for word in term.split())
    return Forbidden(" ".join(changed), "case")


def _names(term: str) -> set[str]:
    """The words of a term that are names: made of syllables alone."""
    return {word for word in term.split() if _is_name(word)}


@cache
def _is_name(word: str) -> bool:
    return _NAME.fullmatch(word) is not None


_NAME = re.compile(rf"(?=[A-Z])(?i:(?:{'|'.join(SYLLABLES)}){{2,3}})(?:-(?i:(?:{'|'.join(SYLLABLES)}){{2,3}}))?")
_MAKERS: dict[str, Callable[[str, bool, random.Random, Words], Forbidden]] = {
    "another word": _another_word, "word missing": _word_missing, "hyphen": _hyphen,
    "misspelt token": _misspelt_token, "case": _case,
}  # fmt: skip
