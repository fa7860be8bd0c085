"""What the evidence panel offers a learner: what only the charity knows comes before what all know.

The library of published evidence has a hundred pieces for some of the questions, and a data pack
has two; a learner has a quarter of an hour.
"""

from __future__ import annotations

from contextlib import closing

import pytest

from desktop.paths import Paths
from desktop.session import Session
from tests.support.practised import course_names, practised

LOOKED_AT = 16


@pytest.mark.parametrize("name", course_names())
def test_the_evidence_of_the_charity_is_offered_first(
    name: str, session: Session, paths: Paths
) -> None:
    place = practised(name)
    with closing(Session.open(session.courses.beginning(place.course.id)(), paths)) as learner:
        draft = learner.courses.practice_draft()
        for question in place.consultation.questions:
            ref = f"{place.consultation.id}#{question.number}"
            own = {one.id for one in place.course.snippets if ref in one.questions}
            offered = [
                one.piece.id for one in learner.suggesting(draft, question.number, limit=30)()
            ]

            assert own, question.number
            assert offered[0] in own, question.number
            assert own <= set(offered[:LOOKED_AT]), question.number
