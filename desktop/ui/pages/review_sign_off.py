"""Who approves a submission before it is sent, and whether they have."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.response import Draft
from desktop.core.signing import Approval, SignOff, approval, approver, digest_of
from desktop.core.signing_edits import SetSignOff
from desktop.ui.context import Context
from desktop.ui.form import labelled
from desktop.ui.models.words import counted, day
from desktop.ui.spacing import GAP, GAP_LARGE
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import breakable, chip, set_look, set_text, text_label
from desktop.ui.widgets.saved_field import SavedField, line_edit

_STATES = {
    Approval.NOT_NEEDED: ("– Not asked for", "neutral"),
    Approval.WAITED_FOR: ("✕ Not approved yet", "danger"),
    Approval.GIVEN: ("✓ Approved", "used"),
    Approval.OUTDATED: ("! Changed since", "warn"),
}
_HELP = (
    "Give them the report or the document to read, and say here once they have approved it. "
    "An approval counts for the text as it stands: after a change it is asked for again."
)


class SignOffCard(QFrame):
    """Name, role, and one button that says what was done."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._draft: Draft | None = None
        self.state = chip()
        self.said = text_label()
        self.policy = text_label("", "muted")
        self.who, self.role = line_edit(), line_edit()
        self.approve_button = Button("They have approved this text", self._approve)
        self.withdraw_button = Button("Take the approval back", self._withdraw, look="link")
        self._fields = {
            "who": SavedField(self.who, lambda text: self._set("who", text), context),
            "role": SavedField(self.role, lambda text: self._set("role", text), context),
        }
        self._build()

    def show_draft(self, draft: Draft) -> None:
        """Show who approves a Draft, and whether they have."""
        if self._draft is not None and self._draft.response.id != draft.response.id:
            self.flush()
        self._draft = draft
        given = draft.sign_off or SignOff("")
        self._fields["who"].show(given.who)
        self._fields["role"].show(given.role)
        stands = approval(draft)
        words, look = _STATES[stands]
        self.state.setText(words)
        set_look(self.state, "chip", look)
        set_text(self.said, _said(given, stands))
        set_text(self.policy, breakable(_policy(draft)))
        self.approve_button.setEnabled(bool(given.who.strip()))
        self._offer(self.approve_button, stands is not Approval.GIVEN, self.withdraw_button)
        self._offer(self.withdraw_button, given.approved is not None, self.approve_button)

    def _offer(self, button: Button, wanted: bool, other: Button) -> None:
        """Show a button or not; the keyboard stays here where the one that had it goes."""
        if not wanted and button.hasFocus():
            other.show()
            other.setFocus()
        button.setVisible(wanted)

    def flush(self) -> None:
        """Save what was typed and is not saved yet."""
        for field in self._fields.values():
            if field.unsaved:
                field.flush()

    def _set(self, name: str, text: str) -> bool:
        if self._draft is None:
            return True
        now = self._now()
        changed = replace(now, who=text) if name == "who" else replace(now, role=text)
        if changed == now:
            return True
        # Somebody else has not approved anything yet.
        if name == "who":
            changed = replace(changed, approved=None, digest="")
        return self._apply(changed)

    def _approve(self) -> None:
        self.flush()
        if self._draft is None:
            return
        session = self._context.session
        # What is approved is what is stored now, with all that was typed a moment ago.
        draft = session.draft(self._draft.response.id)
        today = session.clock().date()
        self._apply(replace(self._now(), approved=today, digest=digest_of(draft)))

    def _withdraw(self) -> None:
        self._apply(replace(self._now(), approved=None, digest=""))

    def _now(self) -> SignOff:
        """Return what is stored, which may be newer than what is shown."""
        assert self._draft is not None
        stored = self._context.session.draft(self._draft.response.id).sign_off
        return stored or SignOff("")

    def _apply(self, given: SignOff) -> bool:
        assert self._draft is not None
        said = given if given != SignOff("") else None
        return self._context.apply(SetSignOff(self._draft.response.id, said)) is not None

    def _build(self) -> None:
        head = FlowLayout()
        head.addWidget(_title("Approval"))
        head.addWidget(self.state)
        fields = Folding(60, GAP_LARGE)
        fields.add_top(labelled(self.who, "Who approves it"), 1)
        fields.add_top(labelled(self.role, "Their role", "For example: chair of trustees."), 1)
        buttons = FlowLayout()
        buttons.addWidget(self.approve_button)
        buttons.addWidget(self.withdraw_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.policy)
        column.addWidget(text_label(_HELP, "muted"))
        column.addWidget(fields)
        column.addLayout(buttons)


def _said(given: SignOff, stands: Approval) -> str:
    role = given.role.strip()
    who = f"{given.who.strip()} ({role})" if role else given.who.strip()
    if given.approved is None:
        return ""
    when = day(given.approved)
    if stands is Approval.GIVEN:
        return f"{who} approved this text on {when}."
    return f"{who} approved an earlier text on {when}. It has changed since."


def _title(text: str) -> QLabel:
    """Return a heading that is as wide as its words, to stand in a row with a chip."""
    label = text_label(text, "heading")
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label


def _policy(draft: Draft) -> str:
    """Return who has to approve a Draft, and who says so ("" where nobody does)."""
    house = draft.house_sign_off
    if house is None:
        own = approver(draft)
        return f"Your organisation says: {own}" if own else ""
    in_time = f", {counted(house.days, 'day')} before it closes" if house.days else ""
    return f"Your house rules say: {house.who}{in_time}. {house.says}".rstrip()
