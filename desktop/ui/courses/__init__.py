"""Courses in the window: each step's own view, and what learners and trainers do around them."""
