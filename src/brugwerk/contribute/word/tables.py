"""Tables of Word as tables of Markdown, which know one line in a cell and no merged cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.word.notices import Notice, Noticed, shortened
from brugwerk.contribute.word.tree import NO_ATTRIBUTES, Part, Parts, part, plain

if TYPE_CHECKING:
    from collections.abc import Callable

# Lines of this length still read as one line of a table.
_LONGEST_JOINED = 160
_MAX_COLUMNS = 30
_MAX_ROWS = 2_000
_LINES = frozenset({"Para", "Plain"})
_ENDS_A_SENTENCE = re.compile(r"[.:;!?…]$")


class TooLargeTableError(Exception):
    """A table with more cells than a page can show."""


@dataclass(frozen=True)
class _Grid:
    """The cells of a table, each with blocks, in rows of one length."""

    rows: list[list[Parts]]
    merged: bool


def flat_table(table: Part, notices: list[Notice], is_label: Callable[[str], bool]) -> Parts:
    """Return what a table of pandoc becomes in the Markdown of the site.

    A frame of one column becomes a quotation. A table with the names of fields in its first
    column becomes a list. A table with more in its cells than a line is written out row by row.

    Args:
        table: The table; tables in its cells are flat already.
        notices: Takes what the author should know.
        is_label: Whether a text is the name of a field.

    Raises:
        TooLargeTableError: It has more rows or columns than a page can show.
    """
    grid = _grid(table)
    rows = [row for row in grid.rows if any(plain(cell) for cell in row) or _holds_picture(row)]
    rows = _without_empty_columns(rows)
    caption = table["c"][1][1]
    if not rows:
        return list(caption)
    begins = shortened(next((t for row in rows for cell in row if (t := plain(cell))), "…"), 40)
    if len(rows[0]) == 1:
        notices.append(Notice(Noticed.FRAME, begins))
        return [part("BlockQuote", [block for row in rows for block in row[0]]), *caption]
    if grid.merged:
        notices.append(Notice(Noticed.MERGED_CELLS, begins))
    if len(rows[0]) == 2 and is_label(plain(rows[0][0])):
        return [_as_list(rows), *caption]
    lines = [[_as_line(cell) for cell in row] for row in rows]
    if all(line is not None for row in lines for line in row):
        return [_pipe_table(lines), *caption]
    notices.append(Notice(Noticed.TABLE_BY_ROW, begins))
    return [*_row_by_row(rows), *caption]


def _grid(table: Part) -> _Grid:
    _, _, columns, head, bodies, foot = table["c"]
    width = len(columns)
    sections = [head[1], *(section for body in bodies for section in body[2:4]), foot[1]]
    raw = [row for section in sections for row in section]
    if width > _MAX_COLUMNS or len(raw) > _MAX_ROWS:
        raise TooLargeTableError
    taken: dict[tuple[int, int], Parts] = {}
    merged = False
    rows: list[list[Parts]] = []
    for number, (_, cells) in enumerate(raw):
        column = 0
        for _, _, height, span, blocks in cells:
            while (number, column) in taken:
                column += 1
            merged = merged or height > 1 or span > 1
            for down in range(min(height, len(raw) - number)):
                for right in range(min(span, max(width - column, 1))):
                    # Down the rows the words hold for each; across the columns they stand once.
                    taken[number + down, column + right] = [] if right else blocks
            column += span
        rows.append([taken.get((number, place), []) for place in range(width)])
    return _Grid(rows, merged)


def _without_empty_columns(rows: list[list[Parts]]) -> list[list[Parts]]:
    if not rows:
        return rows
    kept = [
        place
        for place in range(len(rows[0]))
        if any(plain(row[place]) for row in rows) or _holds_picture([row[place] for row in rows])
    ]
    return [[row[place] for place in kept] for row in rows]


def _holds_picture(node: Any) -> bool:
    if isinstance(node, list):
        return any(_holds_picture(child) for child in node)
    return isinstance(node, dict) and (node.get("t") == "Image" or _holds_picture(node.get("c")))


def _as_line(cell: Parts) -> Parts | None:
    """Return the inlines of a cell that can stand on one line, or none."""
    if any(block["t"] not in _LINES for block in cell):
        return None
    if len(cell) > 1 and len(plain(cell)) > _LONGEST_JOINED:
        return None
    line: Parts = []
    for block in cell:
        for inline in [*block["c"], part("LineBreak")]:
            if inline["t"] != "LineBreak":
                line.append(inline)
            elif line and line[-1]["t"] != "Space":
                # The lines of a cell become one: a sign between them keeps them apart.
                sign = [] if _ENDS_A_SENTENCE.search(plain(line[-1:])) else [part("Str", ";")]
                line += [*sign, part("Space")]
    while line and (line[-1]["t"] == "Space" or line[-1] == part("Str", ";")):
        line.pop()
    return line


def _pipe_table(lines: list[list[Parts | None]]) -> Part:
    def row(cells: list[Parts | None]) -> list[Any]:
        return [
            NO_ATTRIBUTES,
            [
                [NO_ATTRIBUTES, part("AlignDefault"), 1, 1, [part("Plain", cell or [])]]
                for cell in cells
            ],
        ]

    columns = [[part("AlignDefault"), part("ColWidthDefault")] for _ in lines[0]]
    return part(
        "Table",
        NO_ATTRIBUTES,
        [None, []],
        columns,
        [NO_ATTRIBUTES, [row(lines[0])]],
        [[NO_ATTRIBUTES, 0, [], [row(line) for line in lines[1:]]]],
        [NO_ATTRIBUTES, []],
    )


def _as_list(rows: list[list[Parts]]) -> Part:
    return part("BulletList", [_labelled(plain(key), value) for key, value in rows])


def _labelled(label: str, cell: Parts) -> Parts:
    """Return a list item: the label in bold, and then what is in the cell."""
    label = label.rstrip(" :")
    bold = [part("Strong", [part("Str", f"{label}:")]), part("Space")] if label else []
    if cell and cell[0]["t"] in _LINES:
        return [part("Para", [*bold, *cell[0]["c"]]), *cell[1:]]
    return [part("Para", bold), *cell] if bold else cell


def _row_by_row(rows: list[list[Parts]]) -> Parts:
    heads = [plain(cell) for cell in rows[0]]
    named = len(rows) > 1
    blocks: Parts = []
    for row in rows[1:] if named else rows:
        first = _as_line(row[0])
        start = 1 if first else 0
        if first:
            label = [part("Str", f"{heads[0]}:"), part("Space")] if heads[0] and named else []
            blocks.append(part("Para", [part("Strong", [*label, *first])]))
        items = [
            _labelled(head if named else "", cell)
            for head, cell in zip(heads[start:], row[start:], strict=True)
            if plain(cell) or _holds_picture(cell)
        ]
        if items:
            blocks.append(part("BulletList", items))
    return blocks
