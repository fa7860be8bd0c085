"""How a block says which question it is: "Question 7:", "Q7.", "7.", "(a)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.core.document import Block, BlockKind


class LabelStyle(StrEnum):
    """What kind of label stands before the words of a block."""

    WORD = "word"  # "Question 7", "Q7": says itself that a question follows
    REPLY = "reply"  # "Response to question 7", "Answer 7"
    BARE = "bare"  # "7." or "3.2": may as well count paragraphs
    LETTER = "letter"  # "(a)", "ii.": part of something


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its style, the numbers it names ("3" and "4"), the number as printed, the rest.

    ``cut`` is where the rest begins in the text of the block.
    """

    style: LabelStyle
    numbers: tuple[str, ...]
    printed: str
    rest: str
    cut: int = 0


_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
_NUMBER = (
    r"(?:[A-Z]{0,2}\d{1,3}(?:\.\d{1,2}){0,2}(?:\s?\((?:[a-z]|[ivx]{1,4})\)|[a-z](?![a-z]))?"
    rf"|(?:{'|'.join(_WORDS)})\b)"
)
_JOIN = r"\s{0,2}(?:,|and|&|to|-|–|/)\s{0,2}(?:and\s)?(?:questions?\s?|q\.?\s?)?"
_REPLY = (
    r"(?:(?:our|full|detailed|[a-z’']{1,20}\s)?\s?(?:response|answer|reply|comments?|views?)"
    r"\s(?:to|on|for)\s(?:the\s)?)"
)
_WORD_LABEL = re.compile(
    rf"[\W_]{{0,4}}(?P<reply>{_REPLY})?(?:consultation\s|survey\s|specific\s|discussion\s)?"
    r"(?:(?P<word>questions?|ques|qs?|qn|cwestiwn)\.?(?:\s{0,2}(?:no\.?|number|\#))?"
    r"|(?P<answer>answers?|ans\.?|response)(?=\s\d))\s{0,3}"
    rf"(?P<numbers>{_NUMBER}(?:{_JOIN}{_NUMBER}){{0,12}})"
    r"(?P<mark>(?:\s{0,2}[:.)\]–—|-]{1,2})?)(?P<space>\s*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# “Question 3: Do you agree?” was put to our members too: a quotation that a sentence begins with.
_QUOTED = re.compile(r"\W{0,3}[\"“‘'][^\"”’]{8,600}[\"”’]\W{0,3}\s(?:\S+\s+){2}")
_ONE_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_BARE_LABEL = re.compile(
    r"[(\[]?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?)(?:[.)\]:]{1,2}"
    r"|(?<=\d)(?=\s[A-Z‘“\"'(]))"
    r"\s{1,8}(?P<rest>\S.*)",
    re.DOTALL,
)
_LETTER_LABEL = re.compile(
    r"(?:\((?P<round>[a-z]|[ivx]{1,4})\)|(?P<open>[a-z]|[ivx]{1,4})[.)])\s{1,8}(?P<rest>\S.*)",
    re.DOTALL,
)
_PRINTED_BARE = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?")
_PRINTED_LETTER = re.compile(r"[a-z]|[ivx]{1,4}", re.IGNORECASE)
_TEXTUAL = frozenset(
    {BlockKind.HEADING, BlockKind.NUMBERED, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_LONGEST_LABEL = 120


def label(block: Block) -> Label | None:
    """Return the label that a block begins with, or None. Quotations and footnotes have none."""
    if block.kind not in _TEXTUAL:
        return None
    text, number = block.text, block.number
    if found := _word_label(text, 0):
        return found
    if not number:
        return _text_label(text)
    if found := _word_label(f"{number}: {text}", len(number) + 2):
        return found
    if _PRINTED_BARE.fullmatch(number):
        return Label(LabelStyle.BARE, (number,), number, text)
    if _PRINTED_LETTER.fullmatch(number):
        return Label(LabelStyle.LETTER, (number.lower(),), number.lower(), text)
    return None


def _text_label(text: str) -> Label | None:
    if found := _BARE_LABEL.match(text):
        number = found["number"]
        return Label(LabelStyle.BARE, (number,), number, found["rest"], found.start("rest"))
    if found := _LETTER_LABEL.match(text):
        number = found["round"] or found["open"]
        return Label(LabelStyle.LETTER, (number,), number, found["rest"], found.start("rest"))
    return None


def _word_label(text: str, before: int) -> Label | None:
    """Read "Question 7: ..."; a sentence about a question ("Question 7 asks") is no label."""
    found = _WORD_LABEL.match(text)
    if not found or _QUOTED.match(text):
        return None
    rest = found["rest"]
    marked = bool(found["mark"].strip())
    if rest and not marked and (not found["space"] or not _begins(rest)):
        return None
    numbers = tuple(_tidy(each) for each in _ONE_NUMBER.findall(found["numbers"]))
    word = (found["word"] or "").lower()
    if len(numbers) > 1 and word in ("question", "q") and "." in found["numbers"]:
        numbers = numbers[:1]
    style = LabelStyle.REPLY if found["reply"] or found["answer"] else LabelStyle.WORD
    printed = numbers[0] if len(numbers) == 1 else _tidy_run(found["numbers"])
    return Label(style, numbers, printed, rest, max(0, found.start("rest") - before))


def _begins(rest: str) -> bool:
    return not rest[0].islower()


def _tidy(number: str) -> str:
    """Return "3a" for "3 (a)" and "3" for "three"."""
    if number.lower() in _WORDS:
        return str(_WORDS.index(number.lower()) + 1)
    return re.sub(r"[\s()]", "", number)


def _tidy_run(numbers: str) -> str:
    words = re.sub(r"(?:questions?|q\.?)\s?(?=\d)", "", numbers, flags=re.IGNORECASE)
    return " ".join(words.split())


_KEY = re.compile(
    r"(?P<part>[A-Z]{0,2})(?P<whole>\d+)(?:\.(?P<more>[\d.]+))?"
    r"(?P<letter>[a-z]*)"
)


def order(number: str) -> tuple[str, int, tuple[int, ...], str]:
    """Return what sorts numbers as people count: 2, 2a, 2b, 3, 3.1, 10."""
    found = _KEY.fullmatch(number)
    if not found:
        return ("", 0, (), number)
    more = tuple(int(each) for each in (found["more"] or "").split(".") if each)
    return (found["part"], int(found["whole"]), more, found["letter"])
