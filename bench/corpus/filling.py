"""Made products that fill a site up to a size; no query of the benchmark of search finds one.

Every sixty products share a made network, so that pages of networks keep a usual length.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bench.corpus.product import product
from bench.corpus.titles import Titles
from bench.corpus.writer import Writer, record, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bench.corpus.writer import Record

PER_NETWORK = 60


def records(number: int, seed: int = 1) -> Iterator[Record]:
    """Yield that many made products, and the networks that made them."""
    titles = Titles()
    for index in range(1, number + 1):
        network = f"gemaakt-{(index - 1) // PER_NETWORK + 1:03}"
        if index % PER_NETWORK == 1:
            yield _network(network, Writer(words(), f"{seed}-{network}"))
        writer = Writer(words(), f"{seed}-{index}")
        yield product(f"gemaakt-{index:05}", titles.another(writer), network, writer)


def fill(root: Path, total: int, seed: int = 1) -> int:
    """Fill the site below ``root`` up to ``total`` products and return how many were made."""
    present = sum(1 for folder in (root / "products").iterdir() if folder.is_dir())
    made = max(0, total - present)
    write(root, records(made, seed))
    return made


def write(root: Path, made: Iterable[Record]) -> int:
    """Write records below ``root`` and return how many they were."""
    number = 0
    for number, one in enumerate(made, start=1):  # noqa: B007 - counted
        path = root / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(one.text, "utf-8")
    return number


def _network(network: str, writer: Writer) -> Record:
    front = {
        "title": f"Netwerk {network[-3:]} (gemaakt)",
        "summary": writer.write("summaries"),
        "question": writer.write("questions"),
        "status": "draft",
        "themes": ["passend-onderwijs"],
        "sectors": ["vo", "mbo"],
        "programme": "design-cycles",
        "start": date(2027, 9, 15),
        "years": 2,
        "format": "onsite",
    }
    return record(f"networks/{network}/index.md", front)
