"""The guards around every test: each is shown a test that it must fail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]
GUARDS = ["isolation", "logs", "loose_ends"]


@pytest.fixture
def guarded(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest(f"pytest_plugins = {[f'tests.support.{name}' for name in GUARDS]}")
    pytester.makeini("[pytest]\nmarkers =\n  expected_logs\n  loose_ends\nqt_api = pyside6\n")
    return pytester


def run(pytester: pytest.Pytester, source: str) -> pytest.RunResult:
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider")


def test_an_unannounced_warning_fails_the_test(guarded: pytest.Pytester) -> None:
    result = run(
        guarded, "import logging\ndef test_it(): logging.getLogger('x').warning('oh dear')"
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*WARNING x: oh dear*"])


def test_an_announced_warning_passes_and_one_that_never_came_fails(
    guarded: pytest.Pytester,
) -> None:
    result = run(
        guarded,
        """
        import logging, pytest
        @pytest.mark.expected_logs("oh dear")
        def test_announced(): logging.getLogger("x").warning("oh dear")
        @pytest.mark.expected_logs("oh dear")
        def test_never_came(): pass
        """,
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*never logged*"])


def test_a_connection_to_another_machine_is_refused(guarded: pytest.Pytester) -> None:
    result = run(
        guarded,
        """
        import socket
        def test_outside(): socket.create_connection(("192.0.2.1", 80), timeout=1)
        def test_inside():
            with socket.create_server(("127.0.0.1", 0)) as server:
                socket.create_connection(server.getsockname(), timeout=1).close()
        """,
    )
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*tried to reach 192.0.2.1*"])


def test_a_test_never_sees_the_data_folder_of_the_person_who_runs_it(data_folder: Path) -> None:
    assert os.environ["CONSULTEE_DATA"] == str(data_folder)
    assert Path.home() not in data_folder.parents


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("widgets: QWidget 'forgotten'", "w = QWidget(objectName='forgotten'); KEEP.append(w)"),
        (
            "timers: QTimer 'ticking'",
            "t = QTimer(objectName='ticking'); KEEP.append(t); t.start(9)",
        ),
        ("threads: QThread 'busy'", "t = QThread(objectName='busy'); KEEP.append(t); t.start()"),
    ],
)
def test_what_a_test_of_the_window_leaves_behind_fails_it(
    guarded: pytest.Pytester, what: str, body: str
) -> None:
    result = run(
        guarded,
        f"""
        import pytest
        from PySide6.QtCore import QThread, QTimer
        from PySide6.QtWidgets import QWidget
        KEEP = []
        @pytest.fixture(scope="session", autouse=True)
        def stop_threads():
            yield
            for kept in KEEP:
                if isinstance(kept, QThread):
                    kept.quit()
                    kept.wait()
        def test_it(qtbot):
            {body}
        def test_after(qtbot): pass
        """,
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines([f"*{what}*"])


def test_a_tidy_test_of_the_window_passes(guarded: pytest.Pytester) -> None:
    result = run(
        guarded,
        """
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QWidget
        def test_it(qtbot):
            window = QWidget()
            qtbot.addWidget(window)
            QTimer(window).start(9)
            window.show()
        """,
    )
    result.assert_outcomes(passed=1)
