"""What a run has to do: which files, each under which setup."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from . import config, suppress
from .cachedir import cache_file
from .config import Config
from .engine import Setup
from .errors import TermcheckError, path_like
from .files import File, Search
from .glossary import Glossary
from .pairing import source_of
from .readers import STDIN, SUFFIXES, holds_two, known_encoding
from .suppress import Baseline
from .suppress.baseline import load as load_baseline

GRAMMAR = "grammar"  # the file of the cache folder that holds the tables of the grammar
Told = Callable[[str], None]
ARCHIVES = "corpus"  # the family whose rules need many texts
GLOSSARY = "glossary"  # the folder that is read where nothing is configured


class Request(NamedTuple):
    """What the user asks for.

    `glossaries` and `select` stand in place of the configured ones; None and
    () leave those. `stdin_name` is what a text from standard input is called,
    `cache` whether the user's cache folder may be used, `source` the text
    that the only path translates, `studied` whether a study of each text is
    wanted beside its issues, `baseline` the one that holds for all texts.
    """

    paths: Sequence[str]
    config: str = ""
    glossaries: Sequence[str] | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    encoding: str = ""
    stdin_name: str = ""
    cache: bool = True
    source: str = ""
    studied: bool = False
    baseline: str = ""


class Task(NamedTuple):
    """A file to check: where it is read, what it is called, the configuration file that governs it, its encoding."""

    path: str
    name: str
    config: str = ""
    encoding: str = ""
    source: str = ""


class Plan(NamedTuple):
    """The files of a run in order, the setups by configuration file, how many were left out, what cannot be read.

    `request` is what was asked for.
    """

    tasks: Sequence[Task]
    setups: Mapping[str, Setup]
    excluded: int = 0
    errors: Sequence[str] = ()
    request: Request = Request(())


def plan(request: Request, told: Told = lambda _: None) -> Plan:
    """The work a request asks for; `told` is told why it takes long.

    Raises TermcheckError for a mistake in it, and where there is nothing to check.
    """
    search = _search(request)
    if beyond := next((name for name in request.select if name.partition("/")[0] == ARCHIVES), ""):
        raise TermcheckError(f"{beyond} compares the texts of an archive", hint='see "termcheck archive --help"')
    setups: dict[str, Setup] = {}
    glossaries: dict[tuple[str, ...], Glossary] = {}
    baselines: dict[str, Baseline] = {}
    tasks: list[Task] = []
    for file in search.files(request.paths):
        if file.config.path not in setups:
            setups[file.config.path] = _prepared(file.config, request, glossaries, baselines, told)
        task = _task(file, request)
        if missing := missing_source(task, file.config):
            search.errors.append(missing)
        tasks.append(task)
    if request.source and len(tasks) != 1:
        raise TermcheckError(f"--source goes with one text, not with {len(tasks)}")
    if request.source and holds_two(tasks[0].name):
        raise TermcheckError("holds both languages: --source does not go with it", tasks[0].name)
    if not tasks and not search.excluded and not search.errors:
        suffixes = ", ".join(SUFFIXES)
        raise TermcheckError(f"nothing to check in {', '.join(request.paths)}", hint=f"looked for {suffixes}")
    return Plan(tasks, setups, search.excluded, search.errors, request)


def found_tasks(request: Request, search: Search) -> Iterator[Task]:
    """The files of a request, one by one as they are found."""
    return (_task(file, request) for file in search.files(request.paths))


def _task(file: File, request: Request) -> Task:
    name = request.stdin_name or "<stdin>" if file.path == STDIN else file.path
    source = request.source or source_of(name, file.config.folder, file.config.pairs)
    there = request.source or (source and os.path.exists(source))
    return Task(file.path, name, file.config.path, request.encoding, source if there else "")


def missing_source(task: Task, governing: Config) -> str:
    """The complaint that the source of a task is not there; "" where it is, or none is configured."""
    source = "" if task.source else source_of(task.name, governing.folder, governing.pairs)
    return str(TermcheckError(f"its source {source} is not there", task.name)) if source else ""


def one_setup(request: Request, told: Told = lambda _: None) -> tuple[Config, Config, Setup]:
    """The configuration of the first path, for all: as it is written and under the request, and the setup of it."""
    found = _first(request)
    return found, adapted(found, request), _prepared(found, request, {}, {}, told)


def _prepared(
    found: Config,
    request: Request,
    glossaries: dict[tuple[str, ...], Glossary],
    baselines: dict[str, Baseline],
    told: Told,
) -> Setup:
    """The setup of a configuration under a request; what several configurations share is loaded once."""
    if request.baseline and not os.path.exists(request.baseline):
        raise TermcheckError("there is no such baseline", request.baseline, hint=path_like(request.baseline))
    if request.glossaries is None:
        _require_glossaries(found)
    settled = adapted(found, request)
    if settled.glossaries not in glossaries:
        glossaries[settled.glossaries] = load_glossary(settled.glossaries, request.cache, told)
    if settled.baseline not in baselines:
        baselines[settled.baseline] = load_baseline(settled.baseline)
    return setup(settled, glossaries[settled.glossaries])._replace(
        tables=cache_file(GRAMMAR) if request.cache else "",
        studied=request.studied,
        baseline=baselines[settled.baseline],
        judged=_usual(found, request),
    )


def first_config(request: Request) -> Config:
    """The configuration that holds for the first path of a request."""
    return adapted(_first(request), request)


def _first(request: Request) -> Config:
    first = request.paths[0]
    path = request.stdin_name if first == STDIN else first
    return _search(request).config(path if os.path.isdir(path) else os.path.dirname(path))


def _search(request: Request) -> Search:
    config.check_names([*request.select, *request.ignore])
    known_encoding(request.encoding)
    return Search(config.load(request.config) if request.config else None, request.stdin_name, request.encoding)


def adapted(found: Config, request: Request) -> Config:
    """A configuration with what the request sets in its place; its paths are as seen from the current folder."""
    if request.glossaries is not None:
        glossaries = tuple(request.glossaries)
    elif found.path:
        glossaries = tuple(found.beside(path) for path in found.glossaries)
    else:
        glossaries = (GLOSSARY,) if _holds_yaml(GLOSSARY) else ()
    ignore = tuple(request.ignore) if request.select else (*found.ignore, *request.ignore)
    return found._replace(
        glossaries=glossaries,
        select=tuple(request.select) or found.select,
        ignore=ignore,
        accepted=found.beside(found.accepted),
        baseline=request.baseline or found.beside(found.baseline),
    )


def _usual(found: Config, request: Request) -> bool:
    """Whether texts are checked against the glossaries they always are: then a decision can be found to be stale."""
    return request.glossaries is None or not adapted(found, request._replace(glossaries=None)).glossaries


def is_whole(plan: Plan, accepted: str) -> bool:
    """Whether a plan checks all texts that share a file of decisions, and no others.

    They are those below the folders of their configurations.
    """
    search = _search(plan.request)
    configs = [path for path, setup in plan.setups.items() if setup.accepted.path == accepted]
    folders = [os.path.dirname(path) or os.curdir for path in configs]
    wanted = {
        os.path.abspath(file.path)
        for file in search.files(folders)
        if file.config.beside(file.config.accepted) == accepted
    }
    checked = {os.path.abspath(task.name) for task in plan.tasks if task.config in configs}
    return wanted == checked and not search.errors


def _require_glossaries(found: Config) -> None:
    """Raise TermcheckError at its line of a configuration for a glossary that is not there."""
    for glossary in found.glossaries:
        path = found.beside(glossary)
        if not os.path.exists(path):
            raise TermcheckError(f'no glossary "{glossary}" here', found.path, found.glossaries_line, path_like(path))


def setup(settled: Config, glossary: Glossary) -> Setup:
    """The setup a configuration asks for, with its decisions loaded."""
    rules = settled.rules()
    return Setup(
        rules,
        glossary,
        settled.options,
        {rule.id: settled.level(rule.id, rule.severity) for rule in rules},
        suppress.load(settled.accepted),
        {
            name: settled.level(name, notice.severity)
            for name, notice in suppress.NOTICES.items()
            if not settled.ignores(name)
        },
        glossaries=settled.glossaries,
        config=settled.path,
    )


def load_glossary(paths: Sequence[str], cache: bool = False, told: Told = lambda _: None) -> Glossary:
    """The entries of all files, their examples run; as they were kept where nothing has changed since.

    Raises TermcheckError for a mistake.
    """
    if not paths:
        return Glossary()
    if not cache:
        return read_glossary(paths)
    from .glossary import kept

    return kept.glossary(tuple(paths), cache_file(kept.file_name(paths)), read_glossary, told)


def read_glossary(paths: Sequence[str]) -> Glossary:
    """The entries of all files, their examples run. Raises TermcheckError for a mistake."""
    from .examples import check_glossary
    from .glossary.collector import collector_off
    from .glossary.load import load

    with collector_off():
        loaded = load(paths)
        check_glossary(loaded)
    return loaded


def _holds_yaml(folder: str) -> bool:
    return os.path.isdir(folder) and any(name.endswith((".yaml", ".yml")) for name in os.listdir(folder))
