"""Words to make consultation responses and calls for evidence of. All of it is invented."""

from __future__ import annotations

from random import Random

TOPICS = (
    "community transport",
    "village halls",
    "debt advice",
    "volunteer drivers",
    "hospital discharge",
    "food parcels",
    "youth clubs",
    "respite care",
    "local bus timetables",
    "housing repairs",
    "allotment waiting lists",
    "school uniform grants",
    "befriending schemes",
    "library opening hours",
    "social prescribing",
    "disabled facilities grants",
    "flood warnings",
    "translation in surgeries",
    "women’s refuges",
    "rural broadband",
    "supported employment",
    "park rangers",
    "kinship carers",
    "lunch clubs",
    "energy vouchers",
    "street lighting",
    "day centres",
    "apprenticeship levies",
    "bereavement counselling",
    "charity shops",
    "community energy",
    "carers’ assessments",
)
BODIES = (
    "Fernbrook Community Network",
    "Harrowmere Advice Centre",
    "The Quillby Trust",
    "Ashcombe Voluntary Action",
    "Tidewell Carers’ Forum",
    "Marlow Vale Housing Aid",
    "Penhallow Youth Alliance",
    "Northgate Refuge",
)
ASKERS = (
    "Rural Services Committee",
    "Department for Community Affairs",
    "Local Futures Commission",
    "Ministry of Neighbourhoods",
    "Public Help Committee",
)
_WORDINGS = (
    "Do you agree with the proposal to {verb} {topic}? Please give reasons for your answer.",
    "Do you agree that {topic} should be funded by {other}?",
    "What are the main barriers to {topic} in rural areas?",
    "How could {topic} be improved for people who rely on {other}?",
    "To what extent does the current system support {topic}?",
    "Should {topic} be a statutory duty? If not, why not?",
    "What evidence do you have of the effect of {topic} on {other}?",
    "In your view, which organisations are best placed to {verb} {topic}?",
    "Are there any unintended consequences of joining {topic} with {other}, including for "
    "smaller providers?",
    "Is the proposed definition of {topic} clear? Please suggest changes if it is not.",
    "What impact would the changes to {topic} have on people with protected characteristics?",
    "Would a national standard for {topic} help or hinder {other}?",
)
_PLAIN_WORDINGS = (
    "Please share your views on {topic} and how they relate to {other}.",
    "Please describe any experience you have of {topic}.",
    "Please provide any further comments on {topic}.",
)
_ISSUES = (
    "The role of {topic} in preventing loneliness and whether more could be done to {verb} it.",
    "The effect of spending reductions on {topic} and on those who depend on {other}.",
    "Whether the Government’s approach to {topic} is adequate and what should replace it.",
    "How far local authorities should be responsible for {topic} and for {other}.",
    "Possible problems with the commissioning of {topic} from small organisations.",
)
_VERBS = ("extend", "reform", "fund", "review", "protect", "simplify")
_SENTENCES = (
    "We support this in principle, since {topic} reaches people whom nobody else reaches.",
    "Our members tell us that {topic} has become harder to keep going since the grant for "
    "{other} ended.",
    "In {year} we helped {n} people with {topic}, of whom {m} per cent had been turned "
    "away elsewhere.",
    "The Council should {verb} {topic} before it makes any change to {other}.",
    "There is a risk that {topic} will be left to volunteers who already carry {other}.",
    "One person told us that without {topic} she would not have left the house for {n} days.",
    "This is in line with what we said about {other} in our evidence of {year}.",
    "No assessment of {topic} has been published, and we would welcome one.",
    "Small charities cannot bear the cost of {topic} on their own.",
    "We therefore recommend that the Department {verb} {topic} by April {year}.",
    "The experience of {place} shows that {topic} and {other} belong together.",
    "Funding for {topic} is short term, which makes it hard to keep staff.",
)
_PLACES = ("Harrowmere", "Quillby", "Ashcombe", "Tidewell", "Penhallow", "Northgate")


def wording(rng: Random) -> str:
    """Return a question."""
    return _filled(rng, rng.choice(_WORDINGS))


def plain_wording(rng: Random) -> str:
    """Return a question without a question mark."""
    return _filled(rng, rng.choice(_PLAIN_WORDINGS))


def issue(rng: Random) -> str:
    """Return an issue of terms of reference."""
    return _filled(rng, rng.choice(_ISSUES))


def sentence(rng: Random) -> str:
    """Return a sentence of an answer."""
    return _filled(rng, rng.choice(_SENTENCES))


def paragraph(rng: Random, least: int = 1, most: int = 5) -> str:
    """Return a paragraph of an answer."""
    return " ".join(sentence(rng) for _ in range(rng.randint(least, most)))


def _filled(rng: Random, words: str) -> str:
    return words.format(
        topic=rng.choice(TOPICS),
        other=rng.choice(TOPICS),
        verb=rng.choice(_VERBS),
        place=rng.choice(_PLACES),
        year=rng.randint(2009, 2026),
        n=rng.randint(11, 980),
        m=rng.randint(3, 97),
    )
