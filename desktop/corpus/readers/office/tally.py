"""Adding up how the characters of a paragraph look."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.corpus.readers.office.lines import Look

_FEW_LETTERS = 3


@dataclass(slots=True)
class Tally:
    """Counts the characters of a paragraph by their look, white space left out."""

    letters: int = 0
    bold: int = 0
    underlined: int = 0
    capitals: int = 0
    size: float = 0

    def add(
        self,
        text: str,
        *,
        bold: bool | None,
        underlined: bool | None,
        capitals: bool | None,
        size: float | None,
    ) -> None:
        """Count a run of text that looks like this."""
        letters = len(text) - text.count(" ") - text.count("\t") - text.count("\n")
        self.letters += letters
        self.bold += letters if bold else 0
        self.underlined += letters if underlined else 0
        self.capitals += letters if capitals or text.isupper() else 0
        if letters:
            self.size = max(self.size, size or 0)

    def join(self, before: Tally) -> None:
        """Take in what was counted of a paragraph that this one is joined to."""
        self.letters += before.letters
        self.bold += before.bold
        self.underlined += before.underlined
        self.capitals += before.capitals
        self.size = max(self.size, before.size)

    def look(self, text: str, indented: bool = False) -> Look:
        """Return the look of the whole paragraph: bold and the like only where all of it is."""
        cased = [letter for letter in text if letter.isalpha()]
        upper = len(cased) > _FEW_LETTERS and all(letter.isupper() for letter in cased)
        return Look(
            bold=self._all(self.bold),
            size=self.size,
            capitals=upper or self._all(self.capitals),
            underlined=self._all(self.underlined),
            indented=indented,
        )

    def _all(self, some: int) -> bool:
        return bool(self.letters) and some == self.letters
