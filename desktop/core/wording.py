"""Words that a check looks for, as data: what shipped lists and an organisation's own house rules
have in common.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.core.finding import FindingLevel
from desktop.core.rules import Authority, Venue

# The check that house rules belong to unless they say otherwise.
HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Wording:
    """One rule about words: what is looked for, what is said of it, and on whose authority.

    Just one of three is given. ``words`` are words and phrases, in any case unless they have a
    capital letter; ``*`` at the end of one stands for any ending. ``swaps`` are such words, each
    with what to write in its place. ``pattern`` is a regular expression. Where one of the words in
    ``unless`` covers what was found, it is not meant. ``required`` are words that a submission must
    have somewhere. A pattern is tried only on a text that has one of the letters in ``needs``, in
    any case (on all, where there are none): that makes it quick.

    ``says`` and ``remedy`` are a sentence each, in which ``{found}`` is what was found and
    ``{instead}`` what to write; "" leaves it to the check. ``source`` and ``address`` say where the
    advice was read, ``authority`` how it is known and ``checked`` when it was read.
    """

    id: str
    check: str = HOUSE
    level: FindingLevel = FindingLevel.NUDGE
    words: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    pattern: str = ""
    required: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    instead: str = ""
    says: str = ""
    remedy: str = ""
    source: str = ""
    address: str = ""
    authority: Authority | None = None
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class HouseRules:
    """A file of rules that an Organisation has added for all its submissions.

    ``name`` is what the file was called, ``text`` all that it says (TOML of the wording form).
    """

    id: str
    organisation: str
    name: str
    text: str
    added: datetime


@dataclass(frozen=True, slots=True)
class HouseSignOff:
    """Who approves what is sent, as the house rules of an Organisation have it.

    It holds for bodies of these ``venues`` (for all, where there are none). ``days`` is how long
    before the closing day they want to have it (0 = nobody has said), ``says`` what else is to be
    done, in one sentence. ``source`` and ``address`` say where that stands.
    """

    who: str
    venues: tuple[Venue, ...] = ()
    days: int = 0
    says: str = ""
    source: str = ""
    address: str = ""
