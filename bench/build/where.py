"""Where the time of a build goes: ``python -m bench.build.where TREE SITE`` tells it as JSON.

One process builds the site with a stopwatch around each part. Then come the floors: the same
Markdown converted by itself, the same YAML only parsed, the same bytes only written.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import markdown
import yaml
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config

from bench.build.stopwatch import Stopwatch
from brugwerk import bridge
from brugwerk.bridge.frames import ThemeFrames
from brugwerk.check import everything
from brugwerk.publish import publication, publishable
from brugwerk.publish.press import press
from brugwerk.publish.press.fingerprint import Fingerprints
from brugwerk.publish.press.frame import Frame
from brugwerk.publish.press.kept import KeptPages
from brugwerk.render.markdown_text import DIALECT, DIALECT_SETTINGS, MarkdownText
from brugwerk.render.page import WhenAsked
from brugwerk.render.templates import Templates
from brugwerk.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDERS = ("products", "networks", "schools")


def main(tree: Path, site: Path) -> dict[str, Any]:
    """Build a site in this process.

    Args:
        tree: The site's folder; nothing of it is kept from earlier builds.
        site: A new folder for what is built.

    Returns:
        Seconds of processor time by part, and by floor.
    """
    watch = Stopwatch()
    texts = _watch_all(watch)
    os.chdir(tree)
    config = load_config("mkdocs.yml", site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build.build(config)
    watch.enter("done")
    return {
        "parts": {part: seconds for part, seconds in watch.seconds.items() if part != "done"},
        "floors": {
            "read": seconds_of(lambda: _parse(tree)),
            "Markdown": seconds_of(lambda: _convert(texts)),
            "write": _write(site, site.with_name(f"{site.name}-again")),
        },
        "texts": len(texts),
    }


def _watch_all(watch: Stopwatch) -> list[str]:
    """Put the stopwatch around every part, and return where texts of Markdown will be noted."""
    watch.watch(everything, "read_site", "read")
    watch.watch(publishable, "check_site", "check")
    watch.watch(publishable, "broken_promises", "check")
    watch.watch(publication, "build_catalogue", "derive")
    watch.watch(publication, "all_pages", "derive")
    watch.watch(WhenAsked, "__get__", "derive")
    watch.watch(Templates, "render", "template")
    watch.watch(ThemeFrames, "contents", "frame")
    watch.watch(ThemeFrames, "frame", "frame")
    watch.watch(Frame, "around", "frame")
    watch.watch(press, "headings", "frame")
    watch.watch(press, "held", "links")
    watch.watch(bridge, "check_links", "links")
    watch.watch(press, "document_of", "search")
    watch.watch(bridge, "write_search", "search")
    watch.watch(press, "files_of_page", "exports")
    watch.watch(press, "head_of_page", "exports")
    watch.watch(bridge, "write_exports", "exports")
    watch.watch(Shelf, "get", "exports")
    watch.watch(Fingerprints, "of", "fingerprint")
    watch.watch(KeptPages, "take", "kept")
    watch.watch(KeptPages, "keep", "write")
    texts: list[str] = []
    uncleaned = MarkdownText.uncleaned

    def noted(self: MarkdownText, text: str) -> str:
        texts.append(text)
        return uncleaned(self, text)

    MarkdownText.uncleaned = noted  # type: ignore[method-assign]
    watch.watch(MarkdownText, "block", "Markdown")
    return texts


def seconds_of(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _parse(tree: Path) -> None:
    for folder in FOLDERS:
        for file in sorted((tree / folder).rglob("*.md")):
            text = file.read_text("utf-8")
            if text.startswith("---\n") and "\n---" in text[4:]:
                yaml.load(text[4 : text.index("\n---", 4) + 1], Loader=yaml.CSafeLoader)


def _convert(texts: list[str]) -> None:
    converter = markdown.Markdown(
        extensions=[*DIALECT, "footnotes", "toc"], extension_configs=DIALECT_SETTINGS
    )
    for text in texts:
        converter.reset().convert(text)


def _write(site: Path, again: Path) -> float:
    """Write every file of the site once more and return how long that takes, reading aside."""
    seconds = 0.0
    for file in site.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            begin = time.process_time()
            target = again / file.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            seconds += time.process_time() - begin
    return seconds


if __name__ == "__main__":
    told = main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
    Path(sys.argv[3]).write_text(json.dumps(told), "utf-8")
