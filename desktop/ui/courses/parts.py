"""What the parts of an argument are called, and what each does."""

from __future__ import annotations

from desktop.core.course import PartKind

PART_NAMES = {
    PartKind.CLAIM: "Claim",
    PartKind.EVIDENCE: "Evidence",
    PartKind.REASON: "Reason",
    PartKind.COUNTER_ARGUMENT: "Counter-argument",
    PartKind.ASK: "Ask",
}

PART_DOES = {
    PartKind.CLAIM: "Say what is so, in a sentence that somebody could deny.",
    PartKind.EVIDENCE: "Show it: a figure, a case, somebody’s words, each with its source.",
    PartKind.REASON: "Say why the evidence shows what you claim.",
    PartKind.COUNTER_ARGUMENT: "Say what can be said against it, and what you answer.",
    PartKind.ASK: "Say who should do what, and by when.",
}
