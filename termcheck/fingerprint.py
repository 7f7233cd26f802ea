"""A name for an issue that stays when lines move: what a baseline or a dashboard knows it by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .place import Located
from .text import fold


def fingerprints(issues: Iterable[Located]) -> list[str]:
    """A fingerprint for each issue: of the rule, the folded text, the words around, and which one of its kind it is.

    What was found by the source text has what stands there besides: two things may be missing in one sentence.
    Occurrences are counted within a file; the path takes no part, so a renamed file keeps its fingerprints.
    """
    import hashlib  # not needed to show issues to a person

    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for one in issues:
        sources = (fold(note.text) for note in one.notes if note.in_source)
        key = (one.issue.rule, fold(one.text), one.before, one.after, *sources)
        count = seen[one.issue.path, *key] = seen[one.issue.path, *key] + 1
        found.append(hashlib.sha256("\0".join((*key, str(count))).encode("utf-8", "surrogatepass")).hexdigest()[:16])
    return found
