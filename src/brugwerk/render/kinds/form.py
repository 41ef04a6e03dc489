"""The page of the form for contributions: its scripts fill it; without them it names other ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.render.templates import Templates


def pages(_catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield the page of the form."""
    say = templates.translator.text
    yield Page(
        address=templates.addresses.form,
        kind="form",
        title=say("Contribute with the form"),
        description=say(
            "A form that turns what you know into a file for this site. Without an account; "
            "your draft stays in your browser."
        ),
        view=None,
        language=templates.settings.language,
        in_search=False,
        wide=True,
    )
