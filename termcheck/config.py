"""What the configuration file says: one ``termcheck.yaml``, the nearest upwards from the text, read strictly."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, cast

from .errors import TermcheckError, did_you_mean
from .model import Severity
from .pairing import NAME as ANY_NAME
from .pairing import Pairing
from .quoting import scalar
from .rule import Rule
from .rules import OF_ARCHIVES, RULES, every
from .strictyaml import Fields, Node, read
from .suppress import NOTICES

NAME = "termcheck.yaml"
ACCEPTED = "termcheck-accepted.yaml"
BASELINE = "termcheck-baseline.tsv"
KEYS = ("glossaries", "include", "exclude", "select", "ignore", "severity", "rules", "accepted", "baseline", "pairs")
LEVELS = {str(level): level for level in sorted(Severity, reverse=True)}

_RULES = (*(rule.id for rule in RULES), *OF_ARCHIVES)
_IDS = (*_RULES, *NOTICES)
_FAMILIES = tuple(dict.fromkeys(name.partition("/")[0] for name in _IDS))
# How an option is read, by the type of its default.
OPTION_READERS: Mapping[type, Callable[[Fields, str], Any]] = {
    bool: Fields.flag,
    int: Fields.whole,
    str: Fields.text,
    tuple: Fields.texts,
}


class Config(NamedTuple):
    """A configuration as written, checked. Paths and globs are relative to `folder`; `path` is empty where none was."""

    path: str = ""
    glossaries: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    accepted: str = ACCEPTED
    pairs: tuple[Pairing, ...] = ()
    glossaries_line: int = 0
    baseline: str = BASELINE

    @property
    def folder(self) -> str:
        """The folder of the file; the current one where there is no file."""
        return os.path.dirname(self.path)

    def beside(self, path: str) -> str:
        """A path of the configuration as seen from the current folder."""
        return os.path.normpath(os.path.join(self.folder, path))

    def rules(self, among: Sequence[Rule] | None = None) -> tuple[Rule, ...]:
        """The rules that run, in order of precedence: of those that read a text, or of others.

        A rule is selected by its id; a family or "default" stands for its rules that are on by default, "all" for all.
        """
        wanted = {*(self.select or ("default",))}
        return tuple(
            rule
            for rule in (RULES if among is None else among)
            if not self.ignores(rule.id)
            and wanted & ({"all", rule.id, rule.family, "default"} if rule.default else {"all", rule.id})
        )

    def ignores(self, name: str) -> bool:
        """Whether a rule or its family is ignored."""
        return bool({name, name.partition("/")[0]} & {*self.ignore})

    def level(self, name: str, default: Severity) -> Severity:
        """The severity of a rule: its own entry, its family's, else the rule's."""
        return self.severity.get(name, self.severity.get(name.partition("/")[0], default))


def find(folder: str) -> str:
    """The configuration file of the texts in a folder: there, else in the next folder up that has one; "" for none."""
    here = os.path.abspath(folder)
    while not os.path.isfile(path := os.path.join(here, NAME)):
        here, below = os.path.dirname(here), here
        if here == below:
            return ""
    return min(path, os.path.relpath(path), key=len)


def load(path: str) -> Config:
    """The configuration in a file. Raises TermcheckError with the line of a mistake."""
    fields = Fields(read(path) or Node({}, 1), path, KEYS)
    severity, rules = _inner(fields, "severity", (*_FAMILIES, *_IDS)), _inner(fields, "rules", _RULES)
    return Config(
        path,
        glossaries=fields.texts("glossaries"),
        include=fields.texts("include"),
        exclude=fields.texts("exclude"),
        select=check_names(fields.texts("select"), path, fields.line_of("select")),
        ignore=check_names(fields.texts("ignore"), path, fields.line_of("ignore")),
        severity={name: LEVELS[severity.choice(name, LEVELS)] for name in fields.mapping("severity")},
        options={name: _options(rules, name) for name in fields.mapping("rules")},
        accepted=fields.text("accepted", ACCEPTED),
        baseline=fields.text("baseline", BASELINE),
        glossaries_line=fields.line_of("glossaries") if "glossaries" in fields else 0,
        pairs=tuple(_pairing(node, path) for node in _pairs(fields)),
    )


def to_yaml(settled: Config) -> str:
    """A configuration as a file that says everything, defaults included. Paths are as they stand in `settled`."""
    rules = settled.rules()
    lines = [f"# {settled.path or 'no configuration file'}; paths as seen from the current folder"]
    for key in ("glossaries", "include", "exclude"):
        lines += _list(key, getattr(settled, key))
    lines += [*_list("select", [rule.id for rule in rules]), "severity:"]
    lines += [f"  {rule.id}: {settled.level(rule.id, rule.severity)}" for rule in rules]
    lines += ["rules:"] if any(rule.options for rule in rules) else []
    for rule in rules:
        lines += [f"  {rule.id}:"] if rule.options else []
        for option, default in rule.options.items():
            value = settled.options.get(rule.id, {}).get(option, default)
            lines += _list(option, value, 4) if isinstance(value, tuple) else [f"    {option}: {_value(value)}"]
    lines += [f"accepted: {scalar(settled.accepted)}", f"baseline: {scalar(settled.baseline)}"]
    lines += ["pairs:" + " []" * (not settled.pairs)]
    for pair in settled.pairs:
        lines += [f"  - source: {scalar(pair.source)}", f"    target: {scalar(pair.target)}"]
    return "\n".join(lines) + "\n"


def _list(key: str, values: Iterable[str], indent: int = 0) -> list[str]:
    items = [f"{' ' * indent}  - {scalar(value)}" for value in values]
    return [f"{' ' * indent}{key}:" + " []" * (not items), *items]


def _value(value: Any) -> str:
    return scalar(value) if isinstance(value, str) else str(value).lower()


def check_names(names: Iterable[str], path: str = "", line: int = 0) -> tuple[str, ...]:
    """The names, if each is a rule, a family, "default" or "all". Raises TermcheckError for another."""
    found = tuple(names)
    for name in found:
        known_name(name, ("default", "all", *_FAMILIES, *_IDS), path, line)
    return found


def known_name(name: str, known: Collection[str] = _IDS, path: str = "", line: int = 0) -> str:
    """The name, if it is known. Raises TermcheckError for another."""
    if name not in known:
        hint = did_you_mean(name, known) or '"termcheck rules" lists them'
        raise TermcheckError(f'unknown rule "{name}"', path, line, hint)
    return name


def _node(fields: Fields, key: str) -> Node:
    """The mapping under a key; an empty one where the key is not written."""
    fields.mapping(key)
    return cast("Mapping[str, Node]", fields.node.value).get(key, Node({}, fields.line))


def _pairs(fields: Fields) -> tuple[Node, ...]:
    """The patterns under "pairs": a list of them, or one alone."""
    node = cast("Mapping[str, Node]", fields.node.value).get("pairs")
    if node is not None and isinstance(node.value, str):
        fields.fail("pairs", "two paths belong here", 'write {source: "zh/{name}.txt", target: "en/{name}.txt"}')
    return (node,) if node is not None and isinstance(node.value, dict) else fields.entries("pairs")


def _pairing(node: Node, path: str) -> Pairing:
    fields = Fields(node, path, ("source", "target"))
    found = Pairing(fields.required("source"), fields.required("target"))
    if found.target.count(ANY_NAME) > 1 or found.source.count(ANY_NAME) != found.target.count(ANY_NAME):
        fields.fail("source", f"{ANY_NAME} belongs once in both paths or in none", 'as in "zh/{name}.txt"')
    return found


def _inner(fields: Fields, key: str, known: Collection[str]) -> Fields:
    """The mapping under a key, which goes by names of rules."""
    node, names = _node(fields, key), fields.mapping(key)
    for name in names:
        known_name(name, known, fields.path, node.key_lines[name])
    return Fields(node, fields.path, names)


def _options(rules: Fields, name: str) -> dict[str, Any]:
    defaults = next(rule for rule in every() if rule.id == name).options
    if not defaults:
        raise TermcheckError(f"{name} has no options", rules.path, rules.line_of(name))
    given = Fields(_node(rules, name), rules.path, defaults)
    return {option: OPTION_READERS[type(defaults[option])](given, option) for option in rules.mapping(name)}
