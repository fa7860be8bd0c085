"""A member of the committee asks about what a draft says and leaves open."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.evidence_map import AnswerText, Evidence
from desktop.core.hearing import Likely, likely_questions
from desktop.core.response import Answer, AnswerMark, Draft, Recommendation
from tests.checks.sound_draft import sound

LINE = "Our hall in Fernbrook shut in May, and 62% of members said that they stay at home."


def asked(draft: Draft, text: AnswerText, others: tuple[str, ...] = ()) -> tuple[Likely, ...]:
    found = likely_questions(draft, {"1": text}, others)
    assert all(each.asks and each.why for each in found)
    return found


def words(found: tuple[Likely, ...]) -> str:
    return " ".join(each.asks for each in found)


def draft(*, who: str = "", what: str = "") -> Draft:
    given = Recommendation("a", "r", "1", who, what)
    return replace(sound().draft, recommendations=(given,) if what else ())


def test_a_share_without_its_base_is_asked_about() -> None:
    found = asked(draft(), AnswerText((LINE,)))
    about = next(each for each in found if "62%" in each.asks)
    assert "Of how many" in about.asks
    assert (about.question, about.excerpt) == ("1", LINE)
    with_base = LINE.replace("62% of members", "62% of 40 members")
    cited = AnswerText((with_base,), (Evidence(with_base, "Our survey"),))
    assert "62%" not in words(asked(draft(), cited))


def test_a_figure_without_a_source_is_asked_about() -> None:
    line = "We drove 1,200 people to the hospital."
    assert "Where does that come from" in words(asked(draft(), AnswerText((line,))))
    cited = AnswerText((line,), (Evidence(line, "Our log"),))
    assert "Where does that come from" not in words(asked(draft(), cited))


def test_an_ask_is_asked_about_its_cost_its_actor_and_its_day() -> None:
    found = asked(draft(what="open the halls"), AnswerText((LINE,)))
    assert "Whose job" in words(found)
    assert "What would that cost" in words(found)
    priced = AnswerText((LINE, "It would cost £400 a year."))
    found = asked(draft(who="The council", what="open the halls"), priced)
    assert "What would that cost" not in words(found)
    assert "When would you need it" in words(found)


def test_the_claim_with_most_behind_it_comes_first_and_gaps_last() -> None:
    found = asked(
        draft(), AnswerText((LINE,), (Evidence(LINE, "Our survey"),)), ("Anything else?",)
    )
    assert "Halls need trustees." in found[0].asks
    assert found[-1].asks == "Anything else?"
    assert "would you have us recommend" in words(found)


def test_an_answer_that_was_skipped_or_not_begun_is_asked_about() -> None:
    skipped = Answer("r", "1", mark=AnswerMark.SKIPPED, skip_reason="Not our field.")
    found = asked(replace(draft(), answers={"1": skipped}), AnswerText())
    assert found[0].why == "You skipped it: Not our field."
    found = asked(replace(draft(), answers={}), AnswerText())
    assert found[0].why == "You have not answered this question."


def test_notes_stay_with_their_question_and_none_is_asked_twice() -> None:
    once = asked(draft(), AnswerText((LINE,)), ("Why?", "Why?"))
    again = asked(draft(), AnswerText((LINE,)), ("Why?",))
    assert [each.key for each in once] == [each.key for each in again]
    assert len({each.key for each in once}) == len(once)


def test_a_figure_cited_before_the_stop_or_at_the_end_of_its_paragraph_is_not_asked_about() -> None:
    stop = AnswerText(
        ("It is 44 miles there and back .",), (Evidence("It is 44 miles there and back.", "Us"),)
    )
    assert "44 miles" not in words(asked(draft(), stop))
    line = "In March 2023 we had 58 drivers. We counted them again this year."
    end = AnswerText((line,), (Evidence("We counted them again this year.", "Our log"),))
    assert "58 drivers" not in words(asked(draft(), end))
    before = AnswerText((line,), (Evidence("In March 2023 we had 58 drivers.", "Our log"),))
    assert "58 drivers" not in words(asked(draft(), before))


def test_a_cell_of_a_table_is_not_asked_about() -> None:
    assert "£24,200" not in words(asked(draft(), AnswerText(("£24,200", "2010"))))


def test_nobody_is_asked_the_same_of_everything() -> None:
    lines = tuple(f"We drove {number} people to the hospital." for number in range(20, 30))
    given = replace(
        draft(),
        recommendations=tuple(
            Recommendation(f"a{at}", "r", "1", "The council", f"open hall {at}", "2027")
            for at in range(6)
        ),
    )
    found = asked(given, AnswerText(lines))
    assert words(found).count("What would that cost") == 3
    assert words(found).count("Where does that come from") == 2


def test_a_claim_with_nothing_behind_it_is_asked_about_once_and_is_not_called_strong() -> None:
    found = asked(draft(), AnswerText(("Halls matter.",)))
    (about,) = [each for each in found if "Halls need trustees." in each.asks]
    assert "What do you base that on" in about.asks
    assert "strongest" not in " ".join(each.why for each in found)


def test_an_answer_without_a_key_point_or_with_a_question_for_one_is_asked_for_it() -> None:
    without = {"1": Answer("r", "1", body="Halls matter.")}
    found = asked(replace(draft(), answers=without), AnswerText(("Halls matter.",)))
    assert "What is the one thing that we should take from it?" in found[0].asks
    line = "Why should 40 halls close?"
    open_ = {"1": Answer("r", "1", key_point="Why close “our” halls?", body=line)}
    found = asked(replace(draft(), answers=open_), AnswerText((line,)))
    assert found[0].asks == "You ask: “Why close ‘our’ halls?” What is your own answer to that?"
    assert "40" not in words(found)
    assert "the opposite" not in words(found)


def test_the_first_questions_differ_in_kind_and_what_was_skipped_comes_after_them() -> None:
    lines = tuple(f"We drove {number} people to the hospital." for number in (20, 30))
    seen = (Evidence("We keep a log.", "Our log"),)
    both = (draft(who="The council", what="open the halls"), AnswerText(lines, seen))
    whys = [each.why for each in asked(*both)]
    assert len(set(whys[:4])) == 4
    questions = tuple(
        replace(both[0].consultation.questions[0], number=str(at), heading=f"Matter {at}")
        for at in range(1, 7)
    )
    skipped = {
        str(at): Answer("r", str(at), mark=AnswerMark.SKIPPED, skip_reason=f"Reason {at}.")
        for at in range(2, 7)
    }
    many = replace(
        both[0],
        consultation=replace(both[0].consultation, questions=questions),
        answers={**both[0].answers, **skipped},
    )
    whys = [each.why for each in asked(many, both[1])]
    assert [why.startswith("You skipped it") for why in whys][-3:] == [True] * 3
    assert sum(why.startswith("You skipped it") for why in whys) == 3


def test_notes_on_what_is_not_asked_any_more_can_still_be_found() -> None:
    still = asked(draft(), AnswerText((LINE,)))[0].asks
    found = likely_questions(draft(), {"1": AnswerText((LINE,))}, (), (still, "And the halls?"))
    assert [each.asks for each in found].count(still) == 1
    assert found[-1].asks == "And the halls?"
    assert "changed since" in found[-1].why
