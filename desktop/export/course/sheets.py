"""The sheets that learners get: questions, prompts, checklist, certificate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.core.consultation import Limit, LimitUnit, Question
from desktop.core.course import IN_ORDER, Course, Cue, Frame, PartKind
from desktop.core.moments import printed_day
from desktop.core.outline import Level, OutlineBlock
from desktop.core.rules import Rule, Rules, Strength
from desktop.core.text import one_line
from desktop.export.course.handout_words import part_word
from desktop.export.course.pen import Pen, bullets, heading, paragraph, table
from desktop.export.course.practice import Practice
from desktop.export.course.words import CourseWords

# Rules on how long something may be, which learners see however binding they are.
_OF_LENGTH = ("length", "pages", "answer-length", "summary-length")


def question_sheet(
    course: Course, practice: Practice, words: CourseWords, pen: Pen
) -> Iterator[OutlineBlock]:
    """Yield who the learners are, who asks, what is demanded, and the questions."""
    say, asked, who = words.say, practice.consultation, course.organisation
    yield heading(say("who_heading"))
    yield paragraph(who.name, bold=True)
    yield from pen.text(who.about)
    facts = say("who_facts", speaks_for=who.speaks_for, reach=who.reach)
    if facts:
        yield paragraph(facts)
    yield heading(say("asked_heading"))
    yield paragraph(say("asked"))
    yield from pen.text(asked.about)
    if asked.closes:
        yield paragraph(say("closes", closes=printed_day(asked.closes.isoformat())))
    lengths = list(_lengths(asked.limit, practice.rules, words))
    if lengths:
        yield heading(say("length_heading"))
        yield from bullets(lengths)
    demands = [
        rule.says for rule in practice.rules.rules if rule.is_demand and rule.id not in _OF_LENGTH
    ]
    if demands:
        yield heading(say("rules_heading"))
        yield from bullets(demands)
    yield heading(say("questions_heading"))
    if asked.lead_in:
        yield paragraph(asked.lead_in)
    for question in asked.questions:
        yield from _question(question, words)


def _question(question: Question, words: CourseWords) -> Iterator[OutlineBlock]:
    say = words.say
    yield heading(say("question", number=question.number, text=question.text), Level.QUESTION)
    if question.guidance:
        yield paragraph(question.guidance)
    if question.options:
        yield paragraph(say("options", options="; ".join(question.options)))
    if question.limit:
        yield paragraph(_limit(question.limit, words, _strength(question.limit)))
    columns = ("column_point", "column_rests", "column_wants")
    yield table(map(say, columns), [("", "", "")], room=True)


def _lengths(limit: Limit | None, rules: Rules, words: CourseWords) -> Iterator[str]:
    """Yield how long the whole may be, as what is demanded or as advice; what the call says comes
    before what the body says in general.
    """
    if limit is not None:
        yield _limit(limit, words, _strength(limit, rules.rule("length")))
    for rule in filter(None, map(rules.rule, _OF_LENGTH)):
        told_by_limit = limit is not None and (
            rule.id == "length" or (rule.id == "pages" and limit.unit is LimitUnit.PAGES)
        )
        if not told_by_limit:
            yield words.say(f"length_{rule.strength.value}", says=rule.says)


def _strength(limit: Limit, rule: Rule | None = None) -> Strength:
    """Return how binding a limit is; ``rule`` is what the body says of the same."""
    if limit.hard:
        return Strength.MUST
    same = rule is not None and (rule.value, rule.unit) == (limit.value, limit.unit)
    return rule.strength if rule is not None and same else Strength.ADVICE


def _limit(limit: Limit, words: CourseWords, strength: Strength) -> str:
    """Return a limit as one sentence or more; a note that has the number says it all."""
    unit = limit.unit.value if limit.value != 1 else limit.unit.value.removesuffix("s")
    value, note = f"{limit.value:,}", limit.note.strip()
    says = note if value in note else words.say("limit", value=value, unit=unit, note=note)
    says = says if says.endswith((".", "?")) else f"{says}."
    return words.say(f"length_{strength.value}", says=says)


def prompt_sheet(course: Course, practice: Practice, words: CourseWords) -> Iterator[OutlineBlock]:
    """Yield what a guided draft asks, part by part, then what it asks at single Questions."""
    say = words.say
    yield paragraph(say("prompts_about"))
    for part in IN_ORDER:
        cues, frames = _of(course.cues, part), _of(course.frames, part)
        if cues or frames:
            yield heading(say(part_word("part", part)))
        for title, items in (("ask_yourself", cues), ("begin_with", frames)):
            if items:
                yield heading(say(title), Level.QUESTION)
                yield from bullets(items)
    numbers = [question.number for question in practice.consultation.questions]
    own = {number: list(_own(course, number, words)) for number in numbers}
    if any(own.values()):
        yield heading(say("own_prompts"))
    for question in practice.consultation.questions:
        if own[question.number]:
            text = question.heading or question.text
            yield heading(say("question", number=question.number, text=text), Level.QUESTION)
            columns = ("column_part", "ask_yourself", "begin_with")
            yield table(map(say, columns), own[question.number])


def _of(items: Iterable[Cue | Frame], part: PartKind, question: str = "") -> list[str]:
    return [item.text for item in items if item.part is part and item.question == question]


def _own(course: Course, number: str, words: CourseWords) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each part that a Question has prompts of its own for."""
    none = words.say("none")
    for part in IN_ORDER:
        cues = " ".join(_of(course.cues, part, number))
        frames = " ".join(_of(course.frames, part, number))
        if cues or frames:
            yield words.say(part_word("name", part)), cues or none, frames or none


def checklist(course: Course, words: CourseWords) -> Iterator[OutlineBlock]:
    """Yield what to go through before handing in."""
    yield paragraph(words.say("checklist_about"))
    for item in course.checklist:
        yield paragraph(words.say("tick", item=item))


def certificate(
    course: Course, words: CourseWords, name: str, answered: int
) -> Iterator[OutlineBlock]:
    """Yield a certificate of taking part: with a name, or with a line to write one on. It says how
    many questions were ``answered``, and nothing of writing where that is 0.
    """
    say = words.say
    yield paragraph(say("certificate_says"))
    if name.strip():
        yield heading(one_line(name))
    else:
        yield table([say("column_name")], [[""]], room=True)
    took = say("certificate_took", minutes=words.minutes(course.minutes), answered=answered)
    yield paragraph(took)
    if course.aims:
        yield heading(say("certificate_aims"))
        yield from bullets(course.aims)
    columns = ("column_trainer_name", "column_date", "column_signature")
    yield table(map(say, columns), [("", "", "")], room=True)
