"""The data pack of a Course that is being written: its papers, and the snippets out of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from desktop.core.course import Course, Paper, StepKind
from desktop.core.course_places import place_words
from desktop.core.course_switches import without_gone
from desktop.core.course_writing import free_id, moved
from desktop.core.evidence import Origin, Snippet, SnippetKind
from desktop.core.shortening import shortened
from desktop.core.text import Blocks, one_line

_SHOWN = 70


def add_paper(course: Course, paper: Paper, taken: Collection[str] = ()) -> tuple[Course, str]:
    """Add a paper at the end; return its key as well, which nothing in the Course or in ``taken``
    has. Its short form is its title until somebody says otherwise.
    """
    source = paper.source
    known = {each.source.key for each in course.papers} | set(taken)
    key = free_id(source.title or "paper", known)
    short = source.short or source.title
    made = replace(paper, source=replace(source, key=key, short=short, origin=Origin.OWN))
    return replace(course, papers=(*course.papers, made)), key


def paper_of(course: Course, key: str) -> Paper:
    """Return a paper; raises KeyError if there is none of this key."""
    for paper in course.papers:
        if paper.source.key == key:
            return paper
    raise KeyError(key)


def put_paper(course: Course, paper: Paper) -> Course:
    """Change a paper; it is known by its key."""
    key = paper.source.key
    papers = tuple(paper if each.source.key == key else each for each in course.papers)
    return replace(course, papers=papers)


def move_paper(course: Course, was: int, now: int) -> Course:
    """Put a paper at another place in the pack."""
    return replace(course, papers=moved(course.papers, was, now))


def remove_paper(course: Course, key: str) -> Course:
    """Remove a paper with its snippets; Steps in which it was read keep their own text."""
    left = replace(
        course,
        papers=tuple(each for each in course.papers if each.source.key != key),
        snippets=tuple(each for each in course.snippets if each.source != key),
        steps=tuple(
            replace(each, about="") if each.kind is StepKind.READ and each.about == key else each
            for each in course.steps
        ),
    )
    return without_gone(left)


def snippets_of(course: Course, paper: str) -> tuple[Snippet, ...]:
    """Return the snippets out of a paper, in the order of the file."""
    return tuple(each for each in course.snippets if each.source == paper)


def add_snippet(
    course: Course, paper: str, locator: str, words: str, questions: tuple[str, ...] = ()
) -> tuple[Course, str]:
    """Add a snippet of these words of a paper, after the others out of it; return its id."""
    taken = {each.id for each in course.snippets}
    name = free_id(f"{paper}-{' '.join(words.split()[:4])}", taken)
    snippet = Snippet(
        name,
        paper,
        one_line(words) if len(words) <= 200 else "",
        words,
        SnippetKind.STATISTIC if re.search(r"\d", words) else SnippetKind.ARGUMENT,
        locator,
        questions=questions,
        origin=Origin.OWN,
    )
    return replace(course, snippets=(*course.snippets, snippet)), name


def snippet_of(course: Course, name: str) -> Snippet:
    """Return a snippet; raises KeyError if there is none of this id."""
    for snippet in course.snippets:
        if snippet.id == name:
            return snippet
    raise KeyError(name)


def put_snippet(course: Course, snippet: Snippet) -> Course:
    """Change a snippet."""
    found = tuple(snippet if each.id == snippet.id else each for each in course.snippets)
    return replace(course, snippets=found)


def remove_snippet(course: Course, name: str) -> Course:
    """Remove a snippet; the paper stays."""
    left = tuple(each for each in course.snippets if each.id != name)
    return without_gone(replace(course, snippets=left))


def cited_in(course: Course, paper: str) -> int:
    """Return how many texts of a Course cite a paper."""
    cite = re.compile(rf"@{re.escape(paper)}(?![a-z0-9-])")
    return sum(bool(cite.search(text)) for text in _texts(course))


def places(blocks: Blocks) -> tuple[tuple[str, str], ...]:
    """Return the places of a paper, each as it is cited and with how it begins. Every block but
    sub-headings is one.
    """
    return tuple(
        (f"paragraph {place}", shortened(words, _SHOWN))
        for place, words in enumerate(place_words(blocks), start=1)
    )


def place_with(blocks: Blocks, words: str) -> str:
    """Return the first place of a paper that has these words, the first of all if none has."""
    wanted = one_line(words)
    found = (n for n, said in enumerate(place_words(blocks), start=1) if wanted in said)
    return f"paragraph {next(found, 1)}"


def _texts(course: Course) -> Iterator[str]:
    for model in course.models:
        yield model.text
    for repair in course.repairs:
        yield repair.text
        yield repair.solution
    for spot in course.spots:
        yield spot.text
