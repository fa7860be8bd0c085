"""Saying when a call closes: day, time of day, time zone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop.core.clock import is_time_zone, read_time, time_words
from desktop.core.consultation import Consultation
from desktop.core.rules_changes import CallChanges, Closing
from desktop.ui.form import labelled
from desktop.ui.models.typed_date import as_written
from desktop.ui.models.words import day
from desktop.ui.rules.fields_sheet import FieldsSheet
from desktop.ui.widgets.saved_field import line_edit

_T = TypeVar("_T")


class ClosingSheet(FieldsSheet):
    """Asks when a call closes; ``save`` is called with the changes that say so."""

    def __init__(
        self,
        call: Consultation,
        changes: CallChanges,
        save: Callable[[CallChanges], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("When the call closes", parent)
        self._changes, self._save = changes, save
        self._before = call
        self.day, self.clock, self.zone = line_edit(), line_edit(), line_edit("Europe/London")
        self.add(
            labelled(self.day, "Day", "Such as 20 July 2027. Leave it empty if it is not known.")
        )
        self.add(
            labelled(
                self.clock,
                "Time of day",
                "Such as 17:00, 5pm or noon. Leave it empty if it is not known.",
            )
        )
        self.add(labelled(self.zone, "Time zone", "Leave it empty for UK time."))
        self.day.setText(day(call.closes) if call.closes else "")
        self.clock.setText(time_words(call.closes_time) if call.closes_time else "")
        self.zone.setText(call.time_zone)
        if any((changes.closes, changes.closes_time, changes.time_zone, changes.unknown)):
            self.add_link("Back to what the call came with").clicked.connect(self._back)
        self.decline_with("Cancel")
        self.accept_with("Save")

    def accept(self) -> None:
        """Save what was typed, or say what cannot be read."""
        typed, clock = self.day.text().strip(), self.clock.text().strip()
        zone = self.zone.text().strip()
        closes, at = read_day(typed), read_time(clock)
        if typed and closes is None:
            self.tell(f"“{typed}” is no day: write it as 20 July 2027.")
        elif clock and at is None:
            self.tell(f"“{clock}” is no time of day: write it as 17:00.")
        elif zone and not is_time_zone(zone):
            self.tell(f"“{zone}” is no time zone: write it as Europe/London.")
        else:
            self._save(
                replace(
                    self._changes,
                    closes=_differing(closes, self._before.closes, self._changes.closes),
                    closes_time=_differing(at, self._before.closes_time, self._changes.closes_time),
                    time_zone=_differing(zone, self._before.time_zone, self._changes.time_zone),
                    unknown=tuple(self._unknown(closes, at)),
                )
            )
            super().accept()

    def _back(self) -> None:
        back = replace(self._changes, closes=None, closes_time=None, time_zone="", unknown=())
        self._save(back)
        self.reject()

    def _unknown(self, closes: date | None, at: time | None) -> Iterator[Closing]:
        """Yield what was emptied, now or before: nobody knows it, whatever the call came with."""
        for name, typed, shown in (
            (Closing.DAY, closes, self._before.closes),
            (Closing.TIME, at, self._before.closes_time),
        ):
            if typed is None and (shown is not None or name in self._changes.unknown):
                yield name


def read_day(text: str) -> date | None:
    """Return the day that a person wrote, or None if it is none."""
    try:
        return date.fromisoformat(as_written(text))
    except ValueError:
        return None


def _differing(typed: _T, shown: _T, changed: _T) -> _T:
    """Return what differs: what was typed, or what differed before if that was left alone."""
    return changed if typed == shown else typed
