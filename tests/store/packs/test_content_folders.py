from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import ContentError
from desktop.store.packs import Content, Level, Problem, check_folder, read_content
from tests.store.packs.samples import (
    CONSULTATION,
    EVIDENCE,
    PROMPTS,
    RULES,
    spoilt,
    write,
    write_project,
)


def read(folder: Path, known: Content | None = None) -> Content:
    return read_content(folder / "snippets", folder / "resources", known)


def only(content: Content) -> Problem:
    (problem,) = content.problems
    return problem


def test_a_project_gives_everything_that_is_in_it(tmp_path: Path) -> None:
    content = read_content(*write_project(tmp_path))
    assert content.problems == content.advice == ()
    assert [pack.source.key for pack in content.evidence] == ["marsh-survey"]
    assert [pack.name for pack in content.prompts] == ["good"]
    assert [consultation.id for consultation in content.consultations] == ["harbour-2011"]
    assert [rules.id for rules in content.rules] == ["harbour-rules"]


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    assert read(tmp_path / "nowhere") == Content()


def test_files_of_other_programs_are_left_alone(tmp_path: Path) -> None:
    write_project(tmp_path)
    write(tmp_path, "snippets/._marsh-survey.toml", b"\x00\x05\x16\x07")
    write(tmp_path, "snippets/notes.txt", "not content")
    assert read(tmp_path).problems == ()


@pytest.mark.parametrize(
    "name",
    [
        "snippets/bad.toml",
        "resources/prompts/bad.toml",
        "resources/consultations/bad.toml",
        "resources/rules/bad.toml",
    ],
)
def test_a_bad_file_is_told_of_and_all_others_load(tmp_path: Path, name: str) -> None:
    good = read_content(*write_project(tmp_path))
    bad = write(tmp_path, name, 'format = 1\nid = "bad\n')
    content = read(tmp_path)
    assert content.packs == good.packs
    assert only(content).file == bad
    assert only(content).line == 2


def test_a_bad_file_keeps_nothing_else_of_it_from_being_told(tmp_path: Path) -> None:
    write_project(tmp_path)
    text = spoilt(EVIDENCE, '"2010-07"', '"soon"')
    bad = write(tmp_path, "snippets/bad.toml", spoilt(text, "version = 3", "version = 0"))
    assert [(each.file, each.line) for each in read(tmp_path).problems] == [(bad, 2), (bad, 9)]


def test_of_two_snippets_with_one_id_the_later_file_loses_its_own(tmp_path: Path) -> None:
    write_project(tmp_path)
    other = EVIDENCE.replace("marsh-survey", "north-survey").replace("marsh-prompt", "north-prompt")
    other = other.replace("marsh-volunteers", "north-volunteers")
    later = write(tmp_path, "snippets/north-survey.toml", other)
    content = read(tmp_path)
    assert only(content) == Problem(
        later,
        "[[snippet]] 1 (marsh-closures), key 'id'",
        16,
        "'marsh-closures' is already used in marsh-survey.toml",
        "one that no other file uses",
    )
    first, second = content.evidence
    assert [snippet.id for snippet in first.snippets] == ["marsh-closures", "marsh-volunteers"]
    assert [snippet.id for snippet in second.snippets] == ["north-volunteers"]


def test_a_general_prompt_cannot_take_the_id_of_a_prompt_from_a_source(tmp_path: Path) -> None:
    write_project(tmp_path)
    text = spoilt(PROMPTS, "good-who-what-when", "marsh-prompt-closed")
    later = write(tmp_path, "resources/prompts/good.toml", text)
    content = read(tmp_path)
    assert (only(content).file, only(content).line) == (later, 5)
    assert content.prompts[0].prompts == ()
    assert len(content.evidence[0].prompts) == 1


@pytest.mark.parametrize(
    ("folder", "name", "text", "place"),
    [
        ("snippets", "marsh-survey", EVIDENCE, "[source], key 'key'"),
        ("resources/consultations", "harbour-2011", CONSULTATION, "key 'id'"),
        ("resources/rules", "harbour-rules", RULES, "key 'id'"),
    ],
)
def test_of_two_files_with_one_name_the_later_is_left_out(
    tmp_path: Path, folder: str, name: str, text: str, place: str
) -> None:
    good = read_content(*write_project(tmp_path))
    later = write(tmp_path, f"{folder}/z-copy.toml", text)
    content = read(tmp_path)
    assert content.packs == good.packs
    problem = only(content)
    assert (problem.file, problem.place) == (later, place)
    assert problem.message == f"'{name}' is already used in {name}.toml"


