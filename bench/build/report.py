"""The figures of whole builds, in words and ratios."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MIB = 1024 * 1024
OTHERS = ("material", "zensical")


def text(found: Mapping[str, Any]) -> str:
    """Return everything that was measured as lines to read."""
    return "\n".join(
        (*_heading(found), *_builds(found), "", *_ratios(found), "", *_where(found))
    ).rstrip()


def _heading(found: Mapping[str, Any]) -> Iterator[str]:
    size = ", ".join(f"{number} {name}" for name, number in found["size"].items())
    yield f"\nMade records: {size}; seed {found['seed']}"
    yield (
        f"{found['pages']} pages, {found['bytes'] / MIB:.0f} MiB;"
        f" {found['processors']} processors,"
        f" {found['load_per_processor']} processes waiting for each"
    )
    if found["load_per_processor"] > 1:
        yield "This machine was busy: only seconds of the processor, and ratios, say something."


def _builds(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n{'':<12}{'clock s':>10}{'processor s':>13}{'peak MiB':>10}"
    for name, took in found["builds"].items():
        peak = took["peak"] / MIB
        yield f"{name:<12}{took['wall']:>10.1f}{took['processor']:>13.1f}{peak:>10.0f}"
    if failed := found.get("zensical_failed"):
        yield f"Zensical cannot be had here: {failed.splitlines()[-1]}"


def _ratios(found: Mapping[str, Any]) -> Iterator[str]:
    builds = found["builds"]
    cold = builds["cold"]
    pages = found["pages"]

    def beside(name: str, other: str) -> str:
        over = builds[other]
        wall = builds[name]["wall"] / over["wall"]
        processor = builds[name]["processor"] / over["processor"]
        return f"{wall:.3f} (processor {processor:.3f})"

    yield f"cold: {1000 * cold['wall'] / pages:.2f} ms a page by the clock"
    for name in OTHERS:
        if name in builds:
            yield f"cold / {name}: {beside('cold', name)}; of the faster one at most 0.5"
    if "small" in builds:
        small = builds["small"]["wall"] / found["small_pages"]
        ratio = cold["wall"] / pages / small
        beside_small = f"a page here / a page of {found['small_pages']}"
        yield f"{beside_small}: {ratio:.2f} by the clock; at most 1.15"
    for name, most in (("changed", "at most 0.05"), ("unchanged", "reading and checking only")):
        if name in builds:
            yield f"{name} / cold: {beside(name, 'cold')}; {most}"
    if {"unchanged", "check"} <= builds.keys():
        yield f"unchanged / check: {beside('unchanged', 'check')}"
    own = [took["peak"] for name, took in builds.items() if name not in OTHERS]
    yield f"peak memory of one process of ours: {max(own) / MIB:.0f} MiB; at most 1536"


def _where(found: Mapping[str, Any]) -> Iterator[str]:
    if "where" not in found:
        return
    told = found["where"]
    total = sum(told["parts"].values())
    floors = told["floors"]
    yield "where the processor time of a cold build in one process goes"
    for part, seconds in sorted(told["parts"].items(), key=lambda item: -item[1]):
        floor = f"{floors[part]:>8.2f} alone" if part in floors else ""
        yield f"  {part:<12}{seconds:>9.2f} s{100 * seconds / total:>7.1f}%{floor}"
    cold = found["builds"]["cold"]["processor"]
    yield f"  cold / floor of Markdown ({told['texts']} texts): {cold / floors['Markdown']:.2f}"
