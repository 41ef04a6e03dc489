"""The site that a build is about, between one step and the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.macros import PUBLICATION_KEY

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from brugwerk.publish.publication import Publication


def site_of(config: MkDocsConfig) -> Publication:
    """Return what the first step of a build found fit to publish."""
    site: Publication = config.extra[PUBLICATION_KEY]
    return site
