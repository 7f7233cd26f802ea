"""Compiled glossaries: what is found is what the entries say, whatever becomes of the file."""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.engine import beside, check
from termcheck.errors import TermcheckError
from termcheck.glossary import Forbidden, Glossary, Origin, Term, kept
from termcheck.glossary import compiling as making
from termcheck.glossary.blocks import Blocks
from termcheck.glossary.stored import stored
from termcheck.model import Severity
from termcheck.plan import load_glossary, read_glossary
from termcheck.rule import Context
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.text import Source

GLOSSARY = """\
language: en
terms:
  - term: Rail Link
    source: [铁路]
    abbreviation: RL
    kind: project
    forbidden: [Train Link, {form: Rail Line, reason: another one, severity: warning}]
    examples: ["The [[Train Link]]."]
  - {term: The Spies of Sky City Man, forbidden: [Sky-City Men]}
  - {term: Coastal Freight Rail Plan, source: [沿海货运铁路规划]}
people:
  - {name: Li Na, source: 李娜, titles: [mayor of Oban]}
facts:
  - {about: Rail Link, statement: "{stations} stations on the link", values: {stations: 12}, as-of: 2024-06}
"""
TEXT = "The Train Link (LR) and the Rail Link. The Coastal Freight Line Plan.\n"
TERMS = [rule for rule in RULES if rule.family == "term"]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "terms.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def load(written: Path, place: Path, read: kept.Read = read_glossary) -> Glossary:
    return kept.glossary((str(written),), str(place), read)


def never(paths: object) -> Glossary:
    raise AssertionError("read again")


def found(glossary: Glossary, text: str = TEXT) -> list[str]:
    return [str(issue) for issue in check(parse(Source("x.txt", text)), glossary, TERMS)]


def compiled(glossary: Glossary, folder: str) -> Glossary:
    path = os.path.join(folder, "kept")
    Path(path).write_bytes(making.compiled(glossary, bytes(32)))
    return stored(Blocks(path, bytes(32), lambda: pytest.fail("damaged")))


def test_a_glossary_is_as_it_was_read(written: Path, place: Path) -> None:
    load(written, place)
    plain, again = read_glossary([str(written)]), load(written, place, never)
    assert (tuple(again.terms), again.people, again.facts) == (plain.terms, plain.people, plain.facts)
    assert (again.language, again.source_language) == (plain.language, plain.source_language)
    assert again.terms[0].forbidden[1].severity is Severity.WARNING
    assert isinstance(again.terms[0].origin, Origin)
    assert found(again) == found(plain) != []
    assert again.terms[-1] == again.terms[2] == again.terms[:3][2]
    with pytest.raises(IndexError):
        again.terms[3]


def test_entries_are_looked_up_as_in_memory(written: Path, place: Path) -> None:
    load(written, place)
    for glossary in (read_glossary([str(written)]), load(written, place, never)):
        assert [term.term for term in glossary.of_source("铁 路")] == ["Rail Link"]
        assert glossary.of_source("铁") == ()
        assert (found := glossary.abbreviated("RL")) and found.term == "Rail Link"
        assert glossary.abbreviated("R") is None
        assert (found := glossary.named("Coastal Freight Rail Plan")) and found.source == ("沿海货运铁路规划",)
        assert glossary.named("Train Link") is None


