"""The questions of a call for evidence: where each stands, what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.document import BlockKind
from desktop.corpus.understanding.chain import longest
from desktop.corpus.understanding.labels import LabelStyle, order
from desktop.corpus.understanding.roles import closes, heading_role
from desktop.corpus.understanding.seen import Seen
from desktop.corpus.understanding.wording import answers, asks, names_issue, word_count

_LEAD = re.compile(
    r"(?:\b(?:following|these|below)\b.{0,80}\b(?:questions?|issues?|points?|areas?|topics?"
    r"|matters|themes|terms of reference|aspects|subjects)\b"
    r"|\b(?:questions?|issues?|points?|areas?|topics?|matters|themes|aspects) (?:below"
    r"|in particular|particularly)\b"
    r"|\b(?:interested in|views on|views about|evidence on|submissions on|comments on"
    r"|look(?:ing)? at|consider(?:ing)?|address(?:ing)?|examin(?:e|ing)|explor(?:e|ing)"
    r"|particularly welcomes?|in particular|on the following|the following|information (?:on"
    r"|about)|focus(?:ing)? on|terms of reference|seeking to understand)\b)"
    r"[^.?]{0,120}:\s*$",
    re.IGNORECASE,
)
_LEAD_HEADING = re.compile(
    r"[\W\d]*(?:(?:the |list of |consultation |summary of (?:the )?|specific |key |inquiry "
    r"|our )?questions?(?: (?:for|to) .{1,50})?(?: we are asking)?"
    r"|terms of reference(?: .{1,60})?|(?:key |specific )?issues(?: to (?:consider"
    r"|address))?|what we (?:want|would like) to (?:know|hear)(?: about)?"
    r"|scope(?: of the inquiry)?)[\W]*",
    re.IGNORECASE,
)
_NOT_LEAD = re.compile(
    r"\b(?:submissions?|responses?|evidence|documents?|they|it)\b.{0,60}\b(?:should|must"
    r"|may)\b.{0,40}:\s*$|\bmembers (?:of|are)\b|\bcontact\b.{0,30}:\s*$|\bchapters?\b"
    r"|\bsections?\b",
    re.IGNORECASE,
)
_NO_ISSUES = re.compile(
    r"[\W\d]*(?:how (?:to|do i|do you|can i|can you|will|your|we will|should)\b.*|(?:form"
    r"|format|submit|submission|deadline|closing|guidance|responding|contact|membership"
    r"|about|further|next|privacy|confidential|data|what happens|what will happen"
    r"|what is (?:this|the)|who (?:can|should|is|are)|why (?:are we|we are|is|this)|notes?"
    r"|annex|appendix|background|introduction|timetable|press|media|chair).*)",
    re.IGNORECASE,
)
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.NUMBERED})
_PROPOSAL = 80  # words after a heading that asks: more, and it is a chapter that answers itself


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands: its block, its number, its words, the number it is part of."""

    at: int
    number: str
    text: str
    parent: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Found:
    """The places of the questions in order, and the block that leads in to them (-1 if none)."""

    places: tuple[Place, ...] = ()
    lead: int = -1


def find_questions(seen: Seen) -> Found:
    """Return the questions by the plainest sign: a label, a number, a list that is led in to, a
    question mark.
    """
    for way in (_labelled, _numbered, _led_in, _asking):
        found = way(seen)
        if found.places:
            return found
    return Found()


def _labelled(seen: Seen) -> Found:
    ats = [
        at
        for at, found in enumerate(seen.labels)
        if found
        and found.style is LabelStyle.WORD
        and at not in seen.contents
        and len(found.numbers) == 1
    ]
    places = _in_order(seen, _once(seen, ats), 0.95)
    return Found(places, _lead_before(seen, ats[0])) if places else Found()


def _once(seen: Seen, ats: Iterable[int]) -> list[int]:
    """Keep one place for each number: the fullest wording, the first of equals."""
    best: dict[str, int] = {}
    for at in ats:
        found = seen.labels[at]
        if found:
            held = best.get(found.printed)
            if held is None or len(_words(seen, at)) > 1.3 * len(_words(seen, held)) + 10:
                best[found.printed] = at
    return sorted(best.values(), key=lambda at: order(_number(seen, at)))


def _words(seen: Seen, at: int) -> str:
    """Return the wording at a place; where a label stands alone it is in the next block."""
    found = seen.labels[at]
    text = found.rest if found else seen.blocks[at].text
    after = seen.next_text(at)
    if not text and after < len(seen.blocks) and not seen.labels[after]:
        return seen.blocks[after].text
    return text


def _number(seen: Seen, at: int) -> str:
    found = seen.labels[at]
    return found.numbers[0] if found else ""


def _in_order(seen: Seen, ats: Sequence[int], confidence: float) -> tuple[Place, ...]:
    return tuple(Place(at, _number(seen, at), _words(seen, at), "", confidence) for at in ats)


def _numbered(seen: Seen) -> Found:
    bare = [
        at
        for at, found in enumerate(seen.labels)
        if found
        and found.style is LabelStyle.BARE
        and at not in seen.contents
        and seen.blocks[at].kind is not BlockKind.FOOTNOTE
    ]
    asking = [at for at in bare if asks(_words(seen, at)) and not _answers_itself(seen, at)]
    if len(asking) < 2:
        return Found()
    first, last = asking[0], asking[-1]
    kinds = {seen.blocks[at].kind for at in asking}
    like = [
        at
        for at in bare
        if first <= at <= last
        and seen.blocks[at].kind in kinds
        and (at in asking or _reads_like_issue(seen, at))
    ]
    weighed = [(order(_number(seen, at)), 3 if at in asking else 1) for at in like]
    chosen = [like[place] for place in longest(weighed)]
    return Found(_in_order(seen, chosen, 0.85), _lead_before(seen, first))


