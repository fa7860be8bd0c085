"""Consultee helps a voluntary organisation answer a consultation or a parliamentary inquiry."""

__version__ = "0.1.0"
