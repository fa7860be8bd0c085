"""Which single hints and snippets of a Course learners are shown."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.course import Course, Repair, Switches
from desktop.core.evidence import Snippet


def hint_id(exercise: str, number: int) -> str:
    """Return what a hint of a repair exercise is known by; ``number`` counts from 1."""
    return f"{exercise}.{number}"


def hint_ids(course: Course) -> tuple[str, ...]:
    """Return what every hint of a Course is known by, in the order of the file."""
    return tuple(
        hint_id(repair.id, number)
        for repair in course.repairs
        for number, _ in enumerate(repair.hints, start=1)
    )


def hints_shown(repair: Repair, switches: Switches) -> tuple[str, ...]:
    """Return the hints of an exercise that learners can ask for."""
    if not switches.hints:
        return ()
    numbered = enumerate(repair.hints, start=1)
    return tuple(hint for at, hint in numbered if hint_id(repair.id, at) not in switches.hints_off)


def snippets_offered(course: Course) -> tuple[Snippet, ...]:
    """Return the snippets of a Course that learners are offered, and that a search finds."""
    switches = course.switches
    if not switches.snippets:
        return ()
    return tuple(each for each in course.snippets if each.id not in switches.snippets_off)


def hints_kept(before: Repair, after: Repair, off: frozenset[str]) -> frozenset[str]:
    """Return which hints are off once those of an exercise read otherwise: a hint that moved is
    known by its words, one that was written anew by its place.
    """
    if before.hints == after.hints:
        return off
    was_off = {at for at, _ in enumerate(before.hints, start=1) if hint_id(before.id, at) in off}
    words = {before.hints[at - 1] for at in was_off}
    same_number = len(before.hints) == len(after.hints)
    now_off = {
        at
        for at, hint in enumerate(after.hints, start=1)
        if hint in words or (same_number and at in was_off and hint not in before.hints)
    }
    others = off - {hint_id(before.id, at) for at in was_off}
    return others | {hint_id(after.id, at) for at in now_off}


def without_gone(course: Course) -> Course:
    """Return a Course whose switches name no hint and no snippet that is gone."""
    switches = course.switches
    hints = switches.hints_off & frozenset(hint_ids(course))
    snippets = switches.snippets_off & frozenset(each.id for each in course.snippets)
    if (hints, snippets) == (switches.hints_off, switches.snippets_off):
        return course
    return replace(course, switches=replace(switches, hints_off=hints, snippets_off=snippets))
