"""The vocabulary of rules: every id that a rule may have, and what can be said under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from desktop.core.consultation import LimitUnit
from desktop.core.rules import Form


class RuleGroup(StrEnum):
    """What a rule is about, in the order in which rules are read."""

    LENGTH = "length"
    PARTS = "parts"
    DOCUMENT = "document"
    SENDING = "sending"
    PUBLICATION = "publication"
    LAW = "law"
    WHO = "who"
    BILL = "bill"
    ADVICE = "advice"


class Writing(StrEnum):
    """How the text of a rule is written, where a rule of its kind has one."""

    NONE = "none"
    LINE = "line"
    CLOCK = "clock"
    ZONE = "zone"


_BOTH = frozenset(Form)
_DOCUMENT = frozenset({Form.DOCUMENT})
_ANSWERS = frozenset({Form.ANSWERS})


@dataclass(frozen=True, slots=True)
class RuleKind:
    """What rules of one id say: their ``name`` on screen, what a number in them counts, what they
    choose from.

    ``units`` are those that a number may be in; ``measure`` names the only one there is where it is
    none of these ("megabytes"). ``choices`` maps each value to its words; ``many`` of them may hold
    at once. ``writing`` says how their text is written. ``asked`` holds the forms of submission for
    which a person must know this, so that it is asked for where a body's rules do not say.
    """

    id: str
    name: str
    group: RuleGroup
    units: tuple[LimitUnit, ...] = ()
    measure: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    many: bool = False
    writing: Writing = Writing.NONE
    asked: frozenset[Form] = frozenset()

    @property
    def has_number(self) -> bool:
        """Whether a rule of this kind may hold a number."""
        return bool(self.units or self.measure)

    @property
    def words(self) -> dict[str, str]:
        """The words of each choice."""
        return dict(self.choices)

    def said(self, choices: Iterable[str]) -> str:
        """Return choices in words, such as "by email, by post"."""
        words = self.words
        return ", ".join(words.get(choice, choice) for choice in choices)


_UNITS = tuple(LimitUnit)
_COUNTED = (
    ("summary", "the summary counts"),
    ("footnotes", "footnotes count"),
    ("annexes", "annexes count"),
    ("tables", "tables count"),
)
_REFUSED = (("refused", "not taken"),)

_LENGTH = (
    RuleKind(
        "length",
        "Length of the whole",
        RuleGroup.LENGTH,
        units=(LimitUnit.WORDS, LimitUnit.CHARACTERS),
        choices=_COUNTED,
        many=True,
        asked=_DOCUMENT,
    ),
    RuleKind("pages", "Pages", RuleGroup.LENGTH, units=(LimitUnit.PAGES,)),
    RuleKind(
        "answer-length", "Length of an answer", RuleGroup.LENGTH, units=_UNITS, asked=_ANSWERS
    ),
    RuleKind("summary-length", "Length of the summary", RuleGroup.LENGTH, units=_UNITS),
)
_PARTS = (
    RuleKind("title", "Title", RuleGroup.PARTS),
    RuleKind("capacity", "Who it is from", RuleGroup.PARTS),
    RuleKind("reason", "Why you write", RuleGroup.PARTS),
    RuleKind(
        "summary",
        "Summary",
        RuleGroup.PARTS,
        units=(LimitUnit.PAGES,),
        choices=(
            ("always", "always wanted"),
            ("over-pages", "wanted from a number of pages"),
            ("never", "not wanted"),
        ),
        asked=_DOCUMENT,
    ),
    RuleKind("facts", "Facts", RuleGroup.PARTS),
    RuleKind("recommendations", "Recommendations", RuleGroup.PARTS),
    RuleKind("oral-evidence", "Oral evidence", RuleGroup.PARTS),
    RuleKind("date", "Date", RuleGroup.PARTS),
    RuleKind(
        "answers",
        "Which questions",
        RuleGroup.PARTS,
        choices=(("all", "all of them"), ("choose", "those that you choose")),
        asked=_BOTH,
    ),
    RuleKind("required-questions", "Required questions", RuleGroup.PARTS),
    RuleKind("remit", "What it should be about", RuleGroup.PARTS),
)
_PAPER = (
    RuleKind("numbering", "Paragraph numbers", RuleGroup.DOCUMENT, asked=_DOCUMENT),
    RuleKind(
        "numbers-as",
        "How paragraph numbers are written",
        RuleGroup.DOCUMENT,
        choices=(("text", "as text"), ("either", "as you like")),
    ),
    RuleKind(
        "page-numbers",
        "Page numbers",
        RuleGroup.DOCUMENT,
        choices=(("yes", "wanted"), ("no", "not wanted"), ("either", "as you like")),
    ),
    RuleKind("headings", "Headings and order", RuleGroup.DOCUMENT),
    RuleKind("file-format", "Kind of file", RuleGroup.DOCUMENT, asked=_DOCUMENT),
    RuleKind("file-size", "Size of the file", RuleGroup.DOCUMENT, measure="megabytes"),
    RuleKind("single-document", "One document", RuleGroup.DOCUMENT),
    RuleKind("macros", "Macros", RuleGroup.DOCUMENT, choices=_REFUSED),
    RuleKind(
        "logos",
        "Logos, pictures and colour",
        RuleGroup.DOCUMENT,
        choices=(("none", "none"), ("few", "few")),
    ),
    RuleKind("attachments", "Attachments", RuleGroup.DOCUMENT),
    RuleKind(
        "media",
        "Other than in writing",
        RuleGroup.DOCUMENT,
        choices=(("text", "in writing"), ("audio", "as sound"), ("video", "as video")),
        many=True,
    ),
)
_SENDING = (
    RuleKind(
        "channel",
        "How to send it",
        RuleGroup.SENDING,
        choices=(
            ("upload", "by upload on the call’s page"),
            ("online-form", "by online form"),
            ("email", "by email"),
            ("direct", "straight to the committee"),
            ("post", "by post"),
        ),
        many=True,
        asked=_BOTH,
    ),
    RuleKind("subject-line", "Subject of the email", RuleGroup.SENDING, writing=Writing.LINE),
    RuleKind("cover-note", "Covering note", RuleGroup.SENDING),
    RuleKind(
        "contact-details",
        "Contact details",
        RuleGroup.SENDING,
        choices=(
            ("refused", "not in the document"),
            ("covering-note", "in the covering note"),
            ("form-fields", "in the fields of the form"),
            ("removed", "taken out before publication"),
        ),
        many=True,
        asked=_BOTH,
    ),
    RuleKind("closing-time", "Closing time", RuleGroup.SENDING, writing=Writing.CLOCK, asked=_BOTH),
    RuleKind("time-zone", "Time zone", RuleGroup.SENDING, writing=Writing.ZONE),
    RuleKind(
        "late",
        "If you are late",
        RuleGroup.SENDING,
        choices=(
            ("refused", "not taken"),
            ("unlikely-read", "unlikely to be read"),
            ("ask", "ask first"),
        ),
        asked=_BOTH,
    ),
)
_PUBLICATION = (
    RuleKind(
        "publication",
        "Publication",
        RuleGroup.PUBLICATION,
        choices=(
            ("published", "published as a rule"),
            ("with-permission", "published if you permit it"),
            ("may-be-published", "it may be published"),
            ("not-published", "not published"),
        ),
        asked=_BOTH,
    ),
    RuleKind("permission", "Permission to publish", RuleGroup.PUBLICATION),
    RuleKind(
        "anonymity",
        "Anonymity",
        RuleGroup.PUBLICATION,
        choices=(
            ("ok", "you may stay anonymous"),
            ("by-request", "if you ask for it"),
            ("refused", "anonymous submissions are not taken"),
        ),
        asked=_BOTH,
    ),
    RuleKind("sensitive-material", "Confidential parts", RuleGroup.PUBLICATION, asked=_BOTH),
    RuleKind(
        "originality",
        "Not published before",
        RuleGroup.PUBLICATION,
        choices=(("required", "written for this call"), ("quoting-allowed", "you may cite others")),
        many=True,
        asked=_DOCUMENT,
    ),
    RuleKind(
        "self-publication",
        "Publishing it yourself",
        RuleGroup.PUBLICATION,
        choices=(
            ("ask-first", "ask first"),
            ("after-the-body", "after the body has published it"),
            ("allowed", "you may"),
        ),
        asked=_DOCUMENT,
    ),
    RuleKind(
        "self-publication-resolution",
        "Publishing it yourself: a resolution",
        RuleGroup.PUBLICATION,
    ),
    RuleKind("election-period", "An election near the closing day", RuleGroup.PUBLICATION),
)
_LAW = (
    RuleKind("individual-cases", "Individual cases", RuleGroup.LAW, choices=_REFUSED, asked=_BOTH),
    RuleKind("third-parties", "Names of other people", RuleGroup.LAW, choices=_REFUSED),
    RuleKind(
        "sub-judice", "Matters before a court", RuleGroup.LAW, choices=_REFUSED, asked=_DOCUMENT
    ),
    RuleKind("privilege", "Protection from actions in court", RuleGroup.LAW),
    RuleKind("foi", "Freedom of information", RuleGroup.LAW),
)
_WHO = (
    RuleKind(
        "respondent-type",
        "Who may answer",
        RuleGroup.WHO,
        choices=(
            ("individual", "a person"),
            ("organisation", "an organisation"),
            ("umbrella", "a body on behalf of its members"),
        ),
        many=True,
    ),
    RuleKind(
        "language",
        "Language",
        RuleGroup.WHO,
        choices=(
            ("en", "English"),
            ("cy", "Welsh"),
            ("both-if-policy", "both, from bodies with a policy on Welsh"),
        ),
        many=True,
    ),
    RuleKind("easy-read", "Easy Read", RuleGroup.WHO),
    RuleKind(
        "ai-policy",
        "Writing with AI",
        RuleGroup.WHO,
        choices=(
            ("allowed", "allowed"),
            ("declared", "to be declared"),
            ("refused", "not allowed"),
        ),
        asked=_BOTH,
    ),
    RuleKind("ai-processing", "Reading with AI", RuleGroup.WHO),
    RuleKind("standing", "What the body is", RuleGroup.WHO),
)
_BILL = (
    RuleKind("bill-clauses", "Clauses", RuleGroup.BILL),
    RuleKind("amendments", "Amendments", RuleGroup.BILL),
    RuleKind("bill-stage", "When evidence is taken", RuleGroup.BILL),
)
_ADVICE = (
    RuleKind("call", "The call itself", RuleGroup.ADVICE),
    RuleKind("plain-english", "Plain words", RuleGroup.ADVICE),
    RuleKind("witness-questions", "Questions for witnesses", RuleGroup.ADVICE),
    RuleKind("covenant", "The Civil Society Covenant", RuleGroup.ADVICE),
)

RULE_KINDS = MappingProxyType(
    {
        kind.id: kind
        for kind in (
            *_LENGTH,
            *_PARTS,
            *_PAPER,
            *_SENDING,
            *_PUBLICATION,
            *_LAW,
            *_WHO,
            *_BILL,
            *_ADVICE,
        )
    }
)
GROUP_NAMES = MappingProxyType(
    {
        RuleGroup.LENGTH: "Length",
        RuleGroup.PARTS: "What it holds",
        RuleGroup.DOCUMENT: "The document",
        RuleGroup.SENDING: "Sending it",
        RuleGroup.PUBLICATION: "Publication",
        RuleGroup.LAW: "Law",
        RuleGroup.WHO: "Who writes, and how",
        RuleGroup.BILL: "Evidence on a bill",
        RuleGroup.ADVICE: "Advice",
    }
)
