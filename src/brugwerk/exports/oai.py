"""All products that are ready for use as an OAI Static Repository, for harvesters like Edurep.

A static repository is one file; a gateway that somebody runs elsewhere answers harvesters from it.
The rules are those of http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm: no
sets, no deletions, no resumption tokens, days without a time, and a block for each format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from brugwerk.exports import dublin_core, nl_lom
from brugwerk.exports.export import Export
from brugwerk.exports.metadata import Metadata
from brugwerk.exports.xml_text import DECLARATION, SCHEMA_INSTANCE, child, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brugwerk.exports.export import Ground
    from brugwerk.settings import Settings

NAMESPACE = "http://www.openarchives.org/OAI/2.0/static-repository"
SCHEMA = "http://www.openarchives.org/OAI/2.0/static-repository.xsd"
PROTOCOL = "http://www.openarchives.org/OAI/2.0/"
_BEGINNING = (
    f'<Repository xmlns="{NAMESPACE}" xmlns:oai="{PROTOCOL}" xmlns:xsi="{SCHEMA_INSTANCE}"'
    f' xsi:schemaLocation="{NAMESPACE} {SCHEMA}">\n'
).encode()
# By prefix: where the schema stands, the namespace, and what makes a record.
FORMATS: dict[str, tuple[str, str, Callable[[Metadata], Element]]] = {
    "oai_dc": (dublin_core.SCHEMA, dublin_core.NAMESPACE, dublin_core.dublin_core),
    "lom": (nl_lom.SCHEMA, nl_lom.NAMESPACE, nl_lom.nl_lom),
}


def oai_repository(ground: Ground) -> Iterator[Export]:
    """Yield the repository; none where no gateway is named, or where nothing is ready for use."""
    settings = ground.templates.settings
    if settings.oai_gateway and settings.address and settings.contact:
        offered = tuple(harvested(ground))
        if offered:
            address = ground.templates.addresses.oai
            yield Export(address, lambda: _repository(settings, address, offered))


def harvested(ground: Ground) -> Iterator[Metadata]:
    """Yield the products that a harvester gets.

    These are tested, have a licence, and say when they last changed. A retired product stays, for
    a static repository cannot take anything back; its description then begins with the reason.
    """
    for entry in ground.catalogue.products.values():
        metadata = Metadata(entry, ground.catalogue, ground.templates)
        ready = metadata.status.external.get("nl-lom-status") == "final"
        if (ready or entry.record.retirement) and metadata.licence and metadata.last_day:
            yield metadata


def oai_identifier(metadata: Metadata) -> str:
    """Return the lasting identifier of a product: ``oai:<host>:<path of its first address>``."""
    parts = urlsplit(metadata.identifier)
    return f"oai:{parts.hostname}:{parts.path.strip('/')}"


def base_url(settings: Settings, address: str) -> str:
    """Return where the gateway answers: its address, then that of the file without its scheme."""
    gateway, start = (settings.oai_gateway or "").rstrip("/"), (settings.address or "").rstrip("/")
    return f"{gateway}/{start.partition('://')[2]}/{address}"


def _repository(settings: Settings, address: str, offered: tuple[Metadata, ...]) -> bytes:
    # One record at a time: three thousand of them as one tree would fill the memory.
    pieces = [DECLARATION, _BEGINNING, _identify(settings, address, offered), _formats()]
    for prefix, (_, _, make) in FORMATS.items():
        pieces.append(f'<ListRecords metadataPrefix="{prefix}">\n'.encode())
        pieces += [_record(metadata, make) for metadata in offered]
        pieces.append(b"</ListRecords>\n")
    return b"".join((*pieces, b"</Repository>\n"))


def _identify(settings: Settings, address: str, offered: tuple[Metadata, ...]) -> bytes:
    identify = Element("Identify")
    days = [metadata.last_day for metadata in offered if metadata.last_day]
    said = {
        "repositoryName": settings.title,
        "baseURL": base_url(settings, address),
        "protocolVersion": "2.0",
        "adminEmail": settings.contact,
        "earliestDatestamp": min(days).isoformat(),
        "deletedRecord": "no",
        "granularity": "YYYY-MM-DD",
    }
    for name, value in said.items():
        child(identify, f"oai:{name}", value)
    return _line(identify)


def _formats() -> bytes:
    formats = Element("ListMetadataFormats")
    for prefix, (schema, namespace, _) in FORMATS.items():
        found = child(formats, "oai:metadataFormat")
        child(found, "oai:metadataPrefix", prefix)
        child(found, "oai:schema", schema)
        child(found, "oai:metadataNamespace", namespace)
    return _line(formats)


def _record(metadata: Metadata, make: Callable[[Metadata], Element]) -> bytes:
    record = Element("oai:record")
    header = child(record, "oai:header")
    child(header, "oai:identifier", oai_identifier(metadata))
    child(header, "oai:datestamp", metadata.last_day.isoformat() if metadata.last_day else None)
    child(record, "oai:metadata").append(make(metadata))
    return _line(record)


def _line(element: Element) -> bytes:
    return written(element) + b"\n"
