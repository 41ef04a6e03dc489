"""A record of which a file to take along cannot be made."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from brugwerk.check import check_site
from brugwerk.contribute.word import pandoc
from brugwerk.exports import NotExportedError
from brugwerk.publish.publication import publication
from tests.builders import IDEA, as_file, product
from tests.check.broken import Broken, assert_found, problems_of
from tests.exports.taken import taken

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.problems import Problem


def too_much(root: Path) -> tuple[Problem, ...]:
    """Make the files of a site where pandoc has less memory than this text asks for."""
    checked = check_site(root)
    assert checked.errors == ()
    with patch.object(pandoc, "MEMORY", "-M60M"):
        try:
            taken(publication(checked), root)
        except NotExportedError as error:
            return (error.problem,)
    return ()


CASES = (
    Broken(
        "BW809",
        "more text than pandoc has memory for",
        IDEA,
        "",
        {IDEA: as_file(product(), "*een* **twee** " * 6_000)},
        found_by=too_much,
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_too_much_text_for_a_word_file_is_a_problem(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))