def harmed(data: bytes) -> list[bytes]:
    """The file cut short, and with a byte changed, in each of its regions."""
    places = random.Random(5).sample(range(len(data)), 60)
    return [
        *(data[:at] for at in (0, 1, 40, len(data) // 2, len(data) - 1)),
        *(data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :] for at in (0, 32, 33, 40, 60, len(data) - 1, *places)),
        data[:32] + bytes((255,)) * 4 + data[36:],
        data + b"more",
        random.Random(5).randbytes(len(data)),
    ]


def test_a_damaged_file_is_made_again(written: Path, place: Path) -> None:
    load(written, place)
    whole = place.read_bytes()
    wanted = found(read_glossary([str(written)]))
    for data in harmed(whole):
        place.write_bytes(data)
        glossary = load(written, place)
        assert found(glossary) == wanted
        assert [*glossary.terms]
        assert found(load(written, place)) == wanted


def test_a_file_that_is_damaged_while_it_is_used(written: Path, place: Path) -> None:
    load(written, place)
    wanted, glossary = found(read_glossary([str(written)])), load(written, place, read_glossary)
    os.truncate(place, 200)
    assert found(glossary) == wanted
    assert found(load(written, place, never)) == wanted
    glossary = load(written, place, read_glossary)
    os.truncate(place, 200)
    written.write_text("terms: [{term: Rail Line}]", encoding="utf-8")
    with pytest.raises(TermcheckError, match="changed while it was in use"):
        found(glossary)


def test_a_changed_glossary_is_read(written: Path, place: Path) -> None:
    load(written, place)
    state = written.stat()
    written.write_text(GLOSSARY.replace("Train", "Crane"), encoding="utf-8")
    os.utime(written, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert load(written, place).terms[0].forbidden[0].form == "Crane Link"


def test_another_version_reads_anew(written: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(written, place)
    load(written, place, never)
    monkeypatch.setattr(kept, "program", lambda: b"another")
    with pytest.raises(AssertionError, match="read again"):
        load(written, place, never)


def test_several_files_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = tmp_path / "more"
    folder.mkdir()
    (tmp_path / "one.yaml").write_text("terms: [{term: Rail Link}]", encoding="utf-8")
    (folder / "two.yaml").write_text("terms: [{term: Bay Bridge}]", encoding="utf-8")
    paths = [str(tmp_path / "one.yaml"), str(folder)]
    for _ in range(2):
        assert [term.term for term in load_glossary(paths, cache=True).terms] == ["Rail Link", "Bay Bridge"]
    (folder / "three.yml").write_text("terms: [{term: Air Hub}]", encoding="utf-8")
    assert [term.term for term in load_glossary(paths, cache=True).terms] == ["Rail Link", "Air Hub", "Bay Bridge"]
    assert len(list(tmp_path.rglob("glossary-*"))) == 1


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(written: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    assert found(load(written, tmp_path / "locked" / "kept")) == found(read_glossary([str(written)]))


def test_a_place_that_cannot_be_written(written: Path, tmp_path: Path) -> None:
    assert found(load(written, tmp_path / "none" / "kept")) == found(read_glossary([str(written)]))


def test_what_cannot_be_read_is_told(tmp_path: Path, place: Path) -> None:
    with pytest.raises(TermcheckError, match="No such file"):
        load(tmp_path / "none.yaml", place)
    assert not place.exists()


def test_many_processes_at_once(written: Path, tmp_path: Path) -> None:
    text = tmp_path / "x.txt"
    text.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "termcheck", "check", "--exit-zero", "-g", str(written), str(text)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "caches"), "HOME": str(tmp_path)}
    start = partial(subprocess.Popen, command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = {running.communicate()[0] for running in [start() for _ in range(6)]}
    assert len(said) == 1
    assert b"Train Link" in said.pop()


def test_a_worker_makes_it_again_where_it_cannot_write(written: Path, place: Path) -> None:
    load(written, place)
    glossary = load(written, place, read_glossary)
    parcel, wanted = pickle.dumps(glossary), found(glossary)
    place.unlink()
    place.mkdir()
    assert found(pickle.loads(parcel)) == wanted


BLOCKS = """
import sys
from termcheck.glossary.blocks import Blocks
from termcheck.glossary.compiling import compiled
from termcheck.glossary.load import load
blocks = Blocks("", bytes(32), bytes, compiled(load(sys.argv[1:]), bytes(32)))
for number in range(len(blocks)):
    value = blocks.load(number)
    print(sorted(value.items()) if isinstance(value, dict) else value)
"""


def test_every_process_makes_the_same_blocks(written: Path) -> None:
    run = [sys.executable, "-c", BLOCKS, str(written)]
    environments = ({**os.environ, "PYTHONHASHSEED": str(seed)} for seed in range(1, 4))
    assert len({subprocess.run(run, env=one, check=True, capture_output=True).stdout for one in environments}) == 1


def test_pickles_as_its_place(written: Path, place: Path) -> None:
    load(written, place)
    glossary = load(written, place, read_glossary)
    parcel = pickle.dumps(glossary)
    assert b"Train" not in parcel
    assert found(pickle.loads(parcel)) == found(glossary)
    place.unlink()
    assert found(pickle.loads(parcel)) == found(glossary)
    place.unlink()
    whole = pickle.dumps(glossary.whole())
    written.unlink()
    assert found(pickle.loads(whole)) == found(glossary)
    with pytest.raises(TermcheckError):
        pickle.loads(parcel)


WORDS = (
    "new north sky skies man men city rail link plan of and the x 5 five e-mail email start up startup co bay".split()
)
PHRASES = st.lists(st.sampled_from([*WORDS, *map(str.title, WORDS)]), min_size=1, max_size=5)
FORMS = st.tuples(PHRASES, st.sampled_from([" ", " ", "-", ", "])).map(lambda both: both[1].join(both[0]))
HAN = st.text("国家规划城市铁路", min_size=1, max_size=4)
ENTRIES = st.builds(
    lambda term, source, allowed, bad, short: Term(
        term, tuple(source), short, allowed=tuple(allowed), forbidden=tuple(map(Forbidden, bad))
    ),
    FORMS,
    st.lists(HAN, max_size=2),
    st.lists(FORMS, max_size=2),
    st.lists(FORMS, max_size=2),
    st.sampled_from(["", "", "NSP", "RL"]),
)
TEXTS = st.lists(
    st.sampled_from(
        [*WORDS, *map(str.title, WORDS), "citys", "plans", "lnk", "ral", "railn", "skys", "(NSP)", ".", ","]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=300)
@given(
    st.lists(ENTRIES, min_size=1, max_size=12), st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from([1, 4, 256])
)
def test_finds_what_the_entries_in_memory_find(terms: list[Term], texts: list[str], large: int) -> None:
    plain = Glossary(tuple(terms))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "_LARGE", large)
        glossary = compiled(plain, folder)
        for text in texts:
            assert found(glossary, text) == found(plain, text)
        assert tuple(glossary.terms) == plain.terms


@settings(max_examples=100)
@given(st.lists(ENTRIES, min_size=1, max_size=12), st.lists(st.tuples(TEXTS, HAN), min_size=1, max_size=3))
def test_finds_the_same_in_two_languages(terms: list[Term], rows: list[tuple[str, str]]) -> None:
    plain = Glossary(tuple(terms))
    source = parse(Source("zh.txt", "\n\n".join(source for _, source in rows)))
    target = parse(Source("en.txt", "\n\n".join(target or "." for target, _ in rows)))
    with tempfile.TemporaryDirectory() as folder:
        both = plain, compiled(plain, folder)
        for rule in RULES:
            if rule.id.startswith("bilingual/term"):
                one, other = ([*rule.check(beside(source, target, of), Context(of))] for of in both)
                assert one == other
        assert [use._replace(term=use.term) for use in both[0].source_uses(source)] == [*both[1].source_uses(source)]


def test_that_a_large_glossary_takes_long_is_told(written: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_LARGE", 10)
    told: list[str] = []
    for _ in range(2):
        kept.glossary((str(written),), str(place), read_glossary, told.append)
    assert told == ["reading 0 MB of glossary; the next run has it at hand"]
