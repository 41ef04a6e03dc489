"""Recognising personal data in a text: pure functions from a text to the passages that hold it."""

from brugwerk.personal.recognise import FIRST_LOOKS, personal_passages, without_web_addresses
from brugwerk.personal.span import Kind, Span

__all__ = ["FIRST_LOOKS", "Kind", "Span", "personal_passages", "without_web_addresses"]
