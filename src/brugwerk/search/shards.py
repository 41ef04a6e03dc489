"""Files of the index: small, named after what is in them, and in order of their terms."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brugwerk.search.index import Postings

# About 11 kB on the line: one word costs one or two of these.
SHARD_SIZE = 32_000
SUMMARIES_PER_FILE = 32


def as_json(value: object) -> bytes:
    """Write a value as compact JSON, always the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def named(name: str, content: bytes, suffix: str = "json") -> tuple[str, bytes]:
    """Return a file name that changes with the content, so that browsers may keep the file."""
    return f"{name}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}", content


def shards(name: str, postings: Postings) -> Iterator[tuple[str, str, bytes]]:
    """Cut postings into files by ranges of terms.

    Args:
        name: What the file names start with.
        postings: Per term, the weight per document.

    Yields:
        The first term of a file, its name and its content: the terms, and for each a flat list of
        document numbers (each as the distance to the one before) and weights.
    """
    terms: list[str] = []
    lists: list[list[int]] = []
    size = 0
    for term in sorted(postings):
        flat = _flat(postings[term])
        length = len(term) + 4 + sum(len(str(number)) + 1 for number in flat)
        if terms and size + length > SHARD_SIZE:
            yield (terms[0], *named(name, as_json({"terms": terms, "postings": lists})))
            terms, lists, size = [], [], 0
        terms.append(term)
        lists.append(flat)
        size += length
    if terms:
        yield (terms[0], *named(name, as_json({"terms": terms, "postings": lists})))


def _flat(weights: dict[int, int]) -> list[int]:
    flat = []
    before = 0
    for number, weight in sorted(weights.items()):
        flat += [number - before, weight]
        before = number
    return flat


def blocks(summaries: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Cut summaries into files of equal count, in order of the documents."""
    for start in range(0, len(summaries), SUMMARIES_PER_FILE):
        yield named("summaries", as_json(summaries[start : start + SUMMARIES_PER_FILE]))
