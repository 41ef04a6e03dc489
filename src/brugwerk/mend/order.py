"""Putting keys in the order of their description, by moving whole lines with their comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brugwerk.records.description import FieldDescription


def in_order(
    lines: Sequence[str], root: Node | None, fields: Sequence[FieldDescription]
) -> list[str]:
    """Return the lines of the front matter with the keys of every group in order.

    A key moves with everything below it and with the comments right above it. A group is left as
    it is where that would be a guess: a key that nobody knows, keys on one line, a comment above
    the first key or below the last.

    Args:
        lines: The lines of the front matter, with their endings.
        root: The same, as it was read.
        fields: The description of the record, in the order that is wanted.
    """
    result = list(lines)
    # The groups inside come first: they keep their first and last line when they are sorted.
    for group, known in _groups(root, fields):
        blocks = _blocks(group, result)
        wanted = {field.key: index for index, field in enumerate(known)}
        names = [key.value for key, _ in group.value]
        if blocks is None or len(set(names)) < len(names) or not set(names) <= set(wanted):
            continue
        order = sorted(range(len(names)), key=lambda index: wanted[names[index]])
        if order == list(range(len(names))):
            continue
        first, last = blocks[0][0], blocks[-1][1]
        result[first:last] = [line for i in order for line in result[slice(*blocks[i])]]
        # The marks of this group no longer fit its lines; those of groups around it do.
    return result


def _groups(
    node: Node | None, fields: Sequence[FieldDescription]
) -> Iterator[tuple[MappingNode, Sequence[FieldDescription]]]:
    """Yield every group of keys with its description, the inner ones first."""
    if not isinstance(node, MappingNode):
        return
    known = {field.key: field for field in fields}
    for key, value in node.value:
        field = known.get(key.value) if isinstance(key, ScalarNode) else None
        if field is None or not field.fields:
            continue
        for item in value.value if isinstance(value, SequenceNode) else (value,):
            yield from _groups(item, field.fields)
    yield node, fields


def _blocks(group: MappingNode, lines: Sequence[str]) -> list[tuple[int, int]] | None:
    """Return the first line of each key and the line after its last, or none where they share one.

    What stands between two keys is blank or a comment, and goes with the second of them.
    """
    if group.flow_style or len(group.value) < 2:
        return None
    starts = [(key.start_mark.line, key.start_mark.column) for key, _ in group.value]
    # In a list the first key stands behind a hyphen, and cannot move without it.
    alone = all(not lines[line][:column].strip() for line, column in starts)
    if not alone or len({line for line, _ in starts}) < len(starts):
        return None
    ends = [max(_last_line(value), key.end_mark.line) + 1 for key, value in group.value]
    if _is_comment(lines, starts[0][0] - 1) or _is_comment(lines, ends[-1]):
        return None
    return list(zip([starts[0][0], *ends[:-1]], ends, strict=True))


def _is_comment(lines: Sequence[str], index: int) -> bool:
    return 0 <= index < len(lines) and lines[index].lstrip().startswith("#")


def _last_line(node: Node) -> int:
    """Return the last line that a value takes up."""
    if isinstance(node, CollectionNode) and not node.flow_style:
        # Such a value ends for libyaml where the next one begins, comments and all.
        pairs = [item if isinstance(item, tuple) else (item,) for item in node.value]
        parts = [part for pair in pairs for part in pair]
        return max((_last_line(part) for part in parts), default=node.start_mark.line)
    end = node.end_mark
    is_block = isinstance(node, ScalarNode) and node.style in ("|", ">")
    return int(end.line - 1 if is_block and end.column == 0 else end.line)
