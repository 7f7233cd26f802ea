"""The command line with bad input of every kind: one line an error, no traceback; exit codes; output."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from commands import Run

from termcheck import config
from termcheck.readers import SUFFIXES
from termcheck.rules import RULES
from termcheck.rules.style import repeated_word

CLEAN = "Roads, bridges and ports.\n"
FAULT = "Roads , bridges and ports.\n"
ONE_RULE = ("--select", "style/space-before-punctuation")


def write(path: Path, data: bytes | str) -> str:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path.name


# Texts


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (FAULT, "a.txt:1:6:"),
        (FAULT.rstrip("\n"), "a.txt:1:6:"),
        ("\ufeff" + FAULT, "a.txt:1:6:"),
        ("One.\r\n" + FAULT, "a.txt:2:6:"),
        ("One.\r" + FAULT, "a.txt:2:6:"),
        (FAULT.encode("utf-16"), "a.txt:1:6:"),
        (b"\xfe\xff" + FAULT.encode("utf-16-be"), "a.txt:1:6:"),
        ("重庆 city , 好\n", "a.txt:1:8:"),
        ("😀a ,\n", "a.txt:1:3:"),
    ],
)
def test_places_are_exact(run: Run, tmp_path: Path, data: bytes | str, line: str) -> None:
    code, out, _ = run("check", "-q", *ONE_RULE, write(tmp_path / "a.txt", data))
    assert (code, out) == (1, f'{line} error style/space-before-punctuation: no space before ","\n')


def test_gb18030_is_read_where_it_is_named(run: Run, tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", "重庆 city , 好\n".encode("gb18030"))
    code, out, _ = run("check", "-q", *ONE_RULE, "--encoding", "GB18030", name)
    assert (code, out[:10]) == (1, "a.txt:1:8:")
    assert run("check", "-q", name)[0] == 2


def test_an_empty_file_is_fine(run: Run, tmp_path: Path) -> None:
    assert run("check", write(tmp_path / "a.txt", "")) == (0, "", "no issues in 1 file\n")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ok\n\xff", "a.txt:2: not UTF-8: byte 0xff at offset 3 (if the file has another encoding, "),
        (b"ok\n\0", "a.txt:2: not a text: NUL at column 1 "),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.txt:3: not a text: NUL at column 1 "),
        (b"%PDF-1.7\n\0\0", "a.txt:2: not a text: NUL at column 1 "),
    ],
)
def test_what_is_no_text_is_one_line(run: Run, tmp_path: Path, data: bytes, message: str) -> None:
    code, out, err = run("check", "-q", write(tmp_path / "a.txt", data))
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_a_file_that_cannot_be_read_leaves_the_others(run: Run, tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", FAULT)
    code, out, err = run("check", "none.txt", name)
    assert (code, out[:6]) == (2, "a.txt:")
    first, summary = err.splitlines()
    assert first == "none.txt: No such file or directory"
    assert summary == "1 error in 1 file; 1 can be fixed safely (termcheck fix); 1 file not read"
    assert run("check", "--exit-zero", "none.txt", name)[0] == 2


def test_a_folder_with_no_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    looked = ", ".join(SUFFIXES)
    message = f"termcheck: nothing to check in empty (looked for {looked})\n"
    assert run("check", "empty") == (2, "", message)


@contextmanager
def nobody() -> Iterator[None]:
    """Root may read everything: for a while we are somebody else."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no users here")
