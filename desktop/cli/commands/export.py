"""`consultee export`: a response as a Word document or plain text."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.adding import Commands, gives_json, takes_workspace
from desktop.cli.console import Console

if TYPE_CHECKING:
    from desktop.core.finding import Finding
    from desktop.core.response import Draft
    from desktop.core.translating import Language

_DETAILS = """\
RESPONSE is its id, or the beginning of its title or organisation if only one begins so; `consultee
list` shows them. If FILE is a folder, the document gets a suitable name inside it. A file that is
there already is replaced only with --replace. The contact details are never in the document. If
anything must be mended first (see `consultee check`), nothing is written, unless --anyway says why;
the reason is kept with the response and stands in its report. If pieces of a first draft are
unreviewed, a sentence on the error stream says at which questions; so does one on what is not
translated of another language, and what stands there instead."""
_EXAMPLES = """\
  consultee export "Smaller Government" --to submission.docx
  consultee export 3f9c --to form.txt --format txt
  consultee export 3f9c --to submission.docx --replace --list-of-sources
  consultee export 3f9c --to draft.docx --anyway "For the chair to read\""""
_OTHER_KINDS = frozenset({"pdf", "doc", "odt", "rtf", "html", "htm", "md", "pages"})


def add(commands: Commands) -> None:
    """Add the command."""
    about = "Write a response as a Word document or as plain text."
    parser = commands.add("export", about, _DETAILS, _EXAMPLES, run)
    parser.add_argument("response", metavar="RESPONSE", help="which response")
    parser.add_argument("--to", type=Path, metavar="FILE", required=True, help="where to write it")
    parser.add_argument(
        "--format",
        choices=("docx", "txt"),
        help="Word or plain text; otherwise the ending of FILE decides, and Word where it does not",
    )
    parser.add_argument(
        "--replace", action="store_true", help="replace the file if it is there already"
    )
    parser.add_argument(
        "--numbers-as-text",
        action="store_true",
        help="type paragraph numbers instead of using Word's own numbering",
    )
    parser.add_argument(
        "--list-of-sources", action="store_true", help="add a list of all sources at the end"
    )
    parser.add_argument(
        "--language",
        metavar="LANGUAGE",
        choices=["en-GB", "cy-GB"],
        default="en-GB",
        help="en-GB, or cy-GB for the Welsh version; what is not translated stays English",
    )
    parser.add_argument(
        "--anyway",
        metavar="REASON",
        default="",
        help="write it even if something must be mended first, and why",
    )
    takes_workspace(parser)
    gives_json(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the file and say where it is."""
    from desktop.cli.choosing import choose_response
    from desktop.cli.opening import workspace
    from desktop.core.translating import Language, in_language
    from desktop.core.translation_gaps import not_translated
    from desktop.errors import ExportError
    from desktop.export import ExportOptions, FileExists, FileFormat, suggested_file_name
    from desktop.markup.unreviewed import unreviewed_questions

    language = Language(options.language)
    choices = ExportOptions(options.numbers_as_text, options.list_of_sources)
    with workspace(options.workspace, console) as session:
        card = choose_response(session.responses(), options.response)
        draft = session.draft(card.response.id)
        printed = in_language(draft, language)
        kind = FileFormat(options.format or _format_of(options.to))
        into: Path = options.to
        path = into / suggested_file_name(printed, kind.value) if into.is_dir() else into
        reason = options.anyway.strip()
        errors = _errors(session.checking(draft)(), reason)
        try:
            session.export_job(printed, path.absolute(), choices, kind, options.replace)()
        except FileExists as error:
            raise ExportError(
                error.title, error.message, "Add --replace to replace it, or choose another name."
            ) from error
        noting = session.sending.noting_export
        session.apply(noting(draft.response.id, path.absolute(), reason, errors))
    for said in _warnings(draft, language):
        console.complain(said)
    if options.json:
        console.json(
            {
                "file": path.absolute(),
                "format": kind.value,
                "response": card.response.id,
                "to_mend": errors,
                "not_translated": not_translated(draft, language),
                "unreviewed": [
                    {"question": number, "pieces": count}
                    for number, count in unreviewed_questions(draft).items()
                ],
            }
        )
    else:
        console.say(f"Written: {path}")
    return 0


def _warnings(draft: Draft, language: Language) -> Iterator[str]:
    """Yield what whoever sends the document should know of it."""
    from desktop.core.nothing_answered import nothing_answered
    from desktop.core.translation_gaps import gap_words
    from desktop.markup.unreviewed import unreviewed_questions, unreviewed_words

    if nothing := nothing_answered(draft):
        yield f"{nothing} The document holds no more than what frames the answers."
    if gaps := gap_words(draft, language):
        yield gaps
    if unreviewed := unreviewed_questions(draft):
        yield f"{unreviewed_words(unreviewed)} Read each before you send the document."


def _errors(findings: Iterable[Finding], reason: str) -> list[str]:
    """Return what must be mended; raises ExportError if something must, and no reason is given for
    going on.
    """
    from desktop.core.finding import FindingLevel

    errors = [item.sentence for item in findings if item.level is FindingLevel.ERROR]
    if errors and not reason:
        from desktop.errors import ExportError

        many = "1 thing must" if len(errors) == 1 else f"{len(errors)} things must"
        raise ExportError(
            f"{many} be mended first",
            " ".join(dict.fromkeys(errors)),
            "Mend it, or say why it should be written all the same: --anyway REASON",
        )
    return errors


def _format_of(path: Path) -> str:
    """Return the format that a file's ending asks for; raises ExportError for one of another kind
    of document, which would not open as what it says it is.
    """
    ending = path.suffix.casefold().removeprefix(".")
    if ending in _OTHER_KINDS:
        from desktop.errors import ExportError

        raise ExportError(
            "That kind of file cannot be written",
            f"“{path.name}” asks for .{ending}; Consultee writes .docx and .txt.",
            "Write a .docx and save it as that in your word processor, or say --format.",
        )
    return "txt" if ending == "txt" else "docx"
