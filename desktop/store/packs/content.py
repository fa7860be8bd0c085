"""Content: the packs of several files put together, and what is wrong between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from desktop.core.consultation import Consultation
from desktop.core.evidence import ANY_QUESTION, Prompt, Snippet
from desktop.core.rules import Rules
from desktop.store.packs.consultations import ConsultationPack
from desktop.store.packs.document import Document
from desktop.store.packs.forms import did_you_mean
from desktop.store.packs.lines import Steps
from desktop.store.packs.problems import Problem, shown
from desktop.store.packs.prompts import PromptsPack
from desktop.store.packs.reading import Reading
from desktop.store.packs.rules import RulesPack
from desktop.store.packs.snippets import EvidencePack

Pack = EvidencePack | PromptsPack | ConsultationPack | RulesPack
Item = TypeVar("Item", Snippet, Prompt)


@dataclass(frozen=True, slots=True)
class Content:
    """All packs that could be read, and what is wrong with the files.

    Ids are unique over the packs. ``problems`` are errors (in files left out, or between files),
    ``advice`` is for people who write packs.
    """

    packs: tuple[Pack, ...] = ()
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()

    @property
    def evidence(self) -> tuple[EvidencePack, ...]:
        """Every Source with what is drawn from it."""
        return tuple(each for each in self.packs if isinstance(each, EvidencePack))

    @property
    def prompts(self) -> tuple[PromptsPack, ...]:
        """The packs of general good practice."""
        return tuple(each for each in self.packs if isinstance(each, PromptsPack))

    @property
    def consultations(self) -> tuple[Consultation, ...]:
        """Every Consultation; the rules of each are among ``rules`` or in what was known before."""
        return tuple(each.consultation for each in self.packs if isinstance(each, ConsultationPack))

    @property
    def rules(self) -> tuple[Rules, ...]:
        """The Rules of every body."""
        return tuple(each.rules for each in self.packs if isinstance(each, RulesPack))


def identity(pack: Pack) -> tuple[str, str]:
    """Return what two editions of a pack share: their kind, and their key, id or file name."""
    match pack:
        case EvidencePack(source=source):
            return "source", source.key
        case ConsultationPack(consultation=consultation):
            return "consultation", consultation.id
        case RulesPack(rules=rules):
            return "rules", rules.id
        case PromptsPack(name=name):
            return "prompts", name


def join(
    readings: Iterable[Reading[Pack]], known: Content | None = None, bad: Iterable[Path] = ()
) -> Content:
    """Put packs together; of two that claim one id, the first keeps it, the later is left out.

    ``known`` is content that is there already and that the packs may refer to; a pack that is a new
    edition of a known one takes its place. ``bad`` names files that could not be read: a question
    of such a consultation is not called unknown. Of the readings themselves only the packs are
    used, not the problems.
    """
    good = [(reading.document, reading.pack) for reading in readings if reading.pack is not None]
    new = {identity(pack) for _, pack in good}
    before = [pack for pack in (known.packs if known else ()) if identity(pack) not in new]
    joiner = _Joiner(bad={file.stem for file in bad})
    for pack in before:
        joiner.know(pack)
    for document, pack in sorted(good, key=lambda pair: _ORDER.index(type(pair[1]))):
        joiner.take(document, pack)
    return joiner.content()


_ORDER: Sequence[type[Pack]] = (RulesPack, ConsultationPack, EvidencePack, PromptsPack)


@dataclass
class _Joiner:
    """Which names are taken, by which file, and the packs taken so far."""

    bad: set[str]
    packs: list[Pack] = field(default_factory=list[Pack])
    problems: list[Problem] = field(default_factory=list[Problem])
    _taken: dict[tuple[str, str], Path] = field(default_factory=dict[tuple[str, str], Path])
    _numbers: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def know(self, pack: Pack) -> None:
        """Note the names of a pack that is there already."""
        for name in _names(pack):
            self._taken.setdefault(name, pack.file)
        if isinstance(pack, ConsultationPack):
            self._note_questions(pack)

    def take(self, document: Document, pack: Pack) -> None:
        """Add a pack, or as much of it as does not clash with others."""
        steps: Steps = ("source", "key") if isinstance(pack, EvidencePack) else ("id",)
        if not isinstance(pack, PromptsPack) and not self._claim(document, steps, identity(pack)):
            return
        match pack:
            case RulesPack():
                self.packs.append(pack)
            case ConsultationPack():
                self._note_questions(pack)
                if self._has_rules(document, pack):
                    self.packs.append(pack)
            case EvidencePack():
                snippets = self._items(document, "snippet", pack.snippets)
                prompts = self._items(document, "prompt", pack.prompts)
                self.packs.append(
                    EvidencePack(pack.file, pack.version, pack.source, snippets, prompts)
                )
            case PromptsPack():
                prompts = self._items(document, "prompt", pack.prompts)
                self.packs.append(PromptsPack(pack.file, pack.version, prompts))

    def content(self) -> Content:
        """Return what was taken."""
        return Content(packs=tuple(self.packs), problems=tuple(self.problems))

    def _note_questions(self, pack: ConsultationPack) -> None:
        numbers = [question.number for question in pack.consultation.questions]
        self._numbers.setdefault(pack.consultation.id, numbers)

    def _claim(self, document: Document, steps: Steps, name: tuple[str, str]) -> bool:
        """Take a name for a file, or note that another file has it."""
        first = self._taken.setdefault(name, document.file)
        if first is document.file:
            return True
        message = f"{shown(name[1])} is already used in {first.name}"
        self.problems.append(document.problem(steps, message, "one that no other file uses"))
        return False

    def _has_rules(self, document: Document, pack: ConsultationPack) -> bool:
        wanted = pack.consultation.rules
        if ("rules", wanted) in self._taken:
            return True
        ids = [name for kind, name in self._taken if kind == "rules"]
        message = f"there are no rules with the id {shown(wanted)}{did_you_mean(wanted, ids)}"
        self.problems.append(document.problem(("rules",), message, ", ".join(ids)))
        return False

    def _items(self, document: Document, table: str, items: Sequence[Item]) -> tuple[Item, ...]:
        """Return the items whose ids are free, noting the others and references to nothing."""
        kept: list[Item] = []
        for number, item in enumerate(items):
            steps: Steps = (table, number)
            self.problems += self._lost_references(document, (*steps, "questions"), item.questions)
            if self._claim(document, (*steps, "id"), (table, item.id)):
                kept.append(item)
        return tuple(kept)

    def _lost_references(
        self, document: Document, steps: Steps, references: Sequence[str]
    ) -> Iterator[Problem]:
        """Yield a Problem for each reference to a question that is not there.

        Where no consultation is known at all there is nothing to compare with, and nothing is said.
        """
        for reference in references:
            consultation, _, number = reference.partition("#")
            if reference == ANY_QUESTION or not self._numbers or consultation in self.bad:
                continue
            if consultation not in self._numbers:
                near = did_you_mean(consultation, self._numbers)
                message = f"{shown(reference)} names no consultation that is here{near}"
                yield document.problem(steps, message, ", ".join(self._numbers))
            elif number not in self._numbers[consultation]:
                message = f"{shown(reference)} names no question of the consultation"
                allowed = f"{consultation}# with {', '.join(self._numbers[consultation])}"
                yield document.problem(steps, message, allowed)


def _names(pack: Pack) -> Mapping[tuple[str, str], None]:
    """Return every name that a pack takes, in order."""
    names = [] if isinstance(pack, PromptsPack) else [identity(pack)]
    if isinstance(pack, EvidencePack):
        names += [("snippet", snippet.id) for snippet in pack.snippets]
    if isinstance(pack, EvidencePack | PromptsPack):
        names += [("prompt", prompt.id) for prompt in pack.prompts]
    return dict.fromkeys(names)
