"""The figures of a run, for people as one table and for programs as JSON."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bench.search.measures import mean, ndcg, percentile, success

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bench.search.drive import Watched
    from bench.search.queries import Query

KB = 1000
WIDTH = 18


@dataclass(frozen=True)
class Figures:
    """One engine in figures: a greater quality is better, all else is better when smaller."""

    ndcg_at_10: float
    success_at_3: float
    first_result_kb: float
    full_p50_ms: float
    full_p95_ms: float
    first_p50_ms: float
    first_p95_ms: float
    busy_p50_ms: float
    busy_p95_ms: float
    build_seconds: float


ROWS = {
    "ndcg_at_10": ("nDCG@10", "{:.3f}"),
    "success_at_3": ("success@3", "{:.3f}"),
    "first_result_kb": ("kB until the first result", "{:.0f}"),
    "full_p50_ms": ("key to all results, p50 ms", "{:.0f}"),
    "full_p95_ms": ("key to all results, p95 ms", "{:.0f}"),
    "first_p50_ms": ("key to first change, p50 ms", "{:.0f}"),
    "first_p95_ms": ("key to first change, p95 ms", "{:.0f}"),
    "busy_p50_ms": ("page busy per key, p50 ms", "{:.0f}"),
    "busy_p95_ms": ("page busy per key, p95 ms", "{:.0f}"),
    "build_seconds": ("build with index, s", "{:.1f}"),
}


def figures(watched: Watched, queries: Sequence[Query], seconds: float) -> Figures:
    """Return the figures of one engine."""
    qualities = [ndcg(watched.found.get(q.text, []), q.relevant) for q in queries]
    hits = [success(watched.found.get(q.text, []), q.relevant) for q in queries]
    return Figures(
        ndcg_at_10=mean(qualities),
        success_at_3=mean([float(hit) for hit in hits]),
        first_result_kb=percentile(watched.first_bytes, 0.5) / KB,
        full_p50_ms=percentile(watched.full, 0.5),
        full_p95_ms=percentile(watched.full, 0.95),
        first_p50_ms=percentile(watched.first, 0.5),
        first_p95_ms=percentile(watched.first, 0.95),
        busy_p50_ms=percentile(watched.busy, 0.5),
        busy_p95_ms=percentile(watched.busy, 0.95),
        build_seconds=seconds,
    )


def table(found: Mapping[str, Figures], labels: Mapping[str, str]) -> str:
    """Return the figures side by side, each with its ratio to the first engine."""
    lines = [" " * 30 + "".join(labels[name].rjust(WIDTH) for name in found)]
    first = next(iter(found.values()))
    for key, (label, form) in ROWS.items():
        base = getattr(first, key)
        cells = []
        for value in (getattr(each, key) for each in found.values()):
            text = "–" if math.isnan(value) else form.format(value)
            ratio = _ratio(value, base)
            cells.append(f"{text} ({ratio:.2f}×)" if ratio is not None else text)
        lines.append(label.ljust(30) + "".join(cell.rjust(WIDTH) for cell in cells))
    return "\n".join(lines)


def by_kind(watched: Mapping[str, Watched], queries: Sequence[Query]) -> str:
    """Return nDCG@10 of each engine for each kind of query."""
    kinds: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        kinds[query.kind].append(query)
    lines = []
    for kind, members in kinds.items():
        cells = [
            f"{mean([ndcg(seen.found.get(q.text, []), q.relevant) for q in members]):.3f}"
            for seen in watched.values()
        ]
        label = f"  {kind} ({len(members)})"
        lines.append(label.ljust(30) + "".join(cell.rjust(WIDTH) for cell in cells))
    return "\n".join(lines)


def as_data(
    found: Mapping[str, Figures],
    watched: Mapping[str, Watched],
    queries: Sequence[Query],
    about: Mapping[str, Any],
) -> dict[str, Any]:
    """Return everything of a run as plain data; a figure that is not there is ``None``."""
    base = asdict(next(iter(found.values())))
    engines = {}
    for name, each in found.items():
        seen = watched[name]
        values = asdict(each)
        engines[name] = {
            "figures": {key: _number(value) for key, value in values.items()},
            "ratios": {key: _ratio(value, base[key]) for key, value in values.items()},
            "keys_measured": len(seen.full),
            "keys_without_change": seen.idle,
            "largest_files": seen.files,
            "requests_elsewhere": seen.elsewhere,
            "problems": seen.problems,
            "queries": [
                {
                    "query": query.text,
                    "kind": query.kind,
                    "ndcg_at_10": round(ndcg(seen.found.get(query.text, []), query.relevant), 4),
                    "found": [
                        [address, query.relevant.get(address, 0)]
                        for address in seen.found.get(query.text, [])
                    ],
                    "missed": sorted(
                        (a for a in query.relevant if a not in seen.found.get(query.text, [])),
                        key=lambda a: (-query.relevant[a], a),
                    ),
                }
                for query in queries
            ],
        }
    return {**about, "engines": engines}


def _ratio(value: float, base: float) -> float | None:
    if math.isnan(value) or math.isnan(base) or not base:
        return None
    return round(value / base, 3)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)
