"""Sentence starters: small Jinja2 templates, checked when read and filled in when used.

A starter may come from a file that somebody else wrote, so it may print names and choose between
words, and nothing more: no loops, no calculations, no calls. Nearly all are words and names, which
are filled in directly; Jinja2 is imported only for the others, as packs are read when the program
starts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from desktop.core.evidence import Prompt
from desktop.core.text import safe_characters
from desktop.errors import ContentError
from desktop.store.packs.problems import shown

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import SandboxedEnvironment

STARTER_NAMES = ("organisation", "question", "heading", "consultation", "body")

_WORDS = {"Getattr": "a part of a name (a full stop after it)", "Call": "a call", "For": "a loop"}
_MOST_CHARACTERS = 1_000
_DEEPEST = 30
_PLAIN_NAME = re.compile(r"\{\{ *([a-z_]+) *\}\}")
_WHITE_SPACE = re.compile("[ \t\n\r\x85\u2028\u2029]+")
_FILTERS = ("capitalize", "lower", "title", "trim", "upper")
_NODES = frozenset(
    {"Template", "Output", "TemplateData", "Name", "Const", "Filter"}
    | {"If", "CondExpr", "And", "Or", "Not", "Compare", "Operand"}
)


def render_starter(
    prompt: Prompt,
    *,
    organisation: str,
    question: str,
    heading: str,
    consultation: str,
    body: str,
) -> str:
    """Return the sentence start of a Prompt with the names filled in.

    The result is one line of plain text (it may end in a space) without control characters.
    Raises ContentError if the starter is not one that can be used.
    """
    names = {
        "organisation": organisation,
        "question": question,
        "heading": heading,
        "consultation": consultation,
        "body": body,
    }
    for fault, _ in starter_faults(prompt.starter, STARTER_NAMES):
        raise _unusable(prompt, fault)
    if _is_plain(prompt.starter, STARTER_NAMES):
        text = _PLAIN_NAME.sub(lambda found: names[found[1]], prompt.starter)
    else:
        text = _with_jinja(prompt, names)
    return _WHITE_SPACE.sub(" ", safe_characters(text))


def _with_jinja(prompt: Prompt, names: Mapping[str, str]) -> str:
    from jinja2 import TemplateError

    try:
        return _environment().from_string(prompt.starter).render(names)
    except (TemplateError, TypeError) as error:
        raise _unusable(prompt, _one_line(str(error))) from None


def starter_faults(template: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a template that may use ``names``, each with what is allowed."""
    if len(template) > _MOST_CHARACTERS:
        yield f"it has {len(template):,} characters", f"at most {_MOST_CHARACTERS:,} characters"
    elif not _is_plain(template, names):
        yield from _template_faults(template, names)


def _is_plain(template: str, names: Collection[str]) -> bool:
    """Tell whether a template is only words and known names, as nearly all are: no Jinja2."""
    used = _PLAIN_NAME.findall(template)
    return all(name in names for name in used) and "{" not in _PLAIN_NAME.sub(" ", template)


def _template_faults(template: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
    from jinja2 import TemplateError, meta

    allowed = "words with " + ", ".join(f"{{{{ {name} }}}}" for name in names)
    environment = _environment()
    try:
        tree = environment.parse(template)
        forbidden = sorted({word for node in _nodes(tree) if (word := _forbidden(node))})
        if forbidden:  # looked at no further: even working out a constant could take for ever
            yield f"it uses what a starter may not: {', '.join(forbidden)}", allowed
            return
        unknown = sorted(meta.find_undeclared_variables(tree) - set(names))
        if unknown:
            yield f"it uses unknown names: {', '.join(map(shown, unknown))}", allowed
            return
        environment.from_string(template).render(dict.fromkeys(names, "words"))
    except TemplateError as error:
        yield f"the template is not right: {_one_line(str(error))}", allowed
    except (RecursionError, SyntaxError, MemoryError, TypeError, ValueError):
        yield "the template is too complicated or not right", allowed


def _environment() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


def _nodes(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Yield every part of a template; raises RecursionError if they lie too deep."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > _DEEPEST:  # Jinja2 takes minutes over a few hundred
            raise RecursionError
        yield node
        waiting += [(inner, depth + 1) for inner in node.iter_child_nodes()]


def _forbidden(node: nodes.Node) -> str:
    """Return the name of a part of a template that is not allowed, or ""."""
    from jinja2 import nodes

    if isinstance(node, nodes.Filter):
        plain = node.name in _FILTERS and not (node.args or node.kwargs)
        return "" if plain else f"the filter {shown(node.name)}"
    kind = type(node).__name__
    if kind in _NODES:
        return ""
    if isinstance(node, nodes.BinExpr | nodes.UnaryExpr | nodes.Concat):
        return "a calculation"
    return _WORDS.get(kind, f"the command {shown(kind.lower())}")


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]


def _unusable(prompt: Prompt, why: str) -> ContentError:
    return ContentError(
        "This sentence starter cannot be used",
        f"The starter of the prompt {shown(prompt.id)} cannot be filled in: {why}.",
        "Write the sentence yourself, or correct the prompt in its file. Your answer is unchanged.",
    )
