"""XML that is well formed whatever a record holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

if TYPE_CHECKING:
    from collections.abc import Mapping

XML = "http://www.w3.org/XML/1998/namespace"
SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
# Signs that no XML document may hold (XML 1.0, production 2), not even escaped.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text that XML can hold; a sign that it cannot is shown as a replacement sign."""
    return _NO_CHARACTER.sub("\ufffd", text)


def child(
    parent: Element,
    name: str,
    text: str | None = None,
    language: str | None = None,
    attributes: Mapping[str, str] | None = None,
) -> Element:
    """Add an element.

    Args:
        parent: Where it is added, at the end.
        name: Its name, with a prefix that the document declares where it has one.
        text: What it holds.
        language: The language of the text.
        attributes: Its attributes.

    Returns:
        The element.
    """
    found = SubElement(parent, name)
    if language:
        found.set("xml:lang", language)
    for key, value in (attributes or {}).items():
        found.set(key, xml_text(value))
    if text is not None:
        found.text = xml_text(text)
    return found


def root(name: str, namespaces: Mapping[str, str], schema: str = "") -> Element:
    """Begin a document, or a part that says itself what its names mean.

    Args:
        name: The name of its first element.
        namespaces: The namespaces by prefix; the empty one is that of names without any.
        schema: The address of the schema of the first namespace, where there is one.
    """
    found = Element(name)
    for prefix, namespace in namespaces.items():
        found.set(f"xmlns:{prefix}" if prefix else "xmlns", namespace)
    if schema:
        found.set("xmlns:xsi", SCHEMA_INSTANCE)
        found.set("xsi:schemaLocation", f"{next(iter(namespaces.values()))} {schema}")
    return found


def written(element: Element) -> bytes:
    """Return the text of an element."""
    # As one text first: encoded while it is written, each piece would cost as much as the whole.
    return str(tostring(element, encoding="unicode")).encode()
