"""From scores to what is offered: the order, what is held back, how sure it is, and why."""
