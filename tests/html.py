"""Reading the HTML that Brugwerk makes as a browser would: elements, attributes, text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

ACTIVE = {"script", "style", "iframe", "object", "embed", "form", "base", "link", "meta", "math"}
# What a browser takes out of an address before it looks at it.
WITHOUT_MEANING = re.compile(r"^[\x00-\x20]+|[\t\n\r]")


@dataclass
class Element:
    """One element with its attributes and the text directly or indirectly inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""

    def get(self, name: str) -> str | None:
        """Return an attribute, or none."""
        return self.attributes.get(name)


@dataclass
class Parsed:
    """A piece of HTML, read."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, *tags: str) -> list[Element]:
        """Return the elements with one of these tags, in order."""
        return [element for element in self.elements if element.tag in tags]

    def ids(self) -> list[str]:
        """Return every id, in order, doubles included."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def links(self) -> list[str]:
        """Return the target of every link, in order."""
        return [link for element in self.all("a") if (link := element.get("href"))]

    def dangers(self) -> list[str]:
        """Return what could run, load or disguise something on a page made of records."""
        found = []
        for element in self.elements:
            if element.tag in ACTIVE:
                found.append(f"<{element.tag}>")
            for name, value in element.attributes.items():
                plain = WITHOUT_MEANING.sub("", value).lower()
                if name.startswith("on") or name in {"srcdoc", "formaction", "srcset"}:
                    found.append(name)
                if name == "style":
                    found.append(f"style={value}")
                if name in {"href", "src"} and _scheme(plain) not in {
                    "",
                    "http",
                    "https",
                    "mailto",
                }:
                    found.append(f"{name}={value}")
        return found


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "unreadable"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parsed = Parsed()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.parsed.elements.append(element)
        if tag not in {"br", "hr", "img", "input", "meta", "link"}:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parsed.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.parsed.text += data
        for element in self.open:
            element.text += data


def parse(html: str) -> Parsed:
    """Read a piece of HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.parsed
