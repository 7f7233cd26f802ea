"""The people a transcript lists: name, courtesy title, office; and whom a speaker's label means."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..lang.function_words import FUNCTION_WORDS
from ..lang.names import HONORIFICS, SURNAME_CHARACTERS, is_chinese_name, is_han

_HONORIFIC = "|".join(sorted((word.capitalize() for word in HONORIFICS), key=len, reverse=True))
_NAME = r"[^\W\d_]+(?:(?:[.'-]|’)[^\W\d_]*)*"
_PERSON = re.compile(
    rf"(?:[^\w\s]\s*)?(?:(?P<honorific>(?:{_HONORIFIC})\b\.?)\s+)?"
    rf"(?P<name>{_NAME}(?:\s{_NAME}){{1,3}})\s?,\s*(?P<title>\S.*\S)",
    re.DOTALL,
)
# A title in small letters, or one with an office in it, tells a person from a place ("Elk Grove, Illinois").
_TITLE = re.compile(
    r"[a-z]|.{0,80}\b(?:[Aa]dministrator|[Aa]dvis[eo]r|[Aa]mbassador|[Cc]hair(?:man|men|woman|person)?|[Cc]hief|CEO|[Cc]ommissioner|"
    r"[Cc]onsul|[Cc]oordinator|[Dd]eputy|[Dd]irector|[Gg]overnor|[Hh]ead|[Mm]ayor|[Mm]ember|[Mm]inister|[Oo]fficer|"
    r"[Pp]remier|[Pp]resident|[Pp]rofessor|[Ss]ecretary|[Ss]pokes(?:man|woman|person)|[Vv]ice)\b",
    re.DOTALL,
)
_CLOSING = frozenset(".!?:。！？：")
_SENTENCE_ENDS = _CLOSING | frozenset(";；")


@cache
def _han() -> tuple[re.Pattern[str], ...]:
    """In Chinese the office comes first, the name after a space; or the name, a comma, the office."""
    word, title, courtesy = "[\u4e00-\u9fff]", r"[\u4e00-\u9fff（）()、，·“”\s]", "(?P<honorific>先生|女士|同志)?"
    return (
        re.compile(rf"(?P<title>{title}{{2,}}?{word})\s+(?P<name>{word}{{2,4}}?){courtesy}"),
        re.compile(rf"(?P<name>{word}{{2,4}}){courtesy}[,，]\s*(?P<title>{title}{{4,}}[长员记席人任授使理官])"),
    )


class Entry(NamedTuple):
    """The parts of a roster line; `name` and `title` are ranges of the line."""

    honorific: str
    name: tuple[int, int]
    title: tuple[int, int]


def names_somebody(words: str) -> bool:
    """Whether capitalised words can be a name: the first is no "In" or "At" ("He Ying" is a name all the same)."""
    first, *_ = words.split()
    return is_chinese_name(words) or (
        first.lower() not in FUNCTION_WORDS and all(word[0].isupper() for word in words.split())
    )


def entry(text: str) -> Entry | None:
    """The roster entry a line is, or None: a capitalised name, a comma, an office; a sentence is none."""
    if text[-1:] in _CLOSING:  # as most lines end
        return None
    text = text.rstrip(";；, ")
    if text.rstrip("\"'”’)")[-1:] in _SENTENCE_ENDS:
        return None
    match = _PERSON.fullmatch(text) if "," in text else None
    if not match and text[-1:] >= "\u4e00":  # both forms end in a Han character
        match = next((found for pattern in _han() if (found := pattern.fullmatch(text))), None)
    if not match:
        return None
    if not is_han(match["name"]) and not (match["honorific"] or _TITLE.match(match["title"])):
        return None
    if not (match["name"][0] in SURNAME_CHARACTERS or names_somebody(match["name"])):
        return None
    return Entry(match["honorific"] or "", match.span("name"), match.span("title"))
