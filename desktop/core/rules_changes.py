"""What holds for one call: the rules of a body, with what the call itself says laid over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.core.consultation import Consultation, Limit, LimitUnit, Question
from desktop.core.rules import DocumentRules, Rule, Rules, Strength

# The start page asks what holds for each call, and the window starts without the kinds of rules.
if TYPE_CHECKING:
    from desktop.core.rule_kinds import RuleKind


class Closing(StrEnum):
    """What of a closing time may be not known."""

    DAY = "day"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class CallChanges:
    """What differs for one Consultation from the rules of the body that asks.

    ``follows`` names other rules than those the Consultation came with ("" = those). ``closes``,
    ``closes_time`` and ``time_zone`` are the call's own where it was changed; ``unknown`` tells
    which of the first two nobody knows, whatever the call came with. ``document`` is the
    shape of the document (None = the body's). ``changed`` are Rules that are other than the body's
    or that it does not have, ``removed`` the ids of those of the body that do not hold here.
    """

    follows: str = ""
    closes: date | None = None
    closes_time: time | None = None
    time_zone: str = ""
    unknown: tuple[Closing, ...] = ()
    document: DocumentRules | None = None
    changed: tuple[Rule, ...] = ()
    removed: tuple[str, ...] = ()


class Standing(StrEnum):
    """How a rule of one call stands to those of the body."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule as it holds for a call (None where it was removed), and what the body says."""

    rule: Rule | None
    body: Rule | None

    @property
    def id(self) -> str:
        """Which rule it is."""
        rule = self.rule or self.body
        return rule.id if rule else ""

    @property
    def standing(self) -> Standing:
        """How the two differ."""
        if self.rule is None:
            return Standing.REMOVED
        if self.body is None:
            return Standing.ADDED
        return Standing.SAME if self.rule == self.body else Standing.CHANGED


def rules_in_force(body: Rules, changes: CallChanges) -> Rules:
    """Return the rules that hold for a call."""
    kept = tuple(each.rule for each in compared(body, changes) if each.rule is not None)
    return replace(body, document=changes.document or body.document, rules=kept)


def call_in_force(call: Consultation, rules: Rules, changes: CallChanges) -> Consultation:
    """Return a Consultation with its closing time and limits as they hold.

    ``rules`` are those in force. What the call says comes before what the body says in general, and
    what a person has changed comes before both.
    """
    at = changes.closes_time or call.closes_time or _time_said(rules)
    return replace(
        call,
        rules=rules.id,
        closes=None if Closing.DAY in changes.unknown else changes.closes or call.closes,
        closes_time=None if Closing.TIME in changes.unknown else at,
        time_zone=changes.time_zone or call.time_zone or _text(rules, "time-zone"),
        limit=_limit(call, rules, changes),
        questions=tuple(_question(each, rules, changes) for each in call.questions),
    )


def compared(body: Rules, changes: CallChanges) -> tuple[RuleInForce, ...]:
    """Return every rule beside what the body says, in the order of the body, added ones last."""
    own = {rule.id: rule for rule in changes.changed}
    there = {rule.id for rule in body.rules}
    found = [
        RuleInForce(None if rule.id in changes.removed else own.get(rule.id, rule), rule)
        for rule in body.rules
    ]
    found += [RuleInForce(rule, None) for rule in changes.changed if rule.id not in there]
    return tuple(found)


def with_rule(changes: CallChanges, body: Rules, rule: Rule) -> CallChanges:
    """Return changes by which this rule holds; one that says what the body says is no change."""
    changes = as_the_body_says(changes, rule.id)
    if rule == body.rule(rule.id):
        return changes
    return replace(changes, changed=(*changes.changed, rule))


def without_rule(changes: CallChanges, body: Rules, rule_id: str) -> CallChanges:
    """Return changes by which no rule of this id holds."""
    changes = as_the_body_says(changes, rule_id)
    if body.rule(rule_id) is None:
        return changes
    return replace(changes, removed=(*changes.removed, rule_id))


def as_the_body_says(changes: CallChanges, rule_id: str) -> CallChanges:
    """Return changes that leave a rule as the body has it."""
    return replace(
        changes,
        changed=tuple(rule for rule in changes.changed if rule.id != rule_id),
        removed=tuple(each for each in changes.removed if each != rule_id),
    )


def changes_count(body: Rules, changes: CallChanges) -> int:
    """Return how many rules differ from the body's; the shape of the document counts as one."""
    differing = sum(each.standing is not Standing.SAME for each in compared(body, changes))
    return differing + (changes.document not in (None, body.document))


def to_check(rules: Rules, call: Consultation) -> Iterator[RuleKind]:
    """Yield what a person must know of a call and the rules in force do not say."""
    return (kind for kind in unknown_in(rules) if not _says(call, kind.id))


def unknown_in(rules: Rules) -> Iterator[RuleKind]:
    """Yield what a person must know and these rules do not say."""
    from desktop.core.rule_kinds import RULE_KINDS

    for kind in RULE_KINDS.values():
        if rules.form in kind.asked and rules.rule(kind.id) is None:
            yield kind


def is_old(rule: Rule, today: date) -> bool:
    """Tell whether a rule was checked more than a year ago."""
    # The 29th of February has its anniversary on the 1st of March.
    past = (today.year - rule.checked.year, today.month, today.day)
    return past > (1, rule.checked.month, rule.checked.day)


_CLOCK = "closing-time"


def _says(call: Consultation, kind: str) -> bool:
    """Tell whether the call itself says what a rule of this kind would."""
    match kind:
        case "closing-time":
            return call.closes_time is not None
        case "length":
            return call.limit is not None
        case "answer-length":
            return any(question.limit for question in call.questions)
        case _:
            return False


def _time_said(rules: Rules) -> time | None:
    if not (said := _text(rules, _CLOCK)):
        return None
    from desktop.core.clock import read_time

    return read_time(said)


def _text(rules: Rules, rule_id: str) -> str:
    rule = rules.rule(rule_id)
    return rule.text if rule else ""


def _limit(call: Consultation, rules: Rules, changes: CallChanges) -> Limit | None:
    ids = ("length", "pages")
    changed = _changed(changes, ids)
    if call.limit is not None and not changed:
        return call.limit
    if changed:
        # Of two demands that differ from the body's, or one of them, the call's own comes first.
        ids = tuple(sorted(ids, key=lambda each: each not in {rule.id for rule in changes.changed}))
    return next((limit for each in ids if (limit := _limit_of(rules.rule(each)))), None)


def _question(question: Question, rules: Rules, changes: CallChanges) -> Question:
    ids = ("answer-length",)
    if question.limit is not None and not _changed(changes, ids):
        return question
    limit = _limit_of(rules.rule(*ids))
    return question if limit == question.limit else replace(question, limit=limit)


def _changed(changes: CallChanges, ids: tuple[str, ...]) -> bool:
    return any(rule.id in ids for rule in changes.changed) or any(
        each in ids for each in changes.removed
    )


def _limit_of(rule: Rule | None) -> Limit | None:
    if rule is None or rule.value is None:
        return None
    unit = rule.unit or LimitUnit.WORDS
    return Limit(rule.value, unit, hard=rule.strength is Strength.MUST)
