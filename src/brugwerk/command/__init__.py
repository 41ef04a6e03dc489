"""The ``brugwerk`` command: what a person types, and the only place with exit codes."""

from brugwerk.command.main import main

__all__ = ["main"]
