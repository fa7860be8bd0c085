"""The one door to the model: open, apply, undo, redo, read, suggest, check, export, import."""

from desktop.session.cards import ResponseCard
from desktop.session.jobs import Clock, Job
from desktop.session.session import Listener, Session

__all__ = ["Clock", "Job", "Listener", "ResponseCard", "Session"]
