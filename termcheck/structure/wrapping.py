"""Which lines run on from the line above: prose broken at a column, a title over two lines.

Two kinds of files have lines with no blank line between them. In one every
line is a paragraph, a list entry, a name; joining them would make sentences
nobody wrote. In the other an editor's program broke the paragraphs at a
column; reading line by line would tear terms apart. The second shows itself:
most lines begin with a small letter, and each was broken where the next word
had no room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .lines import Line, ends_sentence, follow

# The start of something new: a bullet, a numbered item, a heading, a quotation, a table row.
_OPENS = re.compile(r"[-*+•·▪■●◆○►|>#]|\(?\d{1,3}[.)、]\s|[Qq][ :\u00a0]")
_SHORT = 25  # a shorter line that stops before a small letter is an entry of a list, not a broken sentence
_SLACK = 3  # programs count a no-break space or an escaped bracket in their own way


def runs_on(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """The numbers of the lines that go on with the sentence or paragraph of the line above."""
    opens = _OPENS.match
    close = [n for n in follow(text, lines) if text[lines[n - 1][0]] not in "|#" and not opens(text, *lines[n])]
    small = {n for n in close if text[lines[n][0]].islower()}
    width = _width(lines, close) if len(close) > 2 and 2 * len(small) >= len(close) else 0
    for n in close if width else sorted(small):
        start, end = above = lines[n - 1]
        broken = n in small and end - start >= _SHORT and not ends_sentence(text, above)
        if broken or (width > 0 and end - start + 1 + _first_word(text, lines[n]) > width - _SLACK):
            yield n


def _width(lines: Sequence[Line], close: list[int]) -> int:
    """The column at which the text is broken, where its lines are no paragraphs of their own."""
    lengths = sorted(end - start for start, end in (lines[n - 1] for n in close))
    return lengths[len(lengths) * 9 // 10]


def _first_word(text: str, line: Line) -> int:
    start, end = line
    return len(text[start : min(end, start + 60)].split(None, 1)[0])
