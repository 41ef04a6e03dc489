"""What others may do with a product, and how they name its makers; for what leaves the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brugwerk.exports.export import Ground
    from brugwerk.render.kinds.product import Cited

LICENCE = "LICENSE.txt"


def licence_text(cited: Cited, ground: Ground) -> str:
    """Return the licence of a product in words, with its text where the site has it.

    Args:
        cited: How to name the product.
        ground: For words, and for the texts of licences.
    """
    templates = ground.templates
    say = templates.translator.text
    source = f"{say('Name it like this:')} {cited.apa}"
    spdx = cited.citation.licence
    if spdx is None:
        unknown = say("The makers have not chosen a licence yet. Ask before you share it.")
        return f"{cited.citation.title}\n\n{unknown}\n\n{source}\n"
    licence = ground.catalogue.vocabulary.licence(spdx)
    parts = [
        cited.citation.title,
        f"{templates.term('licences', spdx)} ({spdx})\n{licence.url}",
        templates.in_words(licence.in_words),
        source,
    ]
    if (whole := ground.licence(spdx)) is not None:
        parts += ["-" * 72, whole.strip()]
    return "\n\n".join(parts) + "\n"
