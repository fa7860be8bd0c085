"""People: by a title, a given name, or the office that follows a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from desktop.checks.names.named import Named, NameKind
from desktop.checks.names.tokens import Token
from desktop.core.names import NameWords, PeopleWords

_LONGEST = 3  # words of a name, without its title
_INITIAL = re.compile(r"[A-Z]\.?")
_AGE = re.compile(r",? (?:\(|who is |is |aged? |was )?\d{1,3}\b(?![,.]?\d|%| (?:per|million))")
_CALLED = re.compile(r"\b(?:called|named|whom we(?: will| shall)? call|we call) $")


def people(text: str, known: Sequence[Token], words: NameWords) -> Iterator[Named]:
    """Yield the people of a line."""
    place = 0
    while place < len(known):
        last = _last_of(text, known, place, words)
        if last is None:
            place += 1
            continue
        start, end = known[place].start, known[last].end
        public = _is_public(text, known, place, last, words.people)
        yield Named(NameKind.PERSON, text[start:end], start, end, public=public)
        place = last + 1


def _last_of(text: str, known: Sequence[Token], first: int, words: NameWords) -> int | None:
    """Return the place of the last word of a person's name that begins at ``first``, or None."""
    token, rules = known[first], words.people
    if token.word in rules.titles:
        return _after_a_title(known, first, words)
    if not token.name or (first and known[first - 1].name and token.joined):
        return None
    last = _whole_name(known, first, words)
    if last > first:
        if token.word in rules.given or _office_follows(text, known[last].end, rules):
            return last
        if token.word in rules.ambiguous and _person_follows(text, known, last, rules):
            return last
        return last if _CALLED.search(text[: token.start]) else None
    return first if _alone(text, known, first, rules) else None


def _after_a_title(known: Sequence[Token], first: int, words: NameWords) -> int | None:
    if first + 1 >= len(known) or not known[first + 1].joined or not known[first + 1].name:
        return None
    rules = words.people
    if known[first + 1].word in rules.not_after_titles:
        return None
    if known[first + 1].word in rules.titles:  # "Rt Hon Sir", "Professor Dame"
        return _after_a_title(known, first + 1, words)
    return _whole_name(known, first + 1, words)


def _whole_name(known: Sequence[Token], first: int, words: NameWords) -> int:
    """Return the last of the words that make one name from ``first`` on, with "MP" and the like."""
    last = first
    for place in range(first + 1, min(first + _LONGEST, len(known))):
        token = known[place]
        stop = known[place - 1].owner or not token.joined
        if stop or not (token.name or _INITIAL.fullmatch(token.word)):
            break
        if token.word in _office_words(words.people) and token.word not in _marks(words.people):
            break
        if token.word in words.bodies.endings or token.word in words.places.after_a_place:
            return first  # no name of a person ends so
        if token.word.casefold() in words.bodies.generic:
            return first
        last = place
        if token.word in _marks(words.people):
            break
    return last


@lru_cache(maxsize=4)
def _marks(rules: PeopleWords) -> frozenset[str]:
    """Return the letters that stand after a name."""
    return frozenset(role for role in rules.roles if role.isupper())


@lru_cache(maxsize=4)
def _office_words(rules: PeopleWords) -> frozenset[str]:
    """Return the words that offices are named with, which follow a name and are not part of it."""
    return frozenset(word for role in rules.roles for word in role.split())


def _alone(text: str, known: Sequence[Token], first: int, rules: PeopleWords) -> bool:
    """Tell whether one word is somebody's name."""
    token = known[first]
    after = known[first + 1] if first + 1 < len(known) else None
    if after is not None and after.joined and after.name and not token.owner:
        return False
    given = token.word in rules.given
    if (given or token.word in rules.ambiguous) and _CALLED.search(text[: token.start]):
        return True
    if not given or (first and known[first - 1].word in {"St", "Saint"}):
        return False
    if token.owner or _AGE.match(text, token.end):
        return True
    if after is None or text[token.end : after.start] not in {" ", ", "}:
        return False
    if after.word == "and":
        return first + 2 < len(known) and known[first + 2].word in rules.given
    pair = first >= 2 and known[first - 1].word == "and" and known[first - 2].word in rules.given
    return pair or after.word in rules.after_a_person


def _person_follows(text: str, known: Sequence[Token], last: int, rules: PeopleWords) -> bool:
    token = known[last]
    if token.owner or _AGE.match(text, token.end) or _office_follows(text, token.end, rules):
        return True
    after = known[last + 1] if last + 1 < len(known) else None
    return after is not None and after.joined and after.word in rules.after_a_person - {"and"}


def _is_public(
    text: str, known: Sequence[Token], first: int, last: int, rules: PeopleWords
) -> bool:
    inside = {token.word for token in known[first : last + 1]}
    if inside & (rules.of_office | _marks(rules)):
        return True
    before = text[max(0, known[first].start - 60) : known[first].start]
    return _office_follows(text, known[last].end, rules) or bool(_before(rules).search(before))


def _office_follows(text: str, end: int, rules: PeopleWords) -> bool:
    return _offices(rules).match(text, end) is not None


@lru_cache(maxsize=4)
def _offices(rules: PeopleWords) -> re.Pattern[str]:
    marks = "|".join(sorted(_marks(rules)))
    offices = "|".join(re.escape(role) for role in rules.roles if not role.isupper())
    return re.compile(
        rf" (?:{marks})\b|(?:,| \(|, who (?:is|was)| is| was) (?:(?:the|our|its|their|a|an|then) )?"
        rf"(?:[\w-]+ ){{0,2}}(?i:{offices})\b"
    )


@lru_cache(maxsize=4)
def _before(rules: PeopleWords) -> re.Pattern[str]:
    offices = "|".join(re.escape(role) for role in rules.roles if not role.isupper())
    return re.compile(rf"\b(?i:{offices})(?: (?:of|for) [\w ]+)?,? $")
