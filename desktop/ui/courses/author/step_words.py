"""Words for kinds of steps and for parts of an argument."""

from __future__ import annotations

from desktop.core.course import PartKind, StepKind

KINDS = {
    StepKind.READ: "Read something",
    StepKind.DRAFT: "Write an answer, guided",
    StepKind.WORKED: "Compare with a model answer",
    StepKind.REPAIR: "Mend a flawed text",
    StepKind.SPOT: "Mark what is what",
    StepKind.BUDGET: "Share words out",
    StepKind.HEARING: "Answer a member’s questions",
    StepKind.RUBRIC: "Look at one’s own work by criteria",
    StepKind.PEER: "Look at somebody else’s work",
    StepKind.FINISH: "Hand in and take home",
}
PARTS = {
    PartKind.CLAIM: "Claim",
    PartKind.EVIDENCE: "Evidence",
    PartKind.REASON: "Reason",
    PartKind.COUNTER_ARGUMENT: "Counter-argument",
    PartKind.ASK: "Ask",
}
