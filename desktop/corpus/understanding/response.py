"""A past response taken apart: its questions in order, each with the known Question it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.core.consultation import Consultation, question_ref
from desktop.core.document import Block, BlockKind
from desktop.core.likeness import telling_words
from desktop.corpus.understanding.known import Sighting, by_number, sight
from desktop.corpus.understanding.labels import order
from desktop.corpus.understanding.questions import Asked, inline_cut, with_subs, worded
from desktop.corpus.understanding.seen import Seen, see
from desktop.corpus.understanding.splitting import split
from desktop.corpus.understanding.starts import Start, find_starts
from desktop.corpus.understanding.wording import asks

_LEAST_TITLE = 2
_ANSWERED = 3
_LIST = 3


def take_apart(
    blocks: Sequence[Block],
    consultations: Sequence[Consultation],
    titles: Sequence[str],
    *,
    loose: bool,
) -> tuple[Seen, tuple[Asked, ...]]:
    """Return the document, whose blocks may have been cut further, and its questions.

    Args:
        blocks: what was read, tables of questions unfolded.
        consultations: the known ones.
        titles: what the document is called, for finding its consultation by title.
        loose: whether it is known to be a response (see ``find_starts``).
    """
    sightings = sight(blocks, consultations)
    cuts = _cuts_at(blocks, sightings)
    if cuts:
        blocks, _ = split(blocks, cuts)
        sightings = sight(blocks, consultations)
    seen = see(blocks)
    starts = _all_starts(seen, sightings, find_starts(seen, loose=loose))
    if sightings:
        known = next(each for each in consultations if each.id == sightings[0].consultation)
        starts = _with_shortened(seen, starts, known)
    inline = _inline_cuts(seen, starts, sightings)
    if inline:
        blocks, moved = split(blocks, inline)
        seen = see(blocks)
        starts = [replace(each, block=moved[each.block]) for each in starts]
        sightings = sight(blocks, consultations)
    asked = _without_list(seen, _asked(seen, starts, {each.block: each for each in sightings}))
    seen = replace(seen, contents=seen.contents | _listed(seen, starts))
    return seen, _with_refs(asked, sightings, consultations, titles)


def _listed(seen: Seen, starts: Sequence[Start]) -> frozenset[int]:
    """Return the blocks of lists of the questions, which are answered elsewhere."""
    answered = {each.number for each in starts} - {""}
    own = {each.block for each in starts}
    found: set[int] = set()
    run: list[int] = []
    for at, named in enumerate(seen.labels):
        asked = named and named.printed in answered and (named.rest == "" or asks(named.rest))
        if asked and at not in own:
            run.append(at)
        elif seen.blocks[at].kind is not BlockKind.BREAK:
            found.update(range(run[0], run[-1] + 1) if len(run) >= _LIST else ())
            run = []
    return frozenset(found)


def _without_list(seen: Seen, asked: Sequence[Asked]) -> list[Asked]:
    """Leave out questions that stand one below the other in a document that answers hardly any.

    Somebody lists the questions there: in a note about the inquiry, an agenda, a plan of work. In a
    response some questions may have been left without an answer, but not most.
    """
    ends = [each.first for each in asked[1:]] + [len(seen.blocks)]
    bare = [seen.words(each.body, end) < _ANSWERED for each, end in zip(asked, ends, strict=False)]
    listed: set[int] = set()
    run: list[int] = []
    for at, is_bare in enumerate([*bare, False]):
        if is_bare:
            run.append(at)
        else:
            # What follows a list is no answer to the last question of it.
            listed.update([*run, at] if len(run) >= _LIST else ())
            run = []
    answered = sum(not is_bare for at, is_bare in enumerate(bare) if at not in listed)
    if answered * 2 >= sum(bare):
        return list(asked)
    return [each for at, each in enumerate(asked) if at not in listed]


def _cuts_at(blocks: Sequence[Block], sightings: Sequence[Sighting]) -> dict[int, list[int]]:
    """Return where known wordings begin and end inside blocks."""
    cuts: dict[int, list[int]] = defaultdict(list)
    for each in sightings:
        if each.start:
            cuts[each.block].append(each.start)
        text = blocks[each.last].text
        if text[each.stop :].strip(" .:;|)”’\"'"):
            cuts[each.last].append(each.stop)
    return dict(cuts)


def _inline_cuts(
    seen: Seen, starts: Sequence[Start], sightings: Sequence[Sighting]
) -> dict[int, list[int]]:
    known = {each.block for each in sightings}
    cuts = {each.block: inline_cut(seen, each) for each in starts if each.block not in known}
    return {at: [cut] for at, cut in cuts.items() if cut}


def _all_starts(seen: Seen, sightings: Sequence[Sighting], found: Sequence[Start]) -> list[Start]:
    """Join what was found by labels with what was found by known wordings.

    Where the wordings of known questions tell enough, mere numbers and question marks are not
    needed.
    """
    wordings = _answered_sightings(seen, sightings)
    plain = [each for each in found if each.confidence > 0.9]
    trusted = plain if len(wordings) > 1 else list(found)
    covered = {at for each in wordings for at in range(each.block - 2, each.last + 1)}
    own = {each.block for each in trusted}
    extra = [
        _sighted_start(seen, each)
        for each in wordings
        if not own & set(range(max(0, each.block - 2), each.last + 1))
    ]
    if not plain and len(wordings) > 1:
        trusted = [each for each in found if each.block in covered]
        extra = [
            _sighted_start(seen, each)
            for each in wordings
            if each.block not in {start.block for start in trusted}
        ]
    return sorted([*trusted, *extra], key=lambda each: each.block)


def _answered_sightings(seen: Seen, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Choose one place for each known question: one that is answered and looks like a heading."""
    outside = [each for each in sightings if each.block not in seen.contents]
    ends = [each.block for each in outside[1:]] + [len(seen.blocks)]
    best: dict[str, tuple[tuple[bool, bool, int], Sighting]] = {}
    for each, end in zip(outside, ends, strict=False):
        told = seen.words(each.last + 1, end) >= _ANSWERED
        heads = seen.blocks[each.block].kind in (BlockKind.HEADING, BlockKind.NUMBERED)
        rank = (told, heads, -each.block)
        held = best.get(each.question.number)
        if held is None or rank > held[0]:
            best[each.question.number] = (rank, each)
    return sorted((each for _, each in best.values()), key=lambda each: each.block)


