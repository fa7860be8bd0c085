"""A Draft in answer to a Course's call, made of texts rather than of the rows of a workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.core.consultation import Consultation
from desktop.core.course import Course
from desktop.core.evidence import Source
from desktop.core.response import Answer, Draft, Recommendation, Response
from desktop.core.rules import Rules
from desktop.core.rules_changes import call_in_force, rules_in_force
from desktop.store import evidence_reading, reading
from desktop.store.database import Database
from desktop.store.practice import RESPONSE


@dataclass(frozen=True, slots=True)
class Ground:
    """What every Draft of one Course stands on: the call and the rules as they hold there, and the
    Sources that it may cite.
    """

    course: Course
    consultation: Consultation
    rules: Rules
    sources: Mapping[str, Source]

    def draft(
        self,
        answers: Mapping[str, Answer],
        recommendations: Sequence[Recommendation] = (),
        response: Response | None = None,
    ) -> Draft:
        """Return the Draft of these texts."""
        none = datetime.min  # noqa: DTZ901 - nobody began it at any time
        begun = Response(RESPONSE, self.consultation.id, self.course.organisation.id, none, none)
        return Draft(
            self.consultation,
            self.course.organisation,
            response or begun,
            self.rules,
            answers,
            tuple(recommendations),
            self.sources,
        )


def ground_of(db: Database, course: Course) -> Ground:
    """Return what the Drafts of a Course stand on; raises WorkspaceError if its built-in
    Consultation or the rules that it follows are not in the workspace.
    """
    asked = course.consultation or reading.consultation(db, course.consultation_id)
    changes = course.changes
    rules = rules_in_force(reading.rules(db, asked.rules), changes)
    papers = {paper.source.key: paper.source for paper in course.papers}
    return Ground(
        course,
        call_in_force(asked, rules, changes),
        rules,
        {**evidence_reading.sources(db), **papers},
    )
