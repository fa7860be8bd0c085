"""One table of fields per TOML table, from which reading, messages and documentation come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.store.packs.document import Document, is_table
from desktop.store.packs.forms import WHOLE, Form, Report, did_you_mean, what_it_is
from desktop.store.packs.lines import Steps
from desktop.store.packs.problems import Level, Problem, shown

FORMAT = 1
NEWER = "this file was made with a newer version of Consultee; install the newest one to use it"
# No file that a person wrote comes near.
_MOST_ROWS = 2_000

# The values of one table that could be read, by key; all tables of a file by name ("" = the top).
Row = Mapping[str, Any]
Rows = Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a table: what it is called, what it may hold, what it means."""

    key: str
    form: Form
    says: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class RowReport:
    """Takes what is wrong between the keys of one table."""

    note: Callable[[str, str, str, Level], None]

    def wrong(self, key: str, message: str, allowed: str = "") -> None:
        """Note a mistake at a key."""
        self.note(key, message, allowed, Level.ERROR)

    def advise(self, key: str, message: str, allowed: str = "") -> None:
        """Note at a key what could be better."""
        self.note(key, message, allowed, Level.ADVICE)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file: ``name`` "" is its top, ``repeats`` means [[double brackets]].

    ``unique`` is the key that tells the rows of a repeated table apart; ``check`` looks at a row as
    a whole.
    """

    name: str
    says: str
    fields: tuple[Field, ...]
    repeats: bool = False
    required: bool = True
    unique: str = ""
    check: Callable[[Row, RowReport], None] | None = None

    @property
    def header(self) -> str:
        """How the table's name is written in the file."""
        if not self.name:
            return "the top of the file"
        return f"[[{self.name}]]" if self.repeats else f"[{self.name}]"


@dataclass(frozen=True, slots=True)
class Schema:
    """All tables of one kind of content file; the first is the top of the file. Where any of
    ``either`` is there, the others of them may be missing.
    """

    name: str
    tables: tuple[Table, ...]
    either: tuple[str, ...] = ()

    def read(self, document: Document) -> tuple[Rows, list[Problem]]:
        """Return the values of a file and everything that is wrong with it.

        The values are complete only if none of the problems is an error.
        """
        newer = document.data.get("format")
        if isinstance(newer, int) and not isinstance(newer, bool) and newer > FORMAT:
            return {}, [replace(document.problem(("format",), NEWER), newer=True)]
        reading = _Reading(document)
        rows = {table.name: tuple(reading.rows(table, self)) for table in self.tables}
        if self.either and document.data.keys().isdisjoint(self.either):
            headers = [table.header for table in self.tables if table.name in self.either]
            message = f"there is neither {' nor '.join(headers)}"
            reading.problems.append(document.problem((), message, ", ".join(headers)))
        return rows, reading.problems

    def describe(self) -> str:
        """Return the tables and keys that are allowed, as Markdown for people who write packs."""
        return "\n".join(part for table in self.tables for part in _described(table))


FORMAT_FIELD = Field("format", WHOLE, f"The format of the file: {FORMAT}.")
VERSION_FIELD = Field("version", WHOLE, "Raised by one whenever the content of the file changes.")


def table_of(fields: tuple[Field, ...], example: str) -> Form:
    """Return the Form of a small table in curly brackets that has these keys."""
    known = [each.key for each in fields]

    def read(value: object, report: Report) -> Mapping[str, Any] | None:
        if not isinstance(value, dict):
            return report(what_it_is(value))
        found: dict[str, Any] = value
        for key in found:
            if key not in known:
                near = did_you_mean(key, known)
                report(f"it has no key {shown(key)}{near}", ", ".join(known))
        for each in fields:
            if each.required and each.key not in found:
                report(f"its key '{each.key}' is missing", each.form.allowed)

        def within(each: Field) -> Report:
            def note(message: str, allowed: str | None = None, level: Level = Level.ERROR) -> None:
                report(f"its key '{each.key}': {message}", allowed or each.form.allowed, level)

            return note

        return {
            each.key: each.form.read(found[each.key], within(each))
            for each in fields
            if each.key in found
        }

    return Form(f"a table in curly brackets, such as {example}", read)


