"""Promises to those who link to the site: lost addresses, and redirects that cannot be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brugwerk.publish.publishable import publishable
from tests.builders import IDEA, PRODUCT, as_file, complete_product, product
from tests.check.broken import Broken, assert_found, problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.problems import Problem

LEDGER, REDIRECTS = "addresses.txt", "redirects.yml"


def whole(root: Path) -> tuple[Problem, ...]:
    """What the check of the whole site finds, its former addresses too."""
    return publishable(root)[0].problems


def kept(code: str, about: str, ledger: str, at: str = "", **files: str) -> Broken:
    return Broken(code, about, LEDGER, at, {LEDGER: ledger, **files}, found_by=whole)


def redirects(code: str, about: str, at: str, *lines: str) -> Broken:
    text = "".join(f"{line}\n" for line in lines)
    return Broken(code, about, REDIRECTS, at, {REDIRECTS: text}, found_by=whole)


def move(old: str, *new: str) -> str:
    return f"  - {{old: {old}, new: [{', '.join(new)}]}}"


GONE = "  - {{old: {}, date: 2026-11-02, reason: Niemand gebruikte het.}}"

CASES = (
    kept("BW951", "an address without a slash", "/producten/\nproducten/oud/\n", "^producten/oud"),
    kept("BW951", "a remark", "# alle adressen\n/producten/\n"),
    kept("BW951", "a line that lost its beginning", "/producten/\n//oud/\n", "^//oud"),
    kept("BW952", "a page", "/producten/\n/producten/weg/\n", "^/producten/weg/"),
    kept("BW952", "a page with all below it", "/a/\n/a/#kern-x\n/a/b/\n", "^/a/\n"),
    kept("BW952", "a file", "/producten/proefles/files/oud.pdf\n"),
    kept("BW952", "a core element", "/producten/proefles/#kern-oud\n"),
    kept("BW952", "a part of another page", "/netwerken/het-proefnet/#oud\n"),
    redirects("BW953", "a page", "^/nergens/", "moved:", move("/oud/", "/nergens/")),
    redirects("BW953", "one of two", "^/y/", "moved:", move("/x/", "/producten/", "/y/")),
    redirects("BW953", "a page without its slash", "^/scholen]", "moved:", move("/x/", "/scholen")),
    redirects("BW954", "to itself", "old: ^/x/", "moved:", move("/x/", "/x/")),
    redirects("BW955", "a page", "old: ^/scholen/", "moved:", move("/scholen/", "/producten/")),
    redirects("BW955", "a tombstone", "old: ^/scholen/", "gone:", GONE.format("/scholen/")),
    redirects(
        "BW956",
        "moved and gone",
        "old: ^/x/, date",
        "moved:",
        move("/x/", "/scholen/"),
        "gone:",
        GONE.format("/x/"),
    ),
    redirects("BW957", "a web address", "^https", "moved:", move("/x/", "https://example.org/")),
    redirects("BW957", "up and away", "^/../x/", "moved:", move("/../x/", "/scholen/")),
    redirects("BW104", "nowhere at all", "new: ^[]", "moved:", move("/x/")),
    Broken(
        "BW958",
        "a product at the address of a page",
        "brugwerk.yml",
        "",
        {
            "brugwerk.yml": "path_words: {contribute: producten}\n",
            "products/velden/index.md": as_file(product()),
        },
        found_by=whole,
    ),
    Broken(
        "BW851",
        "a mail address in a reason",
        REDIRECTS,
        "^jan@",
        {
            REDIRECTS: "gone:\n  - old: /x/\n    date: 2026-11-02\n"
            "    reason: Vraag het jan@deschool.nl.\n"
        },
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_breaks_a_promise_is_found(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


def test_a_circle_of_two_is_named_at_both(tmp_path: Path) -> None:
    text = f"moved:\n{move('/x/', '/y/')}\n{move('/y/', '/x/')}\n"
    case = Broken("BW954", "", REDIRECTS, files={REDIRECTS: text}, found_by=whole)
    assert [(p.code, p.place.line) for p in problems_of(case, tmp_path)] == [
        ("BW954", 2),
        ("BW954", 3),
    ]


def test_a_lost_address_is_not_looked_for_while_a_record_is_broken(tmp_path: Path) -> None:
    files = {LEDGER: "/producten/proefles/\n", PRODUCT: as_file(complete_product(title=""))}
    found = problems_of(Broken("BW104", "", PRODUCT, files=files, found_by=whole), tmp_path)
    assert {problem.code for problem in found} == {"BW104"}


def test_an_address_whose_record_changed_its_folder_is_found_and_its_alias_mends_it(
    tmp_path: Path,
) -> None:
    new = "products/nieuw-idee/index.md"
    lone = {
        PRODUCT: as_file(complete_product(relations=[])),
        IDEA: None,
        LEDGER: "/producten/los-idee/\n",
    }
    renamed = Broken("BW952", "", LEDGER, files={**lone, new: as_file(product())}, found_by=whole)
    assert_found(renamed, problems_of(renamed, tmp_path))
    (tmp_path / new).write_text(as_file(product(aliases=["los-idee"])))
    assert whole(tmp_path) == ()
