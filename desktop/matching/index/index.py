"""An index of the library in memory: which words stand where, and what is known of each piece."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop.core.search import Entry
from desktop.matching.index import phrases, postings
from desktop.matching.index.arrays import Bools, Ints, Longs, Marks
from desktop.matching.index.columns import Columns
from desktop.matching.index.fields import FIELDS
from desktop.matching.index.known_acronyms import KnownAcronyms, known_acronyms
from desktop.matching.index.lexicon import Lexicon
from desktop.matching.index.parts import Part, Parts, arranged, is_untidy, tidied
from desktop.matching.index.postings import Postings, Sequences
from desktop.matching.index.segment import gathered
from desktop.matching.index.tallying import Tally, nothing, tally

_PASSAGE = "passage"


class Index:
    """Never changes: ``changed`` gives another, which shares what is the same. Any thread may use
    it. Arrays belong to the index and are only to be read.

    A piece has a slot from 0 to ``size - 1``; a slot may be vacant. Slots and terms are numbers of
    this index alone: what must be the same after a restart is ordered by ``tiebreak`` or by words.
    """

    def __init__(self, parts: Parts, counted: Tally, lexicon: Lexicon) -> None:
        self.parts = parts
        self.counted = counted
        self.lexicon = lexicon
        self.size = sum(len(part.segment) for part in parts)

    def changed(self, entries: Iterable[Entry], gone: Collection[str] = ()) -> Index:
        """Return the index with these entries, new or in the place of those with their ids, and
        without the ids in ``gone`` that are not among them.
        """
        fresh = {entry.id: entry for entry in entries}
        leaving = [slot for id in {*fresh, *gone} if (slot := self.slot(id)) >= 0]
        if not fresh and not leaving:
            return self
        parts, counted = self._without(np.array(sorted(leaving), np.int64))
        if fresh:
            segment = gathered(fresh.values(), self.lexicon)
            parts = (*parts, Part(segment))
            counted = counted.plus(tally(segment, np.arange(len(segment)), self.lexicon))
        return Index(arranged(parts, self.lexicon), counted, self.lexicon)

    def tidied(self, *, whole: bool = False) -> Index:
        """Return the same index in fewer parts; ``whole`` = in one. Takes up to seconds."""
        parts = tidied(self.parts, self.lexicon, whole=whole)
        return self if parts == self.parts else Index(parts, self.counted, self.lexicon)

    @property
    def untidy(self) -> bool:
        """Whether ``tidied`` would be worth its time."""
        return is_untidy(self.parts)

    # Pieces

    @property
    def count(self) -> int:
        """How many pieces there are."""
        return sum(part.left for part in self.parts)

    @cached_property
    def alive(self) -> Bools:
        """Which slots hold a piece, bool[size]."""
        alive = np.ones(self.size, np.bool_)
        for part in self.parts:
            if part.alive is not None:
                alive[part.first : part.first + len(part.segment)] = part.alive
        return alive

    @cached_property
    def ids(self) -> Sequence[str]:
        """The id of the piece in each slot; of a vacant slot that of the piece that went."""
        return [id for part in self.parts for id in part.segment.columns.ids]

    def slot(self, id: str) -> int:
        """Return the slot of a piece, -1 if it is not here."""
        for part in reversed(self.parts):
            place = part.segment.places.get(id, -1)
            if place >= 0 and (part.alive is None or part.alive[place]):
                return part.first + place
        return -1

    def name(self, code: int) -> str:
        """Return what a number in ``source``, ``document``, ``likeness`` or ``kind`` stands for."""
        return self.lexicon.names.name(code) if code >= 0 else ""

    def code(self, name: str) -> int:
        """Return the number of a name in those arrays, -1 if it has none."""
        return self.lexicon.names.known(name)

    @cached_property
    def source(self) -> Ints:
        """The Source of each piece, int32[size]."""
        return self._column(lambda columns: columns.source, np.int32)

    @cached_property
    def document(self) -> Ints:
        """The import that each Passage is from, int32[size]; -1 for a Snippet."""
        return self._column(lambda columns: columns.document, np.int32)

    @cached_property
    def likeness(self) -> Ints:
        """The same for near-identical Passages, int32[size]; -1 for what is like no other."""
        return self._column(lambda columns: columns.likeness, np.int32)

    @cached_property
    def kind(self) -> Ints:
        """The kind of each piece, int32[size]."""
        return self._column(lambda columns: columns.kind, np.int32)

    @cached_property
    def position(self) -> Ints:
        """The place of each Passage in its import, int32[size]."""
        return self._column(lambda columns: columns.position, np.int32)

    @cached_property
    def date(self) -> Ints:
        """The date of each piece's Source, int32[size]: YYYYMMDD, 00 for what is not known."""
        return self._column(lambda columns: columns.date, np.int32)

    @cached_property
    def own(self) -> Bools:
        """Whether each piece is the person's own, bool[size]."""
        return self._column(lambda columns: columns.own, np.bool_)

    @cached_property
    def tiebreak(self) -> Marks:
        """A number of each piece that depends on its id alone, uint32[size]: decides between pieces
        that are equally good.
        """
        return self._column(lambda columns: columns.mark, np.uint32)

    @cached_property
    def neighbours(self) -> tuple[Ints, Ints]:
        """The slots of the Passages before and after each one in its import, int32[size] twice;
        -1 for none.
        """
        before, after = np.full((2, self.size), -1, np.int32)
        inside = np.flatnonzero(self.alive & (self.document >= 0))
        document = self.document[inside]
        order = np.argsort((document.astype(np.int64) << 32) + self.position[inside], kind="stable")
        inside, document = inside[order], document[order]
        together = np.flatnonzero(document[1:] == document[:-1])
        before[inside[together + 1]] = inside[together]
        after[inside[together]] = inside[together + 1]
        return before, after

    def tagged(self, ref: str) -> Ints:
        """Return the slots of the pieces that are tagged for a Question, ascending."""
        code = self.code(ref)
        found: list[Longs] = []
        for part in self.parts:
            places, codes = part.segment.columns.refs
            here = places[codes == code].astype(np.int64)
            here = here if part.alive is None else here[part.alive[here]]
            found.append(np.sort(here) + part.first)
        return postings.places_of(found)

    def narrowed(
        self,
        kinds: Collection[str] | None = None,
        sources: Collection[str] | None = None,
        *,
        passages: bool = True,
    ) -> Bools | None:
        """Return which pieces are Snippets of these kinds, or Passages, and of these Sources,
        bool[size]; None = all are.
        """
        if kinds is None and sources is None and passages:
            return None
        is_passage = self.kind == self.code(_PASSAGE)
        chosen = self.alive.copy() if passages else self.alive & ~is_passage
        if kinds is not None:
            chosen &= is_passage | np.isin(self.kind, [self.code(kind) for kind in kinds])
        if sources is not None:
            chosen &= np.isin(self.source, [self.code(source) for source in sources])
        return chosen

    # Words

    def term(self, word: str) -> int:
        """Return the number of an index word (see ``words.index_word``), -1 if no piece has it."""
        term = self.lexicon.terms.known(word)
        return term if 0 <= term < len(self.df_all) and self.df_all[term] else -1

    def word(self, term: int) -> str:
        """Return the index word of a number."""
        return self.lexicon.terms.name(term)

    @property
    def df(self) -> Ints:
        """How many pieces have each term in a content field, int32[terms]."""
        return self.counted.df

    @property
    def df_all(self) -> Ints:
        """How many pieces have each term in any field, int32[terms]."""
        return self.counted.df_all

    @property
    def cf(self) -> Longs:
        """How often each term stands in content fields, int64[terms]."""
        return self.counted.cf

    @property
    def totals(self) -> Longs:
        """How many words each field has over all pieces, int64[FIELDS]."""
        return self.counted.totals

    @property
    def filled(self) -> Longs:
        """In how many pieces each field is not empty, int64[FIELDS]."""
        return self.counted.filled

    @cached_property
    def lengths(self) -> Ints:
        """How many words each piece has in each field, int32[size, FIELDS]."""
        # Field by field in memory: that is how they are read.
        parts = [part.segment.lengths for part in self.parts]
        return np.concatenate([np.zeros((FIELDS, 0), np.int32), *parts], axis=1).T

    def postings(self, term: int, field: int) -> Postings:
        """Return which pieces have a term in a field, and how often (255 = or more)."""
        return postings.of_term(self.parts, term, field)

    def any_of(self, terms: Iterable[int], field: int) -> Postings:
        """Return which pieces have any of these terms in a field, as if they were one term."""
        chosen = np.fromiter(terms, np.int32)
        return postings.of_any(self.parts, chosen, field)

    def phrase(self, terms: Sequence[int], field: int) -> Postings:
        """Return in which pieces these terms (one or more) follow one another in a field."""
        return phrases.of_phrase(self.parts, terms, field, self.lexicon)

    def words_of(self, slot: int, field: int) -> Ints:
        """Return the terms of a piece in a field, in order, int32[n]."""
        return self.sequences(np.array([slot], np.int32), (field,)).terms

    def sequences(self, slots: Ints, fields: Sequence[int]) -> Sequences:
        """Return the terms of many pieces in some fields, in order; see ``Sequences``."""
        return postings.sequences(self.parts, slots, fields, self.lexicon)

    def prefixed(self, start: str, most: int = 32) -> Ints:
        """Return the terms of the words that, as they were written, begin with ``start`` (folded):
        at most this many, those that most pieces have first.
        """
        written = self.lexicon.beginning(start)
        counts = self.counted.written
        written = written[written < len(counts)]
        terms = np.unique(self.lexicon.term_of[written[counts[written] > 0]])
        often = self.df_all[terms]
        if len(terms) > most:
            least = np.partition(often, len(often) - most)[len(often) - most]
            terms, often = terms[often >= least], often[often >= least]
        named = sorted(zip((-often).tolist(), map(self.word, terms.tolist()), terms, strict=True))
        return np.array([term for _, _, term in named[:most]], np.int32)

    def long_forms(self, acronym: int) -> tuple[tuple[int, ...], ...]:
        """Return what an acronym stands for, each as its terms; the most usual first."""
        return self._acronyms.long.get(acronym, ())

    def short_forms(self, terms: Sequence[int]) -> list[tuple[int, int, int]]:
        """Return where in a row of terms the long form of an acronym stands: the place of its first
        term, that after its last, and the acronym.
        """
        return self._acronyms.found_in(terms)

    @cached_property
    def _acronyms(self) -> KnownAcronyms:
        counts = np.zeros(len(self.lexicon.pairs), np.int64)
        for part in self.parts:
            places, pairs = part.segment.columns.pairs
            here = pairs if part.alive is None else pairs[part.alive[places]]
            counts += np.bincount(here, minlength=len(counts))[: len(counts)]
        explained = np.flatnonzero(counts)
        pairs_counted = zip(explained.tolist(), counts[explained].tolist(), strict=True)
        return known_acronyms(pairs_counted, self.lexicon)

    def _without(self, slots: Longs) -> tuple[Parts, Tally]:
        parts, counted = list(self.parts), self.counted
        for place, part in enumerate(parts):
            here = slots[(slots >= part.first) & (slots < part.first + len(part.segment))]
            if len(here):
                counted = counted.minus(tally(part.segment, here - part.first, self.lexicon))
                parts[place] = part.without(here - part.first)
        return tuple(parts), counted

    def _column(
        self, chosen: Callable[[Columns], NDArray[np.generic]], kind: type[np.generic]
    ) -> NDArray:
        columns = [chosen(part.segment.columns) for part in self.parts]
        return columns[0] if len(columns) == 1 else np.concatenate([np.zeros(0, kind), *columns])


def build(entries: Iterable[Entry]) -> Index:
    """Index a library from nothing; no id may be there twice."""
    lexicon = Lexicon()
    segment = gathered(entries, lexicon)
    counted = tally(segment, np.arange(len(segment)), lexicon) if len(segment) else nothing()
    return Index(arranged((Part(segment),), lexicon), counted, lexicon)
