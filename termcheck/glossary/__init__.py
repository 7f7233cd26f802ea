"""The termbase: official terms, people and facts, and the one index that finds all their forms."""

from .model import Fact, Forbidden, Glossary, Origin, Person, Term, Use

__all__ = ["Fact", "Forbidden", "Glossary", "Origin", "Person", "Term", "Use"]
