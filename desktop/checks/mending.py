"""Mending what a Finding says, in the draft as it is now: nothing that was typed since is lost."""

from __future__ import annotations

from desktop.core.checking_edits import MendedText, MendText
from desktop.core.edits import Edit
from desktop.core.finding import Finding, Fix, Replacement, Spot, TextField
from desktop.core.line_changes import lines_changed, replaced
from desktop.core.response import Draft, Recommendation
from desktop.core.text import Blocks, Line, Paragraph, Text, lines, plain
from desktop.markup import parse, write

# The texts that hold one plain line; the others hold Markdown.
_PLAIN = frozenset(
    {
        TextField.KEY_POINT,
        TextField.MESSAGE,
        TextField.SUMMARY,
        TextField.WHO,
        TextField.WHAT,
        TextField.BY_WHEN,
    }
)
_Place = tuple[TextField, str]


def mended(draft: Draft, finding: Finding, fix: Fix) -> Edit | None:
    """Return the Edit that does what ``fix`` offers; None if the text no longer stands there."""
    if not _still_said(draft, finding):
        return None
    if fix.edit is not None:
        return fix.edit
    places: dict[_Place, list[Replacement]] = {}
    for one in fix.replacements:
        places.setdefault((one.spot.field, one.spot.item), []).append(one)
    texts: list[MendedText] = []
    for (field, item), changes in places.items():
        before = text_of(draft, field, finding.question, item)
        after = None if before is None else _after(before, field, changes, finding)
        if after is None:
            return None
        texts.append(MendedText(field, after, finding.question, item))
    return MendText(draft.response.id, fix.words, tuple(texts), fix.contact)


def text_of(draft: Draft, field: TextField, question: str = "", item: str = "") -> str | None:
    """Return what a text of the draft says, as it is kept; None if it is not there (any more)."""
    match field:
        case TextField.BODY:
            return draft.answer(question).body
        case TextField.KEY_POINT:
            return draft.answer(question).key_point
        case TextField.ABOUT:
            return draft.about
        case TextField.SUMMARY:
            points = draft.response.summary or ()
            place = int(item)
            return points[place].text if place < len(points) else None
        case TextField.WHO | TextField.WHAT | TextField.BY_WHEN:
            asked = next((one for one in draft.recommendations if one.id == item), None)
            return None if asked is None else _asked(asked, field)
        case TextField.REASON | TextField.MESSAGE | TextField.ORAL_EVIDENCE:
            return str(getattr(draft.response, field.value.replace("-", "_")))


def _asked(asked: Recommendation, field: TextField) -> str:
    return str(getattr(asked, field.value.replace("-", "_")))


def _still_said(draft: Draft, finding: Finding) -> bool:
    """Tell whether what the Finding was said of still stands where it stood, or near by."""
    spot = finding.spot
    if spot is None or not finding.basis:
        return True
    text = text_of(draft, spot.field, finding.question, spot.item)
    if text is None:
        return False
    said = _said(text, spot.field)
    return finding.basis in said or finding.basis in (text, "\n".join(said))


def _said(text: str, field: TextField) -> list[str]:
    return [text] if field in _PLAIN else [plain(line) for line in lines(parse(text))]


def _after(
    before: str, field: TextField, changes: list[Replacement], finding: Finding
) -> str | None:
    """Return a text with its replacements made; None where one does not fit."""
    blocks: Blocks | None = None if field in _PLAIN else parse(before) or (Paragraph(()),)
    found: list[Line] = [(Text(before),)] if blocks is None else list(lines(blocks))
    said = [plain(line) for line in found]
    # The last first, so that the places of those before it stay true.
    for one in sorted(changes, key=lambda one: one.spot.start, reverse=True):
        place = _line_now(said, one, finding)
        if place is None:
            return None
        found[place] = replaced(found[place], one.spot.start, one.spot.end, one.after)
    if blocks is None:
        return plain(found[0])
    return write(lines_changed(blocks, found))


def _line_now(said: list[str], one: Replacement, finding: Finding) -> int | None:
    """Return the line in which the replacement still fits: that of the Finding wherever it has
    moved to, any other just where it was.
    """
    spot = one.spot
    if _fits(said, spot.line, one) and not _moved(said, spot, finding):
        return spot.line
    if finding.spot is None or (finding.spot.line, finding.spot.field) != (spot.line, spot.field):
        return None
    if finding.basis:
        alike = [place for place, text in enumerate(said) if text == finding.basis]
    else:
        # Said once of the whole text, whatever else its line says: the words themselves tell.
        alike = [place for place in range(len(said)) if one.before and _fits(said, place, one)]
    return alike[0] if len(alike) == 1 and _fits(said, alike[0], one) else None


def _moved(said: list[str], spot: Spot, finding: Finding) -> bool:
    """Tell whether another line stands where the line that the Finding was said of stood."""
    own = finding.spot
    return (
        own is not None
        and (own.field, own.item, own.line) == (spot.field, spot.item, spot.line)
        and finding.basis in said
        and said[spot.line] != finding.basis
    )


def _fits(said: list[str], line: int, one: Replacement) -> bool:
    if line >= len(said):
        return False
    text = said[line]
    if not one.before:
        # Something is put in: at the place itself, and only where the text still reaches it.
        return one.spot.start == one.spot.end <= len(text)
    return text[one.spot.start : one.spot.end] == one.before
