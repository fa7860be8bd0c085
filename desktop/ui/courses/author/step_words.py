"""Words for kinds of steps."""

from __future__ import annotations

from desktop.core.course import StepKind

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
