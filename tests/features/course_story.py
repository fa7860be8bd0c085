"""What a learner called Wren types in the first course, step by step, word for word."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "Your first written evidence"
NAME = "Wren"
FIGURES = "Paper 1. Journeys, drivers and money, 2022-23 to 2025-26"
SURVEY = "Paper 2. What our passengers told us: our survey of April 2026"
CASES = "Paper 3. Case notes, January to May 2026"
MINUTES = "Paper 4. Minutes of the trustees’ meeting of 12 May 2026"
OLD = "Paper 5. Our response to the district’s review of buses"


def title_of(paper: str) -> str:
    """Return what a paper is called."""
    return paper.partition(". ")[2]


@dataclass(frozen=True)
class Mend:
    """What is typed in place of a flawed paragraph: words, the place that is cited at their end,
    and what is asked for, where the exercise wants that.
    """

    exercise: str
    words: str
    paper: str = ""
    place: int = 0
    ask: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """What is typed at a question: its parts in order, and what is asked for."""

    number: str
    key_point: str
    parts: tuple[str, ...]
    ask: tuple[str, str, str]

    @property
    def asked(self) -> str:
        """The ask as it is printed; the number of its question may follow."""
        who, what, by_when = self.ask
        return f"{who} should {what} {by_when}"


# The key that is pressed in each sentence, known by its first words.
MARKED = {
    "Claim, evidence, ask": (
        ("1", "Somebody who cares"),
        ("2", "In the year to March 2026"),
        ("2", "When the car was being mended"),
        ("3", "The Minister for Transport"),
    ),
    "If you have time: a harder one": (
        ("2", "Ambleby’s minibus"),
        ("2", "It was off the road"),
        ("2", "Each time, the fourteen"),
        ("1", "What stops us"),
        ("3", "A bus that fails"),
        ("4", "The Assembly should"),
    ),
    "Find the counter-argument": (
        ("1", "The parish council"),
        ("1", "There is something in this"),
    ),
}

# The paper that is read in a step, and the note that is taken.
NOTES = {
    "Paper 1: journeys, drivers and money": (FIGURES, "648 were refused."),
    "Paper 2: the survey": (SURVEY, "The third quotation may not be used."),
    "Paper 3: four people": (CASES, "D agreed to the newsletter only."),
    "Paper 4: the minutes": (MINUTES, "40 of 61 were moved."),
    "Paper 5: what we wrote last time": (OLD, "Nobody was asked for anything."),
}

BY_HAND = {
    "Many, most, a growing number": Mend(
        "mend-vague",
        "Of the 187 passengers who answered our survey in April 2026, 58 missed or put off an"
        " appointment",
        SURVEY,
        2,
    ),
    "A figure from somewhere": Mend(
        "mend-figure",
        "In our survey of April 2026, 58 of the 187 who answered had put off an appointment or"
        " missed it",
        SURVEY,
        2,
    ),
    "A person in it": Mend(
        "mend-person",
        "One of our passengers, who has agreed to this, has injections in the eye. In February no"
        " driver was free, and she had to wait eleven days longer",
        CASES,
        2,
    ),
    "And so?": Mend(
        "mend-no-ask",
        "In three years we have lost 23 drivers and found 6",
        FIGURES,
        5,
        ("The Minister for Transport", "let charities pay 51 pence a mile", "by April 2027"),
    ),
    "If you have time: taking sides": Mend(
        "mend-party",
        "The rate has been 38 pence a mile since 2014. In our logs a mile cost 51 on average",
        FIGURES,
        6,
    ),
    "If you have time: too long": Mend(
        "mend-length",
        "In three years we went from 58 drivers to 41. Of the 20 who told us why they left, 11"
        " named the cost of driving first",
        FIGURES,
        5,
    ),
    "If you have time: words from inside": Mend(
        "mend-jargon",
        "Clinics should ask people how they will get there. We rang about 61 early appointments,"
        " and for 40 people the clinic found a later time",
        MINUTES,
        6,
    ),
    "If you have time: 70% of whom?": Mend(
        "mend-survey",
        "We asked our own passengers in April 2026. Of the 187 who answered, 131 have no other"
        " way to get to the hospital",
        SURVEY,
        2,
    ),
    "If you have time: who said that?": Mend(
        "mend-quotation",
        'A passenger in Hobthorn wrote to us in April 2026 of "lying awake the week before,'
        ' wondering whether there will be a driver"',
        SURVEY,
        5,
    ),
    "If you have time: surer than the evidence": Mend(
        "mend-certain",
        "Of the 20 drivers who told us why they left, 11 named the cost of driving first and 9"
        " something else",
        FIGURES,
        5,
    ),
}
BY_BUTTON = "If you have time: a telephone number"
MOVED = "Move it to the covering email"

FIRST = Said(
    "1",
    "When nobody can drive, people go without care.",
    (
        "Our journeys are first of all a way to care.",
        "2025-26 we counted 648 refusals of 5,508 requests.",
        "So a refusal is a journey that nobody else makes.",
        "It may be said that there is a taxi. It costs £84.",
    ),
    ("The committee", "ask the hospitals how many appointments are missed", "by July 2027"),
)
SECOND = Said(
    "2",
    "Each mile costs our drivers 13 pence.",
    (
        "We lose drivers, and the first reason is cost.",
        "Some of our own trustees think that a paid volunteer is none.",
    ),
    ("The Minister for Transport", "raise the rate to 51 pence a mile", "by April 2027"),
)
THIRD = Said(
    "3",
    "Ask at booking, and pay what a mile costs.",
    (
        "The first thing to do is to ask people when they book.",
        "We would know that it had worked if we refused 5% and not 12%.",
    ),
    ("The Minister for Health", "put travel on every booking form", "by April 2027"),
)
ANSWERS = {"1": FIRST, "2": SECOND, "3": THIRD}

WORDS = {"1": 150, "2": 170, "3": 180}
HEARING = ("From the booking sheet, and it is in the pack.", "Those whom we never carried.")
PEER = {
    "The strongest point is": "The strongest point is the price of a mile.",
    "The one change": "The one change is to begin with it.",
    "A member of the committee": "A member would ask who pays.",
    "I would want to know": "I would want to know where 12% comes from.",
}
LEVELS = {
    "Answers the question": 2,
    "Knowledge nobody else has": 3,
    "Quality of evidence": 2,
    "Recommendations": 2,
    "Clarity": 1,
    "Keeps the rules": 2,
    "Care for people": 3,
}
WHY = "The first sentence says it."
DIFFERENTLY = "I shall begin with the number."
