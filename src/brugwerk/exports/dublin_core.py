"""A product as simple Dublin Core, which every OAI repository must offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.exports.xml_text import child, root

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from brugwerk.exports.metadata import Metadata

NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
_ELEMENTS = "http://purl.org/dc/elements/1.1/"


def dublin_core(metadata: Metadata) -> Element:
    """Return the record of a product.

    Args:
        metadata: The product.

    Returns:
        An ``oai_dc:dc`` element that declares its own namespaces.
    """
    found = root("oai_dc:dc", {"oai_dc": NAMESPACE, "dc": _ELEMENTS}, SCHEMA)
    language, ours = metadata.product.language, metadata.label_language
    child(found, "dc:title", metadata.product.title, language)
    for maker in metadata.makers:
        child(found, "dc:creator", maker.name)
    for word in metadata.keywords:
        child(found, "dc:subject", word, ours)
    child(found, "dc:description", metadata.description, language)
    child(found, "dc:publisher", metadata.publisher.name)
    if metadata.last_day:
        child(found, "dc:date", metadata.last_day.isoformat())
    child(found, "dc:type", "http://purl.org/dc/dcmitype/Text")
    child(found, "dc:type", metadata.label(metadata.kind), ours)
    child(found, "dc:format", "text/html")
    for address in dict.fromkeys((metadata.identifier, metadata.url)):
        child(found, "dc:identifier", address)
    child(found, "dc:language", language)
    for work in metadata.relations:
        child(found, "dc:relation", work.url or work.title)
    if licence := metadata.licence:
        child(found, "dc:rights", licence.external.get("uri", licence.url))
    child(found, "dc:rights", metadata.rights, ours)
    return found
