"""What reading once did not do well, each with the reason it was so."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.problems.catalogue import explain
from tests.builders import (
    IDEA,
    NETWORK,
    REMOVED,
    VOCABULARY,
    as_file,
    edited,
    network,
    product,
    reflection,
    write_site,
)
from tests.check.broken import Broken, assert_among, broken, flaw, problems_of

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = as_file(product())
BY_WEEK = "networks/het-proefnet/reflections/2026-W06-3.md"


def idea(code: str, about: str, text: str | bytes, at: str) -> Broken:
    """The draft of the sound site, with another text in its file."""
    return Broken(code, about, IDEA, at, {IDEA: text})


def draft_with(old: str, new: str) -> str:
    """The draft, with a misspelt type and one more text replaced."""
    return DRAFT.replace("lesson", "lessson").replace(old, new, 1)


POSITIONS = (
    flaw(
        "front_matter: frontmatter's boundary eats blank lines below the opening ---",
        idea("BW105", "blank lines below ---", draft_with("---\n", "---\n\n\n"), "lessson"),
    ),
    flaw(
        "front_matter: body_line counts only line feeds that follow each other",
        idea("BW801", "line of spaces above the text", f"{DRAFT}   \nZie [x](y.md)\n", "y.md"),
    ),
    flaw(
        "front_matter: the indent of the first line of the text is stripped",
        idea("BW801", "indent before the text", f"{DRAFT}\n  Zie [x](y.md)\n", "y.md"),
    ),
    flaw(
        "yaml_text: the position of a ReaderError is not used",
        idea("BW016", "invisible character", draft_with("idee", "i\x07dee"), "\x07"),
    ),
    flaw(
        "yaml_text: a quotation mark left open is reported where the front matter ends",
        idea("BW007", "quotation mark left open", draft_with("Een los", '"Een los'), '"Een'),
    ),
    flaw(
        "yaml_text: the place of a repeated part is that of the original",
        idea(
            "BW009",
            "repeated part",
            draft_with("type:", "made_by: &x [teacher]\nsectors: *x\ntype:"),
            "*x",
        ),
    ),
    flaw(
        "front_matter: the column of a character that is not UTF-8 counts bytes",
        idea("BW002", "behind an accent", "---\ntitle: é".encode() + b"\xe9\n", "\ufffd"),
    ),
    flaw(
        "yaml_text: libyaml counts U+2028 as the end of a line",
        idea(
            "BW105", "line separator above", draft_with("Een los idee", '"Een\u2028x"'), "lessson"
        ),
    ),
)
MISSED = (
    flaw(
        "yaml_text: an anchor, and a repeated text, pass unseen",
        idea("BW009", "anchor", draft_with("title: ", "title: &x "), "&x"),
    ),
    flaw(
        "read/site: 2026-W06-3 is a date to Python, of the right length",
        Broken("BW018", "day by its week", BY_WEEK, "", {BY_WEEK: as_file(reflection())}),
    ),
    flaw(
        "shape: a term with a capital breaks the pattern of ids before the list is asked",
        broken("BW105", "term with a capital", IDEA, product(type="Lesson"), "Lesson"),
    ),
    flaw(
        "shape: naam and name in a network are meant as its title",
        broken(
            "BW102",
            "naam of a network",
            NETWORK,
            edited(network(title=REMOVED), "naam", "Het net"),
            "^naam",
        ),
    ),
)


@pytest.mark.parametrize("case", [*POSITIONS, *MISSED])
def test_reports_in_its_place(case: Broken, tmp_path: Path) -> None:
    assert_among(case, problems_of(case, tmp_path))


@pytest.mark.parametrize("line", ["sessions: !!int x", "review_by: !!timestamp x"])
def test_has_no_traceback_for_an_explicit_tag(line: str, tmp_path: Path) -> None:
    write_site(tmp_path, {IDEA: draft_with("type:", f"{line}\ntype:")})
    assert check_site(tmp_path).problems


@pytest.mark.parametrize("nested", ["? ", "-  "])
def test_survives_runaway_nesting(nested: str) -> None:
    program = (
        "from brugwerk.read.yaml_data import FlawedYamlError\n"
        "from brugwerk.read.yaml_text import read_yaml\n"
        f"try: flaws = read_yaml({nested!r} * 50_000 + 'a').flaws\n"
        "except FlawedYamlError as error: flaws = [error.flaw]\n"
        "assert [flaw.kind for flaw in flaws] == ['depth']\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == 0


def test_says_what_a_mail_address_looks_like(tmp_path: Path) -> None:
    case = Broken("BW109", "contact", "brugwerk.yml", "^x", {"brugwerk.yml": "contact: x\n"})
    (found,) = problems_of(case, tmp_path)
    assert "kleine letters" not in explain(found, "nl").what


def test_asks_for_a_group_of_keys_where_a_list_stands(tmp_path: Path) -> None:
    text = (VOCABULARY / "challenges.yml").read_text("utf-8")
    text += "  - {id: x, label: {nl: x, en: x}, external: [a]}\n"
    found = check_site(write_site(tmp_path, {"vocabulary/challenges.yml": text})).problems
    assert "BW117" in {p.code for p in found}


def test_shows_no_control_characters(tmp_path: Path) -> None:
    found = check_site(write_site(tmp_path, {IDEA: DRAFT.replace("lesson", '"\\e[31mx"')})).problems
    assert "\x1b" not in explain(found[0], "nl").what
