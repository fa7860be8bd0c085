"""A trainer with a laptop and a projector: large letters go to the wall, not to the desk."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.support.workspace import REPOSITORY

# Which screens there are is settled when a program starts: it has to be another one.
SHOWN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from desktop.paths import Paths
from desktop.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.context import Context
from desktop.ui.courses.projector_choice import offer_projector
from desktop.ui.jobs import Jobs
from tests.ui.fakes import FakeDialogs

screens, folder, content = sys.argv[1:]
program = QApplication(["consultee", "-platform", f"offscreen:configfile={screens}"])
paths = Paths(content=Path(content), data=Path(folder), config=Path(folder))
session = Session.open(Path(folder) / "work.consultee", paths)
context = Context(session, Bridge(session), Jobs(print), FakeDialogs(), print)
course = session.courses.read("first-written-evidence")
ground = QWidget()
ground.show()
for place in (None, 1):
    sheet = offer_projector(context, course, ground)
    (box,) = sheet.findChildren(QComboBox)
    if place is None:
        print(box.accessibleName(), [box.itemText(each) for each in range(box.count())], sep="|")
    else:
        box.setCurrentIndex(place)
    sheet.show_button.click()
    shown = sheet.projector
    print(shown.screen().name(), shown.screen().geometry().contains(shown.geometry()), sep="|")
    shown.close()
session.close()
"""


def screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    return {
        "name": name,
        "x": x,
        "y": 0,
        "width": width,
        "height": height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }


def test_of_two_screens_the_other_one_is_offered_first_and_either_can_be_had(
    tmp_path: Path,
) -> None:
    screens = tmp_path / "screens.json"
    both = [screen("Desk", 0, 1360, 840), screen("Wall", 1360, 1024, 768)]
    settings = {"synchronousWindowSystemEvents": False, "windowFrameMargins": False}
    screens.write_text(json.dumps({**settings, "screens": both}), encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", SHOWN, str(screens), str(tmp_path), str(REPOSITORY)],
        cwd=REPOSITORY,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.stdout.splitlines() == [
        "On which screen|['Wall', 'Desk']",
        "Wall|True",
        "Desk|True",
    ], ended.stderr
