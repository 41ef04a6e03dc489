"""The link with which a reader's calendar subscribes to the meetings of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.addresses import absolute

if TYPE_CHECKING:
    from brugwerk.render.templates import Templates


def subscription(network: str, templates: Templates) -> str | None:
    """Return the link that calendar programs take as "subscribe"; none without a web address.

    Args:
        network: The network.
        templates: For addresses, and for where the site is published.
    """
    root = templates.settings.address
    if root is None:
        return None
    _, colon, rest = absolute(templates.addresses.calendar(network), root).partition(":")
    return f"webcal{colon}{rest}"
