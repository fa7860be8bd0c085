"""What a labelled set says of a piece or a question beside its words.

Of a piece: ``tags``, ``asked``, ``place``, ``about``, ``document``, ``date``, ``kind`` and
``source`` (text), ``questions`` (a list of references), ``own`` (true or false) and ``position`` (a
whole number), each as in ``Entry``; tags may be a list too. Of a question: ``heading``, ``ref``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar, cast

from desktop.core.search import Entry
from desktop.core.suggesting import Asked

_T = TypeVar("_T")
_PIECE_TEXTS = ("asked", "place", "about", "document", "date", "kind", "source")
_QUERY_TEXTS = ("heading", "ref")


class WrongMetadataError(ValueError):
    """Metadata that does not fit; the message is the second half of a sentence."""


def of_piece(piece: Entry, metadata: object) -> Entry:
    """Return the piece with what ``metadata`` says of it; raises WrongMetadataError."""
    given = _object(metadata)
    known: dict[str, Any] = {key: _text(given, key) for key in _PIECE_TEXTS if key in given}
    if "tags" in given:
        tags = given["tags"]
        known["tags"] = tags if isinstance(tags, str) else ", ".join(_texts(given, "tags"))
    if "questions" in given:
        known["questions"] = tuple(_texts(given, "questions"))
    if "own" in given:
        known["own"] = _of_type(given, "own", bool, "true or false")
    if "position" in given:
        known["position"] = _of_type(given, "position", int, "a whole number")
    return replace(piece, **known)


def of_query(asked: Asked, metadata: object) -> Asked:
    """Return what is asked with what ``metadata`` says of it; raises WrongMetadataError."""
    given = _object(metadata)
    return replace(asked, **{key: _text(given, key) for key in _QUERY_TEXTS if key in given})


def _object(metadata: object) -> dict[str, object]:
    if metadata is None:
        return {}
    if not isinstance(metadata, dict):
        raise WrongMetadataError("“metadata” is not a JSON object")
    return cast("dict[str, object]", metadata)


def _text(given: dict[str, object], key: str) -> str:
    return _of_type(given, key, str, "text")


def _texts(given: dict[str, object], key: str) -> list[str]:
    values = given[key]
    items = cast("list[object]", values) if isinstance(values, list) else [None]
    texts = [item for item in items if isinstance(item, str)]
    if len(texts) < len(items):
        raise WrongMetadataError(f"“{key}” in “metadata” must be a list of texts")
    return texts


def _of_type(given: dict[str, object], key: str, wanted: type[_T], called: str) -> _T:
    value = given[key]
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise WrongMetadataError(f"“{key}” in “metadata” must be {called}")
    return value
