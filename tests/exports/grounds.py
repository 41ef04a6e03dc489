"""What exports are made from, in memory: a small site at an address of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from brugwerk.exports.metadata import Metadata
from brugwerk.records.fields import Line
from tests.builders import complete_product, network
from tests.in_memory import catalogue, publish, small_site

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.catalogue import Catalogue
    from brugwerk.exports import Ground

ADDRESS = "https://example.org/werkplaats/"
PUBLISHED = {
    "address": ADDRESS,
    "contact": "redactie@example.org",
    "oai_gateway": "https://gateway.example.net/oai/",
}
PERSON = {
    "name": "Een verzonnen naam",
    "role": "teacher",
    "consent": {"given_on": date(2026, 3, 1), "scope": "naam bij dit product op de website"},
}
# Texts that broke others: markup of each format, quotes, an emoji, both directions, and a long one.
HARD = (
    """Wie "a" & 'b' <b>leest</b> ]]> --> </script><script>x</script> &amp; \\u003c""",
    "Vragen 🙋🏽‍♀️ over العربية en עברית, met é en e\u0301",
    "Komma, puntkomma; dubbele punt: \\ backslash, {accolades} en %procent% # [haak] @x",
    "x" * 300,
)
_LINE: TypeAdapter[str] = TypeAdapter(Line)


def _is_line(text: str) -> bool:
    try:
        return _LINE.validate_python(text) == text
    except ValidationError:
        return False


# Whatever the check lets through as one line of text.
lines = st.text(min_size=1, max_size=300).map(lambda text: text.strip() or "x").filter(_is_line)


def ground_of(found: Catalogue) -> Ground:
    """What exports of these records are made from."""

    def no_attachment(file: Path) -> bytes:
        raise AssertionError(f"nobody needs {file}")

    return publish(found).ground_of_exports(no_attachment)


def published(**settings: Any) -> Ground:
    """The small site, published."""
    return ground_of(small_site(**{**PUBLISHED, **settings}))


def products(**found: Any) -> Ground:
    """A published site with these products (``_`` stands for ``-`` in their ids)."""
    return ground_of(
        catalogue(
            products={name.replace("_", "-"): record for name, record in found.items()},
            networks={"het-proefnet": network(meetings=[], schools=[])},
            settings=PUBLISHED,
        )
    )


def alone(**changes: Any) -> dict[str, Any]:
    """A complete product that refers to no other one."""
    return complete_product(**{"relations": [], "files": [], **changes})


def metadata(product: dict[str, Any], **settings: Any) -> Metadata:
    """What is told of one product, ``proefles``; attachments are told of without being there."""
    found = catalogue(
        products={"proefles": product},
        networks={"het-proefnet": network(meetings=[], schools=[])},
        settings={**PUBLISHED, **settings},
    )
    return Metadata(found.products["proefles"], found, publish(found).templates)
