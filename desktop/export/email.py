"""The cover email: what it is, where it is attached, and the contact details kept out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desktop.core.response import Draft
from desktop.core.rules import Part
from desktop.core.text import one_line
from desktop.errors import ContentError
from desktop.export.options import ExportOptions
from desktop.export.outline import base_values, build_outline
from desktop.export.plan import Plan
from desktop.markup.counting import document_words

_SUBJECT = "Subject:"


@dataclass(frozen=True, slots=True)
class Email:
    """An email to copy into a mail program."""

    subject: str
    body: str


def cover_email(
    draft: Draft,
    plan: Plan,
    file_name: str,
    today: date,
    options: ExportOptions,
) -> Email:
    """Return the email that goes with a submission.

    Args:
        draft: the Response it is about.
        plan: holds the email's template.
        file_name: of the attachment.
        today: the date below the email.
        options: those of the export, so that it offers oral evidence only if the document does.

    Raises:
        ContentError: the template does not begin with a line "Subject: ...".
        ExportError: a template cannot be filled with these values.
    """
    organisation = draft.organisation
    contact = {
        name: one_line(getattr(organisation, name))
        for name in ("contact_name", "contact_role", "contact_email", "contact_phone")
    }
    contact["contact_address"] = ", ".join(
        filter(None, map(one_line, organisation.contact_address.splitlines()))
    )
    outline = build_outline(draft, plan, options, today)
    filled = plan.write_email(
        {
            **base_values(draft),
            **contact,
            "has_contact": any(contact.values()),
            "oral_evidence": any(block.part is Part.ORAL_EVIDENCE for block in outline.blocks),
            "file_name": one_line(file_name),
            "words": f"{document_words(draft):,}",
            "date": plan.day(today),
        }
    )
    subject, _, body = filled.lstrip().partition("\n")
    if not subject.startswith(_SUBJECT):
        raise ContentError(
            "The cover email cannot be written",
            f"Its template cover-email.j2 does not begin with a line “{_SUBJECT} ...”.",
            "The submission itself is not touched. Put the original cover-email.j2 back.",
        )
    body = re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"
    return Email(one_line(subject.removeprefix(_SUBJECT)), body)