def test_a_consultation_without_its_rules_is_left_out(tmp_path: Path) -> None:
    write_project(tmp_path)
    text = spoilt(CONSULTATION, '"harbour-rules"', '"harbor-rules"')
    file = write(tmp_path, "resources/consultations/harbour-2011.toml", text)
    content = read(tmp_path)
    assert content.consultations == ()
    assert only(content) == Problem(
        file,
        "key 'rules'",
        9,
        "there are no rules with the id 'harbor-rules' (did you mean 'harbour-rules'?)",
        "harbour-rules",
    )
    assert len(content.evidence[0].snippets) == 2


def test_a_reference_to_no_question_is_told_and_the_snippet_is_kept(tmp_path: Path) -> None:
    write_project(tmp_path)
    text = spoilt(EVIDENCE, '"harbour-2011#2.a"', '"harbour-2011#3", "harbor-2011#1"')
    file = write(tmp_path, "snippets/marsh-survey.toml", text)
    content = read(tmp_path)
    place = "[[snippet]] 1 (marsh-closures), key 'questions'"
    assert content.problems == (
        Problem(
            file,
            place,
            25,
            "'harbour-2011#3' names no question of the consultation",
            "harbour-2011# with 1, 2.a",
        ),
        Problem(
            file,
            place,
            25,
            "'harbor-2011#1' names no consultation that is here (did you mean 'harbour-2011'?)",
            "harbour-2011",
        ),
    )
    assert len(content.evidence[0].snippets) == 2


def test_one_broken_consultation_is_one_problem_and_not_one_for_each_snippet(
    tmp_path: Path,
) -> None:
    write_project(tmp_path)
    other = CONSULTATION.replace("harbour-2011", "ferry-2012")
    write(tmp_path, "resources/consultations/ferry-2012.toml", other)
    broken = write(tmp_path, "resources/consultations/harbour-2011.toml", "id = ")
    assert only(read(tmp_path)).file == broken


def test_own_files_may_lean_on_the_programs_own(tmp_path: Path) -> None:
    known = read_content(*write_project(tmp_path / "program"))
    own = EVIDENCE.replace('"marsh-', '"north-')
    write(tmp_path / "own", "snippets/north-survey.toml", own)
    write(tmp_path / "own", "resources/consultations/x.toml", CONSULTATION.replace("2011", "2012"))
    content = read(tmp_path / "own", known)
    assert content.problems == ()
    assert [pack.source.key for pack in content.evidence] == ["north-survey"]
    assert [each.id for each in content.consultations] == ["harbour-2012"]


def test_own_files_cannot_take_ids_of_the_programs_own(tmp_path: Path) -> None:
    known = read_content(*write_project(tmp_path / "program"))
    own = EVIDENCE.replace("marsh-survey", "north-survey")
    write(tmp_path / "own", "snippets/north-survey.toml", own)
    content = read(tmp_path / "own", known)
    assert len(content.problems) == 3
    assert content.evidence[0].snippets == content.evidence[0].prompts == ()


def test_a_new_edition_of_a_known_file_takes_its_place(tmp_path: Path) -> None:
    known = read_content(*write_project(tmp_path / "program"))
    own = write_project(tmp_path / "own")
    assert read_content(*own, known).problems == ()


def test_checking_counts_files_and_lists_problems_in_their_order(tmp_path: Path) -> None:
    write_project(tmp_path)
    assert check_folder(tmp_path) == (4, [])
    evidence = spoilt(EVIDENCE, '["volunteers", "costs"]', '["volunteers"]')
    first = write(tmp_path, "snippets/marsh-survey.toml", spoilt(evidence, '#2.a"', '#9"'))
    last = write(tmp_path, "resources/rules/other.toml", "format = 2")
    files, problems = check_folder(tmp_path)
    assert files == 5
    assert [(each.file, each.line, each.level) for each in problems] == [
        (first, 25, Level.ERROR),
        (first, 34, Level.ADVICE),
        (last, 1, Level.ERROR),
    ]


