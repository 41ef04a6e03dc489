"""A page before it is rendered: one explicit value from which its HTML follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import PurePosixPath


Value = TypeVar("Value")


class WhenAsked(Generic[Value]):
    """A field that takes its value, or a function that makes it when somebody asks.

    Who only wants to know where pages stand, as the check does, need not wait for what they show.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn what the field is called."""
        self._name = f"_{name}"

    def __get__(self, page: object, owner: type | None = None) -> Value:
        """Return the value, made now if it was not before."""
        if page is None:
            # To a dataclass this says that the field has no default.
            raise AttributeError(self._name)
        value: Value | Callable[[], Value] = vars(page)[self._name]
        if callable(value):
            value = vars(page)[self._name] = value()
        return value

    def __set__(self, page: object, value: Value | Callable[[], Value]) -> None:
        """Keep the value, or what makes it."""
        vars(page)[self._name] = value


@dataclass(frozen=True)
class TakeAway:
    """A file that a reader takes along from a page.

    Attributes:
        kind: Which kind of file it is; who makes files goes by it.
        address: Where it stands.
        name: Its name once it is saved, beside others.
        title: What readers call it.
        note: What it holds or what it is good for, where its title does not say so.
    """

    kind: str
    address: str
    name: str
    title: str
    note: str = ""


@dataclass(frozen=True)
class Colophon:
    """What a copy of a page says of itself once it has left the site.

    Attributes:
        foot: What stands at the foot of each sheet.
        authors: Who made it: people with their consent, or else networks.
        issued: When this version came, where a record says so.
    """

    foot: str
    authors: tuple[str, ...] = ()
    issued: date | None = None


@dataclass(frozen=True)
class Page:
    """Everything that one generated page is made from, the site's settings and terms aside.

    Attributes:
        address: Where it stands, such as ``producten/<id>/``.
        kind: Which kind of page it is; also the name of its template.
        title: Its title, as plain text.
        description: One or two sentences for search engines and lists, as plain text.
        view: The view model that the template shows.
        source: The file that a reader may want to improve; none for lists.
        language: The language of the record's own texts.
        in_search: Whether search should find it.
        wide: Whether it uses the room in which a table of contents would stand.
        as_of: The day that it looks from, where time matters to it and a day is known.
        changed_on: The day on which what it is about last changed, where the record says so.
        product: The product whose attachments belong to its files, where there is one.
        take_along: The files that a reader takes along from it.
        colophon: What such a file says of itself.
        lasting: Whether its address is permanent; not that of a part of a list that moves.
    """

    address: str
    kind: str
    title: str
    description: WhenAsked[str] = WhenAsked()
    view: WhenAsked[object] = WhenAsked()
    source: PurePosixPath | None = None
    language: str = "nl"
    in_search: bool = True
    wide: bool = False
    as_of: date | None = None
    changed_on: date | None = None
    product: str | None = None
    take_along: tuple[TakeAway, ...] = ()
    colophon: Colophon | None = None
    lasting: bool = True

    @property
    def document(self) -> str:
        """The Markdown file that stands for the page: ``producten/<id>/index.md``."""
        return f"{self.address}index.md"
