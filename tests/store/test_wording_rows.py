"""House rules and own words are kept, taken away and undone."""

from __future__ import annotations

from datetime import datetime

from desktop.core.edits import WORKSPACE_SCOPE, AddOrganisation, RemoveOrganisation
from desktop.core.response import Organisation
from desktop.core.wording import HouseRules
from desktop.core.wording_edits import AddOwnWord, RemoveHouseRules, RemoveOwnWord, SaveHouseRules
from desktop.session import Session
from desktop.session.wording import wording_of
from desktop.store.wording_rows import house_rules, own_words

NOW = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001
TEXT = 'format = 1\nversion = 1\n\n[[wording]]\nid = "members"\nwords = ["clients"]\n'


def added(session: Session, key: str, text: str = TEXT, organisation: str = "o") -> HouseRules:
    rules = HouseRules(key, organisation, f"{key}.toml", text, NOW)
    session.apply(SaveHouseRules(rules))
    return rules


def test_house_rules_belong_to_one_organisation(session: Session) -> None:
    for key in ("o", "other"):
        session.apply(AddOrganisation(Organisation(key, key)))
    one = added(session, "a")
    other = added(session, "b", organisation="other")
    assert house_rules(session._db, "o") == [one]
    assert house_rules(session._db, "other") == [other]


def test_a_newer_edition_takes_the_place_of_an_older_one_and_undo_brings_it_back(
    session: Session,
) -> None:
    session.apply(AddOrganisation(Organisation("o", "Fernbrook")))
    old = added(session, "a")
    new = added(session, "a", TEXT.replace("clients", "punters"))
    assert house_rules(session._db, "o") == [new]
    session.undo(WORKSPACE_SCOPE)
    assert house_rules(session._db, "o") == [old]


def test_house_rules_can_be_taken_away_and_go_with_their_organisation(session: Session) -> None:
    session.apply(AddOrganisation(Organisation("o", "Fernbrook")))
    added(session, "a")
    session.apply(RemoveHouseRules("a"))
    assert house_rules(session._db, "o") == []
    added(session, "b")
    session.apply(RemoveOrganisation("o"))
    assert house_rules(session._db, "o") == []
    session.undo(WORKSPACE_SCOPE)
    assert [rules.id for rules in house_rules(session._db, "o")] == ["b"]


def test_the_checks_look_for_what_ships_and_for_the_organisations_own(session: Session) -> None:
    session.apply(AddOrganisation(Organisation("o", "Fernbrook")))
    shipped = wording_of(session._db, session.paths.resources, "o")
    assert shipped["jargon"].wordings
    assert shipped["house"].wordings == ()
    added(session, "a")
    lists = wording_of(session._db, session.paths.resources, "o")
    (found,) = lists["house"].wordings
    assert (found.id, found.source) == ("a/members", "House rules: a.toml")
    assert wording_of(session._db, session.paths.resources, "o") is lists


def test_house_rules_that_this_version_cannot_read_are_left_out(session: Session) -> None:
    session.apply(AddOrganisation(Organisation("o", "Fernbrook")))
    added(session, "a", "format = 99\nversion = 1\n")
    added(session, "b", "not TOML at all")
    assert wording_of(session._db, session.paths.resources, "o")["house"].wordings == ()


def test_own_words_are_kept_for_each_language_and_can_be_taken_back(session: Session) -> None:
    for word in ("Fernbrook", "befriender"):
        session.apply(AddOwnWord(word, "en-GB"))
    session.apply(AddOwnWord("neuadd", "cy-GB"))
    assert own_words(session._db, "en-GB") == ["befriender", "Fernbrook"]
    session.apply(RemoveOwnWord("befriender", "en-GB"))
    assert own_words(session._db, "en-GB") == ["Fernbrook"]
    session.undo(WORKSPACE_SCOPE)
    assert own_words(session._db, "en-GB") == ["befriender", "Fernbrook"]


def test_adding_a_word_again_or_nothing_is_no_step(session: Session) -> None:
    assert session.apply(AddOwnWord("Fernbrook", "en-GB")) is not None
    assert session.apply(AddOwnWord("Fernbrook", "en-GB")) is None
    assert session.apply(AddOwnWord("  ", "en-GB")) is None
