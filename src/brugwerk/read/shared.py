"""Reading what other sites share, which strangers wrote, and writing it line by line.

Nothing of it is trusted: not its size, not its shape, and not where its links lead.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote, urljoin, urlsplit

from pydantic import ValidationError
from pydantic_core import from_json

from brugwerk.problems.problem import Wording
from brugwerk.records.sharing import (
    FORMAT,
    FORMAT_VERSION,
    KeptCatalogue,
    SharedCatalogue,
    SharedNetwork,
    SharedProduct,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

# Some twenty thousand products; more would not be read in a browser either.
MOST_BYTES = 30_000_000
_VERSION = re.compile(r"([0-9]{1,3})\.[0-9]{1,3}")
AnyCatalogue = TypeVar("AnyCatalogue", bound=SharedCatalogue)
Linked = TypeVar("Linked", SharedProduct, SharedNetwork)


class FlawedCatalogueError(Exception):
    """What was read is no catalogue that can be used; a problem code says why, with its facts."""

    def __init__(self, code: str, **facts: str | Wording) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def _flawed(nl: str, en: str) -> FlawedCatalogueError:
    return FlawedCatalogueError("BW977", cause=Wording(nl, en))


def read_shared(content: bytes, shape: type[AnyCatalogue]) -> AnyCatalogue:
    """Read a catalogue.

    Args:
        content: The bytes of the file.
        shape: Whether it is one as a site shares it, or one that was kept.

    Raises:
        FlawedCatalogueError: It is too large, no JSON, of a later format, or of another shape.
    """
    if len(content) > MOST_BYTES:
        most = str(MOST_BYTES // 1_000_000)
        raise _flawed(f"het is groter dan {most} MB", f"it is larger than {most} MB")
    try:
        data = from_json(content, allow_inf_nan=False)
    except ValueError as error:
        raise _flawed("het is geen JSON", "it is no JSON") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _flawed(f"het is geen `{FORMAT}`", f"it is no `{FORMAT}`")
    _refuse_later_format(data.get("version"))
    try:
        return shape.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        spot = _spot(first["loc"])
        raise _flawed(
            f"wat bij {spot} staat, klopt niet", f"what stands at {spot} is not right"
        ) from error


def _refuse_later_format(version: Any) -> None:
    known = int(FORMAT_VERSION.partition(".")[0])
    found = _VERSION.fullmatch(version.strip()) if isinstance(version, str) else None
    if found and int(found[1]) > known:
        raise FlawedCatalogueError("BW978", version=found[0], known=FORMAT_VERSION)


def _spot(path: Iterable[int | str]) -> str:
    """Name a place in the file by its keys, which are ours, and by numbers from 1."""
    parts: list[str] = []
    for step in path:
        if isinstance(step, int) and parts:
            parts[-1] += f" {step + 1}"
        else:
            parts.append(f"`{step}`")
    return " › ".join(parts) or "`{}`"


def at_home(catalogue: AnyCatalogue, fetched_from: str) -> AnyCatalogue:
    """Return a catalogue with every link in full, and each within the site that tells.

    Args:
        catalogue: As it was read.
        fetched_from: The web address that it came from; empty where it is a file.

    Raises:
        FlawedCatalogueError: The site has no address, or one of another host than it was fetched
            from, or a link leads out of it.
    """
    base = catalogue.site.address or (urljoin(fetched_from, ".") if fetched_from else "")
    if not base:
        raise _flawed("de site noemt haar webadres niet", "the site does not name its web address")
    if not base.endswith("/"):
        base += "/"
    if not _is_plain(base) or (fetched_from and _host(base) != _host(fetched_from)):
        raise _flawed("het webadres van de site klopt niet", "the site's web address is not right")
    return catalogue.model_copy(
        update={
            "site": catalogue.site.model_copy(update={"address": base}),
            "products": tuple(
                _product_at(base, index, product)
                for index, product in enumerate(catalogue.products)
            ),
            "networks": tuple(
                _linked(base, f"`networks` {index + 1}", network)
                for index, network in enumerate(catalogue.networks)
            ),
        }
    )


def _product_at(base: str, index: int, product: SharedProduct) -> SharedProduct:
    spot = f"`products` {index + 1}"
    files = tuple(
        file.model_copy(update={"address": _inside(base, file.address, spot)})
        for file in product.files
    )
    return _linked(base, spot, product.model_copy(update={"files": files}))


def _linked(base: str, spot: str, record: Linked) -> Linked:
    return record.model_copy(update={"address": _inside(base, record.address, spot)})


def _inside(base: str, link: str, spot: str) -> str:
    try:
        whole = urljoin(base, link)
    except ValueError:
        whole = ""
    if not whole.startswith(base) or not _is_plain(whole):
        raise _flawed(
            f"een link bij {spot} gaat naar een andere site", f"a link at {spot} leaves the site"
        )
    return whole


def _is_plain(address: str) -> bool:
    """Return whether a browser would go where the address says, and not somewhere else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    steps = unquote(parts.path).split("/")
    return (
        parts.scheme in {"http", "https"}
        and bool(parts.hostname)
        and "@" not in parts.netloc
        and not {".", ".."} & set(steps)
        and "\\" not in address
    )


def _host(address: str) -> str | None:
    return urlsplit(address).hostname


def kept(catalogue: SharedCatalogue, fetched_from: str) -> KeptCatalogue:
    """Return what a site keeps of another one: all but names of people.

    Who no longer wants to be named takes that back on one site, which is where it is heard.

    Args:
        catalogue: What the other site shares.
        fetched_from: Where the settings say that it is.
    """
    nameless = tuple(p.model_copy(update={"credits": ()}) for p in catalogue.products)
    parts = {name: getattr(catalogue, name) for name in SharedCatalogue.model_fields}
    return KeptCatalogue.model_construct(
        **parts | {"products": nameless}, fetched_from=fetched_from
    )


def catalogue_text(catalogue: SharedCatalogue, schema: str = "") -> str:
    """Return a catalogue as JSON, one product a line, so that a difference can be read.

    Args:
        catalogue: The catalogue.
        schema: Where its schema stands, for programs that look for it.
    """
    data = catalogue.model_dump(mode="json", exclude_defaults=True)
    lines = [f'"$schema": {json.dumps(schema)}'] if schema else []
    for key, value in data.items():
        if isinstance(value, list):
            items = ",\n".join(_compact(item) for item in value)
            lines.append(f'"{key}": [\n{items}\n]' if items else f'"{key}": []')
        else:
            lines.append(f'"{key}": {_compact(value)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
