"""Recognising personal data in a text: pure functions from a text to the passages that hold it."""

from brugwerk.personal.recognise import personal_passages
from brugwerk.personal.span import Kind, Span

__all__ = ["Kind", "Span", "personal_passages"]
