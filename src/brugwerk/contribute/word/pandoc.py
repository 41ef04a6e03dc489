"""Running pandoc on texts of others: without files, network, programs, or time without end."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pypandoc

Tree = dict[str, Any]

SECONDS = 60
MEMORY = "-M768M"
# The dialect of the site: PHP Markdown Extra, without what an author of a text cannot mean here.
_MARKDOWN = (
    "markdown_phpextra-raw_html-abbreviations-link_attributes-header_attributes"
    "-fenced_code_attributes-markdown_in_html_blocks-intraword_underscores"
    "+strikeout+subscript+four_space_rule"
)


class PandocFailedError(Exception):
    """Pandoc could not read the file, or needed more time or memory than a text needs."""

    def __init__(self, *, out_of_bounds: bool) -> None:
        super().__init__(out_of_bounds)
        self.out_of_bounds = out_of_bounds


def read_tree(content: bytes, form: str) -> Tree:
    """Read a file into pandoc's document tree.

    Args:
        content: The file.
        form: ``docx`` or ``odt``.

    Raises:
        PandocFailedError: It cannot be read, or not within bounds.
    """
    output = run_pandoc(content, "--from", form, "--to", "json", "--track-changes", "accept")
    try:
        tree: Tree = json.loads(output)
    except RecursionError as error:
        raise PandocFailedError(out_of_bounds=True) from error
    return tree


def write_markdown(tree: Tree) -> str:
    """Write a document tree as Markdown in the dialect of the site.

    Raises:
        PandocFailedError: The tree is too large to be written within bounds.
    """
    content = json.dumps(tree).encode()
    output = run_pandoc(
        content, "--from", "json", "--to", _MARKDOWN, "--wrap", "none", "--tab-stop", "4"
    )
    return output.decode().strip() + "\n"


def run_pandoc(content: bytes, *arguments: str) -> bytes:
    """Run pandoc in its sandbox and return what it writes.

    Args:
        content: What it reads.
        arguments: What it does; files named here are the only ones that it can open.

    Raises:
        PandocFailedError: It cannot read the content, or not within bounds of time and memory.
    """
    command = [pypandoc.get_pandoc_path(), "+RTS", MEMORY, "-RTS", "--sandbox", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments; the file comes by standard input
            command, input=content, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PandocFailedError(out_of_bounds=True) from error
    if done.returncode:
        # The run-time system of Haskell ends with 251 where the memory is used up, 2 for the stack.
        raise PandocFailedError(out_of_bounds=done.returncode in {2, 251} or done.returncode < 0)
    return done.stdout
