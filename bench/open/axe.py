"""The rules of axe-core for WCAG 2.2, levels A and AA, on a page as it stands in a browser."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bench import sites

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Page

PACKAGE = sites.ROOT / "node_modules" / "axe-core"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# Not of WCAG itself, but asked for all the same.
ALSO = ("heading-order", "page-has-heading-one", "landmark-unique", "empty-heading", "region")
# What may differ between colours and widths; the rest follows from the page's HTML.
BY_LOOKS = (
    *("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"),
    *("aria-hidden-focus", "nested-interactive", "meta-viewport"),
)
# What is laid out only once it comes into view has no place yet that could be judged.
_RUN = """async ([locale, tags, also, only]) => {
  for (const part of document.querySelectorAll("article *")) {
    if (getComputedStyle(part).contentVisibility === "auto") {
      part.style.contentVisibility = "visible";
    }
  }
  axe.configure({locale});
  const found = await axe.run(document, {
    preload: false,
    resultTypes: ["violations", "incomplete"],
    runOnly: only ? {type: "rule", values: only} : {type: "tag", values: tags},
    rules: only ? {} : Object.fromEntries(also.map(rule => [rule, {enabled: true}])),
  });
  const plain = rules => rules.flatMap(({id, tags, help, nodes}) => nodes.map(node => ({
    rule: id, tags, help, target: node.target.flat().join(" "), html: node.html.slice(0, 200),
    why: [...node.any, ...node.all, ...node.none].map(check => check.message).join("; "),
  })));
  return {violations: plain(found.violations), incomplete: plain(found.incomplete)};
}"""


@dataclass(frozen=True)
class Finding:
    """Something on a page that a rule is about.

    Attributes:
        rule: The name of the rule.
        tags: The criteria that it is part of, in axe's words, such as ``wcag143``.
        help: What the rule asks.
        target: Where it is, as a selector.
        html: The beginning of its HTML.
        why: What is the matter.
    """

    rule: str
    tags: tuple[str, ...]
    help: str
    target: str
    html: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule} at {self.target}: {self.why}"


@dataclass(frozen=True)
class Seen:
    """What axe made of a page: what is wrong, and what a person has to look at."""

    violations: tuple[Finding, ...]
    incomplete: tuple[Finding, ...]


class Axe:
    """axe-core, in Dutch, as the lock file pins it.

    Args:
        package: Where npm put it.

    Raises:
        FileNotFoundError: It is not there.
    """

    def __init__(self, package: Path = PACKAGE) -> None:
        self._script = (package / "axe.min.js").read_text("utf-8")
        self._locale = json.loads((package / "locales" / "nl.json").read_text("utf-8"))
        about = json.loads((package / "package.json").read_text("utf-8"))
        self.version: str = about["version"]

    def look(self, page: Page, only: Sequence[str] | None = None) -> Seen:
        """Run the rules on a page.

        Args:
            page: The page, with everything on it that a reader would see.
            only: Only these rules; without it all of WCAG 2.2 A and AA, and a few more.
        """
        if not page.evaluate("'axe' in window"):
            page.evaluate(self._script)
        found: dict[str, list[dict[str, Any]]] = page.evaluate(
            _RUN, [self._locale, TAGS, ALSO, list(only) if only else None]
        )
        return Seen(*(tuple(map(_finding, found[kind])) for kind in ("violations", "incomplete")))


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(**{**data, "tags": tuple(data["tags"])})
