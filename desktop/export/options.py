"""What a person may choose about an export, beyond what the rules of the receiving body say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.core.rules import Numbering, Part, Rules


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The choices of one export.

    Attributes:
        numbers_as_text: paragraph numbers are typed text with a hanging indent instead of Word's
            own numbering; some committees' converters restart every Word list at 1.
        list_of_sources: every Source that is cited, once, at the end.
        skipped_named: a skipped Question keeps its heading, with a sentence saying so.
        numbering: another numbering than the rules ask for; None follows the rules.
        page_numbers: page numbers where the rules leave it open.
        leave_out: parts that the rules would have and this export does without.
    """

    numbers_as_text: bool = False
    list_of_sources: bool = False
    skipped_named: bool = False
    numbering: Numbering | None = None
    page_numbers: bool = True
    leave_out: frozenset[Part] = frozenset()


def numbers_settled(rules: Rules) -> bool:
    """Tell whether the rules of a call have paragraph numbers written as text, whatever a person
    chooses for exports in general.
    """
    return rules.choice("numbers-as") == "text"


def settled(options: ExportOptions, rules: Rules) -> ExportOptions:
    """Return the choices of an export with what the rules of the call settle."""
    return replace(options, numbers_as_text=True) if numbers_settled(rules) else options
