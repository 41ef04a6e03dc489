"""The records of a whole country, or of any part of it with the same proportions."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, fields, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from bench.corpus.network import Group, days, network, reflection
from bench.corpus.product import Mix, product
from bench.corpus.school import APPLIED, SETTLED, STAGES, adoption, school
from bench.corpus.titles import Titles
from bench.corpus.writer import Writer, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bench.corpus.writer import Record

SECTORS = (*("po",) * 9, *("vo",) * 6, *("mbo",) * 3, "sbo", "so")
THEMES = (
    *("hoogbegaafdheid", "passend-onderwijs", "compacten-verrijken", "differentieren"),
    *("executieve-functies", "denkvaardigheden", "welbevinden", "overgang-po-vo"),
)
TYPES = (*("lesson",) * 6, *("design",) * 3)
STATUSES = (
    *("draft",) * 2,
    *("prototype",) * 5,
    *("tested",) * 8,
    *("transferable",) * 4,
    "retired",
)
AT_ONCE = 3
STANDING = ("running", "running", "closed")
LOCAL_STATUSES = tuple(status for status in STATUSES if status != "transferable")
# Few products reach very many schools, many reach a few: the first of a thousand as many as the
# last thirty together, and so at every size.
SKEW = 0.7
EARLIEST = 0.007


class TooManyError(ValueError):
    """There is no room for so many records; the text says of which kind."""


@dataclass(frozen=True)
class Size:
    """How many records of each kind there are.

    Attributes:
        products, networks, schools, adoptions, reflections: Records.
        meetings: The meetings of each network.
    """

    products: int
    networks: int
    schools: int
    adoptions: int
    reflections: int
    meetings: int = 10

    def scaled(self, factor: float) -> Size:
        """Return a size with the same proportions; a network keeps its meetings."""
        numbers = {
            each.name: max(1, round(getattr(self, each.name) * factor)) for each in fields(self)
        }
        return replace(self, **{**numbers, "meetings": self.meetings})

    @property
    def records(self) -> int:
        """All records together."""
        numbers = (self.products, self.networks, self.schools, self.adoptions, self.reflections)
        return sum(numbers)


NATIONAL = Size(3000, 400, 8000, 24_000, 2000)


def records(size: Size, seed: int = 1) -> Iterator[Record]:
    """Yield the records of a country.

    Args:
        size: How many of each kind.
        seed: Another one makes another country.

    Raises:
        TooManyError: There are more adoptions or reflections than may sensibly be.
    """
    if size.adoptions * 2 > size.products * size.schools:
        raise TooManyError("adoptions: at most half as many as products times schools")
    if size.reflections > size.networks * size.meetings:
        raise TooManyError("reflections: at most one for each meeting")
    chance = random.Random(f"{seed}-nation")  # noqa: S311 - made records, no secret
    networks = [f"gemaakt-{number:04}" for number in range(1, size.networks + 1)]
    sector_of = {one: chance.choice(SECTORS) for one in networks}
    schools = {f"gemaakt-{n:05}": chance.choice(networks) for n in range(1, size.schools + 1)}
    products = {f"gemaakt-{n:05}": chance.choice(networks) for n in range(1, size.products + 1)}
    taken_up = _with_stages(
        _taken_up(size.adoptions, list(schools), list(products), chance), chance
    )
    # Only what is used outside the class of its makers may be called transferable.
    applied = {product_id for (_, product_id), stage in taken_up.items() if stage in APPLIED}
    # Only a network that reached a school may have closed.
    reached = {products[product_id] for _, product_id in taken_up}
    status_of = {one: chance.choice(STANDING) if one in reached else "running" for one in networks}
    yield from _networks(size, seed, sector_of, status_of, schools)
    titles = Titles()
    for product_id, made_by in products.items():
        writer = Writer(words(), f"{seed}-product-{product_id}")
        statuses = STATUSES if product_id in applied else LOCAL_STATUSES
        mix = Mix((sector_of[made_by],), TYPES, statuses, THEMES)
        yield product(product_id, titles.another(writer), made_by, writer, mix)
    for school_id, member_of in schools.items():
        writer = Writer(words(), f"{seed}-school-{school_id}")
        yield school(school_id, sector_of[member_of], [member_of], writer)
    for (school_id, product_id), stage in taken_up.items():
        writer = Writer(words(), f"{seed}-adoption-{school_id}-{product_id}")
        yield adoption(school_id, product_id, stage, writer)


def _networks(
    size: Size,
    seed: int,
    sector_of: Mapping[str, str],
    status_of: Mapping[str, str],
    schools: Mapping[str, str],
) -> Iterator[Record]:
    members: dict[str, list[str]] = {one: [] for one in sector_of}
    for school_id, member_of in schools.items():
        members[member_of].append(school_id)
    planned = days(size.meetings)
    for number, one in enumerate(sector_of):
        writer = Writer(words(), f"{seed}-network-{one}")
        themes = writer.choose(THEMES, 1, 3)
        group = Group(one, sector_of[one], themes, members[one], size.meetings)
        yield network(group, status_of[one], writer)
        talks = size.reflections // size.networks + (number < size.reflections % size.networks)
        for day in planned[:talks]:
            yield reflection(one, day, writer)


def _with_stages(
    pairs: Iterable[tuple[str, str]], chance: random.Random
) -> dict[tuple[str, str], str]:
    """Say how far each school is with each product; it can begin with few of them at once."""
    here: Counter[str] = Counter()
    found = {}
    for school_id, product_id in pairs:
        here[school_id] += 1
        stages = SETTLED if here[school_id] > AT_ONCE else STAGES
        found[school_id, product_id] = chance.choice(stages)
    return found


def _taken_up(
    number: int, schools: Sequence[str], products: Sequence[str], chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Yield which school works with which product, each pair once."""
    weights = list(
        accumulate((EARLIEST + place / len(products)) ** -SKEW for place in range(len(products)))
    )
    # Whether a product is the first or the last one says nothing about it.
    order = chance.sample(products, len(products))
    found: set[tuple[str, str]] = set()
    while len(found) < number:
        pair = (chance.choice(schools), chance.choices(order, cum_weights=weights)[0])
        if pair not in found:
            found.add(pair)
            yield pair
