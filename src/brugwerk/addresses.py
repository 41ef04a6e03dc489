"""Where every page stands: an address is permanent, and follows from ids and path words alone.

An address is a path below the site's root with a slash at its end: ``producten/<id>/``. The root
itself is the empty text.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from brugwerk.settings import PathWords


# The files that a reader takes along from a page. They stand beside it under names that are the
# same everywhere, so that they go where the page goes; on saving they get names that say more.
WORD = "word.docx"
ARCHIVE = "archive.zip"
PUPILS = "pupils.zip"
TAKEN_ALONG = frozenset({WORD, ARCHIVE, PUPILS})
# Beside a product too, for programs that keep sources; read once, and never linked to.
CITATION = "citation"


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site with the given path words."""

    words: PathWords

    @property
    def products(self) -> str:
        """The list of products."""
        return f"{self.words.products}/"

    @property
    def networks(self) -> str:
        """The list of networks."""
        return f"{self.words.networks}/"

    @property
    def guides(self) -> str:
        """The list of facilitation guides."""
        return f"{self.words.guides}/"

    @property
    def reflections(self) -> str:
        """The list of reflections."""
        return f"{self.words.reflections}/"

    @property
    def schools(self) -> str:
        """The list of schools."""
        return f"{self.words.schools}/"

    @property
    def travels(self) -> str:
        """Which products live in which schools."""
        return f"{self.words.travels}/"

    @property
    def questions(self) -> str:
        """What schools ask networks."""
        return f"{self.words.travels}/{self.words.questions}/"

    @property
    def search(self) -> str:
        """The search page; the files of search stand below it."""
        return f"{self.words.search}/"

    @property
    def problems(self) -> str:
        """The explanation of every problem code."""
        return f"{self.words.problems}/"

    @property
    def fields(self) -> str:
        """What every key of every kind of record holds."""
        return f"{self.words.contribute}/{self.words.fields}/"

    @property
    def attention(self) -> str:
        """The days that passed, for who keeps the site."""
        return f"{self.words.contribute}/{self.words.attention}/"

    @property
    def controlled_lists(self) -> str:
        """The controlled lists; a page written by hand, so that no word changes it."""
        return "bijdragen/lijsten/"

    @property
    def shared_catalogue(self) -> str:
        """What other sites read of this one; a word that they know, whatever the language."""
        return "catalogue.json"

    @property
    def school_site(self) -> str:
        """How a page stands on a school's own site; written by hand, so that no word changes it."""
        return "uitleg/schoolsite/"

    @property
    def follow(self) -> str:
        """How one hears of new versions."""
        return f"{self.words.follow}/"

    @property
    def oai(self) -> str:
        """All products in one file, for harvesters."""
        return "oai.xml"

    @property
    def form(self) -> str:
        """The form for contributions; what it is filled with stands below it."""
        return f"{self.words.contribute}/{self.words.form}/"

    @property
    def editor(self) -> str:
        """The editor in the browser, where a site has one."""
        return f"{self.words.contribute}/{self.words.editor}/"

    def product(self, product: str) -> str:
        """The page of a product."""
        return f"{self.words.products}/{product}/"

    def nl_lom(self, product: str) -> str:
        """What a harvester of learning material reads of a product."""
        return f"{self.words.products}/{product}/nl-lom.xml"

    def empty_transfer(self, product: str) -> str:
        """The transfer sheet of a product for a school without a record."""
        return f"{self.words.products}/{product}/{self.words.transfer}/"

    def core(self, product: str, element: str) -> str:
        """A core element of a product, on its page."""
        return f"{self.product(product)}#kern-{element}"

    def adaptable(self, product: str, element: str) -> str:
        """An adaptable element of a product, on its page."""
        return f"{self.product(product)}#vrij-{element}"

    def condition(self, product: str, condition: str) -> str:
        """A condition of a product, on its page."""
        return f"{self.product(product)}#voorwaarde-{condition}"

    def version(self, product: str, version: str) -> str:
        """The page of an earlier version of a product."""
        return f"{self.words.products}/{product}/{self.words.versions}/{version}/"

    def attachment(self, product: str, path: str) -> str:
        """A file of a product; the only address without a slash at its end.

        Markdown goes out as plain text: a generator would make a page of the site from it, with
        whatever HTML or template its writer put in.
        """
        as_text = ".txt" if path.lower().endswith((".md", ".markdown")) else ""
        return f"{self.words.products}/{product}/{path}{as_text}"

    def network(self, network: str) -> str:
        """The page of a network."""
        return f"{self.words.networks}/{network}/"

    def network_feed(self, network: str, form: str) -> str:
        """New versions of what a network made; ``form`` is the file's suffix."""
        return f"{self.words.networks}/{network}/feed.{form}"

    def theme_feed(self, theme: str, form: str) -> str:
        """New versions of what is about a theme; ``form`` is the file's suffix."""
        return f"{self.words.follow}/{theme}.{form}"

    def feed(self, form: str) -> str:
        """New versions of all products; ``form`` is the file's suffix."""
        return f"feed.{form}"

    def network_attention(self, network: str) -> str:
        """The days that passed for a network."""
        return f"{self.words.networks}/{network}/{self.words.attention}/"

    def guide(self, network: str) -> str:
        """The facilitation guide of a network."""
        return f"{self.words.networks}/{network}/{self.words.guide}/"

    def booklet(self, network: str) -> str:
        """The facilitation guide of a network as one booklet to print."""
        return f"{self.guide(network)}{self.words.booklet}/"

    def conversation(self, network: str) -> str:
        """The sheet on which a network writes while it looks back together."""
        return f"{self.guide(network)}{self.words.conversation}/"

    def calendar(self, network: str) -> str:
        """The meetings of a network, as a calendar that other programs read."""
        return f"{self.network(network)}{self.words.calendar}.ics"

    def network_travels(self, network: str) -> str:
        """In which schools the products of a network live."""
        return f"{self.words.networks}/{network}/{self.words.travels}/"

    def reflection(self, network: str, day: str) -> str:
        """A joint reflection of a network."""
        return f"{self.words.networks}/{network}/{self.words.reflections}/{day}/"

    def school(self, school: str) -> str:
        """The page of a school."""
        return f"{self.words.schools}/{school}/"

    def transfer(self, school: str, product: str) -> str:
        """The transfer page of a product at a school."""
        return f"{self.words.schools}/{school}/{product}/"

    def adoption(self, school: str, product: str) -> str:
        """What a school made of a product, as data."""
        return f"{self.transfer(school, product)}{self.words.adoption}.json"

    def embedded(self, page: str) -> str:
        """A page without the site around it, to stand in a page of another site."""
        return f"{page}{self.words.embedded}/"

    def code(self, page: str) -> str:
        """The QR code that leads to a page."""
        return f"{page}qr.svg"

    def question(self, school: str, product: str) -> str:
        """What a school asks about a product."""
        return f"{self.words.travels}/{self.words.questions}/{school}/{product}/"

    def part(self, of: str, shelf: str, number: int) -> str:
        """A part of the long list at the address ``of``; never permanent, as records come and go.

        It stands apart from the list itself: below that, an id may be any word.
        """
        piece = f"{number}/" if number > 1 else ""
        return f"{self.words.lists}/{of}{shelf}/{piece}"

    def of_file(self, file: PurePosixPath) -> str | None:
        """Return the address of the page or attachment that a file of a record becomes.

        Args:
            file: A path below the site's root, such as ``schools/<id>/<product>.md``.
        """
        match file.parts:
            case ("products", product, "index.md"):
                return self.product(product)
            case ("products", product, "files", *rest) if rest:
                return self.attachment(product, "/".join(("files", *rest)))
            case ("products", product, "versions", version):
                return self.version(product, version.removesuffix(".md"))
            case ("networks", network, "index.md"):
                return self.network(network)
            case ("networks", network, "reflections", day):
                return self.reflection(network, day.removesuffix(".md"))
            case ("schools", school, "index.md"):
                return self.school(school)
            case ("schools", school, product):
                return self.transfer(school, product.removesuffix(".md"))
            case _:
                return None


def absolute(address: str, root: str) -> str:
    """Return an address as it stands on the web.

    Args:
        address: An address, with an anchor behind ``#`` or not.
        root: Where the site is published, such as ``https://example.org/brugwerk/``.
    """
    path, mark, anchor = address.partition("#")
    return f"{root.rstrip('/')}/{quote(path)}{mark}{quote(anchor)}"


def relative(target: str, page: str) -> str:
    """Return the relative link from the page at address ``page`` to the address ``target``.

    Args:
        target: An address, with an anchor behind ``#`` or not.
        page: The address of the page that holds the link.
    """
    path, mark, anchor = target.partition("#")
    if path == page:
        return f"#{anchor}" if mark else "./"
    link = posixpath.relpath(f"/{path}", f"/{page}")
    if not path or path.endswith("/"):
        link += "/"
    return f"{link}{mark}{anchor}"
