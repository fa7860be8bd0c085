"""The rules of a call on screen: reading them, and saying where a call differs from its body."""
