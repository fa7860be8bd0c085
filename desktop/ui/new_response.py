"""Starting a response: asks only what cannot be known, then goes straight to the first question."""

from __future__ import annotations

from desktop.core.consultation import Consultation
from desktop.core.response import Organisation
from desktop.errors import DesktopError
from desktop.ui.context import Context
from desktop.ui.place import PageId, Place

MOST_LETTERS = 300


def start_response(context: Context, consultation: Consultation | None = None) -> None:
    """Start a response to a Consultation (asked for when None) and go to its first question."""
    consultation = consultation or _ask_consultation(context)
    if consultation is None:
        return
    organisation = _ask_organisation(context)
    if organisation is None:
        return
    try:
        response = context.session.start_response(consultation.id, organisation)
    except DesktopError as error:
        context.dialogs.show_error(error)
        return
    context.go(Place(PageId.QUESTION, response.id, consultation.questions[0].number))


def _ask_consultation(context: Context) -> Consultation | None:
    listed = context.session.consultations()
    if len(listed) == 1:
        return listed[0]
    if not listed:
        context.dialogs.show_error(
            DesktopError(
                "There is no inquiry to answer",
                "The workspace holds no inquiry or consultation.",
                "The content that ships with Consultee could not be read; install it again.",
            )
        )
        return None
    words = [f"{item.title} ({item.body_short or item.body})" for item in listed]
    chosen = context.dialogs.choose("New response", "Which inquiry do you answer?", words, "Start")
    return None if chosen is None else listed[chosen]


def _ask_organisation(context: Context) -> str | None:
    listed = context.session.organisations()
    if not listed:
        return _ask_name(context, "Who is answering?")
    if len(listed) == 1:
        return listed[0].id
    words = [item.name or "(no name yet)" for item in listed]
    chosen = context.dialogs.choose(
        "Who is answering?",
        "Choose the organisation that the response is from.",
        [*words, "Another organisation…"],
        "Start",
    )
    if chosen is None:
        return None
    if chosen == len(listed):
        return _ask_name(context, "Another organisation")
    return listed[chosen].id


def _ask_name(context: Context, title: str) -> str | None:
    name = context.dialogs.ask_text(title, "Name of your organisation", yes="Start")
    if name is None:
        return None
    name = " ".join(name.split())[:MOST_LETTERS]
    if not name:
        context.dialogs.notify("A response needs the name of the organisation that it is from.")
        return None
    from desktop.core.edits import AddOrganisation

    organisation = Organisation(context.session.new_id(), name)
    done = context.apply(AddOrganisation(organisation))
    return organisation.id if done is not None else None
