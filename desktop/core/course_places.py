"""The places of a paper, and where they went when somebody wrote in it, so that what cites them
follows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.core.course import Course
from desktop.core.text import Blocks, Subheading, one_line, plain_text

_NUMBER = r"\d{1,9}(?!\d)"
_NUMBERS = (
    rf"(?P<word>paragraphs? )(?P<first>{_NUMBER})"
    rf"(?:(?P<to> ?(?:-|–|to|and) ?)(?P<last>{_NUMBER}))?"
)
_LOCATOR = re.compile(_NUMBERS)


def place_blocks(blocks: Blocks) -> Blocks:
    """Return the blocks of a paper that are its places, of which the first is paragraph 1: all but
    sub-headings, which nobody cites.
    """
    return tuple(block for block in blocks if not isinstance(block, Subheading))


def place_words(blocks: Blocks) -> tuple[str, ...]:
    """Return the words of each place of a paper, in order."""
    return tuple(one_line(plain_text((block,))) for block in place_blocks(blocks))


def moved_places(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return the new numbers of the places that have another: those that say what they said, and
    those that were written anew one for one. Those that are gone are not in it.
    """
    from difflib import SequenceMatcher  # only for a paper that is written in

    moved: dict[int, int] = {}
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after, False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i_end - i == j_end - j):
            moved |= {i + at + 1: j + at + 1 for at in range(i_end - i) if i != j}
    return moved


def follow_places(course: Course, paper: str, moved: Mapping[int, int]) -> Course:
    """Have the snippets out of a paper, and the texts that cite it, name its places as they are
    numbered now.
    """
    if not moved:
        return course
    cite = re.compile(rf"(?P<key>@{re.escape(paper)}, ){_NUMBERS}")

    def said(match: re.Match[str]) -> str:
        found = match.groupdict()
        first = moved.get(int(found["first"]), found["first"])
        last = moved.get(int(found["last"]), found["last"]) if found["last"] else ""
        return f"{found.get('key') or ''}{found['word']}{first}{found['to'] or ''}{last}"

    def text(words: str) -> str:
        return cite.sub(said, words)

    return replace(
        course,
        snippets=tuple(
            replace(each, locator=_LOCATOR.sub(said, each.locator))
            if each.source == paper
            else each
            for each in course.snippets
        ),
        models=tuple(
            replace(
                each,
                text=text(each.text),
                notes=tuple(replace(note, at=text(note.at)) for note in each.notes),
            )
            for each in course.models
        ),
        repairs=tuple(
            replace(each, text=text(each.text), solution=text(each.solution))
            for each in course.repairs
        ),
        spots=tuple(
            replace(
                each,
                text=text(each.text),
                key=tuple(replace(marked, at=text(marked.at)) for marked in each.key),
            )
            for each in course.spots
        ),
    )
