"""Pictures as SVG, made at build time in the site's own colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from brugwerk.derive.year_line import MinutesOfMeeting
    from brugwerk.records.reflection import Place

_WIDTH = 600
_BAR = 26
PLACES = 7


def meeting_bar(minutes: MinutesOfMeeting, longest: int, alternative: str) -> Markup:
    """Draw one meeting as a bar: what is fixed, what is fixed with room, and what is open.

    Args:
        minutes: The minutes of each kind.
        longest: The minutes of the longest meeting beside it, which fills the width.
        alternative: The same in words.
    """
    scale = _WIDTH / max(longest, 1)
    parts = []
    x = 0.0
    for kind in ("fixed", "framed", "open"):
        width = getattr(minutes, kind) * scale
        if width:
            parts.append(
                f'<rect class="bar-{kind}" x="{x + 1:.1f}" y="1" '
                f'width="{max(width - 2, 1):.1f}" height="{_BAR - 2}" rx="3"/>'
            )
        x += width
    return Markup(
        '<svg class="meeting-bar" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" '
        'aria-label="{}">{}</svg>'
    ).format(_WIDTH, _BAR, alternative, Markup("".join(parts)))  # noqa: S704 - numbers only


def between_poles(place: Place, alternative: str) -> Markup:
    """Draw where a group agreed to stand between two poles: wished as a ring, experienced as a dot.

    Both ends look alike, because neither is better.
    """
    wished = f'<circle class="pole-wished" cx="{_x(place.wished)}" cy="22" r="14"/>'
    felt = f'<circle class="pole-experienced" cx="{_x(place.experienced)}" cy="22" r="7"/>'
    return _poles(alternative, wished + felt)


def open_poles(alternative: str) -> Markup:
    """Draw the same line without ring and dot, for a group that draws them itself."""
    return _poles(alternative, "")


def _x(position: int) -> int:
    return 20 + (position - 1) * (_WIDTH - 40) // (PLACES - 1)


def _poles(alternative: str, marks: str) -> Markup:
    ticks = "".join(
        f'<line class="pole-tick" x1="{_x(p)}" y1="16" x2="{_x(p)}" y2="28"/>'
        for p in range(1, PLACES + 1)
    )
    line = f'<line class="pole-line" x1="20" y1="22" x2="{_WIDTH - 20}" y2="22"/>'
    return Markup(
        '<svg class="between-poles" viewBox="0 0 {} 44" role="img" aria-label="{}">{}</svg>'
    ).format(_WIDTH, alternative, Markup(line + ticks + marks))  # noqa: S704 - numbers only
