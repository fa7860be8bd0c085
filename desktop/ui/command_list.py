"""Everything a person can do, once: in the order of the menus."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from desktop.ui.appearance import THEME_WORDS, USUAL, ThemeChoice
from desktop.ui.body import Side
from desktop.ui.command import Command, at_page, on_page
from desktop.ui.courses.practice import is_practice
from desktop.ui.import_commands import GO_IMPORT, IMPORT_COMMANDS
from desktop.ui.learn_commands import LEARN_COMMANDS
from desktop.ui.library_commands import LIBRARY_COMMANDS
from desktop.ui.panels.following import follows
from desktop.ui.place import PageId, Place
from desktop.ui.stepping_on import step_words

if TYPE_CHECKING:
    from desktop.ui.window import Window

MENUS = ("File", "Edit", "Response", "Insert", "Library", "Learn", "View", "Help")

_FILE = (
    Command("response.new", "New response…", "File", lambda w: w.new_response(), "Ctrl+N"),
    Command(
        "go.start", "Responses", "File", lambda w: w.go(Place(PageId.START)), "Alt+Home", group=1
    ),
    Command(
        "go.organisations",
        "Organisations",
        "File",
        lambda w: w.go(Place(PageId.ORGANISATIONS)),
        "Ctrl+Shift+O",
        group=1,
    ),
    GO_IMPORT,
    Command(
        "workspace.open", "Open workspace…", "File", lambda w: w.open_workspace(), "Ctrl+O", group=2
    ),
    Command(
        "workspace.backup",
        "Back up now",
        "File",
        lambda w: w.back_up_now(),
        "Ctrl+Shift+B",
        group=2,
    ),
    Command(
        "go.settings",
        "Settings",
        "File",
        lambda w: w.go(Place(PageId.SETTINGS)),
        "Ctrl+,",
        group=3,
    ),
    Command("quit", "Quit", "File", lambda w: w.close(), "Ctrl+Q", group=4),
)

_EDIT = (
    Command(
        "edit.undo",
        "Undo",
        "Edit",
        lambda w: w.undoing.undo(),
        "Ctrl+Z",
        enabled_when=lambda w: w.undoing.can_undo(),
        says=lambda w: w.undoing.undo_words(),
        asks_model=True,
    ),
    Command(
        "edit.redo",
        "Redo",
        "Edit",
        lambda w: w.undoing.redo(),
        "Ctrl+Shift+Z",
        enabled_when=lambda w: w.undoing.can_redo(),
        says=lambda w: w.undoing.redo_words(),
        asks_model=True,
    ),
    Command("edit.cut", "Cut", "Edit", lambda w: w.text_action("cut"), "Ctrl+X", group=1),
    Command("edit.copy", "Copy", "Edit", lambda w: w.text_action("copy"), "Ctrl+C", group=1),
    Command("edit.paste", "Paste", "Edit", lambda w: w.text_action("paste"), "Ctrl+V", group=1),
    Command(
        "edit.all", "Select all", "Edit", lambda w: w.text_action("selectAll"), "Ctrl+A", group=1
    ),
    Command(
        "palette",
        "Find evidence, answers, commands",
        "Edit",
        lambda w: w.search(),
        "Ctrl+K",
        group=2,
    ),
    on_page("evidence.support", "Find support for this sentence", "Edit", "F3", group=2),
    on_page("evidence.counter", "Find the counter-argument", "Edit", "Shift+F3", group=2),
)


def _in_response(window: Window) -> bool:
    return bool(window.place.response)


def _go(page: PageId, id_: str, words: str, keys: str, group: int) -> Command:
    return Command(
        id_,
        words,
        "Response",
        lambda w: w.go(Place(page, w.place.response)),
        keys,
        enabled_when=_in_response,
        group=group,
    )


def _draft_all(window: Window) -> None:
    from desktop.ui.first_draft.opening import offer_first_draft

    window.flush()
    offer_first_draft(window.context, window.place.response, None, window)


def _save_deadline(window: Window) -> None:
    from desktop.ui.saving_deadline import DeadlineSaver

    DeadlineSaver(window.context, window).save(window.context.session.draft(window.place.response))


def _step_finding(by: int) -> Callable[[Window], object]:
    def run(window: Window) -> None:
        from desktop.ui.checking.stepping import step_finding

        step_finding(window, by)

    return run


def _checks(id_: str, words: str, keys: str, by: int) -> Command:
    return Command(
        id_, words, "Response", _step_finding(by), keys, enabled_when=_in_response, group=6
    )


def _save_report(window: Window) -> None:
    if window.place.page is not PageId.REVIEW:
        window.go(Place(PageId.REVIEW, window.place.response))
    window.run_on_page("report.save")


_RESPONSE = (
    Command(
        "question.next",
        "Next question",
        "Response",
        lambda w: w.step_question(1),
        "Ctrl+PgDown",
        enabled_when=lambda w: w.can_step_question(1),
        says=lambda w: step_words(w, "Next question", "Next step of the course"),
    ),
    Command(
        "question.previous",
        "Previous question",
        "Response",
        lambda w: w.step_question(-1),
        "Ctrl+PgUp",
        enabled_when=lambda w: w.can_step_question(-1),
        says=lambda w: step_words(w, "Previous question", "Step of the course before this one"),
    ),
    on_page("question.ready", "Mark as ready", "Response", "Ctrl+Return", group=1),
    on_page("question.skip", "Skip this question…", "Response", "Ctrl+Shift+S", group=1),
    on_page("question.history", "Earlier versions", "Response", "Ctrl+Shift+H", group=1),
    on_page("draft.question", "Assemble a first draft of this answer…", "Response", "F2", group=5),
    Command(
        "draft.all",
        "Assemble a first draft of all answers…",
        "Response",
        _draft_all,
        "Shift+F2",
        enabled_when=_in_response,
        group=5,
    ),
    on_page("piece.next", "Next unreviewed piece", "Response", "F4", group=5),
    on_page("piece.confirm", "Confirm this piece", "Response", "Shift+F4", group=5),
    _checks("checks.next", "Next finding of the checks", "F5", 1),
    _checks("checks.previous", "Finding before this one", "Shift+F5", -1),
    on_page("checks.here", "What to do about the words here…", "Response", "Alt+Return", group=6),
    _go(PageId.ABOUT, "go.about", "About us", "Ctrl+Shift+A", 2),
    _go(PageId.SUMMARY, "go.summary", "Summary", "Ctrl+Shift+M", 2),
    _go(PageId.RECOMMENDATIONS, "go.recommendations", "Recommendations", "Ctrl+Shift+R", 2),
    _go(PageId.WELSH, "go.welsh", "Welsh version", "Ctrl+Shift+W", 2),
    _go(PageId.REVIEW, "go.review", "Review", "Ctrl+R", 3),
    _go(PageId.PREVIEW, "go.preview", "Preview", "Ctrl+P", 3),
    _go(PageId.EXPORT, "go.export", "Export…", "Ctrl+E", 3),
    Command(
        "go.sent",
        "Note where it was sent…",
        "Response",
        # The item shows the sending log; see ``desktop/ui/pages/export_sent.py``.
        lambda w: w.go(Place(PageId.EXPORT, w.place.response, "sent")),
        "Ctrl+Alt+E",
        enabled_when=_in_response,
        group=3,
    ),
    Command(
        "report.save",
        "Save the report…",
        "Response",
        _save_report,
        "Ctrl+Alt+R",
        enabled_when=_in_response,
        group=3,
    ),
    Command(
        "deadline.save",
        "Save the deadline for a calendar…",
        "Response",
        _save_deadline,
        "Ctrl+Alt+D",
        enabled_when=_in_response,
        group=3,
    ),
    Command(
        "response.delete",
        "Delete this response",
        "Response",
        lambda w: w.delete_response(),
        "Ctrl+Shift+Del",
        enabled_when=_in_response,
        group=4,
    ),
)

_INSERT = (
    on_page("insert.first", "First piece of evidence offered", "Insert", "Ctrl+Shift+I"),
    on_page("insert.cite", "Cite a source…", "Insert", "Ctrl+Shift+C"),
    on_page("insert.prompt", "Sentence starter", "Insert", "Ctrl+Shift+P"),
    on_page("insert.recommendation", "Recommendation", "Insert", "Ctrl+Shift+N"),
    on_page("text.heading", "Sub-heading", "Insert", "Ctrl+Alt+1", group=1),
    on_page("text.bullets", "Bulleted list", "Insert", "Ctrl+Shift+8", group=1),
    on_page("text.numbers", "Numbered list", "Insert", "Ctrl+Shift+7", group=1),
    on_page("text.quote", "Quotation", "Insert", "Ctrl+Shift+9", group=1),
    on_page("text.table", "Table…", "Insert", "Ctrl+Shift+T", group=1),
    on_page("text.link", "Link…", "Insert", "Ctrl+Shift+K", group=1),
    on_page("text.bold", "Bold", "Insert", "Ctrl+B", group=2),
    on_page("text.italic", "Italic", "Insert", "Ctrl+I", group=2),
)

_LIBRARY = (
    Command(
        "go.library", "Library", "Library", lambda w: w.go(Place(PageId.LIBRARY)), "Ctrl+Shift+L"
    ),
    at_page(PageId.LIBRARY, "library.new", "New snippet…", "Library", "Ctrl+Shift+E"),
    on_page("library.find", "Search the library", "Library", "Ctrl+F"),
    *LIBRARY_COMMANDS,
)


def _theme(choice: ThemeChoice, number: int) -> Command:
    return Command(
        f"theme.{choice}",
        THEME_WORDS[choice],
        "View/Theme",
        lambda w: w.appearance.choose(choice),
        f"Ctrl+Alt+Shift+{number}",
        checked_when=lambda w: w.appearance.choice is choice,
    )


def _resize(window: Window, by: int) -> None:
    window.appearance.set_text_size(window.appearance.text_size + by if by else USUAL)


def _side(side: Side, id_: str, words: str, keys: str) -> Command:
    return Command(
        id_,
        words,
        "View",
        lambda w: w.body.toggle(side),
        keys,
        enabled_when=lambda w: w.body.offered(side),
        checked_when=lambda w: w.body.shown(side),
    )


def _tab(number: int, words: str) -> Command:
    return Command(
        f"tab.{number}",
        words,
        "View/Help panel",
        lambda w: w.show_tab(number - 1),
        f"Ctrl+{number}",
        enabled_when=lambda w: w.body.offered(Side.RIGHT),
    )


_VIEW = (
    _side(Side.LEFT, "view.questions", "List of questions", "Ctrl+F9"),
    _side(Side.RIGHT, "view.help", "Evidence and help", "F9"),
    _tab(1, "Evidence"),
    _tab(2, "Prompts"),
    _tab(3, "Checks"),
    _tab(4, "Past answers"),
    _tab(5, "History"),
    Command(
        "tab.6",
        "Guide",
        "View/Help panel",
        lambda w: w.show_tab(5),
        "Ctrl+6",
        enabled_when=lambda w: w.body.offered(Side.RIGHT) and is_practice(w.session),
        asks_model=True,
    ),
    Command(
        "evidence.follow",
        "Follow what I write",
        "View/Help panel",
        lambda w: w.run_on_page("evidence.follow"),
        "Shift+F9",
        enabled_when=lambda w: w.page_can("evidence.follow"),
        checked_when=lambda w: follows(w.memory),
        group=1,
    ),
    Command(
        "focus.left",
        "Move to the list of questions",
        "View",
        lambda w: w.focus_left(),
        "F6",
        group=1,
    ),
    Command("focus.page", "Move to the page", "View", lambda w: w.focus_page(), "F7", group=1),
    Command(
        "focus.right", "Move to the help panel", "View", lambda w: w.focus_right(), "F8", group=1
    ),
    Command("text.larger", "Larger text", "View", lambda w: _resize(w, 10), "Ctrl++", group=2),
    Command("text.smaller", "Smaller text", "View", lambda w: _resize(w, -10), "Ctrl+-", group=2),
    Command("text.usual", "Usual text size", "View", lambda w: _resize(w, 0), "Ctrl+0", group=2),
    *(_theme(choice, number) for number, choice in enumerate(ThemeChoice, 1)),
    Command(
        "go.back",
        "Back",
        "View",
        lambda w: w.go_back(),
        "Alt+Left",
        enabled_when=lambda w: w.can_go_back(),
        group=3,
    ),
)


def _help(name: str) -> Callable[[Window], object]:
    """Return a command of the Help menu; what it shows is imported when it is asked for."""
    return lambda w: getattr(import_module("desktop.ui.help_sheets"), name)(w)


_HELP = (
    Command("help.keys", "Keyboard shortcuts", "Help", _help("show_shortcuts"), "F1"),
    Command("help.log", "Show the log file", "Help", _help("show_log"), "Ctrl+Shift+F1"),
    Command("help.about", "About Consultee", "Help", _help("show_about"), "Shift+F1"),
)

COMMANDS: tuple[Command, ...] = (
    *_FILE,
    *_EDIT,
    *_RESPONSE,
    *_INSERT,
    *_LIBRARY,
    *IMPORT_COMMANDS,
    *LEARN_COMMANDS,
    *_VIEW,
    *_HELP,
)
