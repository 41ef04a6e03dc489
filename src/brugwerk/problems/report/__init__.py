"""Problems in the form that a reader, a forge or another program wants; nothing is decided here."""

from brugwerk.problems.report.plain import lines, summary

__all__ = ["lines", "summary"]
