"""From a file to a document, by the file's suffix: text with the origin of each piece."""

from .text import read

__all__ = ["read"]
