"""Taking in a Word file: what the author asks for is judged against the site, before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brugwerk.check.nearest import did_you_mean, nearest
from brugwerk.contribute.ids import id_from
from brugwerk.contribute.staging import judged_product
from brugwerk.contribute.word.conversion import Converted, convert, with_original
from brugwerk.contribute.word.refusal import refusal
from brugwerk.records.fields import ID_PATTERN

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.check import Entries
    from brugwerk.contribute.word.draft import Wanted
    from brugwerk.language.translator import Translator
    from brugwerk.problems import Problem

_LONGEST_ID = 80


@dataclass(frozen=True)
class TakenIn:
    """A draft that was made of a Word file.

    Attributes:
        id: The product's id.
        converted: What the file became.
        problems: What the check says of the draft.
    """

    id: str
    converted: Converted
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Request:
    """What is asked beside the file.

    Attributes:
        wanted: What goes in the front matter.
        id: The product's id; empty to make it of the title.
        keep_original: Whether the file itself is offered as an attachment.
        write: Whether the draft is put in its place.
    """

    wanted: Wanted
    id: str = ""
    keep_original: bool = False
    write: bool = True


def take_in(path: Path, request: Request, entries: Entries, say: Translator) -> TakenIn:
    """Make a draft of a Word file and put it among the products.

    Args:
        path: The ``.docx`` or ``.odt``.
        request: What is asked beside it.
        entries: The site as it is.
        say: The language of what is filled in for the author.

    Raises:
        RefusedError: The file or the request cannot be taken in; nothing was written.
    """
    _judge(path.name, request.wanted, entries)
    if request.id:
        _judge_id(path.name, request.id, entries)
    converted = convert(path, request.wanted, entries.vocabulary, say)
    product_id = request.id or id_from(converted.title)
    _judge_id(path.name, product_id, entries)
    if request.keep_original:
        converted = with_original(converted, path, product_id, say)
    try:
        problems = judged_product(
            entries.raw.root, product_id, converted.all_files(), write=request.write
        )
    except OSError as error:
        raise refusal("BW914", path.name, reason=error.strerror or "?") from error
    return TakenIn(product_id, converted, problems)


def _judge(name: str, wanted: Wanted, entries: Entries) -> None:
    types = entries.vocabulary.lists["product-types"].by_id
    if wanted.type not in types:
        suggestion = did_you_mean(nearest(wanted.type, types))
        allowed = ", ".join(types)
        raise refusal("BW912", name, value=wanted.type[:80], allowed=allowed, suggestion=suggestion)
    networks = entries.ids("network")
    for network in wanted.networks:
        if network not in networks:
            suggestion = did_you_mean(nearest(network, networks))
            raise refusal("BW913", name, value=network[:80], suggestion=suggestion)


def _judge_id(name: str, product_id: str, entries: Entries) -> None:
    if not re.fullmatch(ID_PATTERN, product_id) or len(product_id) > _LONGEST_ID:
        raise refusal("BW911", name, value=product_id[:80] or "–")
    taken = {*entries.ids("product")}
    taken |= {alias for entry in entries.products.values() for alias in entry.record.aliases}
    if product_id in taken or (entries.raw.root / "products" / product_id).exists():
        numbers = iter(range(2, len(taken) + 3))
        free = next(new for n in numbers if (new := f"{product_id}-{n}") not in taken)
        raise refusal("BW910", name, id=product_id, free=free)
