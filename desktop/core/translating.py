"""A submission in two languages: the texts beside those that it was written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.core.consultation import Question
from desktop.core.finding import TextField
from desktop.core.response import Answer, AnswerMark, Draft, Recommendation, SummaryPoint


class Language(StrEnum):
    """A language that a submission may be in (BCP 47)."""

    ENGLISH = "en-GB"
    WELSH = "cy-GB"


# As a person writes the name of a language in English.
LANGUAGE_NAMES = {Language.ENGLISH: "English", Language.WELSH: "Welsh"}


class TranslationState(StrEnum):
    """Where a translation stands."""

    MISSING = "missing"
    CHANGED = "changed"  # what it is a translation of says something else now
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TextKey:
    """Which text a translation is of: its ``field``, with the Question number and the ``item`` (see
    ``desktop.core.finding.Spot``) where it has them.
    """

    language: Language
    field: TextField
    question: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """What a text says in another language, and the ``original`` that it was translated from."""

    text: str
    original: str


@dataclass(frozen=True, slots=True)
class Original:
    """A text of the submission that wants translating, and where its translation stands."""

    key: TextKey
    text: str
    translation: Translation | None

    @property
    def state(self) -> TranslationState:
        """Where the translation stands."""
        if self.translation is None or not self.translation.text.strip():
            return TranslationState.MISSING
        if self.translation.original != self.text:
            return TranslationState.CHANGED
        return TranslationState.DONE


def wanted(draft: Draft) -> tuple[Language, ...]:
    """Return the languages that the call asks for beside English, or that the receiving body asks
    for of an Organisation which writes in them by its own policy.
    """
    asked = set(draft.consultation.languages)
    own = set(draft.organisation.languages.split())
    if "both-if-policy" in draft.rules.choices("language"):
        asked |= own
    return tuple(one for one in Language if one is not Language.ENGLISH and one in asked)


def offered(draft: Draft) -> tuple[Language, ...]:
    """Return the languages that somebody may want to write this in beside English: those wanted,
    those of the Organisation, and those in which something is written already.
    """
    written = {key.language for key, said in draft.translations.items() if said.text.strip()}
    some = {*wanted(draft), *draft.organisation.languages.split(), *written}
    return tuple(one for one in Language if one is not Language.ENGLISH and one in some)


def translated(draft: Draft) -> tuple[Language, ...]:
    """Return the languages beside English in which anything of what is printed now is written."""
    return tuple(
        one
        for one in Language
        if one is not Language.ENGLISH
        and any(item.state is not TranslationState.MISSING for item in originals(draft, one))
    )


def originals(draft: Draft, language: Language) -> tuple[Original, ...]:
    """Return every text that is printed and in somebody's own words, in the order of the
    document.
    """
    return tuple(
        Original(key, text, draft.translations.get(key))
        for key, text in _texts(draft, language)
        if text.strip()
    )


def in_language(draft: Draft, language: str) -> Draft:
    """Return the submission in another language: each text as it was translated, as it is where it
    was not, and the official wordings where the call gives them in that language.
    """
    if language == Language.ENGLISH:
        return draft
    said = _Said(Language(language), draft.translations)
    questions = tuple(map(_asked, draft.consultation.questions))
    organisation, response = draft.organisation, draft.response
    return replace(
        draft,
        language=said.language.value,
        consultation=replace(draft.consultation, questions=questions),
        organisation=replace(
            organisation,
            speaks_for=said(organisation.speaks_for, TextField.SPEAKS_FOR),
            reach=said(organisation.reach, TextField.REACH),
        ),
        response=replace(
            response,
            about=said(draft.about, TextField.ABOUT),
            reason=said(response.reason, TextField.REASON),
            oral_evidence=said(response.oral_evidence, TextField.ORAL_EVIDENCE),
            summary=_summary(response.summary, said),
        ),
        answers={number: _answer(answer, said) for number, answer in draft.answers.items()},
        recommendations=tuple(_recommendation(item, said) for item in draft.recommendations),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """Gives a text in a language: its translation, or what it says ``now`` where there is none."""

    language: Language
    translations: Mapping[TextKey, Translation]

    def __call__(self, now: str, field: TextField, question: str = "", item: str = "") -> str:
        found = self.translations.get(TextKey(self.language, field, question, item))
        return found.text if now.strip() and found and found.text.strip() else now


def _asked(question: Question) -> Question:
    return replace(
        question,
        text=question.text_welsh or question.text,
        heading=question.heading_welsh or question.heading,
    )


def _answer(answer: Answer, said: _Said) -> Answer:
    return replace(
        answer,
        key_point=said(answer.key_point, TextField.KEY_POINT, answer.question),
        body=said(answer.body, TextField.BODY, answer.question),
        skip_reason=said(answer.skip_reason, TextField.SKIP_REASON, answer.question),
    )


def _recommendation(item: Recommendation, said: _Said) -> Recommendation:
    return replace(
        item,
        who=said(item.who, TextField.WHO, item=item.id),
        what=said(item.what, TextField.WHAT, item=item.id),
        by_when=said(item.by_when, TextField.BY_WHEN, item=item.id),
    )


def _summary(
    points: tuple[SummaryPoint, ...] | None, said: _Said
) -> tuple[SummaryPoint, ...] | None:
    if points is None:
        return None  # it follows the key points, in any language
    return tuple(
        replace(point, text=said(point.text, TextField.SUMMARY, item=str(place)))
        for place, point in enumerate(points)
    )


def _texts(draft: Draft, language: Language) -> Iterator[tuple[TextKey, str]]:
    response, organisation = draft.response, draft.organisation
    for field, text in (
        (TextField.ABOUT, draft.about),
        (TextField.SPEAKS_FOR, organisation.speaks_for),
        (TextField.REACH, organisation.reach),
        (TextField.REASON, response.reason),
    ):
        yield TextKey(language, field), text
    for place, point in enumerate(response.summary or ()):
        yield TextKey(language, TextField.SUMMARY, item=str(place)), point.text
    for question in draft.consultation.questions:
        answer, number = draft.answer(question.number), question.number
        if answer.mark is AnswerMark.SKIPPED:
            yield TextKey(language, TextField.SKIP_REASON, number), answer.skip_reason
        else:
            yield TextKey(language, TextField.KEY_POINT, number), answer.key_point
            yield TextKey(language, TextField.BODY, number), answer.body
    for item in draft.recommendations:
        yield TextKey(language, TextField.WHO, item=item.id), item.who
        yield TextKey(language, TextField.WHAT, item=item.id), item.what
        yield TextKey(language, TextField.BY_WHEN, item=item.id), item.by_when
    yield TextKey(language, TextField.ORAL_EVIDENCE), response.oral_evidence
