"""The lines of docs/clusters.md, as they stand there: with Spark and Ray where they are, else with stand-ins."""

from __future__ import annotations

import json
import pickle
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "clusters.md"


def sent(value: Any) -> Any:
    """A value as a worker has it."""
    return pickle.loads(pickle.dumps(value))


class Rows(list[Any]):
    """A stand-in for the data of Spark and of Ray."""

    def mapPartitions(self, work: Callable[[Iterator[Any]], Iterable[Any]]) -> Rows:  # noqa: N802 - Spark's name
        return Rows(row for half in (self[::2], self[1::2]) for row in sent([*work(iter(sent(half)))]))

    def flat_map(self, kind: Any, fn_constructor_args: list[Any], concurrency: int) -> Rows:
        work = kind(*sent(fn_constructor_args))
        return Rows(found for row in self for found in sent(work(sent(row))))

    def saveAsTextFile(self, path: str) -> None:  # noqa: N802 - Spark's name
        self.write_json(path, str)

    def write_json(self, path: str, form: Callable[[Any], str] = json.dumps) -> None:
        Path(path).mkdir()
        Path(path, "part-0").write_text("".join(form(row) + "\n" for row in self), encoding="utf-8")


SPARK = SimpleNamespace(
    broadcast=lambda value: SimpleNamespace(value=sent(value)), parallelize=lambda rows, parts: Rows(rows)
)
STAND_INS: dict[str, dict[str, Any]] = {
    "pyspark": {"SparkContext": SimpleNamespace(getOrCreate=lambda: SPARK)},
    "ray": {"data": SimpleNamespace(from_items=Rows)},
}


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of an archive in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("archive").mkdir()
    for number in range(6):
        Path(f"archive/{number}.txt").write_text("Roads , bridges and ports.\n" * number, encoding="utf-8")
    return [f"archive/{number}.txt" for number in range(6) for _ in range(number)]


def perform(title: str) -> None:
    """Run the lines below a title of the document."""
    (code,) = re.findall(
        rf"^## {title}\n.*?^```python\n(.*?)^```", DOCUMENT.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    exec(compile(code, str(DOCUMENT), "exec"), {"__name__": "__main__"})


def paths(lines: Iterable[str]) -> list[str]:
    return sorted(json.loads(line)["path"] for line in lines if line)


def test_any_executor(archive: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    perform("Any executor")
    assert paths(capsys.readouterr().out.splitlines()) == archive


@pytest.mark.parametrize(("title", "package"), [("Spark", "pyspark"), ("Ray", "ray")])
def test_the_engines_of_clusters(archive: list[str], monkeypatch: pytest.MonkeyPatch, title: str, package: str) -> None:
    if not find_spec(package):
        stand_in = ModuleType(package)
        vars(stand_in).update(STAND_INS[package])
        monkeypatch.setitem(sys.modules, package, stand_in)
    perform(title)
    found = [line for path in Path("found").glob("[!_.]*") for line in path.read_text("utf-8").splitlines()]
    assert paths(json.loads(line).get("issue", line) for line in found) == archive
