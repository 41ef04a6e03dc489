"""The site that a build is about, between one step and the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brugwerk.macros import PUBLICATION_KEY
from brugwerk.publish.attachments import STORE, Store

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from brugwerk.exports import Ground
    from brugwerk.publish.publication import Publication

_GROUND_KEY = "brugwerk_ground_of_exports"


def site_of(config: MkDocsConfig) -> Publication:
    """Return what the first step of a build found fit to publish."""
    site: Publication = config.extra[PUBLICATION_KEY]
    return site


def forget_ground(config: MkDocsConfig) -> None:
    """Forget what files were made from: the records are not what they were."""
    config.extra.pop(_GROUND_KEY, None)


def ground_of(config: MkDocsConfig) -> Ground:
    """Return what files beside the pages and heads of pages are made from."""
    if _GROUND_KEY not in config.extra:
        store = Store(Path(config.config_file_path).parent / STORE)
        config.extra[_GROUND_KEY] = site_of(config).ground_of_exports(store.cleaned)
    ground: Ground = config.extra[_GROUND_KEY]
    return ground
