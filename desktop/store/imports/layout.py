"""The blocks, parts and marks of one import while an Edit moves them about.

Everything is read once, changed in memory, and given out as the row changes that come of it, so
that the journal holds what stood in each row before. Blocks keep their ids; a new place among
others is a number between theirs. Parts and marks follow their blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.core.characters import safe_characters
from desktop.errors import WorkspaceError
from desktop.store.database import Database
from desktop.store.imports.adding import GAP
from desktop.store.journal import RowChange

_Row = dict[str, Any]


class Layout:
    """One import, to be changed by one Edit."""

    def __init__(self, db: Database, document: str) -> None:
        self._document = document
        read = "SELECT * FROM {} WHERE document = ? ORDER BY {}"
        self._blocks = list(db.query(read.format("blocks", "position"), [document]))
        self._marks = list(db.query(read.format("marks", "rowid"), [document]))
        order = self._places()
        self._parts = sorted(
            (row for row in db.query(read.format("parts", "rowid"), [document])),
            key=lambda row: order.get(row["first"], -1),
        )
        self._before = {name: _by_id(held) for name, held in self._tables()}

    def changes(self) -> list[RowChange]:
        """Return the row changes that come of what was done."""
        found: list[RowChange] = []
        for name, held in self._tables():
            before, after = self._before[name], _by_id(held)
            gone = sorted(before.keys() - after.keys())
            found += [RowChange(name, self._key(key), None) for key in gone]
            found += [
                RowChange(name, self._key(key), row)
                for key, row in after.items()
                if before.get(key) != row
            ]
        return found

    # Blocks

    def set_block(self, block: str, values: _Row) -> None:
        """Change columns of a block. Raises WorkspaceError if it is gone, as all here do."""
        self._block(block).update(values)

    def set_text(self, block: str, text: str) -> None:
        """Change the words of a block; a mark whose sentence no longer stands in it goes."""
        row = self._block(block)
        row["text"] = safe_characters(text)
        for mark in [mark for mark in self._marks if mark["block"] == block]:
            start = row["text"].find(mark["text"])
            if start < 0:
                self._marks.remove(mark)
            else:
                mark.update(start=start, end=start + len(mark["text"]))

    def merge(self, block: str) -> None:
        """Join a block to the one before it. Of a table the words stay, not the cells."""
        place = self._place(block)
        if place == 0:
            raise _impossible("There is no paragraph before this one to join it to.")
        first, second = self._blocks[place - 1 : place + 1]
        shift = len(first["text"]) + 1 if first["text"] else 0
        first["text"] = f"{first['text']} {second['text']}" if shift else second["text"]
        first["cells"] = ""
        for mark in self._marks:
            if mark["block"] == block:
                mark.update(block=first["id"], start=mark["start"] + shift, end=mark["end"] + shift)
        self._take_out(block)

    def split(self, block: str, at: int, new: str) -> None:
        """Cut a block in two; marks go with their words, one that is cut through goes."""
        place = self._place(block)
        row = self._blocks[place]
        head, tail = row["text"][:at].rstrip(), row["text"][at:].lstrip()
        if not head or not tail:
            raise _impossible("A paragraph is split inside its text, not at one of its ends.")
        self._insert(place + 1, {**row, "id": new, "number": "", "text": tail, "cells": ""})
        row.update(text=head, cells="")
        cut = len(self._before["blocks"][block]["text"]) - len(tail)
        for mark in [mark for mark in self._marks if mark["block"] == block]:
            if mark["start"] >= cut:
                mark.update(block=new, start=mark["start"] - cut, end=mark["end"] - cut)
            elif mark["end"] > len(head):
                self._marks.remove(mark)

    def move(self, blocks: Sequence[str], before: str) -> None:
        """Move blocks, which follow one another, to before another one ("" = to the end)."""
        moved = [self._block(block) for block in blocks]
        target = self._place(before) if before else len(self._blocks)
        if before in blocks or target == self._place(blocks[-1]) + 1:
            return  # there it stands
        for block in blocks:
            self._let_go(block)
        self._blocks = [row for row in self._blocks if row["id"] not in set(blocks)]
        place = self._place(before) if before else len(self._blocks)
        self._insert(place, *moved)
        self._begin_at_the_beginning()

    # Parts

    def begun(self) -> frozenset[str]:
        """Return the ids of the parts."""
        return frozenset(part["id"] for part in self._parts)

    def start_part(self, block: str, new: str, role: str) -> None:
        """Begin a part at a block."""
        self._place(block)
        if any(part["first"] == block for part in self._parts):
            raise _impossible("A part begins at this paragraph already.")
        self._parts.append(
            {
                "document": self._document,
                "id": new,
                "role": role,
                "first": block,
                "body": block,
                "number": "",
                "question": "",
                "ref": "",
                "confidence": 1.0,
            }
        )
        self._order_parts()
        before = self._parts[self._part_place(new) - 1] if self._part_place(new) else None
        if before and self._place(block) <= self._places().get(before["body"], -1):
            before["body"] = ""

    def join_part(self, part: str) -> None:
        """Join a part to the one before it."""
        place = self._part_place(part)
        if place == 0:
            raise _impossible("There is no part before this one to join it to.")
        before, joined = self._parts[place - 1 : place + 1]
        if not before["body"]:
            before["body"] = joined["first"]
        self._parts.remove(joined)

    def set_part(self, part: str, values: _Row) -> None:
        """Change columns of a part."""
        self._parts[self._part_place(part)].update(
            {
                name: safe_characters(value) if isinstance(value, str) else value
                for name, value in values.items()
            }
        )

    def move_part(self, part: str, before: str) -> None:
        """Move a part with all its blocks to before another one ("" = to the end)."""
        if part == before:
            return
        blocks = self._blocks_of(part)
        target = self._parts[self._part_place(before)]["first"] if before else ""
        moved = [self._block(block) for block in blocks]
        self._blocks = [row for row in self._blocks if row["id"] not in set(blocks)]
        self._insert(self._place(target) if target else len(self._blocks), *moved)
        self._order_parts()

    # Inside

    def _tables(self) -> tuple[tuple[str, list[_Row]], ...]:
        return ("blocks", self._blocks), ("parts", self._parts), ("marks", self._marks)

    def _key(self, key: str) -> dict[str, str]:
        return {"document": self._document, "id": key}

    def _places(self) -> dict[str, int]:
        return {row["id"]: place for place, row in enumerate(self._blocks)}

    def _place(self, block: str) -> int:
        place = self._places().get(block)
        if place is None:
            raise _gone("paragraph")
        return place

    def _block(self, block: str) -> _Row:
        return self._blocks[self._place(block)]

    def _part_place(self, part: str) -> int:
        for place, row in enumerate(self._parts):
            if row["id"] == part:
                return place
        raise _gone("part")

    def _order_parts(self) -> None:
        order = self._places()
        self._parts.sort(key=lambda row: order[row["first"]])

    def _blocks_of(self, part: str) -> list[str]:
        place = self._part_place(part)
        first = self._place(self._parts[place]["first"])
        after = self._parts[place + 1 : place + 2]
        end = self._place(after[0]["first"]) if after else len(self._blocks)
        return [row["id"] for row in self._blocks[first:end]]

    def _let_go(self, block: str) -> None:
        """Have the part that begins at a block, or whose body does, begin at its next one; a part
        that has no other block goes.
        """
        for part in list(self._parts):
            own = self._blocks_of(part["id"]) if block in (part["first"], part["body"]) else []
            later = own[own.index(block) + 1 : own.index(block) + 2] if block in own else []
            if part["first"] == block and not later:
                self._parts.remove(part)
                continue
            for column in ("first", "body"):
                if part[column] == block:
                    part[column] = later[0] if later else ""

    def _take_out(self, block: str) -> None:
        self._let_go(block)
        self._blocks = [row for row in self._blocks if row["id"] != block]

    def _begin_at_the_beginning(self) -> None:
        """Have the first part begin at the first block, whatever has been put before it."""
        if self._parts:
            self._order_parts()
            self._parts[0]["first"] = self._blocks[0]["id"]

    def _insert(self, place: int, *added: _Row) -> None:
        """Put blocks in at a place, with numbers between those of their neighbours."""
        low = self._blocks[place - 1]["position"] if place else 0
        beyond = low + GAP * (len(added) + 1)
        high = self._blocks[place]["position"] if place < len(self._blocks) else beyond
        self._blocks[place:place] = added
        step = (high - low) // (len(added) + 1)
        if step > 0:
            for count, row in enumerate(added, 1):
                row["position"] = low + step * count
        else:
            for count, row in enumerate(self._blocks, 1):
                row["position"] = count * GAP


def _by_id(held: list[_Row]) -> dict[str, _Row]:
    return {row["id"]: dict(row) for row in held}


def _gone(word: str) -> WorkspaceError:
    return WorkspaceError(
        f"The {word} is gone",
        f"The {word} this belongs to is no longer in the import.",
        "Look at the import again; what is there has been kept.",
    )


def _impossible(why: str) -> WorkspaceError:
    return WorkspaceError("That cannot be done here", why, "Nothing has been changed.")
