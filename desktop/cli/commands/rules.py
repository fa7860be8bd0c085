"""`consultee rules`: what bodies demand, and what is wrong in a file that says so."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.adding import Commands, gives_json, needs_no_workspace, takes_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.core.rule_kinds import RuleKind
    from desktop.core.rules import Rule, Rules
    from desktop.session.calls import CallRules

_DETAILS = """\
Each body that takes submissions has its rules, and a consultation may differ from them. Every rule
has its source, how it is known, and the day on which it was checked; what nobody knows is listed
under "Check the call"."""
_LIST = "Each body is shown with the id by which other commands know it."
_SHOW = """\
BODY is an id from `rules list`, or the beginning of an id or a title. With --response the rules are
those that hold for a response, with what was changed for its consultation."""
_CHECK = """\
FILE is a file of rules, or of an organisation's house rules. The exit code is 1 if there are
errors."""
_EXAMPLES = """\
  consultee rules list
  consultee rules show senedd
  consultee rules show --response small
  consultee rules check our-house-rules.toml"""


def add(commands: Commands) -> None:
    """Add the command and the commands under it."""
    about = "List and show the rules of receiving bodies, and check files of rules."
    parser = commands.add("rules", about, _DETAILS, _EXAMPLES, run_list)
    under = Commands(parser.add_subparsers(title="commands", required=True, dest="rules_command"))
    listing = under.add(
        "list", "List the bodies whose rules are known.", _LIST, _EXAMPLES, run_list
    )
    show = under.add("show", "Show the rules of a body or a response.", _SHOW, _EXAMPLES, run_show)
    which = show.add_mutually_exclusive_group(required=True)
    which.add_argument("body", metavar="BODY", nargs="?", help="whose rules")
    which.add_argument("--response", metavar="RESPONSE", help="the rules that hold for a response")
    check = under.add(
        "check", "Say what is wrong in a file of rules.", _CHECK, _EXAMPLES, run_check
    )
    check.add_argument("file", metavar="FILE", type=Path, help="what to check")
    for each in (listing, show, check):
        gives_json(each)
    for each in (listing, show):
        takes_workspace(each)
    needs_no_workspace(check, run_check)


def run_list(options: argparse.Namespace, console: Console) -> int:
    """List every body."""
    from desktop.cli.opening import workspace

    with workspace(options.workspace, console) as session:
        bodies = session.calls.bodies()
    if options.json:
        found = [
            {"id": each.id, "title": each.title, "body": each.body, "rules": len(each.rules)}
            for each in bodies
        ]
        console.json({"bodies": found})
        return 0
    width = max((len(each.id) for each in bodies), default=0)
    for each in bodies:
        console.say(f"{each.id:<{width}}  {each.title} ({len(each.rules)} rules)")
    return 0


def run_show(options: argparse.Namespace, console: Console) -> int:
    """Show the rules of a body, or those that hold for a response."""
    from desktop.cli.choosing import choose_response, choose_rules
    from desktop.cli.opening import workspace
    from desktop.core.rules_changes import unknown_in

    with workspace(options.workspace, console) as session:
        if options.response is not None:
            card = choose_response(session.responses(), options.response)
            call = session.calls.of(session.draft(card.response.id))
            _show_call(call, console, as_json=options.json)
            return 0
        rules = choose_rules(session.calls.bodies(), options.body)
    unknown = tuple(unknown_in(rules))
    if options.json:
        console.json({**_record(rules), "check_the_call": [kind.id for kind in unknown]})
        return 0
    _show_rules(rules, console)
    _show_unknown(unknown, console)
    return 0


def run_check(options: argparse.Namespace, console: Console) -> int:
    """Say what is wrong in a file."""
    from desktop.cli.commands.content import report_on

    return report_on(options.file, console, as_json=options.json)


def _show_call(call: CallRules, console: Console, *, as_json: bool) -> None:
    differing = [each for each in call.compared if each.rule != each.body]
    if as_json:
        console.json(
            {
                **_record(call.in_force),
                "consultation": call.call.id,
                "closes": call.call.closes,
                "closes_time": call.call.closes_time.isoformat("minutes")
                if call.call.closes_time
                else None,
                "changed": [
                    {"id": each.id, "standing": each.standing, "body": each.body}
                    for each in differing
                ],
                "check_the_call": [kind.id for kind in call.to_check],
            }
        )
        return
    _show_rules(call.in_force, console)
    if differing:
        console.say()
        console.say("Changed for this consultation:")
        for each in differing:
            body = f"the body says: {each.body.says}" if each.body else "the body says nothing"
            console.paragraph(f"{each.id} ({each.standing}); {body}", "    ", "  ")
    _show_unknown(call.to_check, console)


def _show_rules(rules: Rules, console: Console) -> None:
    console.say(f"{rules.title} ({rules.body})")
    for rule in rules.rules:
        console.paragraph(f"{rule.strength}: {rule.says}", "    ", f"  {rule.id}: ")
        console.paragraph(_authority(rule), "      ", "    ")


def _authority(rule: Rule) -> str:
    address = f", {rule.address}" if rule.address else ""
    return f"{rule.authority}: {rule.source}{address}, checked {rule.checked.isoformat()}"


def _show_unknown(kinds: Iterable[RuleKind], console: Console) -> None:
    names = [kind.name.lower() for kind in kinds]
    if names:
        console.say()
        console.paragraph(f"Check the call: {', '.join(names)}.", "  ", "")


def _record(rules: Rules) -> dict[str, Any]:
    return {
        "id": rules.id,
        "title": rules.title,
        "body": rules.body,
        "venue": rules.venue,
        "form": rules.form,
        "checked": rules.checked,
        "document": rules.document,
        "rules": list(rules.rules),
    }
