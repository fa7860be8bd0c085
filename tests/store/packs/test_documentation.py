from __future__ import annotations

from desktop.store.packs import allowed_keys, consultations, prompts, rules, snippets

SCHEMAS = (snippets.SCHEMA, prompts.SCHEMA, consultations.SCHEMA, rules.SCHEMA)


def test_every_key_that_may_be_written_is_documented_with_its_meaning() -> None:
    text = allowed_keys()
    for schema in SCHEMAS:
        for table in schema.tables:
            for field in table.fields:
                needed = "yes" if field.required else "no"
                row = f"| `{field.key}` | {needed} | {field.form.allowed} | {field.says} |"
                assert row in text


def test_every_meaning_is_a_sentence() -> None:
    for schema in SCHEMAS:
        for table in schema.tables:
            for says in (table.says, *(field.says for field in table.fields)):
                assert says.endswith("."), says
                assert says[0].isupper() or says[0].isdigit(), says


def test_the_tables_are_whole_when_read_as_markdown() -> None:
    rows = [line for line in allowed_keys().splitlines() if line.startswith("|")]
    assert len(rows) > 60
    assert {row.replace("\\|", "").count("|") for row in rows} == {5}
