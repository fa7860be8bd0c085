"""The one door to the model: open, apply, undo, redo, read, suggest, check, export, import."""

from desktop.session.cards import PromptCard, ResponseCard
from desktop.session.jobs import Clock, Job
from desktop.session.session import Listener, Session
from desktop.store.reading import PastAnswer

__all__ = ["Clock", "Job", "Listener", "PastAnswer", "PromptCard", "ResponseCard", "Session"]
