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
from collections.abc import Sequence

from .lines import Line

# The start of something new: a bullet, a numbered item, a heading, a quotation, a table row.
_OPENS = re.compile(r"[-*+•·▪■●◆○►|>#]|\(?\d{1,3}[.)、]\s|[Qq][ :\u00a0]")
_SHORT = 25  # a shorter line that stops before a small letter is an entry of a list, not a broken sentence
_SLACK = 3  # programs count a no-break space or an escaped bracket in their own way


def runs_on(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it goes on with the sentence or paragraph of the line above."""
    close = [n for n in range(1, len(lines)) if _close(lines[n - 1], lines[n])]
    width = _width(lines, close)
    joined = [False] * len(lines)
    for n in close:
        above, line = lines[n - 1], lines[n]
        broken = line.text[0].islower() and not above.ends_sentence and len(above.text) >= _SHORT
        joined[n] = broken or (width > 0 and above.length + 1 + _first_word(line) > width - _SLACK)
    return joined


def _close(above: Line, line: Line) -> bool:
    return not line.after_blank and not _OPENS.match(line.text) and above.text[:1] not in "|#"


def _width(lines: Sequence[Line], close: list[int]) -> int:
    """The column at which the text is broken; 0 when its lines are paragraphs of their own."""
    small = sum(lines[n].text[0].islower() for n in close)
    if len(close) < 3 or 2 * small < len(close):
        return 0
    lengths = sorted(lines[n - 1].length for n in close)
    return lengths[len(lengths) * 9 // 10]


def _first_word(line: Line) -> int:
    return len(line.text[:60].split(None, 1)[0])
