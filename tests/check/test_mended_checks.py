"""What the check once did not do well."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.problems.catalogue import explain
from tests.builders import IDEA, as_file, pdf, product, write_site
from tests.check.broken import Broken, problems_of

if TYPE_CHECKING:
    from pathlib import Path


def test_names_the_choices_of_a_setting_in_dutch(tmp_path: Path) -> None:
    case = Broken("BW119", "setting", "brugwerk.yml", "", {"brugwerk.yml": "language: de\n"})
    (found,) = problems_of(case, tmp_path)
    assert " or " not in explain(found, "nl").mend


def test_accepts_a_link_with_a_space(tmp_path: Path) -> None:
    record = product(files=[{"path": "files/a b.pdf", "title": "Blad"}])
    files = {
        IDEA: as_file(record, "[x](<files/a b.pdf>)\n"),
        "products/los-idee/files/a b.pdf": pdf(),
    }
    assert check_site(write_site(tmp_path, files)).problems == ()


@pytest.mark.parametrize(
    "body", ["](a" * 8_000, "` a" * 250_000 + "](x)"], ids=["half links", "single ticks"]
)
def test_reads_a_hostile_text_in_no_time(body: str, tmp_path: Path) -> None:
    write_site(tmp_path, {IDEA: as_file(product(), body)})
    before = time.process_time()
    check_site(tmp_path)
    assert time.process_time() - before < 2