def _answers_itself(seen: Seen, at: int) -> bool:
    """Tell whether a heading that asks is a chapter's: "3. Why are we consulting?"."""
    if _NO_ISSUES.match(_words(seen, at)) and seen.blocks[at].kind is BlockKind.HEADING:
        return True
    if seen.blocks[at].kind is not BlockKind.HEADING:
        return False
    end = at + 1
    while end < len(seen.blocks) and seen.blocks[end].kind is not BlockKind.HEADING:
        end += 1
    return seen.words(at + 1, end) > _PROPOSAL


def _reads_like_issue(seen: Seen, at: int) -> bool:
    text = _words(seen, at)
    unfinished = text.rstrip()[-1:] not in (".", "!", "?") and not answers(text)
    return word_count(text) <= 50 and (names_issue(text) or unfinished)


def _led_in(seen: Seen) -> Found:
    """Find the items of lists after "The Committee is interested in:" or "Terms of reference"."""
    best = Found()
    for at, block in enumerate(seen.blocks):
        heading = block.kind is BlockKind.HEADING and _LEAD_HEADING.fullmatch(block.text)
        if at in seen.contents or not (heading or _leads_in(block.text)):
            continue
        items = _items(seen, at + 1)
        if len(items) > max(1, len(best.places)):
            best = Found(_listed(seen, items), _lead_before(seen, items[0]) if heading else at)
    return best


def _leads_in(text: str) -> bool:
    tail = text[-260:]
    return bool(_LEAD.search(tail)) and not _NOT_LEAD.search(tail)


def _items(seen: Seen, at: int) -> list[int]:
    """Return the list items from a block on; headings of groups may stand between lists."""
    found: list[int] = []
    while at < len(seen.blocks):
        block = seen.blocks[at]
        if block.kind in _LISTED or (_is_item(seen, at) and block.kind is BlockKind.PARAGRAPH):
            found.append(at)
        elif not _passes(seen, at, bool(found)):
            break
        at += 1
    return found


def _is_item(seen: Seen, at: int) -> bool:
    """Tell whether a paragraph is an item in all but name: it asks, or it has a number."""
    found, text = seen.labels[at], seen.blocks[at].text
    if found and found.style in (LabelStyle.BARE, LabelStyle.LETTER):
        return word_count(text) <= 80
    return asks(text) and text.rstrip(' "”’').endswith("?") and word_count(text) <= 80


def _passes(seen: Seen, at: int, begun: bool) -> bool:
    """Tell whether a block may stand between the items: a page break, a sub-heading, a lead-in."""
    block = seen.blocks[at]
    if block.kind in (BlockKind.BREAK, BlockKind.FOOTNOTE):
        return True
    after = seen.next_text(at)
    followed = after < len(seen.blocks) and (
        seen.blocks[after].kind in _LISTED or _is_item(seen, after)
    )
    if block.kind is BlockKind.HEADING:
        return (
            followed
            and not _NO_ISSUES.match(block.text)
            and not heading_role(block)
            and not closes(block)
        )
    short = word_count(block.text) <= 12 and block.text[-1:] not in ".?"
    leads = _leads_in(block.text) or (short and begun)
    return followed and (leads or not begun) and not _NOT_LEAD.search(block.text[-260:])


def _listed(seen: Seen, items: Sequence[int]) -> tuple[Place, ...]:
    """Number the items of lists: by their own numbers where all have one, otherwise in order."""
    tops = min((seen.blocks[at].level or 1) for at in items)
    main = [at for at in items if (seen.blocks[at].level or 1) == tops]
    printed = [_number(seen, at) for at in main]
    own = all(printed) and len(set(printed)) == len(printed)
    found: list[Place] = []
    parent, inner = "", 0
    for at in items:
        if at in main:
            place = main.index(at)
            parent, inner = printed[place] if own else str(place + 1), 0
            found.append(Place(at, parent, _words(seen, at), "", 0.8))
        else:
            letter = _number(seen, at) or chr(ord("a") + inner % 26)
            inner += 1
            found.append(Place(at, f"{parent}{letter}", _words(seen, at), parent, 0.7))
    return tuple(found)


def _asking(seen: Seen) -> Found:
    """Find whatever is a question of its own, without number or list."""
    ats = [
        at
        for at, block in enumerate(seen.blocks)
        if at not in seen.contents
        and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, *_LISTED)
        and block.text.rstrip(' "”’)').endswith("?")
        and asks(block.text)
        and word_count(block.text) <= 80
        and not (
            block.kind is BlockKind.HEADING
            and (_answers_itself(seen, at) or _NO_ISSUES.match(block.text))
        )
    ]
    places = (Place(at, str(place), _words(seen, at), "", 0.6) for place, at in enumerate(ats, 1))
    return Found(tuple(places), _lead_before(seen, ats[0])) if ats else Found()


def _lead_before(seen: Seen, at: int) -> int:
    """Return the paragraph before the first question if it leads in to them, or -1."""
    for before in range(at - 1, max(-1, at - 4), -1):
        if seen.blocks[before].kind is BlockKind.PARAGRAPH and seen.blocks[
            before
        ].text.rstrip().endswith(":"):
            return before
    return -1
