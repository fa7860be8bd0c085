"""Past responses made up as a reader would give them, with what is true of them.

Each shape is one way in which people lay out their answers, with the noise that comes with it. The
shapes of ``TUNED`` were looked at while the program was tuned; those of ``UNSEEN`` were not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from benchmarks.quality.understanding_words import (
    ASKERS,
    BODIES,
    TOPICS,
    issue,
    paragraph,
    plain_wording,
    sentence,
    wording,
)
from desktop.core.document import Block, BlockKind, Document, DocumentFormat

H, P, L, N = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NUMBERED


@dataclass(frozen=True)
class Shape:
    """A lay-out. ``label`` has {n}; ``apart`` puts the wording in a block of its own; ``printed``
    puts the number in ``Block.number``; ``noise`` names what else is in the document.
    """

    name: str
    label: str
    kind: BlockKind = H
    level: int = 2
    apart: bool = False
    printed: bool = False
    least: int = 9
    most: int = 30
    noise: frozenset[str] = frozenset()


def shape(name: str, label: str, kind: BlockKind = H, level: int = 2, **more: object) -> Shape:
    """Return a Shape; ``noise`` is a line of words."""
    noise = frozenset(str(more.pop("noise", "")).split())
    return Shape(name, label, kind, level if kind is H else 0, noise=noise, **more)  # type: ignore[arg-type]


TUNED = (
    shape("headings", "Question {n}: ", noise="front toc chapters back"),
    shape(
        "bold paragraphs in a PDF",
        "Question {n}: ",
        P,
        least=40,
        most=60,
        noise="front toc pages quoted back",
    ),
    shape("Q and stop", "Q{n}. ", P, noise="front ticks followup rhetorical"),
    shape("label alone", "Question {n}", H, apart=True, noise="front list chapters subheads"),
    shape("bare numbers, printed apart", "", H, 3, printed=True, noise="front numbered back"),
    shape("bare numbers in text", "{n}. ", P, noise="front lists pages"),
    shape("table of two columns", "Q{n} ", P, noise="table front"),
    shape("question headings without numbers", "", H, noise="front chapters back"),
    shape("inline", "Question {n}. ", P, noise="inline front"),
    shape("cut by pages", "Question {n}: ", P, noise="cut pages front header"),
    shape("same level subheads", "Question {n} – ", H, 2, noise="samelevel front back"),
    shape("shared", "Question {n}: ", H, noise="shared front skipped"),
)
UNSEEN = (
    shape("capitals", "QUESTION {n} ", H, noise="front toc subheads back"),
    shape(
        "consultation question",
        "Consultation question {n}: ",
        P,
        least=30,
        most=57,
        noise="toc front pages header quoted",
    ),
    shape("Q with space", "Q {n}: ", H, 3, noise="front chapters footnotes ticks"),
    shape(
        "label alone in paragraphs",
        "Question {n}:",
        P,
        apart=True,
        noise="front followup pages lists",
    ),
    shape("bare numbers as list items", "", L, printed=True, noise="front lists rhetorical back"),
    shape("bare numbers, numbered answers", "{n}. ", H, 2, noise="front numbered toc"),
    shape("table with a number column", "", P, noise="tablenumber front"),
    shape("paragraph questions without numbers", "", P, noise="front back"),
    shape(
        "answers to numbers",
        "Response to Question {n}",
        H,
        apart=False,
        noise="nowording front back",
    ),
    shape("boxes", "Question {n}: ", P, noise="boxes front"),
    shape("letters in numbers", "Question {n}: ", H, noise="letters front chapters followup"),
    shape(
        "dotted in a PDF",
        "Q{n}) ",
        P,
        least=40,
        most=60,
        noise="list pages cut samelevel back ticks",
    ),
)


@dataclass
class Answer:
    """What is true of one question: its number, its wording, the words of its answer."""

    number: str
    question: str
    words: list[str] = field(default_factory=list[str])


@dataclass
class Made:
    """A document and its true questions."""

    document: Document
    answers: list[Answer]
    blocks: list[Block] = field(default_factory=list[Block])


class _Maker:
    """Puts one document together."""

    def __init__(self, rng: Random, made: Shape) -> None:
        self.rng = rng
        self.shape = made
        self.blocks: list[Block] = []
        self.answers: list[Answer] = []
        self.page = 1
        self.counter = 0
        self.body = rng.choice(BODIES)

    def has(self, *noise: str) -> bool:
        return bool(self.shape.noise & set(noise))

    def add(self, kind: BlockKind, text: str, level: int = 0, number: str = "") -> None:
        self.blocks.append(
            Block(kind, text, level, number, page=self.page if self.has("pages", "cut") else 0)
        )

    def tell(self, kind: BlockKind, text: str, level: int = 0, number: str = "") -> None:
        """Add words that belong to the answer being written."""
        self.add(kind, text, level, number)
        if kind is not H:
            self.answers[-1].words.extend(text.split())

    def make(self) -> Made:
        count = self.rng.randint(self.shape.least, self.shape.most)
        numbers = self._numbers(count)
        wordings = [self._wording() for _ in numbers]
        if self.has("front"):
            self._front()
        if self.has("toc"):
            self._contents(numbers, wordings)
        if self.has("list"):
            self._list(numbers, wordings)
        for place, (number, words) in enumerate(zip(numbers, wordings, strict=True)):
            if self.has("chapters") and place % 6 == 0:
                self.add(H, f"Chapter {place // 6 + 1}: {self.rng.choice(TOPICS).capitalize()}", 1)
            self._question(number, words)
        if self.has("table", "tablenumber"):
            self._table()
        if self.has("back"):
            self._back()
        return Made(Document(DocumentFormat.DOCX, tuple(self.blocks)), self.answers)

    def _numbers(self, count: int) -> list[str]:
        numbers = [str(each) for each in range(1, count + 1)]
        if self.has("skipped"):
            numbers = [each for each in numbers if self.rng.random() > 0.2] or ["1", "2"]
        if self.has("letters"):
            return [
                f"{each}{letter}" for each in numbers[: count // 2 + 1] for letter in ("a", "b")
            ]
        return numbers

    def _wording(self) -> str:
        plain = self.shape.label and self.rng.random() < 0.1
        return plain_wording(self.rng) if plain else wording(self.rng)

    def _front(self) -> None:
        asker = self.rng.choice(ASKERS)
        self.add(
            H, f"{self.body}: response to the {asker} consultation on {self.rng.choice(TOPICS)}", 1
        )
        self.add(P, self.rng.choice(("March 2019", "14 June 2024", "Submitted 3 May 2021")))
        self.add(H, self.rng.choice(("About us", f"About {self.body}", "Who we are")), 2)
        self.add(
            P,
            f"{self.body} is a charity that works with {self.rng.choice(TOPICS)}. "
            + paragraph(self.rng, 1, 2),
        )
        if self.rng.random() < 0.6:
            self.add(H, self.rng.choice(("Summary", "Executive summary", "Key points")), 2)
            for _ in range(3):
                self.add(L, sentence(self.rng), 1)
        if self.rng.random() < 0.5:
            self.add(H, "Introduction", 2)
            self.add(
                P,
                f"We welcome the opportunity to respond to this. {paragraph(self.rng)}",
            )

    def _label(self, number: str) -> str:
        return self.shape.label.format(n=number)

    def _contents(self, numbers: list[str], wordings: list[str]) -> None:
        self.add(H, "Contents", 2)
        dots = self.rng.choice((" ........ ", " . . . . . ", "\t"))
        self.add(P, f"About us{dots}2")
        for place, (number, words) in enumerate(zip(numbers, wordings, strict=True)):
            lead = self._label(number) or f"{number}. "
            text = f"{lead}{words}"
            if len(text) > 90 and self.rng.random() < 0.3:
                self.add(P, text[:60].rsplit(" ", 1)[0])
                text = text[60:]
            self.add(P, f"{text}{dots}{place // 2 + 3}")
        self.add(BlockKind.BREAK, "")

    def _list(self, numbers: list[str], wordings: list[str]) -> None:
        self.add(H, "Consultation questions", 2)
        for number, words in zip(numbers, wordings, strict=True):
            self.add(P, f"{self._label(number).rstrip(': ')}: {words}")
        self.add(H, "Our answers", 2)

    def _question(self, number: str, words: str) -> None:
        self.answers.append(Answer(number, words))
        if self.has("table", "tablenumber"):
            self.answers[-1].words.extend(paragraph(self.rng).split())
            return
        if self.has("inline"):
            text = paragraph(self.rng)
            self.add(P, f"{self._label(number)}{words} {text}")
            self.answers[-1].words.extend(text.split())
        elif self.has("boxes"):
            self._boxes(number, words)
            return
        else:
            self._heading(number, words)
        self._answer()

    def _heading(self, number: str, words: str) -> None:
        kind, level = self.shape.kind, self.shape.level
        if self.has("nowording"):
            self.answers[-1].question = ""
            self.add(kind, self._label(number), level)
        elif self.shape.printed:
            self.add(kind, words, level, number)
        elif self.shape.apart:
            self.add(kind, self._label(number), level)
            self.add(P, words)
        elif self.has("cut") and len(words) > 60 and self.rng.random() < 0.4:
            half = words.index(" ", len(words) // 2)
            self.add(kind, self._label(number) + words[:half], level)
            self.page += 1
            self.add(BlockKind.BREAK, "")
            self.add(kind, words[half + 1 :], level)
        else:
            self.add(kind, self._label(number) + words, level)
        if not (self.shape.label or self.shape.printed):
            self.answers[-1].number = ""
        if self.has("shared") and self.rng.random() < 0.15:
            self._share(number, words)

    def _share(self, number: str, words: str) -> None:
        """Let the question be two that share one answer."""
        both = f"{number} and {int(number) + 100}"
        self.blocks[-1] = Block(H, f"Questions {both}: {words}", self.shape.level)
        self.answers[-1].number = both

    def _answer(self) -> None:
        rng = self.rng
        if self.has("followup") and rng.random() < 0.4:
            self.add(
                P, rng.choice(("Please explain your answer.", "If not, what would you change?"))
            )
        if self.has("ticks") and rng.random() < 0.5:
            self.tell(
                P, rng.choice(("☒ Yes ☐ No", "Yes", "Strongly agree", "[x] Agree [ ] Disagree"))
            )
        for _ in range(rng.randint(1, 5)):
            self._answer_block()
        if self.has("pages", "cut") and rng.random() < 0.5:
            self.page += 1
            self.add(BlockKind.BREAK, "")
            if self.has("header"):
                self.add(H, f"{self.body} response", 3)
            self.tell(P, paragraph(rng))

    def _answer_block(self) -> None:
        rng = self.rng
        chance = rng.random()
        if self.has("numbered") and chance < 0.6:
            self.counter += 1
            self.tell(N, paragraph(rng), number=str(self.counter))
        elif self.has("lists") and chance < 0.4:
            for place in range(1, rng.randint(3, 5)):
                self.tell(L, sentence(rng), 1, str(place))
        elif self.has("subheads") and chance < 0.25:
            self.tell(H, f"Funding of {rng.choice(TOPICS)}", self.shape.level + 1)
            self.tell(P, paragraph(rng))
        elif self.has("samelevel") and chance < 0.2:
            self.tell(H, f"Why {rng.choice(TOPICS)} matter", self.shape.level or 2)
            self.tell(P, paragraph(rng))
        elif self.has("quoted") and chance < 0.2:
            self._quote()
        elif self.has("rhetorical") and chance < 0.3:
            self.tell(P, f"What would help? {paragraph(rng)}")
        elif self.has("footnotes") and chance < 0.3:
            self.tell(P, paragraph(rng))
            self.blocks.append(Block(BlockKind.FOOTNOTE, "Annual report, 2019, page 4", number="1"))
        else:
            self.tell(P, paragraph(rng))

    def _quote(self) -> None:
        rng = self.rng
        other = rng.randint(1, 9)
        text = rng.choice(
            (
                f"Question {other} asks a like thing, and we refer to our answer there.",
                f"As we say under Question {other}, {sentence(rng)}",
                f"“Question {other}: {wording(rng)}” was put to our members too.",
                f"See Question {other} above. {sentence(rng)}",
            )
        )
        self.tell(P, text)

    def _boxes(self, number: str, words: str) -> None:
        text = paragraph(self.rng)
        cells = ((f"{self._label(number)}{words}",), (text,))
        self.blocks.append(Block(BlockKind.TABLE, "\n".join(row[0] for row in cells), cells=cells))
        self.answers[-1].words.extend(text.split())

    def _table(self) -> None:
        numbered = self.has("tablenumber")
        rows: list[tuple[str, ...]] = [("Question", "Response")]
        if numbered:
            rows = [("No.", "Question", "Our response")]
        for each in self.answers:
            text = " ".join(each.words)
            first = (
                (each.number, each.question)
                if numbered
                else (self._label(each.number) + each.question,)
            )
            rows.append((*first, text))
        text = "\n".join("\t".join(row) for row in rows)
        self.blocks.append(Block(BlockKind.TABLE, text, cells=tuple(rows)))

    def _back(self) -> None:
        level = min(self.shape.level or 2, 2)
        if self.rng.random() < 0.5:
            self.add(H, "Conclusion", level)
            self.add(P, paragraph(self.rng))
        self.add(H, self.rng.choice(("Annex A: Our survey", "References", "Appendix 1")), level)
        self.add(P, paragraph(self.rng))
        self.add(P, issue(self.rng))


def made_response(made: Shape, seed: int) -> Made:
    """Return a response of a shape; the same seed gives the same one."""
    return _Maker(Random(f"{made.name}/{seed}"), made).make()
