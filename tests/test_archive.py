"""What texts attest, the store that keeps it, and the rules that compare it."""

from __future__ import annotations

import marshal
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.archive import attest, tables
from termcheck.archive.attest import MOST
from termcheck.archive.dated import in_path
from termcheck.archive.reduce import conflicts, grouped, located
from termcheck.archive.store import Text, opened
from termcheck.attested import KINDS, Attestation, Group, succeeds
from termcheck.config import load
from termcheck.document import Bitext
from termcheck.engine import Setup, beside, check_part
from termcheck.errors import TermcheckError
from termcheck.glossary import Glossary, Term
from termcheck.rule import Context
from termcheck.rules.corpus import RULES, name
from termcheck.rules.corpus._tally import tallies
from termcheck.structure import parse
from termcheck.text import Source

_COUNCIL = Term("Port Council", source=("港口委员会",), allowed=("the council",))
_TEXT = (
    "Port Council Briefing\n\nRice Daily:\n\nWhat is new?\n\nAnn Lowell:\n\n"
    "In 2023, the port of Oban handled 214,000 tonnes of timber. The Port Council met. The council is new.\n"
)


def attested(text: str, source: str = "", date: str = "2024-06-05", path: str = "a.txt") -> tuple[Attestation, ...]:
    glossary = Glossary((_COUNCIL,))
    doc = parse(Source(path, text))
    both: Bitext | None = beside(parse(Source("zh.txt", source)), doc, glossary) if source else None
    return attest(doc, both, Context(glossary), date)


def test_a_text_attests_plain_values_that_any_worker_can_send() -> None:
    found = attested(_TEXT)
    assert {one.kind for one in found} == {"name", "figure", "use"}
    assert marshal.loads(marshal.dumps([tuple(one) for one in found])) == [tuple(one) for one in found]
    assert pickle.loads(pickle.dumps(found)) == found
    assert all(len(one.excerpt) <= 120 for one in found)


def test_an_attestation_shows_its_first_place_and_counts_the_others() -> None:
    (council,) = (one for one in attested(_TEXT * 3) if one.form == "Port Council" and one.kind == "use")
    assert council.times == 6
    assert (council.line, council.column, council.written) == (1, 1, "Port Council")
    for one in attested(_TEXT):
        assert _TEXT[one.offset :].startswith(one.written)
        assert one.excerpt[one.shown :].startswith(one.written) or one.kind == "use"
        assert {*one.excerpt.strip("…").split()} <= {*_TEXT.split()}  # no word is cut


def test_a_text_attests_no_more_than_a_few_hundred_forms() -> None:
    names = "".join(
        f"Mr. {chr(65 + n % 26)}{chr(97 + n // 26)}lowe Benson{'x' * (n % 7)} spoke.\n\n" for n in range(500)
    )
    assert len(attested(names)) == MOST


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2024-06-05.en.txt", "2024-06-05"),
        ("2024/06/05/a.txt", "2024-06-05"),
        ("archive/2019/2024/06/a.txt", "2024-06"),
        ("t20240605_1164.txt", "2024-06-05"),
        ("page-20241305.txt", ""),
        ("2024/a.txt", ""),
    ],
)
def test_the_date_may_stand_in_the_path(path: str, date: str) -> None:
    assert in_path(path) == date


def test_a_name_that_stands_in_the_place_of_a_term_is_its_rendering() -> None:
    source = "港口委员会开会。\n\n会议很长。\n"
    found = [one for one in attested("The Port Council met.\n\nIt was long.\n", source) if one.kind == "rendering"]
    assert [(one.key, one.form, one.about) for one in found] == [("港口委员会", "Port Council", ("preferred",))]


def _facts() -> list[Attestation]:
    return [
        Attestation("name", "ann…", form, ("person", "", ""), 1, date, path, written=form)
        for form, date, path in (("Ann Low", "2024-02", "b"), ("Ann Lowe", "2024-01", "c"), ("Ann Low", "2024-01", "a"))
    ]


def _add(path: Path, facts: list[Attestation]) -> None:
    with opened(str(path)) as store:
        store.add(Text(one.path, [one]) for one in facts)


def test_the_store_gives_groups_in_order_of_date_and_path(tmp_path: Path) -> None:
    _add(tmp_path / "a.store", _facts())
    with opened(str(tmp_path / "a.store")) as store:
        (group,) = store.groups("name")
        for _ in range(2):  # a group is read as often as a rule likes
            assert [(one.date, one.path) for one in group.attested] == [
                ("2024-01", "a"),
                ("2024-01", "c"),
                ("2024-02", "b"),
            ]
        assert list(group.attested) == list(next(grouped(_facts(), "name")).attested)
        assert list(store.groups("figure")) == []
        assert store.count() == (3, 3)


