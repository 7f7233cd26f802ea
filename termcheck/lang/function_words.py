"""Closed classes of English words, folded. They tell a modifier from a noun with no model of the language."""

from __future__ import annotations

DETERMINERS = frozenset(
    "a an the this that these those my your his her its our their each every either neither some any no all both "
    "several many few another such what which whose".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto upon about above across after against along amid among around as "
    "before behind below beneath beside besides between beyond despite down during except inside like near off "
    "out outside over past per regarding since through throughout till toward towards under underneath until unto "
    "up via within without than".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor so yet because although though while whereas if unless whether when where".split()
)
PRONOUNS = frozenset(
    "i you he she it we they me him her us them myself yourself himself herself itself ourselves themselves who "
    "whom this that these those one ones mine yours hers ours theirs there here".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would shall should can could may might "
    "must ought not".split()
)

FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES
