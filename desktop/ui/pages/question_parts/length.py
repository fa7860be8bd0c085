"""How long an answer is, in words for the label above it."""

from __future__ import annotations

from desktop.core.consultation import Limit, LimitUnit
from desktop.core.words import Count


def length_words(count: Count, share: int | None, limit: Limit | None) -> tuple[str, bool]:
    """Return what to say of an answer's length, and whether it is too long.

    ``limit`` is the Question's own, ``share`` what is suggested where it has none.
    """
    if limit is not None and limit.unit is not LimitUnit.PAGES:
        return _against(count, limit)
    said = _amount(count.words, "word")
    if not share:
        return said, False
    if count.words > share:
        return f"{said}, {count.words - share:,} more than the suggested {share:,}", True
    return f"{said}, suggested {share:,}", False


def _against(count: Count, limit: Limit) -> tuple[str, bool]:
    characters = limit.unit is LimitUnit.CHARACTERS
    used, unit = (count.characters, "character") if characters else (count.words, "word")
    if used > limit.value:
        return (
            f"{_amount(used, unit)}, {used - limit.value:,} over the limit of {limit.value:,}",
            True,
        )
    return f"{used:,} of {_amount(limit.value, unit)}", False


def _amount(number: int, unit: str) -> str:
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"