@dataclass
class _Reading:
    document: Document
    problems: list[Problem] = field(default_factory=list[Problem])

    def rows(self, table: Table, schema: Schema) -> Iterator[Row]:
        """Yield every row of a table."""
        others = [other for other in schema.tables if other.name]
        if not table.name:
            yield self._row(table, self.document.data, (), [other.name for other in others])
            return
        found = self.document.data.get(table.name)
        if found is None:
            if table.required:
                self._note(
                    (), f"the table {table.header} is missing", f"{table.header}: {table.says}"
                )
            return
        seen: dict[object, int] = {}
        for steps, row in self._found(table, found):
            values = self._row(table, row, steps)
            self._tell_apart(table, values, steps, seen)
            yield values

    def _found(self, table: Table, found: object) -> Iterator[tuple[Steps, Mapping[str, Any]]]:
        """Yield the rows that are there and are tables at all."""
        steps: Steps = (table.name,)
        if not table.repeats:
            if isinstance(found, dict):
                yield steps, found
            else:
                self._note(steps, _wrong_brackets(found), f"one table {table.header}")
        elif not isinstance(found, list) or not found:
            message = "the list is empty" if found == [] else _wrong_brackets(found)
            self._note(steps, message, f"{table.header}, once for each {table.name}")
        elif len(found) > _MOST_ROWS:
            message = f"there are {len(found):,} of them"
            self._note(steps, message, f"at most {_MOST_ROWS:,} tables {table.header}")
        else:
            for number, row in enumerate(found):
                if isinstance(row, dict):
                    yield (*steps, number), row
                else:
                    self._note((*steps, number), what_it_is(row), f"a table {table.header}")

    def _row(
        self, table: Table, row: Mapping[str, Any], steps: Steps, tables: list[str] | None = None
    ) -> Row:
        """Read one table; a key that is wrong is left out of the values."""
        known = [each.key for each in table.fields] + (tables or [])
        for key in row:
            if key not in known:
                kind = "table" if is_table(row[key]) else "key"
                message = f"there is no such {kind}{did_you_mean(key, known)}"
                self._note((*steps, key), message, ", ".join(known))
        before = len(self.problems)
        values = {
            each.key: self._value(each, row[each.key], (*steps, each.key))
            for each in table.fields
            if self._there(each, row, steps)
        }
        if table.check is not None and not any(map(_is_error, self.problems[before:])):
            table.check(values, RowReport(self._noter(steps)))
        return values

    def _there(self, each: Field, row: Mapping[str, Any], steps: Steps) -> bool:
        if each.key in row:
            return True
        if each.required:
            self._note((*steps, each.key), "it is missing", each.form.allowed)
        return False

    def _value(self, each: Field, value: object, steps: Steps) -> Any:
        def report(message: str, allowed: str | None = None, level: Level = Level.ERROR) -> None:
            self._note(steps, message, each.form.allowed if allowed is None else allowed, level)

        typed: Report = report
        return each.form.read(value, typed)

    def _tell_apart(self, table: Table, values: Row, steps: Steps, seen: dict[object, int]) -> None:
        """Note a row whose key was used before."""
        name = values.get(table.unique)
        if not isinstance(name, str):
            return
        if name in seen:
            message = f"{shown(name)} is already used by {table.header} {seen[name] + 1}"
            self._note((*steps, table.unique), message, f"one of its own for each {table.header}")
        else:
            seen[name] = int(steps[-1])

    def _noter(self, steps: Steps) -> Callable[[str, str, str, Level], None]:
        return lambda key, message, allowed, level: self._note(
            (*steps, key), message, allowed, level
        )

    def _note(
        self, steps: Steps, message: str, allowed: str = "", level: Level = Level.ERROR
    ) -> None:
        self.problems.append(self.document.problem(steps, message, allowed, level))


def _is_error(problem: Problem) -> bool:
    return problem.level is Level.ERROR


def _wrong_brackets(found: object) -> str:
    if isinstance(found, dict):
        return "it is written with single brackets"
    if isinstance(found, list) and all(isinstance(row, dict) for row in found):
        return "it is written with double brackets"
    return what_it_is(found)


def _described(table: Table) -> Iterator[str]:
    need = "" if table.required or not table.name else " (optional)"
    yield f"### {table.header[0].upper()}{table.header[1:]}{need}\n"
    yield f"{table.says}\n"
    yield "| Key | Needed | Allowed | Meaning |"
    yield "| --- | --- | --- | --- |"
    for each in table.fields:
        cells = (
            f"`{each.key}`",
            "yes" if each.required else "no",
            each.form.allowed,
            each.says,
        )
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""