def test_no_permission(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        folder = Path(name)
        folder.chmod(0o755)
        monkeypatch.chdir(folder)
        write(folder / "a.txt", FAULT)
        write(folder / "b.txt", CLEAN)
        run("check", ".")  # loads what a check needs, while we may read it
        (folder / "b.txt").chmod(0)
        (folder / "closed").mkdir(mode=0)
        with nobody():
            code, out, err = run("check", "-q", *ONE_RULE, ".")
        (folder / "closed").chmod(0o755)
    assert (code, out[:6]) == (2, "a.txt:")
    assert err == "./closed: Permission denied\nb.txt: Permission denied\n"


def test_one_line_of_ten_megabytes(run: Run, tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", "roads and bridges " * 555_000 + "end , here")
    code, out, _ = run("check", "-q", "-f", "pretty", *ONE_RULE, name)
    assert code == 1
    assert max(map(len, out.splitlines())) < 200


def test_a_hundred_thousand_lines(run: Run, tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", CLEAN * 99_999 + FAULT)
    code, out, _ = run("check", "-q", *ONE_RULE, name)
    assert (code, out) == (1, 'a.txt:100000:6: error style/space-before-punctuation: no space before ","\n')


# Configuration, glossary, usage


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--select", "term/forbiden"), 'termcheck: unknown rule "term/forbiden" (did you mean "term/forbidden"?)'),
        (("--ignore", "stile"), 'termcheck: unknown rule "stile" (did you mean "style"?)'),
        (("--encoding", "utf-9"), 'termcheck: unknown encoding "utf-9" (did you mean "utf-8"?)'),
        (("-g", "none.yaml"), "none.yaml: No such file or directory"),
        (("-g", "empty"), "empty: no *.yaml file in this folder"),
        (("--config", "none.yaml"), "none.yaml: No such file or directory"),
        (("-o", "none/report.txt"), "none: there is no such folder"),
        (("-o", "empty"), "empty: is a folder"),
        (("--format", "xml"), "termcheck check: Invalid value for '-f' / '--format': 'xml' is not one of"),
        (("--fail-on", "x"), "termcheck check: Invalid value for '--fail-on'"),
        (("--jobs", "x"), "termcheck check: Invalid value for '-j' / '--jobs'"),
        (("--nothing",), "termcheck check: No such option '--nothing'"),
    ],
)
def test_usage_is_told_in_one_line(run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = run("check", *arguments, write(tmp_path / "a.txt", CLEAN))
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_a_command_that_does_not_exist(run: Run) -> None:
    assert run("chek") == (
        2,
        "",
        'termcheck: there is no command "chek" (did you mean "check"?) (see termcheck --help)\n',
    )
    assert run("check")[2].startswith("termcheck check: Missing argument")
    code, _, err = run()
    assert (code, err[:6]) == (2, "Usage:")


@pytest.mark.parametrize(
    "text",
    [
        "terms:\n  - term: a\n    trem: b\n",
        "terms: a\n",
        "terms:\n  - term: [a]\n",
        "terms:\n  - term: a\n  - term: a\n",
        'terms:\n  - term: "\\ud800"\n',
        'terms:\n  - term: "\\0"\n',
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "[" * 10_000,
        "{a: " * 10_000,
        "terms:\n\t- term: a\n",
        "terms: !!python/object/apply:os.system [echo]\n",
        "--- a\n--- b\n",
        "%YAML 1.1\n--- a\n",
        "terms: [\n",
        "? [a]\n: b\n",
        "- a\n",
        "a",
        "\0",
        "\ufffe",
    ],
)
def test_a_faulty_glossary_is_one_line_with_its_place(run: Run, tmp_path: Path, text: str) -> None:
    write(tmp_path / "terms.yaml", text)
    code, out, err = run("check", "-g", "terms.yaml", write(tmp_path / "a.txt", CLEAN))
    assert (code, out) == (2, "")
    assert err.startswith("terms.yaml:")
    assert err.count("\n") == 1


def test_a_glossary_that_is_no_text(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "terms.yaml", b"terms:\n  - term: \xff\n")
    code, _, err = run("check", "-g", "terms.yaml", write(tmp_path / "a.txt", CLEAN))
    assert (code, err) == (2, "terms.yaml:2: not UTF-8: byte 0xff\n")


def test_a_configuration_mistake_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "termcheck.yaml", "\nglosaries: [a]\n")
    message = 'termcheck.yaml:2: unknown key "glosaries" (did you mean "glossaries"?)\n'
    assert run("check", write(tmp_path / "a.txt", CLEAN)) == (2, "", message)


@pytest.mark.parametrize("command", ["check", "accept", "explain", "rules", "glossary", "init", "glossary check"])
def test_every_command_helps(run: Run, command: str) -> None:
    code, out, err = run(*command.split(), "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: termcheck {command} ")
    assert out == run(*command.split(), "-h")[1]
    assert f"termcheck {command}" in out.split("Options:")[-1] or command in {"rules", "glossary"}, "an example"


# Exit codes and output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--fail-on", "error"), 1),
        (("--fail-on", "never"), 0),
        (("--exit-zero",), 0),
        (("--ignore", "style"), 0),
    ],
)
def test_exit_codes(run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    assert run("check", *arguments, write(tmp_path / "a.txt", FAULT))[0] == code


def test_severity_decides_with_fail_on(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "termcheck.yaml", "severity: {style: suggestion}\n")
    name = write(tmp_path / "a.txt", FAULT)
    assert run("check", name)[0] == 0
    assert run("check", "--fail-on", "suggestion", name)[0] == 1


def test_a_rule_that_crashes(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(doc: object, ctx: object) -> object:
        raise ZeroDivisionError("division by zero")

    crashing = replace(repeated_word.RULE, check=crash)
    monkeypatch.setattr(config, "RULES", [crashing if rule is repeated_word.RULE else rule for rule in RULES])
    code, out, err = run("check", "-q", write(tmp_path / "a.txt", FAULT))
    assert (code, out[:10]) == (3, "a.txt:1:6:")
    assert err == "rule style/repeated-word crashed on a.txt: ZeroDivisionError: division by zero\n"


def test_output_goes_to_a_file_whole(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    code, out, _ = run("check", "-q", "-f", "json", "-o", "report.json", write(tmp_path / "a.txt", FAULT))
    assert (code, out) == (1, "")
    assert json.loads(target.read_text(encoding="utf-8"))["summary"]["errors"] == 1
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "report.json"]


def test_output_may_be_a_device(run: Run, tmp_path: Path) -> None:
    assert run("check", "-q", "-o", os.devnull, write(tmp_path / "a.txt", FAULT)) == (1, "", "")
    assert Path(os.devnull).is_char_device()


def test_colours(run: Run, tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", FAULT)
    assert "\x1b[" not in run("check", name)[1]
    assert "\x1b[31m" in run("--color", "always", "check", name)[1]
    assert "\x1b[31m" in run("check", "--color", "always", name)[1]
    assert "\x1b[" not in run("check", "--color", "never", "-f", "pretty", name)[1]


def test_the_text_cannot_drive_the_terminal(run: Run, tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", "Roads\x1b[2J , bridges.\x1b]0;title\x07\n")
    assert "\x1b" not in run("check", "-f", "pretty", *ONE_RULE, name)[1]
