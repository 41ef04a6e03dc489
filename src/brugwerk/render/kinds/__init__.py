"""One module per kind of page: which pages there are, and what each is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.render.kinds import (
    attention,
    conversation,
    fields,
    follow,
    form,
    guide,
    network,
    problems,
    product,
    product_list,
    question,
    reflection,
    school,
    search,
    transfer,
    travels,
    version,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brugwerk.catalogue import Catalogue
    from brugwerk.render.page import Page
    from brugwerk.render.templates import Templates

    PagesOfKind = Callable[[Catalogue, Templates], Iterator[Page]]

KINDS: tuple[PagesOfKind, ...] = (
    product_list.pages,
    product.pages,
    version.pages,
    network.pages,
    guide.pages,
    conversation.pages,
    reflection.pages,
    school.pages,
    transfer.pages,
    travels.pages,
    question.pages,
    attention.pages,
    problems.pages,
    fields.pages,
    search.pages,
    form.pages,
    follow.pages,
)


def all_pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """Yield every generated page of a site.

    Args:
        catalogue: All sound records.
        templates: For addresses, and for titles in the language of the site.
    """
    for pages in KINDS:
        yield from pages(catalogue, templates)
