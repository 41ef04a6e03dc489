"""What an archive says of itself to programs: RO-Crate 1.2 (https://w3id.org/ro/crate/1.2)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from brugwerk.exports.media_types import media_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brugwerk.check import Entry
    from brugwerk.derive.citation import Citation
    from brugwerk.exports.export import Ground
    from brugwerk.records.product import Product

NAME = "ro-crate-metadata.json"
_PROFILE = "https://w3id.org/ro/crate/1.2"

# The licence itself, and not its summary for people in one language.
_DEED = re.compile(r"deed(\.\w+)?$")

Entity = dict[str, Any]


@dataclass(frozen=True)
class Held:
    """A file in an archive: its path, its size in bytes, and what people call it."""

    path: str
    size: int
    title: str


def metadata(
    entry: Entry[Product], citation: Citation, files: Sequence[Held], ground: Ground
) -> bytes:
    """Return the metadata of the archive of a product.

    Args:
        entry: The product; it has a licence.
        citation: Who made it, and when; its day is known.
        files: The other files of the archive.
        ground: For words and addresses.
    """
    makers = list(_makers(entry, ground))
    graph = [
        {
            "@id": NAME,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": _PROFILE},
        },
        _root(entry, citation, files, makers, ground),
        _licence(entry, ground),
        _publisher(ground),
        *makers,
        *(_file(held) for held in files),
    ]
    crate = {"@context": f"{_PROFILE}/context", "@graph": graph}
    return (json.dumps(crate, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _root(
    entry: Entry[Product],
    citation: Citation,
    files: Iterable[Held],
    makers: Sequence[Mapping[str, Any]],
    ground: Ground,
) -> Entity:
    product, templates = entry.record, ground.templates
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": product.title,
        "description": templates.plain(product.summary),
        "datePublished": str(citation.issued),
        "license": {"@id": _licence(entry, ground)["@id"]},
        "inLanguage": product.language,
        "learningResourceType": citation.kind,
        "author": [{"@id": maker["@id"]} for maker in makers],
        "publisher": {"@id": _publisher(ground)["@id"]},
        "keywords": [templates.term("themes", theme) for theme in product.themes],
        "hasPart": [{"@id": _id(held)} for held in files],
    }
    if product.version:
        root["version"] = product.version
    if citation.address:
        root |= {"url": citation.address, "identifier": citation.address}
    return root


def _makers(entry: Entry[Product], ground: Ground) -> Iterable[Entity]:
    """Yield people who agreed to be named, and the networks."""
    for number, name in enumerate(dict.fromkeys(c.name for c in entry.record.credits), start=1):
        yield {"@id": f"#maker-{number}", "@type": "Person", "name": name}
    root = ground.templates.settings.address
    for network in entry.record.networks:
        address = ground.templates.addresses.network(network)
        yield {
            "@id": f"{root.rstrip('/')}/{address}" if root else f"#network-{network}",
            "@type": "Organization",
            "name": ground.catalogue.networks[network].record.title,
        }


def _publisher(ground: Ground) -> Entity:
    settings = ground.templates.settings
    return {
        "@id": settings.address or "#site",
        "@type": "Organization",
        "name": settings.title,
    }


def _licence(entry: Entry[Product], ground: Ground) -> Entity:
    spdx = entry.record.license or ""
    return {
        "@id": _DEED.sub("", ground.catalogue.vocabulary.licence(spdx).url),
        "@type": "CreativeWork",
        "name": ground.templates.term("licences", spdx),
        "identifier": spdx,
    }


def _file(held: Held) -> Entity:
    return {
        "@id": _id(held),
        "@type": "File",
        "name": held.title,
        "encodingFormat": media_type(held.path),
        "contentSize": str(held.size),
    }


def _id(held: Held) -> str:
    return quote(held.path)
