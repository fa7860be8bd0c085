"""Finding figures in a text: shares, money, counts, lengths of time and dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from desktop.core.figure_values import Figure, FigureKind
from desktop.core.number_words import NUMBER, SCALES, TENS_AND_UNITS, has_number, to_number

_SCALE = rf"(?:[ -]?(?P<scale{{0}}>{'|'.join(SCALES)})(?![a-z]))?"
_RANGE = rf"(?:\s?(?:-|–|to|and)\s?[£$€]?(?P<upper>{NUMBER}))?"
_WORDS = "|".join(TENS_AND_UNITS)

_MONEY = re.compile(
    rf"(?P<sign>[£$€])\s?(?P<value>{NUMBER}){_RANGE}{_SCALE.format('')}"
    rf"|(?<![\w£$€.,])(?P<value2>{NUMBER}|(?:{_WORDS})){_SCALE.format('2')}"
    r"[ -](?P<coin>pounds?|euros?|dollars?|pence)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?<![\w£$€.,])(?P<value>{NUMBER}|(?:{_WORDS})(?:-(?:{_WORDS}))?)(?:\s?(?:%|per\s?cent))?{_RANGE}"
    r"\s?(?:%|per\s?cent\b|percentage points?\b)",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"(?<![\w£$€.,/])(?P<part>{NUMBER}|(?:{_WORDS}))\s(?:out\sof|of\s(?:the|our|these|those|all)|of|in)"
    rf"(?:\s(?:every|the|our))?\s(?P<whole>{NUMBER}|(?:{_WORDS})){_SCALE.format('')}(?![\w%])(?![.,/]\d)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?:(?P<top>one|two|three|four|five|a|\d)[ -](?P<bottom>half|third|quarter|fifth|sixth"
    r"|tenth)s?|(?P<half>half))\b(?!\s(?:an?\s|the\s)?(?:year|hour|day|term|time|price|way|sector|party|person)\b)(?!-)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s)?(?P<month>january|february|march|april|may|june|july"
    r"|august|september|october|november|december)\s(?P<year>(?:19|20)\d\d)\b"
    r"|(?<![\w£$€.,/-])(?P<alone>(?:19|20)\d\d)(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![\w£$€.,/:@#-])(?P<value>{NUMBER}|(?:{_WORDS}|an?(?=\s(?:hundred|thousand|million))))"
    rf"{_RANGE}{_SCALE.format('')}(?P<rest>(?:[ -](?:of\s)?[a-z][a-z'’-]*){{1,4}})",
    re.IGNORECASE,
)
# What is numbered and not counted: "question 7", "Act 1998".
_NUMBERED_BEFORE = re.compile(
    r"\W(?:question|paragraph|para|page|pp?|section|article|chapter|part|annex|appendix|table|figure|step"
    r"|no|number|room|phase|level|tier|act|clause|schedule|volume|version|issue|recommendation|q|key"
    r"|stage|type|grade|aged?|ages|between|since|at|chart|box|item|option|bs|hc|hl|rule)s?[.:]?\s\Z",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:about|around|almost|nearly|over|more than|less than|fewer than|at least|up to|roughly"
    r"|some|approximately|under|just)\s(?:an?\s)?\Z",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?:a\.?m|p\.?m|o'clock)\b",
    re.IGNORECASE,
)
_STEPS_TEXT = """
of the a an and or to in on at by for with from who that which were was is are have has had did
will would can could may as than per over under since during our their its we they he she it
this these not but more less other so if then when where into out about each
"""
_STEPS = frozenset(_STEPS_TEXT.split())

_TIMES_TEXT = """
second minute hour day night week fortnight month year decade term session
"""
_TIMES = frozenset(_TIMES_TEXT.split())

_PEOPLE_TEXT = """
people children women men staff families households
"""
_PEOPLE = frozenset(_PEOPLE_TEXT.split())

_COINS = {"£": "£", "$": "$", "€": "€", "p": "£", "e": "€", "d": "$"}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}


def _money(text: str) -> Iterator[Figure]:
    for match in _MONEY.finditer(text):
        if match["sign"]:
            value = to_number(match["value"], match["scale"])
            unit, upper = _COINS[match["sign"]], match["upper"]
        else:
            value = to_number(match["value2"], match["scale2"])
            coin = match["coin"].lower()
            unit, upper = _COINS[coin[0]], None
            value = value / 100 if coin == "pence" else value
        yield _figure(FigureKind.MONEY, match, value, unit, _upper(upper, match["scale"]))


def _percents(text: str) -> Iterator[Figure]:
    for match in _PERCENT.finditer(text):
        upper = _upper(match["upper"], None)
        yield _figure(FigureKind.SHARE, match, to_number(match["value"]), "%", upper)


def _dates(text: str) -> Iterator[Figure]:
    for match in _DATE.finditer(text):
        year = float(match["year"] or match["alone"])
        yield _figure(FigureKind.DATE, match, year, "year")


def _parts_of(text: str) -> Iterator[Figure]:
    for match in _OF.finditer(text):
        whole = to_number(match["whole"], match["scale"])
        part = to_number(match["part"])
        if 0 < part <= whole and whole > 1 and not _is_numbered(text, match):
            rough = whole <= 10
            yield _figure(FigureKind.SHARE, match, 100 * part / whole, "%", rough=rough)


def _fractions(text: str) -> Iterator[Figure]:
    for match in _FRACTION.finditer(text):
        if match["half"]:
            value = 50.0
        else:
            value = 100 * to_number(match["top"]) / _PARTS[match["bottom"].lower()]
        if value <= 100:
            yield _figure(FigureKind.SHARE, match, value, "%", rough=True)


def _counts(text: str) -> Iterator[Figure]:
    for match in _COUNT.finditer(text):
        if _is_numbered(text, match) or _MONTH.match(match["rest"].strip(" -")):
            continue
        thing = _thing(match["rest"])
        if not thing or match["value"].startswith("0"):
            continue
        value = to_number(match["value"], match["scale"])
        kind = FigureKind.TIME if thing.lower().removesuffix("s") in _TIMES else FigureKind.COUNT
        end = match.start("rest") + match["rest"].index(thing) + len(thing)
        yield _figure(kind, match, value, thing, _upper(match["upper"], match["scale"]), end=end)


def _thing(rest: str) -> str:
    """Return the thing counted of the words after a number: the first plural, or the first word."""
    words: list[str] = []
    for word in re.split(r"[ -]", rest.strip(" -").removeprefix("of ")):
        if word.lower() in _STEPS:
            break
        words.append(word)
    if words and words[0].lower().removesuffix("s") in _TIMES:
        return "" if len(words) > 1 and words[1].startswith("old") else words[0]
    plurals = (word for word in words if word.lower() in _PEOPLE or _is_plural(word))
    return next(plurals, words[0] if words else "")


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "su'’"


def _is_numbered(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    return _NUMBERED_BEFORE.search(f" {before}") is not None


def _upper(upper: str | None, scale: str | None) -> float | None:
    return to_number(upper, scale) if upper else None


def _figure(
    kind: FigureKind,
    match: re.Match[str],
    value: float,
    unit: str,
    upper: float | None = None,
    *,
    end: int | None = None,
    rough: bool = False,
) -> Figure:
    stop = match.end() if end is None else end
    before = match.string[max(0, match.start() - 24) : match.start()]
    top = value if upper is None or upper < value else upper
    words = match.string[match.start() : stop]
    rough = rough or _ROUGH.search(before) is not None
    return Figure(kind, value, top, unit, words, match.start(), stop, rough)


# What a line must hold, in small letters, for a finder to find anything there: most hold nothing.
_FINDERS = (
    (_money, ("£", "$", "€", "pound", "euro", "dollar", "pence")),
    (_percents, ("%", "cent")),
    (_dates, ("19", "20")),
    (_parts_of, ("of", "in")),
    (_fractions, ("half", "third", "quarter", "fifth", "sixth", "tenth")),
    (_counts, ()),
)


# Several checks ask for the same line, and again at each pause while somebody writes.
@lru_cache(maxsize=16_384)
def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text in order. None stands inside another."""
    taken: list[Figure] = []  # in order, as they come to be found
    if not has_number(text):
        return ()
    lower = text.lower()
    for finder, signs in _FINDERS:
        if signs and not any(sign in lower for sign in signs):
            continue
        for figure in finder(text):
            place = bisect_left(taken, figure.start, key=lambda other: other.start)
            free = not place or taken[place - 1].end <= figure.start
            if free and (place == len(taken) or figure.end <= taken[place].start):
                taken.insert(place, figure)
    return tuple(taken)
