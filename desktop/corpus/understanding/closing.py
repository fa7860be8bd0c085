"""When a call closes, how long submissions may be, and where they go, from its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.core.consultation import Limit, LimitUnit
from desktop.corpus.understanding.days import Day, days

_CLOSES = (
    (
        5,
        re.compile(
            r"clos(?:es|ing|ed?)\b|deadline|end date|close date"
            r"|\bends?\b",
            re.IGNORECASE,
        ),
    ),
    (
        4,
        re.compile(
            r"(?:no later than|not later than|at the latest|must (?:be received|arrive"
            r"|be submitted|reach)"
            r"|(?:to (?:arrive|reach us|be received)|received|submitted|submit|respond"
            r"|returned|return|sent|send"
            r"|reach(?: us)?|arrive|responses?|submissions|evidence|comments|views"
            r"|replies)\b[^.]{0,90}?\b(?:by|before|until|till|up to)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        3,
        re.compile(
            r"\b(?:runs?|running|open|lasts?|consultation period"
            r"|duration)\b[^.]{0,60}\b(?:to|until|till|and)\b",
            re.IGNORECASE,
        ),
    ),
)
_NOT_CLOSING = re.compile(
    r"oral evidence|evidence session|will (?:publish|report)|published on|publication of"
    r"|launched on|came into force"
    r"|queries|questions about|expressions? of interest|workshop|webinar|event|meeting on"
    r"|register by",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<time>12(?::00)?\s?(?:noon|midday|midnight)|noon|mid-?day|midnight"
    r"|(?:[01]?\d|2[0-3])[:.][0-5]\d\s?(?:hrs|hours|[ap]\.?m\b\.?)?|(?:1[0-2]"
    r"|[1-9])\s?[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Closing:
    """The last day, if it was found, and the time of day as printed."""

    day: date | None = None
    time: str = ""


def closing(sentences: Iterable[str]) -> Closing:
    """Return when a call closes: the day that the plainest sentence about it names."""
    best: tuple[int, Closing] = (0, Closing())
    for sentence in sentences:
        weight = _weight(sentence)
        if weight > best[0]:
            found = [each for each in days(sentence) if each.year and each.day]
            chosen = _last_day(sentence, found)
            if chosen:
                best = (weight, Closing(chosen.date(), _time(sentence, chosen)))
    return best[1]


def _weight(sentence: str) -> int:
    if _NOT_CLOSING.search(sentence) and not re.search(
        r"closing date|deadline", sentence, re.IGNORECASE
    ):
        return 0
    return max((weight for weight, words in _CLOSES if words.search(sentence)), default=0)


def _last_day(sentence: str, found: Sequence[Day]) -> Day | None:
    """Return the day meant: the one after "closes" or "by", the end of a span."""
    if len(found) < 2:
        return found[0] if found else None
    for each in found:
        before = sentence[max(0, each.start - _AROUND) : each.start].lower()
        if re.search(
            r"(?:clos\w+|deadline|by|until|till|before|than|to|ends?)\W[^.]{0,30}$", before
        ):
            return each
    return found[-1]


def _time(sentence: str, day: Day) -> str:
    """Return the time of day that stands next to the day."""
    after = sentence[day.end : day.end + _AROUND]
    before = sentence[max(0, day.start - _AROUND) : day.start]
    times = list(_TIME.finditer(before))[-1:] or list(_TIME.finditer(after))[:1]
    return " ".join(times[0]["time"].split()) if times else ""


_COUNT = r"(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6}|one|two|three|four|five|six|eight|ten|twelve)"
_COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
}
_UNIT = r"(?P<unit>words?|characters?|pages?|(?:single )?sides?)"
_LIMITS = (
    re.compile(
        r"(?:no (?:more|longer) than|not (?:be )?(?:more|longer) than"
        r"|maximum(?: (?:word )?(?:length|count))?(?: (?:of|for) (?:a|an|your|each|the"
        r"|all)? ?(?:written )?(?:submissions?|responses?|evidence))?(?: of)?(?: is)?"
        r"|(?:must|should|may|do) not exceed|exceed(?:ing)?"
        r"|up to|at most|(?:word |page )?limit(?:ed)?(?: is| of| to)?:?|within|fewer than"
        r"|less than|under|length of|around|about|approximately)"
        rf"\s(?:a (?:total|maximum) of\s|approximately\s"
        rf"|about\s)?{_COUNT}(?:\s\(\d+\))?[\s-]{_UNIT}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_COUNT}[\s-]{_UNIT}\s(?:maximum|max\b|limit|or (?:fewer|less)|in length|long)",
        re.IGNORECASE,
    ),
)
_ABOUT_LENGTH = re.compile(
    r"submission|response|evidence|document|paper|memorand|length|limit|contribution"
    r"|answers in total",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each|per|every|any one|individual) (?:question|answer|section|response box"
    r"|text box)|\banswers? (?:to each|should)|\bsummary (?:should|must|may|of)\b|-page summary"
    r"|\bif (?:it|your|they|longer)|(?:submissions|responses|documents?|those) longer than"
    r"|biograph|abstract",
    re.IGNORECASE,
)
_HARD = re.compile(
    r"\bmust\b|maximum|limit(?:ed)?\b|not be accepted|strict|may not|cannot", re.IGNORECASE
)
_SOFT = re.compile(
    r"ideally|recommend|prefer|aim|around|about|approximately|guide|normally|where possible",
    re.IGNORECASE,
)


def limit(sentences: Iterable[str]) -> Limit | None:
    """Return how long a whole submission may be, or None where nothing is said of it."""
    for sentence in sentences:
        if not _ABOUT_LENGTH.search(sentence) or _EACH.search(sentence):
            continue
        for pattern in _LIMITS:
            if found := pattern.search(sentence):
                return Limit(_count(found["count"]), _unit(found["unit"]), _is_hard(sentence))
    return None


_OF_AN_ANSWER = re.compile(
    r"[\[(]\W*(?:(?:max(?:imum|\.)?|up to|no more than|not more than|limit|about)[\s:]*(?:of )?)?"
    rf"{_COUNT}[\s-]{_UNIT}(?: (?:max(?:imum|\.)?|limit|or (?:fewer|less)))?\W*[\])]",
    re.IGNORECASE,
)


def limit_of_answer(wording: str, guidance: str) -> Limit | None:
    """Return how long the answer to one question may be, told in or under it: "(250 words)"."""
    for text in (wording, guidance):
        for pattern in (_OF_AN_ANSWER, *_LIMITS):
            if found := pattern.search(text):
                about = text[max(0, found.start() - 80) : found.end() + 40]
                hard = _is_hard(about)
                return Limit(_count(found["count"]), _unit(found["unit"]), hard)
    return None


def _count(words: str) -> int:
    return _COUNTS.get(words.lower()) or int(words.replace(",", ""))


def _unit(words: str) -> LimitUnit:
    first = words.lower()[0]
    if first == "w":
        return LimitUnit.WORDS
    return LimitUnit.CHARACTERS if first == "c" else LimitUnit.PAGES


def _is_hard(sentence: str) -> bool:
    return bool(_HARD.search(sentence)) and not _SOFT.search(sentence)


_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]{3,300}|\b[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.(?:gov\.uk"
    r"|parliament\.uk|gov\.wales|gov\.scot|nhs\.uk|org\.uk|wales|scot)(?:/[^\s<>\"“”]{1,200})?"
)
_SENDING = re.compile(
    r"\b(?:submi(?:t|ssions?|tted)|respon(?:d|ses?)|send|sent|e-?mail(?:ed)?|return(?:ed)?"
    r"|post(?:ed)?|reply|online|portal|form|survey|evidence|complete|upload)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:quer(?:y|ies)|enquir|more information|further information|privacy|accessib"
    r"|alternative format|press|media|complain|guidance|contact the|guide\b|watch|twitter)",
    re.IGNORECASE,
)


def address(sentences: Sequence[str]) -> str:
    """Return where submissions go, an address of the web or of mail; "" if none is given."""
    best: tuple[int, str] = (0, "")
    for place, sentence in enumerate(sentences):
        weight = _sends(sentence, sentences[place - 1] if place else "")
        if weight > best[0]:
            named = [found for each in (_WEB, _EMAIL) if (found := each.search(sentence))]
            if named:
                first = min(named, key=lambda found: found.start())
                best = (weight, first.group().rstrip(".,;:)]’”'"))
    return best[1]


def _sends(sentence: str, before: str) -> int:
    if _ASKING.search(sentence) and not re.search(
        r"submit|respond by|responses? (?:should|can|may)|send", sentence, re.IGNORECASE
    ):
        return 0
    strong = re.search(
        r"\bsubmi|\brespond (?:online|by|at|using|via|to)|responses? (?:should|can|may|must"
        r"|to)|\bsend|\bsent|return(?:ed)? (?:it )?to|online (?:form|survey|portal)",
        sentence,
        re.IGNORECASE,
    )
    if strong:
        return 3
    if _SENDING.search(sentence):
        return 2
    return 1 if len(sentence) < 120 and _SENDING.search(before) else 0
