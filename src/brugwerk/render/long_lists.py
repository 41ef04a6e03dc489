"""A list that is too long for one page: a table of contents, and parts of it below ``lijsten/``.

The table keeps the address of the list. A part takes whole letters (or years) together as long as
they fit, and a letter that does not fit alone is numbered. So a record that comes moves little,
and the address of a part says what it holds; it is not permanent all the same.
"""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from brugwerk.addresses import Addresses
    from brugwerk.render.page import Page

# A list up to the first number stays on one page; a part of a longer one holds at most the other.
WHOLE, PART = 200, 100
NAME_WIDTH = 36
NO_LETTER = "0-9"

Item = TypeVar("Item")


@dataclass(frozen=True)
class Stretch:
    """From where to where a part goes.

    Attributes:
        address: Where it stands.
        first, last: The names of its first and last item, shortened.
    """

    address: str
    first: str
    last: str


@dataclass(frozen=True)
class Part(Generic[Item]):
    """A part of a long list: its stretch, and its items."""

    stretch: Stretch
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Beside:
    """Where a part stands in its list.

    Attributes:
        whole: The address of the list.
        before, after: The parts around it.
    """

    whole: str
    before: Stretch | None
    after: Stretch | None


@dataclass(frozen=True)
class Cut(Generic[Item]):
    """How to cut a list.

    Attributes:
        name: What people look an item up by; the list is in order of it.
        shelf: The letter or year of an item, as it stands in addresses.
        weight: How much room an item takes.
    """

    name: Callable[[Item], str]
    shelf: Callable[[Item], str]
    weight: Callable[[Item], int] = lambda _: 1

    def parts(
        self, items: Sequence[Item], of: str, at: Addresses, whole: int | None = None
    ) -> tuple[Part[Item], ...]:
        """Return the parts of a list; none where it fits on a page.

        Args:
            items: The whole list, in order.
            of: The address of the list.
            at: The addresses of the site.
            whole: The longest list to leave whole, where it shares its page with others.
        """
        if sum(map(self.weight, items)) <= (WHOLE if whole is None else whole):
            return ()
        return tuple(
            Part(Stretch(at.part(of, shelf, number), *self._ends(held)), held)
            for shelf, number, held in self._cut(items)
        )

    def _cut(self, items: Sequence[Item]) -> Iterator[tuple[str, int, tuple[Item, ...]]]:
        """Yield the first shelf, the number and the items of each part."""
        shelves: dict[str, list[Item]] = {}
        for item in items:
            shelves.setdefault(self.shelf(item), []).append(item)
        together: list[Item] = []
        first = ""
        for shelf, held in shelves.items():
            if together and self._weight(together) + self._weight(held) > PART:
                yield first, 1, tuple(together)
                together = []
            if self._weight(held) > PART:
                for number, piece in enumerate(self._pieces(held), start=1):
                    yield shelf, number, piece
                continue
            first = first if together else shelf
            together += held
        if together:
            yield first, 1, tuple(together)

    def _pieces(self, items: list[Item]) -> Iterator[tuple[Item, ...]]:
        piece: list[Item] = []
        room = PART
        for item in items:
            if piece and self.weight(item) > room:
                yield tuple(piece)
                piece, room = [], PART
            piece.append(item)
            room -= self.weight(item)
        yield tuple(piece)

    def _weight(self, items: list[Item]) -> int:
        return sum(map(self.weight, items))

    def _ends(self, items: tuple[Item, ...]) -> tuple[str, str]:
        first, last = (
            textwrap.shorten(self.name(item), NAME_WIDTH, placeholder=" …")
            for item in (items[0], items[-1])
        )
        return first, last


def by_name(name: Callable[[Item], str], weight: Callable[[Item], int] = lambda _: 1) -> Cut[Item]:
    """Cut a list that is in order of the alphabet by letters."""
    return Cut(name, lambda item: letter(name(item)), weight)


def letter(name: str) -> str:
    """Return the letter that a name is looked up under, without marks; or ``0-9`` for the rest."""
    first = unicodedata.normalize("NFKD", name.strip()[:1].casefold())[:1]
    return first if "a" <= first <= "z" else NO_LETTER


@dataclass(frozen=True)
class Listing(Generic[Item]):
    """What the page of a list, or of a part of it, shows.

    Attributes:
        items: What is listed, in order; nothing on a table of contents.
        contents: The parts, where there are too many items for one page.
        beside: Where this part stands in the list.
    """

    items: tuple[Item, ...]
    contents: tuple[Stretch, ...] = ()
    beside: Beside | None = None


def pages_of_list(
    listed: Page, items: tuple[Item, ...], cut: Cut[Item], at: Addresses
) -> Iterator[Page]:
    """Yield the page of a list, and those of its parts where it is long.

    Args:
        listed: The page of the whole list, with any view.
        items: Everything on it, in order.
        cut: How to cut it.
        at: The addresses of the site.
    """
    parts = cut.parts(items, listed.address, at)
    yield replace(listed, view=Listing(() if parts else items, stretches(parts)))
    yield from pages_of_parts(listed, parts, lambda held, beside: Listing(held, beside=beside))


def pages_of_parts(
    listed: Page,
    parts: Sequence[Part[Item]],
    view: Callable[[tuple[Item, ...], Beside], object],
    anchor: str = "",
) -> Iterator[Page]:
    """Yield the page of each part.

    Args:
        listed: The page of the whole list.
        parts: Its parts, or those of one of its groups.
        view: Makes what a page of this kind shows of some items.
        anchor: Where the group begins on the page of the whole list, with ``#`` in front.
    """
    around = [None, *(part.stretch for part in parts), None]
    for part, before, after in zip(parts, around, around[2:], strict=False):
        here = part.stretch
        yield replace(
            listed,
            address=here.address,
            title=f"{listed.title}: {here.first} – {here.last}",
            view=partial(view, part.items, Beside(listed.address + anchor, before, after)),
            in_search=False,
            lasting=False,
        )


def stretches(parts: Sequence[Part[Item]]) -> tuple[Stretch, ...]:
    """Return what the table of contents shows of the parts."""
    return tuple(part.stretch for part in parts)
