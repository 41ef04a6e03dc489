"""What rules once did not do well, each with the reason it was so."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.problems.catalogue import explain
from tests.builders import (
    ADOPTION,
    GUIDELINE,
    IDEA,
    NETWORK,
    PRODUCT,
    REMOVED,
    VOCABULARY,
    adoption,
    as_file,
    complete_product,
    edited,
    guideline,
    network,
    pdf,
    product,
    write_site,
)
from tests.check.broken import Broken, assert_among, broken, flaw, problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from _pytest.mark import ParameterSet

    from tests.builders import Files

ELSEWHERE = "products/een-ander-idee/index.md"
RETIRED = product(
    status="retired", version="1.0", retirement={"date": date(2026, 8, 31), "reason": "Oud."}
)


def misspelt(scheme: str, right: str, wrong: str) -> Broken:
    """A controlled list with a name in it that does not exist."""
    file = f"vocabulary/{scheme}.yml"
    text = (VOCABULARY / f"{scheme}.yml").read_text("utf-8")
    assert text.count(f"{right}]\n") == 1
    at = wrong.rsplit(maxsplit=1)[-1]
    return Broken(
        "BW703",
        f"{at} in {scheme}",
        file,
        f"^{at}]",
        {file: text.replace(f"{right}]", f"{wrong}]")},
    )


def text_of_idea(code: str, about: str, body: str, at: str) -> Broken:
    return Broken(code, about, IDEA, at, {IDEA: as_file(product(), body)})


CASES = (
    flaw(
        "rules/product: a claim in the text below is reported at the top of the file",
        text_of_idea("BW315", "claim in the text", "Dit is bewezen effectief.\n", "bewezen"),
    ),
    flaw(
        "rules/references: a network with the id of a retired product is left out",
        Broken(
            "BW203",
            "network with the same id",
            NETWORK,
            "- ^het-proefnet",
            {
                NETWORK: as_file(edited(network(), "meetings.0.products", ["het-proefnet"])),
                "products/het-proefnet/index.md": as_file(RETIRED),
            },
        ),
    ),
    flaw(
        "rules/product: users at a school that declined count as a trial",
        Broken(
            "BW314",
            "declined elsewhere",
            PRODUCT,
            "^transferable",
            {ADOPTION: as_file(adoption(stage="declined", reason="Past niet.", history=REMOVED))},
        ),
    ),
    flaw(
        "rules/product: traceback, getattr of a key that does not exist",
        misspelt("statuses", "review_by", "review_date"),
    ),
    flaw(
        "rules/adoption: traceback, getattr of a key that does not exist",
        misspelt("stages", "users, outside_users", "users, outside"),
    ),
    flaw(
        "rules/body: traceback, a NUL in a link",
        text_of_idea("BW801", "NUL in a link", "[x](a%00b)\n", "a%00b"),
    ),
    flaw(
        "rules/body: traceback, a link longer than a file's name can be",
        text_of_idea("BW801", "endless link", f"[x]({'a' * 300})\n", "[x](^aaa"),
    ),
)


@pytest.mark.parametrize("case", CASES)
def test_reports_in_its_place(case: Broken, tmp_path: Path) -> None:
    assert_among(case, problems_of(case, tmp_path))


def refused(reason: str, about: str, body: str, attachment: str = "") -> ParameterSet:
    """A sound text in which the check finds something all the same."""
    listed = [{"path": f"files/{attachment}", "title": "Blad"}] if attachment else []
    files: Files = {IDEA: as_file(product(files=listed), body)}
    if attachment:
        files[f"products/los-idee/files/{attachment}"] = pdf()
    return pytest.param(files, id=f"{about}: {reason}")


@pytest.mark.parametrize(
    "files",
    [
        refused(
            "a target in pointed brackets ended at its first space",
            "link with a space",
            "[x](<files/a b.pdf>)\n",
            "a b.pdf",
        ),
        refused(
            "a target ends at its first closing bracket",
            "link with brackets",
            "[x](files/a_(1).pdf)\n",
            "a_(1).pdf",
        ),
        refused("code in a list is not seen", "code in a list", "- x\n\n  ```\n  <b>\n  ```\n"),
        refused("a longer fence is not seen", "fence of four", "````\n```\n<b>\n```\n````\n"),
        refused("a backslash is not seen", "escaped sign", "Als a \\<b is.\n"),
    ],
)
def test_accepts_sound_texts(files: Files, tmp_path: Path) -> None:
    assert check_site(write_site(tmp_path, files)).problems == ()


def untrue(reason: str, code: str, brought: str, files: dict[str, str | None]) -> ParameterSet:
    """A flaw of ``code`` that brings a problem ``brought`` which is not there."""
    return pytest.param(code, brought, files, id=f"{code} brings {brought}: {reason}")


@pytest.mark.parametrize(
    ("code", "brought", "files"),
    [
        untrue(
            "rules/product: an adoption with a flaw counts as none",
            "BW108",
            "BW314",
            {ADOPTION: as_file(adoption(version="een"))},
        ),
        untrue(
            "partial: one flaw in files makes the list empty",
            "BW102",
            "BW306",
            {PRODUCT: as_file(edited(complete_product(), "files.0.titel", "x"))},
        ),
        untrue(
            "rules/references: the aliases of a record with a flaw are lost",
            "BW111",
            "BW201",
            {IDEA: None, ELSEWHERE: as_file(product(aliases=["los-idee"], sessions=0))},
        ),
        untrue(
            "rules/references: a former name that is in use again is called changed",
            "BW202",
            "BW205",
            {GUIDELINE: as_file(guideline(aliases=["proefles"]))},
        ),
    ],
)
def test_one_flaw_brings_no_untrue_problems(
    code: str, brought: str, files: dict[str, str | None], tmp_path: Path
) -> None:
    found = {p.code for p in check_site(write_site(tmp_path, files)).problems}
    assert code in found
    assert brought not in found


def test_names_a_level_in_the_language_of_the_report(tmp_path: Path) -> None:
    record = complete_product(sectors=["vo"])
    (found,) = problems_of(broken("BW316", "level", PRODUCT, record, ""), tmp_path)
    dutch, english = (explain(found, language).what.split("‘")[1] for language in ("nl", "en"))
    assert dutch.split("’")[0] != english.split("’")[0]


def test_reads_a_text_of_half_links_in_no_time(tmp_path: Path) -> None:
    write_site(tmp_path, {IDEA: as_file(product(), "](a" * 8_000)})
    before = time.process_time()
    check_site(tmp_path)
    assert time.process_time() - before < 2
