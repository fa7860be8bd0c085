"""Doing to a draft of an example what a fix offers, without a workspace."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from desktop.core.checking_edits import MendedText, MendText
from desktop.core.citing import ConfirmCitation
from desktop.core.edits import Edit, MarkAnswer, SetDated
from desktop.core.finding import TextField
from desktop.core.response import Draft
from desktop.core.rules_changes import CallChanges, rules_in_force, with_rule
from desktop.core.rules_edits import SetCallRule
from tests.checks.sound_draft import Picture

_ANSWER = {TextField.BODY: "body", TextField.KEY_POINT: "key_point"}
_RESPONSE = {
    TextField.REASON: "reason",
    TextField.MESSAGE: "message",
    TextField.ORAL_EVIDENCE: "oral_evidence",
    TextField.ABOUT: "about",
}
_ASKED = {TextField.WHO: "who", TextField.WHAT: "what", TextField.BY_WHEN: "by_when"}


@singledispatch
def done(edit: Edit, picture: Picture) -> Picture:
    """Return a picture after an Edit that a fix may be."""
    raise TypeError(f"a fix gives a {type(edit).__name__}: say here what it does to a draft")


@done.register
def _(edit: MendText, picture: Picture) -> Picture:
    draft = picture.draft
    for text in edit.texts:
        draft = written(draft, text)
    held = draft.organisation
    empty = {name: value for name, value in edit.contact if not getattr(held, name)}
    return replace(picture, draft=replace(draft, organisation=replace(held, **empty)))


@done.register
def _(edit: MarkAnswer, picture: Picture) -> Picture:
    draft, number = picture.draft, edit.question
    answer = replace(draft.answer(number), mark=edit.mark, skip_reason=edit.reason)
    return replace(picture, draft=replace(draft, answers={**draft.answers, number: answer}))


@done.register
def _(edit: SetDated, picture: Picture) -> Picture:
    response = replace(picture.draft.response, dated=edit.value)
    return replace(picture, draft=replace(picture.draft, response=response))


@done.register
def _(edit: SetCallRule, picture: Picture) -> Picture:
    body = picture.draft.rules
    rules = rules_in_force(body, with_rule(CallChanges(), body, edit.rule))
    return replace(picture, draft=replace(picture.draft, rules=rules))


@done.register
def _(edit: ConfirmCitation, picture: Picture) -> Picture:
    confirmed = (edit.question, edit.source, edit.locator)
    left = tuple(
        one for one in picture.known.cited if (one.question, one.source, one.locator) != confirmed
    )
    return replace(picture, known=replace(picture.known, cited=left))


def written(draft: Draft, text: MendedText) -> Draft:
    """Return a Draft in which one text says something else."""
    field, said = text.field, text.text
    if field in _ANSWER:
        answer = replace(draft.answer(text.question), **{_ANSWER[field]: said})
        return replace(draft, answers={**draft.answers, text.question: answer})
    if field in _ASKED:
        items = (
            replace(one, **{_ASKED[field]: said}) if one.id == text.item else one
            for one in draft.recommendations
        )
        return replace(draft, recommendations=tuple(items))
    if field is TextField.SUMMARY:
        points = list(draft.response.summary or ())
        points[int(text.item)] = replace(points[int(text.item)], text=said)
        return replace(draft, response=replace(draft.response, summary=tuple(points)))
    return replace(draft, response=replace(draft.response, **{_RESPONSE[field]: said}))
