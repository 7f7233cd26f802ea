"""Which source belongs to which target."""

from __future__ import annotations

import pytest

from termcheck.pairing import Pairing, source_of

BOTH = (Pairing("zh/{name}.txt", "en/{name}.txt"), Pairing("a.zh.md", "./a.en.md"))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("work/en/june.txt", "work/zh/june.txt"),
        ("work/en/2024/june.txt", "work/zh/2024/june.txt"),
        ("work/a.en.md", "work/a.zh.md"),
        ("work/zh/june.txt", ""),
        ("work/en/.txt", ""),
        ("work/more/en/june.txt", ""),
    ],
)
def test_source_of(path: str, source: str) -> None:
    assert source_of(path, "work", BOTH) == source


def test_of_the_current_folder() -> None:
    assert source_of("./en/june.txt", "", BOTH) == "zh/june.txt"
