"""What an example of a check may say of its draft, one small function for each key of the file.

Whatever an example does not say is a draft with nothing to mend.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.checks.wording import WordLists
from desktop.core.citing import CitedPlace
from desktop.core.consent import Consent, Use
from desktop.core.consultation import Consultation, Limit, Question
from desktop.core.deadline import Calendar
from desktop.core.evidence import Snippet, Source
from desktop.core.published import published
from desktop.core.response import (
    AnswerMark,
    Organisation,
    Recommendation,
    SummaryPoint,
)
from desktop.core.rules import DocumentRules, Form, Rule, Venue
from desktop.core.signing import SignOff, digest_of
from desktop.core.translating import Language, Translation, originals
from desktop.core.word_file import WordFile
from desktop.store.packs.wording import wording_in
from tests.checks.sound_draft import ASKED, WORDING, Picture, written
from tests.support.made import made

_RULE = {
    "says": "Please do so.",
    "strength": "should",
    "authority": "official",
    "source": "A made-up guide",
    "address": "https://example.org/guide",
    "checked": date(2026, 11, 22),
}
_SNIPPET = {
    "source": "larch-2024",
    "claim": "Halls are closing.",
    "text": "Halls are closing.",
    "kind": "argument",
    "locator": "page 4",
}

_FILE = {
    "name": "halls.docx",
    "title": "Written evidence submitted by Fernbrook Community Trust",
    "first_line": "Written evidence submitted by Fernbrook Community Trust",
    "language": "en-GB",
    "words": 400,
}


Step = Callable[[Picture, Any], Picture]
KEYS: dict[str, Step] = {}


def key(step: Step) -> Step:
    """Let examples say what this function does; the key is its name."""
    KEYS[step.__name__] = step
    return step


def _answer(picture: Picture, number: str, **changes: Any) -> Picture:
    asked = picture.draft.consultation
    if number not in {question.number for question in asked.questions}:
        new = Question(number, f"What of hall number {number}?", f"Hall {number}")
        asked = replace(asked, questions=(*asked.questions, new))
    known = picture.draft.answers.get(number) or written(number, "")
    answers = {**picture.draft.answers, number: replace(known, **changes)}
    return _draft(picture, consultation=asked, answers=answers)


def _draft(picture: Picture, **changes: Any) -> Picture:
    return replace(picture, draft=replace(picture.draft, **changes))


def _response(picture: Picture, **changes: Any) -> Picture:
    return _draft(picture, response=replace(picture.draft.response, **changes))


def _consultation(picture: Picture, **changes: Any) -> Picture:
    return _draft(picture, consultation=replace(picture.draft.consultation, **changes))


@key
def text(picture: Picture, value: str) -> Picture:
    """The body of answer 1, as Markdown."""
    return _answer(picture, "1", body=value)


@key
def answers(picture: Picture, value: dict[str, str]) -> Picture:
    """The bodies of further answers, by question number."""
    for number, body in value.items():
        picture = _answer(picture, number, body=body)
    return picture


@key
def key_point(picture: Picture, value: str) -> Picture:
    """The key point of answer 1."""
    return _answer(picture, "1", key_point=value)


@key
def choice(picture: Picture, value: list[str]) -> Picture:
    """The options chosen at question 1."""
    return _answer(picture, "1", choice=tuple(value))


@key
def empty(picture: Picture, value: list[str]) -> Picture:
    """The questions to which nothing is written, by number."""
    for number in value:
        picture = _answer(picture, number, body="", key_point="")
    return picture


@key
def skip(picture: Picture, value: dict[str, str]) -> Picture:
    """The questions that are skipped, with their reasons."""
    for number, reason in value.items():
        gone = {"body": "", "key_point": "", "mark": AnswerMark.SKIPPED}
        picture = _answer(picture, number, **gone, skip_reason=reason)
    return picture


@key
def about(picture: Picture, value: str) -> Picture:
    """What the submission says of the organisation."""
    return _response(picture, about=value)


@key
def reason(picture: Picture, value: str) -> Picture:
    """Why the organisation submits."""
    return _response(picture, reason=value)


@key
def oral_evidence(picture: Picture, value: str) -> Picture:
    """What would be said in an oral session."""
    return _response(picture, oral_evidence=value)


@key
def message(picture: Picture, value: str) -> Picture:
    """The whole in one sentence."""
    return _response(picture, message=value)


@key
def summary(picture: Picture, value: list[str | dict[str, Any]]) -> Picture:
    """The points of a summary of its own: a text, or a table of text and questions."""
    points = tuple(
        SummaryPoint(item, ("1",)) if isinstance(item, str) else made(SummaryPoint, item)
        for item in value
    )
    return _response(picture, summary=points)


@key
def dated(picture: Picture, value: date) -> Picture:
    """The date printed on the submission."""
    return _response(picture, dated=value)


@key
def recommendations(picture: Picture, value: list[dict[str, Any]]) -> Picture:
    """All recommendations; what one leaves out is as it should be."""
    items = tuple(
        made(Recommendation, {**ASKED, **item}, response="r", position=place, **_ids(item, place))
        for place, item in enumerate(value)
    )
    return _draft(picture, recommendations=items)


def _ids(item: dict[str, Any], place: int) -> dict[str, str]:
    own = {"id": "abcdefghijklmnopqrstuvwxyz"[place], "question": "1"}
    return {name: value for name, value in own.items() if name not in item}


@key
def limit(picture: Picture, value: dict[str, Any]) -> Picture:
    """The limit of the whole."""
    return _consultation(picture, limit=made(Limit, value))


@key
def closes(picture: Picture, value: date) -> Picture:
    """The closing day."""
    return _consultation(picture, closes=value)


@key
def consultation(picture: Picture, value: dict[str, Any]) -> Picture:
    """Anything else of the consultation."""
    known = picture.draft.consultation
    shown = {name: getattr(known, name) for name in known.__dataclass_fields__}
    return _draft(picture, consultation=made(Consultation, value, **shown))


@key
def question(picture: Picture, value: dict[str, Any]) -> Picture:
    """Anything of question 1: its limit, kind, options, whether it is required."""
    first, *rest = picture.draft.consultation.questions
    shown = {name: getattr(first, name) for name in first.__dataclass_fields__}
    return _consultation(picture, questions=(made(Question, value, **shown), *rest))


@key
def rules(picture: Picture, value: list[dict[str, Any]]) -> Picture:
    """The rules of the body; each needs an id alone."""
    made_rules = tuple(made(Rule, {**_RULE, **item}) for item in value)
    return _draft(picture, rules=replace(picture.draft.rules, rules=made_rules))


@key
def document(picture: Picture, value: dict[str, Any]) -> Picture:
    """The demands that shape the document."""
    return _draft(picture, rules=replace(picture.draft.rules, document=made(DocumentRules, value)))


@key
def organisation(picture: Picture, value: dict[str, Any]) -> Picture:
    """Anything of the organisation."""
    known = picture.draft.organisation
    shown = {name: getattr(known, name) for name in known.__dataclass_fields__}
    return _draft(picture, organisation=made(Organisation, value, **shown))


@key
def sources(picture: Picture, value: list[dict[str, Any]]) -> Picture:
    """Sources of the library beside the one that is always there (larch-2024)."""
    defaults = {"title": "A report", "author": "Institute", "date": "2025-03"}
    more = [made(Source, {**defaults, **item}) for item in value]
    return _draft(picture, sources={**picture.draft.sources, **{s.key: s for s in more}})


@key
def snippets(picture: Picture, value: list[dict[str, Any]]) -> Picture:
    """Snippets of the library that the text may have come from."""
    found = tuple(
        made(Snippet, {"id": f"snippet-{place}", **_SNIPPET, **item})
        for place, item in enumerate(value)
    )
    return replace(picture, known=replace(picture.known, snippets=found))


@key
def unreviewed(picture: Picture, value: list[str]) -> Picture:
    """What a first draft put into answer 1 and nobody has read."""
    return _draft(picture, unreviewed={"1": tuple(value)})


@key
def today(picture: Picture, value: date) -> Picture:
    """The day on which the draft is checked."""
    return replace(picture, known=replace(picture.known, today=value))


@key
def calendar(picture: Picture, value: dict[str, Any]) -> Picture:
    """The days on which nobody works: holidays, seasons, and how few days left are near."""
    told = {**value, "holidays": dict.fromkeys(value.get("holidays", ()), "a bank holiday")}
    return replace(picture, known=replace(picture.known, calendar=made(Calendar, told)))


@key
def file(picture: Picture, value: dict[str, Any]) -> Picture:
    """The facts about a document that came from outside; the rest is in order."""
    told = made(WordFile, value, **{name: it for name, it in _FILE.items() if name not in value})
    return replace(picture, known=replace(picture.known, file=told))


@key
def house(picture: Picture, value: str) -> Picture:
    """House rules: the tables of a wording file."""
    said = f"format = 1\nversion = 1\n{value}"
    pack = wording_in("house.toml", said).pack
    assert pack is not None, said
    lists = WordLists((*WORDING.wordings, *pack.wordings))
    known = replace(picture.known, wording=lists)
    return replace(_draft(picture, house_sign_off=pack.sign_off), known=known)


@key
def welsh(picture: Picture, value: dict[str, list[str]]) -> Picture:
    """A Welsh version: whole but for the fields ``missing``, and ``older`` where the English has
    changed since.
    """
    missing, older = value.get("missing", ()), value.get("older", ())
    said = {
        item.key: Translation("Cymraeg.", "Older." if item.key.field in older else item.text)
        for item in originals(picture.draft, Language.WELSH)
        if item.key.field not in missing
    }
    return _draft(picture, translations=said)


@key
def venue(picture: Picture, value: str) -> Picture:
    """What sort of body asks."""
    return _draft(picture, rules=replace(picture.draft.rules, venue=Venue(value)))


@key
def consents(picture: Picture, value: list[dict[str, Any]]) -> Picture:
    """What people in snippets have agreed to; whatever one does not say is in order."""
    told = (
        Consent(
            item.get("snippet", "snippet-0"),
            "She herself",
            frozenset(map(Use, item.get("covers", ("published",)))),
            date(2026, 1, 5),
            item.get("until"),
        )
        for item in value
    )
    known = replace(picture.known, consents={one.snippet: one for one in told})
    return replace(picture, known=known)


@key
def sign_off(picture: Picture, value: dict[str, Any]) -> Picture:
    """Who approves it; with ``approved`` of these words, unless ``before`` they were changed."""
    digest = "other" if value.get("before") else digest_of(picture.draft)
    given = SignOff(value["who"], "Chair", value.get("approved"), digest)
    return _draft(picture, sign_off=given)


@key
def published_before(picture: Picture, value: dict[str, list[str]]) -> Picture:
    """Earlier submissions, each with its paragraphs."""
    earlier = tuple(published(title, texts) for title, texts in value.items())
    return replace(picture, known=replace(picture.known, published=earlier))


@key
def cited(picture: Picture, value: list[dict[str, Any]]) -> Picture:
    """Cited places whose evidence is no longer what it was."""
    usual = {
        "question": "1",
        "source": "larch-2024",
        "locator": "page 4",
        "since": "changed",
        "noted": date(2026, 5, 4),
        "now": "Halls are closing for want of money.",
    }
    places = tuple(made(CitedPlace, {**usual, **item}) for item in value)
    return replace(picture, known=replace(picture.known, cited=places))


@key
def form(picture: Picture, value: str) -> Picture:
    """What is handed in: a document, or answers one by one."""
    return _draft(picture, rules=replace(picture.draft.rules, form=Form(value)))


@key
def numbers_as_text(picture: Picture, value: bool) -> Picture:
    """Whether every export writes paragraph numbers as text."""
    return replace(picture, known=replace(picture.known, numbers_as_text=value))
