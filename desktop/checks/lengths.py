"""Checks of length: the whole and each answer against what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.checks.advice import CITIZEN_SPACE, COMMONS
from desktop.checks.reading import Reading, WrittenAnswer
from desktop.checks.registry import Check
from desktop.core.consultation import Limit, LimitUnit
from desktop.core.finding import Finding, FindingLevel, Group
from desktop.core.rules import Part, Rule, Strength
from desktop.core.words import count
from desktop.markup.counting import answer_words

_NEARLY = 0.9
# A page of twelve point with headings and numbered paragraphs. PASC took 3,000 words for eight.
WORDS_A_PAGE = 400
_ASKED = {Strength.MUST: True, Strength.SHOULD: False, Strength.ADVICE: False}
_OF_THE_WHOLE = (
    "Counted: about us, why you write, the summary, key points, answers, recommendations and oral "
    "evidence; not headings, questions and footnotes."
)
_OF_AN_ANSWER = "Counted: the key point and the text; not the question and footnotes."


@dataclass(frozen=True, slots=True)
class _Length:
    """How long a text is, in each unit, and how it is spoken of."""

    words: int
    characters: int

    def of(self, unit: LimitUnit) -> int:
        match unit:
            case LimitUnit.WORDS:
                return self.words
            case LimitUnit.CHARACTERS:
                return self.characters
            case LimitUnit.PAGES:
                return pages(self.words)

    def beside(self, unit: LimitUnit) -> str:
        """Return the length in another unit: both are shown, for bodies count differently."""
        if unit is LimitUnit.WORDS:
            return f"{self.characters:,} characters"
        return f"{self.words:,} words"


def pages(words: int) -> int:
    """Return about how many pages so many words fill."""
    return -(-words // WORDS_A_PAGE)


def within_the_limit(reading: Reading) -> Iterator[Finding]:
    """The whole against its limit, and against the number of pages that the body asks for."""
    draft = reading.draft
    limit, length = draft.consultation.limit, None
    if limit is not None:
        length = length_of_the_whole(reading)
        yield from _against(
            limit, length, "The submission", "asked for", _OF_THE_WHOLE, draft.rules.rule("length")
        )
    rule = draft.rules.rule("pages")
    if rule is None or rule.value is None or (limit and limit.unit is LimitUnit.PAGES):
        return
    of_pages = Limit(rule.value, LimitUnit.PAGES, hard=_ASKED[rule.strength])
    length = length or length_of_the_whole(reading)
    yield from _against(of_pages, length, "The submission", "asked for", _OF_THE_WHOLE, rule)


def within_the_question_limit(reading: Reading) -> Iterator[Finding]:
    """Each Answer against the limit of its own Question."""
    rule = reading.draft.rules.rule("answer-length")
    for item in reading.answers:
        limit = item.question.limit
        if limit is not None:
            length = _length_of_an_answer(reading, item)
            yield from _against(
                limit, length, "This answer", "allowed", _OF_AN_ANSWER, rule, item.question.number
            )


def _against(
    limit: Limit,
    length: _Length,
    what: str,
    asked: str,
    counted: str,
    rule: Rule | None,
    question: str = "",
) -> Iterator[Finding]:
    used, unit = length.of(limit.unit), limit.unit.value
    beside = f"({length.beside(limit.unit)})"
    guessed = limit.unit is LimitUnit.PAGES
    about = "about " if guessed else ""
    reckoned = f" A page is reckoned at {WORDS_A_PAGE} words." if guessed else ""
    check = "within-question-limit" if question else "within-limit"
    if used > limit.value:
        # Pages are not counted but reckoned: whether it is an error, only Word can tell.
        level = FindingLevel.ERROR if limit.hard and not guessed else FindingLevel.WARNING
        sentence = f"{what} has {about}{used:,} {unit} {beside}; {limit.value:,} are {asked}."
        remedy = f"Take out about {used - limit.value:,} {unit}. {counted}{reckoned}"
    elif used > limit.value * _NEARLY and not guessed:
        level = FindingLevel.WARNING if limit.hard else FindingLevel.NUDGE
        sentence = f"{what} has {used:,} of {limit.value:,} {unit} {beside}."
        remedy = f"There is room for {limit.value - used:,} more. {counted}"
    else:
        return
    yield Finding(check, level, Part.ANSWERS, sentence, remedy, question=question, rule=rule)


def length_of_the_whole(reading: Reading) -> _Length:
    """Return how long all is that the organisation has written."""
    characters = sum(len(line.text) for _, line in reading.lines)
    return _Length(reading.words, characters)


def _length_of_an_answer(reading: Reading, item: WrittenAnswer) -> _Length:
    counted = count(item.answer.key_point) + count(item.text)
    return _Length(answer_words(reading.draft, item.question.number), counted.characters)


CHECKS = (
    Check(
        "within-limit",
        Group.FORM,
        "The submission is no longer than asked for",
        within_the_limit,
        authority=COMMONS.authority,
        address=COMMONS.address,
    ),
    Check(
        "within-question-limit",
        Group.FORM,
        "No answer is longer than allowed",
        within_the_question_limit,
        authority=CITIZEN_SPACE.authority,
        address=CITIZEN_SPACE.address,
    ),
)
