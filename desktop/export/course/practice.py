"""What a Course is practised on, as far as its own file does not hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core.consultation import Consultation
from desktop.core.evidence import Snippet, Source
from desktop.core.rules import Rules


@dataclass(frozen=True, slots=True)
class Practice:
    """The Consultation of a Course, the rules in force for it and the evidence there is.

    Attributes:
        consultation: the Course's own or the built-in one.
        rules: of the body, with those of the Course over them.
        sources: every Source that a text of the Course may cite, by key.
        snippets: the pieces of evidence that learners are offered.
        checks: what each check is called, by its id.
    """

    consultation: Consultation
    rules: Rules
    sources: Mapping[str, Source]
    snippets: tuple[Snippet, ...] = ()
    checks: Mapping[str, str] = field(default_factory=dict[str, str])
