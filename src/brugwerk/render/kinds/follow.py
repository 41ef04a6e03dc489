"""The page from which one follows what is new: the whole site, a network or a theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.derive.news import Channel, channels
from brugwerk.render.channels import ATOM, JSON_FEED, channel_address, channel_subject
from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.render.templates import Templates


@dataclass(frozen=True)
class FeedView:
    """A feed that one can follow.

    Attributes:
        subject: What it is about.
        atom: Where it stands as Atom.
        json: Where it stands as JSON Feed.
    """

    subject: str
    atom: str
    json: str


@dataclass(frozen=True)
class FollowView:
    """What the page shows; each part is empty where there is no news."""

    site: tuple[FeedView, ...]
    networks: tuple[FeedView, ...]
    themes: tuple[FeedView, ...]


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the page, where the site says where it stands; without that it has no feeds."""
    if not templates.settings.address:
        return
    say = templates.translator.text
    found = channels(catalogue)

    def of(scope: str) -> tuple[FeedView, ...]:
        return tuple(
            _shown(channel, catalogue, templates) for channel in found if channel.scope == scope
        )

    yield Page(
        address=templates.addresses.follow,
        kind="follow",
        title=say("Follow what is new"),
        description=say("Hear of new versions of products, without an account and without mail."),
        view=FollowView(of("all"), of("network"), of("theme")),
        language=templates.settings.language,
        in_search=False,
    )


def _shown(channel: Channel, catalogue: Catalogue, templates: Templates) -> FeedView:
    return FeedView(
        subject=channel_subject(channel, catalogue, templates),
        atom=channel_address(channel, templates, ATOM),
        json=channel_address(channel, templates, JSON_FEED),
    )
