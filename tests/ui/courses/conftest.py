"""Everything about courses in the window."""

from __future__ import annotations

from tests.ui.courses.practising import at_step, learner, practice

__all__ = ["at_step", "learner", "practice"]
