"""What the writer of an issue gets to hear, as a comment below it."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from brugwerk.language import translator
from brugwerk.problems import explain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brugwerk.problems import Problem

# The label by which an editor lets the record through; it is named in the workflow too.
TAKE_OVER = "overnemen"
# By this the workflow finds its earlier answer; readers do not see it.
MARK = "<!-- brugwerk -->"
_WIDTH = 76


def reply(problems: Sequence[Problem], language: str, *, sound: bool) -> str:
    """Return the comment as Markdown.

    The problems stand in a block of code, where nothing that a stranger wrote is a link, a picture
    or a call to someone.

    Args:
        problems: What was found, in order of line.
        language: The language of the site.
        sound: Whether the record can be made.
    """
    say = translator(language).text
    if sound:
        parts = [
            say("Thank you. This can become a page of the site."),
            say("An editor reads it first, and then adds the label `{label}`.").format(
                label=TAKE_OVER
            ),
        ]
        if problems:
            parts.append(say("This may still be of use:"))
    else:
        parts = [
            say("Thank you. Something is still missing, or not clear."),
            say("Change your text above (the three dots, then Edit). We look again by ourselves."),
        ]
    text = f"{MARK}\n{' '.join(parts)}"
    return f"{text}\n\n{_block(problems, language)}" if problems else f"{text}\n"


def _block(problems: Sequence[Problem], language: str) -> str:
    say = translator(language).text
    lines = []
    for problem in problems:
        said = explain(problem, language)
        where = say("Line {number}").format(number=problem.place.line)
        lines += textwrap.wrap(f"{where}: {said.what}", _WIDTH)
        lines += textwrap.wrap(said.mend, _WIDTH, initial_indent="  ", subsequent_indent="  ")
        lines.append("")
    text = "\n".join(lines).rstrip()
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}\n"
