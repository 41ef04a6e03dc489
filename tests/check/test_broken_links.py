"""Sites whose records pass the check, and whose pages lead to what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.publish.compose import composed_site, contents
from brugwerk.publish.origins import Origins
from brugwerk.publish.publication import publication
from tests.builders import IDEA, as_file, product
from tests.check.broken import Broken, assert_found, problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.problems import Problem

SETTINGS = {"brugwerk.yml": "address: https://example.org/brug/\n"}


def found(root: Path) -> tuple[Problem, ...]:
    checked = check_site(root)
    assert checked.errors == ()
    site = publication(checked)
    return composed_site(site, contents(site)).problems(Origins(site, root).of)


def leading_to(code: str, about: str, link: str) -> Broken:
    """Describe a record with a link, pointed at from the sign ``^`` in it."""
    files = {IDEA: as_file(product(), f"Lees [dit]({link.replace('^', '')}) eerst.\n"), **SETTINGS}
    return Broken(code, about, IDEA, f"[dit]({link})", files, found_by=found)


CASES = (
    leading_to(
        "BW981", "the full address of a page that went", "^https://example.org/brug/producten/weg/"
    ),
    leading_to("BW982", "a place on the page itself", "^#wat-blijft"),
    leading_to("BW982", "a place on another page", "../proefles/index.md^#weg"),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_link_that_leads_nowhere_is_found_where_it_was_written(
    case: Broken, tmp_path: Path
) -> None:
    assert_found(case, problems_of(case, tmp_path))