def test_checking_takes_files_of_all_kinds_side_by_side(tmp_path: Path) -> None:
    for name, text in [("a", EVIDENCE), ("b", PROMPTS), ("c", CONSULTATION), ("d", RULES)]:
        write(tmp_path, f"{name}.toml", text)
    assert check_folder(tmp_path) == (4, [])
    write(tmp_path, "e.toml", "format = 1\n")
    files, (problem,) = check_folder(tmp_path)
    assert files == 5
    assert problem.message == "this file has none of the tables that content files have"
    assert problem.allowed == (
        "[wording], [sign_off], [source], [snippet], [question], [rule], [document], [prompt]"
    )


def test_checking_takes_the_resources_folder_alone(tmp_path: Path) -> None:
    write_project(tmp_path)
    assert check_folder(tmp_path / "resources") == (3, [])


def test_checking_takes_a_single_file(tmp_path: Path) -> None:
    write_project(tmp_path)
    assert check_folder(tmp_path / "snippets" / "marsh-survey.toml") == (1, [])


def test_checking_compares_with_what_is_known(tmp_path: Path) -> None:
    known = read_content(*write_project(tmp_path / "program"))
    text = spoilt(EVIDENCE, "#2.a", "#7").replace('"marsh-', '"north-')
    write(tmp_path / "own", "north-survey.toml", text)
    _, (problem,) = check_folder(tmp_path / "own", known)
    assert problem.message == "'harbour-2011#7' names no question of the consultation"


def test_an_empty_folder_has_nothing_wrong(tmp_path: Path) -> None:
    assert check_folder(tmp_path) == (0, [])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="There is no folder or file"):
        check_folder(tmp_path / "gone")


def test_a_file_in_the_wrong_folder_is_told_where_it_belongs(tmp_path: Path) -> None:
    write_project(tmp_path)
    write(tmp_path, "snippets/rules.toml", RULES)
    problem = only(read(tmp_path))
    assert problem.message == "this file holds rules, which belongs in another folder"
    assert problem.allowed == "evidence in the folder snippets"


def test_evidence_without_its_source_is_told_what_is_missing(tmp_path: Path) -> None:
    write(tmp_path, "snippets/prompts.toml", EVIDENCE[EVIDENCE.index("[[prompt]]") :])
    messages = [problem.message for problem in read(tmp_path).problems]
    assert "the table [source] is missing" in messages


@pytest.mark.parametrize(
    ("old", "new", "message", "allowed"),
    [
        ('["volunteers", "costs"]', '["costs"]', "the list has 1 items", "2 to 6 tags"),
        ("Volunteers need somebody", "Not so fast. Volunteers need somebody",
         "it looks like more than one sentence", "one sentence"),
        ("Volunteers need somebody", "need " * 30 + "somebody",
         "it has 35 words", "at most 30 words"),
    ],
)  # fmt: skip
def test_advice_is_given_and_keeps_nothing_from_loading(
    tmp_path: Path, old: str, new: str, message: str, allowed: str
) -> None:
    write_project(tmp_path)
    write(tmp_path, "snippets/marsh-survey.toml", spoilt(EVIDENCE, old, new))
    content = read(tmp_path)
    assert content.problems == ()
    assert len(content.evidence[0].snippets) == 2
    told = [(each.message, each.allowed) for each in content.advice]
    assert told == [(message, allowed)]


def test_a_paragraph_that_is_too_short_or_too_long_is_advised_against(tmp_path: Path) -> None:
    start = EVIDENCE.index("Nobody at Marshside")
    whole = EVIDENCE[start : EVIDENCE.index('"', start)]
    for text in ("one " * 29, "one " * 91):
        file = write(tmp_path, "snippets/x.toml", spoilt(EVIDENCE, whole, text))
        (advice,) = read(tmp_path).advice
        assert (advice.file, advice.line) == (file, 32)
        assert advice.message == f"it has {len(text.split())} words"
        assert advice.allowed == "30 to 90 words"


@pytest.mark.parametrize(
    "claim",
    [
        "St. Mungo's housed 1.5 times as many people as Mr. Fenn had planned.",
        "Dr. J. K. Fenn and Ada Marsh found nobody, e.g. Tom, without a home.",
    ],
)
def test_short_titles_and_initials_do_not_make_two_sentences(tmp_path: Path, claim: str) -> None:
    write(
        tmp_path,
        "snippets/x.toml",
        spoilt(EVIDENCE, "Volunteers need somebody to look after them.", claim),
    )
    assert read(tmp_path).advice == ()
