"""How a Source is named: in full at its first footnote, in short after, always with the place in
it.
"""

from __future__ import annotations

from desktop.core.evidence import Source
from desktop.core.moments import printed_day


def printed_date(source: Source) -> str:
    """Return the date of a Source as people write it: "20 July 2010", "March 2011", "2010" or its
    note.
    """
    return source.date_note or printed_day(source.date)


def full_reference(source: Source) -> str:
    """Return author, title, body, reference, date and address in one line, with no closing stop."""
    author = source.author or source.body
    title = f"“{source.title}”" if author else source.title
    parts = [author, title]
    if source.body and source.body != author and source.body not in author:
        parts.append(source.body)
    parts += [source.reference, printed_date(source), source.address]
    return ", ".join(part for part in parts if part)


def short_reference(source: Source) -> str:
    """Return the short form for second and later footnotes."""
    if source.short:
        return source.short
    date = printed_date(source)
    return ", ".join(part for part in (source.author or source.body or source.title, date) if part)


def card_reference(source: Source) -> str:
    """Return what an evidence card shows of a Source: who, what reference, when; its short form in
    place of who, where only that tells one paper of an author from another.
    """
    who = source.author or source.body or source.title
    # A short form with a year in it, such as "Marsh, 7 May 2024", says who and when, and no more.
    if source.short and not source.reference and not any(map(str.isdigit, source.short)):
        who = source.short
    return ", ".join(part for part in (who, source.reference, printed_date(source)) if part)


def with_locator(reference: str, locator: str) -> str:
    """Join a reference and the place in the document."""
    return f"{reference}, {locator}" if locator else reference
