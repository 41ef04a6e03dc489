"""How knowledge travels, drawn: from networks and products, over bridge roles, to schools.

Every product has lines of its own, so that no two lines cross. A line's form says whether a school
prepares, uses or no longer considers a product; width and colour are the same for all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from brugwerk.render.drawing import BOLD, Area, Drawing, width_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from brugwerk.derive.travels import Standing

_SIZE, _LEADING, _PAD = 14, 19, 9
_TITLE = 15 * BOLD
_GAP = 14
# How far below a product the next role begins, and where in it the line arrives.
_DROP, _BEND = 12, 14


@dataclass(frozen=True)
class Place:
    """A network, product or school: its name and the address of its page, if it has one."""

    name: str
    address: str


@dataclass(frozen=True)
class Crossing:
    """A line from a product to a school.

    Attributes:
        school: Where it leads.
        role, stage: What stands on it.
        standing: The form of the line.
        address: The transfer page.
        label: The whole line as a sentence.
    """

    school: Place
    role: str
    stage: str
    standing: Standing
    address: str
    label: str


@dataclass(frozen=True)
class Origin:
    """A product with its lines."""

    product: Place
    crossings: tuple[Crossing, ...]


@dataclass(frozen=True)
class Band:
    """Networks, and what they made together."""

    networks: tuple[Place, ...]
    origins: tuple[Origin, ...]


class _Measures(NamedTuple):
    """Where things stand from left to right: sides are a left edge and a width."""

    width: float
    product: tuple[float, float]
    school: tuple[float, float]
    trunk: float


# In pixels: what Material leaves for text on a desk, and on the narrowest common phone.
_WIDE = _Measures(720, (20, 210), (494, 225), 246)
_NARROW = _Measures(328, (16, 311), (76, 251), 32)
_SIZES = {"product": _TITLE, "school": _SIZE}


def wide_picture(
    bands: tuple[Band, ...], link: Callable[[str], str], title: str, description: str
) -> Markup:
    """Draw products at the left, schools at the right and bridge roles on the line between.

    Args:
        bands: What travelled, in order.
        link: Makes a link of an address.
        title: What the picture shows.
        description: How to read it.
    """
    drawing = _drawn(bands, link, _WIDE, _across)
    return drawing.svg("travels-picture travels-wide", "travels-wide", title, description)


def narrow_picture(
    bands: tuple[Band, ...], link: Callable[[str], str], title: str, description: str
) -> Markup:
    """Draw the same from top to bottom, for a phone.

    Args:
        bands: What travelled, in order.
        link: Makes a link of an address.
        title: What the picture shows.
        description: How to read it.
    """
    drawing = _drawn(bands, link, _NARROW, _downwards)
    return drawing.svg("travels-picture travels-narrow", "travels-narrow", title, description)


def _drawn(
    bands: tuple[Band, ...],
    link: Callable[[str], str],
    measures: _Measures,
    draw: Callable[[Drawing, Origin, Callable[[str], str]], None],
) -> Drawing:
    drawing = Drawing(measures.width)
    for band in bands:
        top = drawing.height
        _head(drawing, band, link)
        for origin in band.origins:
            draw(drawing, origin, link)
        drawing.box("travels-band", Area(0, top, 5, drawing.height - top - _GAP + 4), 2)
        drawing.height += _GAP
    return drawing


def _head(drawing: Drawing, band: Band, link: Callable[[str], str]) -> None:
    drawing.height += 4
    for network in band.networks:
        lines = wrapped(network.name, _TITLE, drawing.width - 20)
        inside = Drawing(drawing.width)
        inside.words("travels-network", 16, drawing.height + 16, lines, _LEADING + 3)
        if network.address:
            drawing.link(link(network.address), "", inside)
        else:
            drawing.marks += inside.marks
        drawing.height += len(lines) * (_LEADING + 3) + 4
    drawing.height += 6


def _across(drawing: Drawing, origin: Origin, link: Callable[[str], str]) -> None:
    left, width = _WIDE.product
    tall = _tall("product", origin.product, width)
    middle = first = drawing.height + max(tall, _row(origin.crossings[0])) / 2
    area = Area(left, first - tall / 2, width, tall)
    _box(drawing, "product", origin.product, area, link)
    for number, crossing in enumerate(origin.crossings):
        row = max(_row(crossing), 0 if number else tall)
        middle = drawing.height + row / 2
        _cross(drawing, crossing, middle, link)
        drawing.height += row + _GAP
    right = left + width
    drawing.line("travels-trunk", (right, first), (_WIDE.trunk, first), (_WIDE.trunk, middle))


def _row(crossing: Crossing) -> float:
    role, stage = _role(crossing), wrapped(crossing.stage, _SIZE, 200)
    # The stage hangs below the role, which stands in the middle of the row.
    below = role.height / 2 + len(stage) * _LEADING
    return max(_tall("school", crossing.school, _WIDE.school[1]), 2 * below)


def _cross(drawing: Drawing, crossing: Crossing, middle: float, link: Callable[[str], str]) -> None:
    left, width = _WIDE.school
    centre = (_WIDE.trunk + left) / 2
    role = _role(crossing)
    inside = Drawing(_WIDE.width)
    inside.line(f"travels-line travels-{crossing.standing}", (_WIDE.trunk, middle), (left, middle))
    area = Area(centre - role.width / 2, middle - role.height / 2, role.width, role.height)
    inside.box("travels-role", area, 13)
    inside.words("travels-text travels-centred", centre, area.top + 18, role.lines, _LEADING)
    stage = wrapped(crossing.stage, _SIZE, 200)
    foot = area.top + role.height + 15
    inside.words("travels-stage travels-centred", centre, foot, stage, _LEADING)
    drawing.link(link(crossing.address), crossing.label, inside)
    tall = _tall("school", crossing.school, width)
    place = Area(left, middle - tall / 2, width, tall)
    _box(drawing, "school", crossing.school, place, link)


def _downwards(drawing: Drawing, origin: Origin, link: Callable[[str], str]) -> None:
    left, width = _NARROW.product
    area = Area(left, drawing.height, width, _tall("product", origin.product, width))
    _box(drawing, "product", origin.product, area, link)
    drawing.height = turn = area.top + area.height
    for crossing in origin.crossings:
        turn = drawing.height + _DROP + _BEND
        _descend(drawing, crossing, link)
    foot = area.top + area.height
    drawing.line("travels-trunk", (_NARROW.trunk, foot), (_NARROW.trunk, turn))
    drawing.height += _GAP


def _descend(drawing: Drawing, crossing: Crossing, link: Callable[[str], str]) -> None:
    left, width = _NARROW.school
    top = drawing.height + _DROP
    role = _role(crossing)
    foot = top + role.height
    place = Area(left, foot + 24, width, _tall("school", crossing.school, width))
    inside = Drawing(_NARROW.width)
    kind = f"travels-line travels-{crossing.standing}"
    inside.line(kind, (_NARROW.trunk, top + _BEND), (left, top + _BEND))
    inside.line(kind, (left + 20, foot), (left + 20, place.top))
    inside.box("travels-role", Area(left, top, role.width, role.height), 13)
    inside.words("travels-text", left + _PAD, top + 18, role.lines, _LEADING)
    # The stage stands beside the role where there is room for it, and else beside the line below.
    beside = left + role.width + 8
    fits = beside + width_of(crossing.stage, _SIZE) <= left + width
    spot = (beside, top + 18) if fits else (left + 30, foot + 17)
    inside.words("travels-stage", *spot, (crossing.stage,), _LEADING)
    drawing.link(link(crossing.address), crossing.label, inside)
    _box(drawing, "school", crossing.school, place, link)
    drawing.height = place.top + place.height


class _Role(NamedTuple):
    lines: tuple[str, ...]
    width: float
    height: float


def _role(crossing: Crossing) -> _Role:
    lines = wrapped(crossing.role, _SIZE, 140)
    width = max(width_of(line, _SIZE) for line in lines) + 2 * _PAD
    return _Role(lines, width, len(lines) * _LEADING + 8)


def _lines(kind: str, place: Place, width: float) -> tuple[str, ...]:
    return wrapped(place.name, _SIZES[kind], width - 2 * _PAD)


def _tall(kind: str, place: Place, width: float) -> float:
    return len(_lines(kind, place, width)) * _LEADING + 2 * _PAD


def _box(drawing: Drawing, kind: str, place: Place, area: Area, link: Callable[[str], str]) -> None:
    inside = Drawing(drawing.width)
    inside.box(f"travels-{kind}", area)
    lines = _lines(kind, place, area.width)
    foot = area.top + _PAD + 14
    inside.words(f"travels-{kind}-name", area.left + _PAD, foot, lines, _LEADING)
    drawing.link(link(place.address), "", inside)