def test_a_stopped_run_goes_on_with_the_store(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    _add(path, _facts()[:2])
    with opened(str(path)) as store:
        assert store.done(["a", "b", "c"] + [f"x{n}" for n in range(2000)]) == {"b", "c"}
    _add(path, _facts())  # what is done already does no harm
    with opened(str(path)) as store:
        assert store.count() == (3, 3)


def test_a_batch_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> object:
        yield Text("a", _facts()[2:])
        raise KeyboardInterrupt

    with opened(str(tmp_path / "a.store")) as store:
        with pytest.raises(KeyboardInterrupt):
            store.add(broken())  # type: ignore[arg-type]
        assert store.count() == (0, 0)


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.store"
    path.write_text("Not a store, but a text of somebody.\n" * 50)
    with pytest.raises(TermcheckError, match="store of an archive"), opened(str(path)):
        pass
    assert path.read_text().startswith("Not a store")


def test_a_conflict_becomes_an_issue_with_both_places() -> None:
    texts = [("Port Minister Ann Lowell spoke.\n", f"202{n}-01", f"{n}.txt") for n in range(3)]
    texts.append(("We saw Port Minister Ann Lowel.\n", "2024-01", "4.txt"))
    facts = [one for text, date, path in texts for one in attested(text, "", date, path)]
    (conflict,) = conflicts(name.RULE, grouped(facts, "name"))
    issue = located(name.RULE, name.RULE.severity, conflict)
    assert (issue.issue.path, issue.place.line, issue.place.column, issue.text) == ("4.txt", 1, 22, "Ann Lowel")
    assert [(one.path, one.text) for one in issue.notes] == [("0.txt", "Ann Lowell")]
    assert issue.excerpt.text[issue.excerpt.start : issue.excerpt.end] == "Ann Lowel"


@given(
    st.lists(
        st.builds(
            Attestation, st.sampled_from(KINDS), st.just("k"), st.sampled_from(["1", "2", "3"]),
            st.sampled_from([("found",), ("preferred",)]), st.integers(1, 3),
            st.sampled_from(["2020-01", "2024-05", ""]), st.sampled_from("abc"), unit=st.just(""),
        ),
        min_size=1,
    )
)  # fmt: skip
def test_no_order_of_texts_changes_what_is_found(facts: list[Attestation]) -> None:
    renderings = [one._replace(kind="rendering") for one in facts]
    rule = RULES[0]
    one, two = (set(conflicts(rule, grouped(some, "rendering"))) for some in (renderings, renderings[::-1]))
    assert {it.message for it in one} == {it.message for it in two}


def test_the_check_of_a_text_gives_what_it_attests_where_that_is_wanted() -> None:
    doc, setup = parse(Source("2024-06/a.txt", _TEXT)), Setup((), Glossary((_COUNCIL,)))
    assert check_part((doc, None), setup).checked.attested == ()
    found = check_part((doc, None), setup._replace(attested=True)).checked.attested
    assert found == attested(_TEXT, "", "2024-06", "2024-06/a.txt")


def test_a_form_takes_the_place_of_another() -> None:
    assert succeeds({"2019-01": 5, "2020-01": 4}, {"2021-03": 5}) == "2021-03"
    assert succeeds({"2019-01": 5, "2022-01": 4}, {"2021-03": 5}) == ""
    assert succeeds({"2019-01": 1}, {"2021-03": 5}) == ""
    assert succeeds({}, {}) == ""


def test_tables_say_what_an_archive_has(tmp_path: Path) -> None:
    texts = [("The Port Council met.\n", f"2019-0{n}", f"{n}.txt") for n in range(1, 5)]
    texts += [("The council met. The council left.\n", f"2021-0{n}", f"{n + 4}.txt") for n in range(1, 4)]
    facts = [one for text, date, path in texts for one in attested(text, "", date, path)]
    assert [(one.form, one.texts, one.times, one.since, one.until) for one in tables.forms(grouped(facts, "use"))] == [
        ("Port Council", 4, 4, "2019-01", "2019-04"),
        ("the council", 3, 6, "2021-01", "2021-03"),
    ]
    assert tables.Month("Port Council", "the council", "allowed", "2021-02", 1, 2) in [
        *tables.months(grouped(facts, "use"))
    ]
    (change,) = tables.changes(grouped(facts, "use"))
    assert change == tables.Change("Port Council", "Port Council", "the council", "2021-01", 4, 3)


def test_the_table_of_names_has_each_name_once() -> None:
    found = [one.form for one in tables.forms(grouped(attested(_TEXT), "name"))]
    assert sorted(found) == ["Ann Lowell", "Rice Daily"]


def test_a_row_of_a_table_counts_as_a_text() -> None:
    row = Attestation("rendering", "港口委员会", "Port Council", ("found",), 4, "2024", "a.tsv", unit="3")
    (found,) = tallies(Group("rendering", row.key, (row, row._replace(unit="9", times=2))))
    assert found.texts == 6


def test_a_configuration_knows_the_rules_of_archives(tmp_path: Path) -> None:
    path = tmp_path / "termcheck.yaml"
    path.write_text("ignore: [corpus/name]\nseverity: {corpus: error}\nrules: {corpus/rendering: {least: 5}}\n")
    settled = load(str(path))
    assert [rule.id for rule in settled.rules(RULES)] == ["corpus/rendering", "corpus/figure"]
    assert settled.options == {"corpus/rendering": {"least": 5}}
    assert not {rule.id for rule in settled.rules()} & {rule.id for rule in RULES}
