"""Which fixed words the handouts of a Course need, and what each may use."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop.core.course import Course, PartKind
from desktop.core.rules import Strength
from desktop.export.course.practice import Practice
from desktop.export.course.words import HANDOUT, CourseWords, course_words

_PLAIN = (
    *("page", "subtitle", "invented", "invented_part", "none", "title_questions"),
    *("title_prompts", "title_data", "title_checklist", "title_rubric", "title_key"),
    *(
        "title_certificate",
        "who_heading",
        "asked_heading",
        "asked",
        "rules_heading",
        "length_heading",
    ),
    *("questions_heading", "column_point", "column_rests", "column_wants", "prompts_about"),
    *("ask_yourself", "begin_with", "own_prompts", "column_part", "data_about"),
    *("place_list", "place_quotation", "place_table", "snippets_heading", "snippets_about"),
    *("any_question", "checklist_about", "rubric_about", "column_criterion", "levels_heading"),
    *("mark_heading", "column_self", "column_peer", "column_trainer", "column_place"),
    *("peer_heading", "column_peer_asks", "column_peer_writes", "key_about", "aims_heading"),
    *("plan_heading", "column_time", "column_unit", "column_aim", "column_minutes"),
    *("column_step", "column_for_trainer", "switches_heading", "switch_hints", "switch_solutions"),
    *("switch_snippets", "switch_models", "models_heading", "column_words", "column_note"),
    *("marks_heading", "column_level", "column_why", "recommendations", "repairs_heading"),
    *("spots_heading", "budgets_heading", "given", "faults", "hints", "mended", "why"),
    *("column_question", "column_key", "column_least", "column_lost", "hearing_heading"),
    *("comments_heading", "certificate_says", "column_name", "certificate_aims"),
    *("column_trainer_name", "column_date", "column_signature"),
)


def part_word(prefix: str, part: PartKind) -> str:
    """Return the key of what a part of an argument is called: "name_counter_argument"."""
    return f"{prefix}_{part.value.replace('-', '_')}"


_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_PLAIN, ()),
    **{part_word(prefix, part): () for prefix in ("part", "name") for part in PartKind},
    "header": ("title",),
    "made_by": ("author",),
    "minutes": ("minutes",),
    "who_facts": ("speaks_for", "reach"),
    "closes": ("closes",),
    "limit": ("value", "unit", "note"),
    **{f"length_{strength}": ("says",) for strength in Strength},
    "question": ("number", "text"),
    "options": ("options",),
    "paper": ("number", "title"),
    "paper_place": ("number",),
    "snippet": ("place", "suits"),
    "suits": ("count", "questions"),
    "paper_line": ("author", "date", "short"),
    "tick": ("item",),
    "rubric_whose": ("whose",),
    "criterion": ("name", "asks"),
    "level": ("number",),
    "span": ("start", "end"),
    "unit": ("number", "title"),
    "unit_locked": ("number", "title"),
    "switch_check": ("name",),
    "switch_hint": ("number", "title"),
    "switch_snippet": ("claim",),
    "model": ("number", "level"),
    "key_point": ("text",),
    "note": ("part", "text"),
    "exercise": ("number", "title"),
    "mended_ask": ("who", "what", "by_when"),
    "certificate_took": ("minutes", "answered"),
}


def handout_words(templates: Path, course: Course, practice: Practice) -> CourseWords:
    """Read the words of the handouts of a Course; raises ContentError as ``load_words`` does."""
    return course_words(templates, HANDOUT, _WORDS, course, practice)
