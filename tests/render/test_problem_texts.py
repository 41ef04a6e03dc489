"""On their page the texts of problems keep every word, and code in them looks like code."""

from __future__ import annotations

import pytest

from tests.html import parse
from tests.in_memory import publish, small_site


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_of_problems_keeps_every_word(language: str) -> None:
    site = publish(small_site(language=language))
    problems = next(page for page in site.pages.values() if page.kind == "problems")
    page = parse(site.render(problems))
    shown = " ".join(page.text.split())
    for explained in problems.view.codes:
        for text in (explained.what, explained.why, explained.mend):
            assert " ".join(text.replace("`", "").split()) in shown
    assert "`" not in shown
    assert len(page.all("code")) > len(problems.view.codes)