def _with_shortened(seen: Seen, starts: Sequence[Start], consultation: Consultation) -> list[Start]:
    """Add numbered headings that shorten a question which was not seen word for word."""
    taken = {each.number for each in starts}
    shapes = {(seen.blocks[each.block].kind, seen.blocks[each.block].level) for each in starts}
    found = list(starts)
    for at, named in enumerate(seen.labels):
        block = seen.blocks[at]
        if named is None or named.printed in taken or at in seen.contents:
            continue
        if block.kind is not BlockKind.HEADING and (block.kind, block.level) not in shapes:
            continue
        match = (
            by_number(named.printed, named.rest, consultation) if len(block.text) < 200 else None
        )
        if match and match[0].number == named.printed:
            taken.add(named.printed)
            found.append(Start(at, named.printed, order(named.printed), match[1], labelled=True))
    return sorted(found, key=lambda each: each.block)


def _sighted_start(seen: Seen, each: Sighting) -> Start:
    found = seen.labels[each.block]
    number = found.printed if found and found.printed else each.question.number
    return Start(each.block, number, order(number), 0.9 * each.likeness, labelled=bool(found))


def _asked(seen: Seen, starts: Sequence[Start], sightings: Mapping[int, Sighting]) -> list[Asked]:
    ends = [each.block for each in starts[1:]] + [len(seen.blocks)]
    found: list[Asked] = []
    for start, end in zip(starts, ends, strict=False):
        seen_at = sightings.get(start.block) or sightings.get(seen.next_text(start.block))
        known_end = seen_at.last + 1 if seen_at and seen_at.last < end else 0
        asked = worded(seen, start, end, known_end)
        if seen_at and known_end:
            ref = question_ref(seen_at.consultation, seen_at.question.number)
            sure = max(asked.confidence, 0.5 + 0.45 * seen_at.likeness)
            asked = replace(asked, ref=ref, confidence=sure)
        found.extend(with_subs(seen, asked, end))
    return found


def _with_refs(
    asked: Sequence[Asked],
    sightings: Sequence[Sighting],
    consultations: Sequence[Consultation],
    titles: Sequence[str],
) -> tuple[Asked, ...]:
    """Match the questions whose wording was shortened by their numbers and what they are about."""
    consultation = _consultation(asked, sightings, consultations, titles)
    if consultation is None:
        return tuple(asked)
    taken = {each.ref for each in asked}
    found: list[Asked] = []
    for each in asked:
        match = None if each.ref else _match(each, consultation)
        ref = question_ref(consultation.id, match[0]) if match else ""
        if match and ref not in taken:
            taken.add(ref)
            found.append(replace(each, ref=ref, confidence=min(each.confidence, match[1])))
        else:
            found.append(each)
    return tuple(found)


def _match(each: Asked, consultation: Consultation) -> tuple[str, float] | None:
    if not each.question:
        numbers = {question.number for question in consultation.questions}
        return (each.number, 0.75) if each.number in numbers else None
    found = by_number(each.number, each.question, consultation)
    return (found[0].number, found[1]) if found else None


def _consultation(
    asked: Sequence[Asked],
    sightings: Sequence[Sighting],
    consultations: Sequence[Consultation],
    titles: Sequence[str],
) -> Consultation | None:
    """Return the consultation that was answered: by wordings, by its title, by most headings."""
    if sightings:
        return next(each for each in consultations if each.id == sightings[0].consultation)
    said = set(telling_words(" ".join(titles)))
    for each in consultations:
        title = set(telling_words(each.title))
        if len(title) >= _LEAST_TITLE and title <= said:
            return each
    fits = {each.id: sum(_about(one, each) for one in asked) for each in consultations}
    best = max(consultations, key=lambda each: fits[each.id], default=None)
    if best and fits[best.id] > 1 and fits[best.id] * 2 > len(asked):
        return best
    return None


def _about(each: Asked, consultation: Consultation) -> bool:
    return bool(each.question) and by_number(each.number, each.question, consultation) is not None
