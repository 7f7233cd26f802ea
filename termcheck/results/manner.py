"""In which manner texts are checked, as a digest: what was found in one manner holds for no other."""

from __future__ import annotations

from hashlib import blake2b

from ..engine import Setup

DIGEST = 16  # bytes


def manner(setup: Setup, by: bytes) -> bytes:
    """A digest of how any text is checked under a setup, `by` which program and against which glossary."""
    told = (
        [(rule.id, int(setup.severity.get(rule.id, rule.severity))) for rule in setup.rules],
        sorted((rule, sorted(options.items())) for rule, options in setup.options.items()),
        sorted((name, int(level)) for name, level in setup.notices.items()),
        setup.judged,
    )
    return digest_of(by + repr(told).encode())


def digest_of(data: bytes) -> bytes:
    """A digest that nobody has to be kept from forging."""
    return blake2b(data, digest_size=DIGEST).digest()
