"""Changing the questions of a call: added, removed, moved, joined, split. Pure functions."""

from __future__ import annotations

from dataclasses import fields, replace

from desktop.core.understanding import Call, CalledQuestion

_TYPED = frozenset({"title", "body", "address", "closing_time", "lead_in"})
_TYPED_OF_QUESTION = frozenset({"number", "text", "guidance", "options"})


def typed_field(before: Call, after: Call) -> str:
    """Return the one field of text in which two calls differ: "title", or "2/text" of the question
    at that place; "" where they differ otherwise.
    """
    other = _differing(before, after)
    if other == ["questions"] and len(before.questions) == len(after.questions):
        pairs = enumerate(zip(before.questions, after.questions, strict=True))
        found = [(at, _differing(*pair)) for at, pair in pairs if pair[0] != pair[1]]
        if len(found) == 1:
            at, names = found[0][0], [name for name in found[0][1] if name != "confidence"]
            if len(names) == 1 and names[0] in _TYPED_OF_QUESTION:
                return f"{at}/{names[0]}"
        return ""
    return other[0] if len(other) == 1 and other[0] in _TYPED else ""


def _differing(before: Call | CalledQuestion, after: Call | CalledQuestion) -> list[str]:
    names = (each.name for each in fields(before))
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def changed(call: Call, place: int, question: CalledQuestion) -> Call:
    """Return the call with another question at a place."""
    listed = list(call.questions)
    listed[place] = question
    return replace(call, questions=tuple(listed))


def added(call: Call, place: int) -> Call:
    """Return the call with a new question behind the one at a place."""
    listed = list(call.questions)
    before = listed[place].block if 0 <= place < len(listed) else 0
    new = CalledQuestion(_next_number(call), "", block=before)
    listed.insert(place + 1, new)
    return replace(call, questions=tuple(listed))


def removed(call: Call, place: int) -> Call:
    """Return the call without a question."""
    return replace(call, questions=(*call.questions[:place], *call.questions[place + 1 :]))


def moved(call: Call, place: int, by: int) -> Call:
    """Return the call with a question so many places on; unchanged where there is no place."""
    target = place + by
    if not 0 <= target < len(call.questions):
        return call
    listed = list(call.questions)
    listed.insert(target, listed.pop(place))
    return replace(call, questions=tuple(listed))


def joined(call: Call, place: int) -> Call:
    """Return the call with a question joined to the one before it."""
    if not 0 < place < len(call.questions):
        return call
    first, second = call.questions[place - 1], call.questions[place]
    one = replace(
        first,
        text=_together(first.text, second.text),
        guidance=_together(first.guidance, second.guidance),
        options=(*first.options, *second.options),
        confidence=1.0,
    )
    return replace(
        call, questions=(*call.questions[: place - 1], one, *call.questions[place + 1 :])
    )


def split(call: Call, place: int, at: int) -> Call:
    """Return the call with a question cut in two before the character ``at`` of its wording;
    unchanged where one half would be empty.
    """
    question = call.questions[place]
    first, second = question.text[:at].rstrip(), question.text[at:].lstrip()
    if not first or not second:
        return call
    halves = (
        replace(question, text=first, confidence=1.0),
        CalledQuestion(_next_number(call), second, block=question.block),
    )
    return replace(call, questions=(*call.questions[:place], *halves, *call.questions[place + 1 :]))


def _together(first: str, second: str) -> str:
    return f"{first} {second}".strip()


def _next_number(call: Call) -> str:
    """Return a number that no question has."""
    numbers = [int(q.number) for q in call.questions if q.number.isdecimal()]
    return str(max(numbers, default=0) + 1)
