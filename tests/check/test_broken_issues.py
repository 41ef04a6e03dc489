"""Texts of issue forms that cannot become a record, each with one thing wrong."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from tests import builders
from tests.check.broken import Broken, assert_found, problems_of
from tests.contribute import issues

if TYPE_CHECKING:
    from brugwerk.problems import Problem

ISSUE = "issue.md"
GOOD = {"adoption": issues.ADOPTION, "product": issues.PRODUCT}
PEOPLE = "Ik noem rollen, geen mensen, en niets waaraan iemand een leerling herkent."


def found(form: str, root: Path) -> tuple[Problem, ...]:
    text = (root / ISSUE).read_text("utf-8")
    return issues.proposed(root, issues.forms()[form], text, PurePosixPath(ISSUE)).problems


def text_of(form: str, **answers: str) -> str:
    return issues.as_github_writes(issues.forms()[form], GOOD[form] | answers)


def issue(code: str, about: str, form: str, text: str, at: str, *also: str) -> Broken:
    """Describe an issue whose text is broken, on a site where the adoption is not there yet."""
    files = {ISSUE: text, builders.ADOPTION: None}
    return Broken(code, about, ISSUE, at, files, also, found_by=partial(found, form))


CASES = (
    issue("BW921", "free text", "adoption", "Hoi, wij doen dit ook!\n", ""),
    issue("BW921", "nothing at all", "adoption", "", ""),
    issue("BW921", "another form", "product", "### Andere vraag\n\nja\n", ""),
    issue(
        "BW922",
        "a question that someone renamed",
        "adoption",
        text_of("adoption").replace("### Brugrol: tijd", "### Brugrol tijd"),
        "### Brugrol tijd",
        "BW924",
    ),
    issue(
        "BW922",
        "a heading below a short answer",
        "adoption",
        text_of("adoption").replace("1.1\n", "1.1\n\n### Nog iets\n\nDit.\n"),
        "### Nog iets",
    ),
    issue(
        "BW923",
        "a question pasted twice",
        "adoption",
        text_of("adoption", body="### Stadium\n\ngestopt"),
        "^### Stadium\n\ngestopt",
    ),
    issue(
        "BW924",
        "a required question left empty",
        "adoption",
        text_of("adoption", need=""),
        "### Waarom hier",
    ),
    issue(
        "BW924",
        "half a group answered",
        "product",
        text_of("product", **{"core-what": "Eerst zelf denken."}),
        "### Kernelementen: waarom",
    ),
    issue("BW925", "a greeting", "product", f"Hoi!\n\n{text_of('product')}", "Hoi!"),
    issue("BW926", "a word of one's own", "product", text_of("product", type="lesje"), "lesje"),
    issue(
        "BW926",
        "one of several choices",
        "product",
        text_of("product", levels="groep 5|groep 12"),
        "groep 5, groep 12",
    ),
    issue(
        "BW927",
        "a date in words",
        "adoption",
        text_of("adoption", **{"next_step-date": "na de zomer"}),
        "na de zomer",
    ),
    issue(
        "BW927",
        "a day that no month has",
        "adoption",
        text_of("adoption", look_back="31-02-2027"),
        "31-02-2027",
    ),
    issue(
        "BW927",
        "a vague length of time",
        "product",
        text_of("product", duration="een lesuur"),
        "een lesuur",
    ),
    issue(
        "BW928",
        "a stage without its decision",
        "adoption",
        text_of("adoption", stage="voorbereiden"),
        "### Besluit: beslist door",
        "BW519",
    ),
    issue(
        "BW929",
        "a school without a page",
        "adoption",
        text_of("adoption", school="De Vuurtoren"),
        "De Vuurtoren",
    ),
    issue(
        "BW929",
        "a network that is not there",
        "product",
        text_of("product", networks="- het-proefnet\n- de wolken"),
        "- de wolken",
    ),
    issue(
        "BW930",
        "a title that is taken",
        "product",
        text_of("product", title="Proefles"),
        "Proefles",
    ),
    Broken(
        "BW930",
        "an adoption that is there",
        ISSUE,
        "^proefles\n",
        {ISSUE: text_of("adoption")},
        found_by=partial(found, "adoption"),
    ),
    issue("BW931", "a title of pictures", "product", text_of("product", title="🌙🌙"), "🌙🌙"),
    issue(
        "BW932",
        "a promise without a tick",
        "product",
        text_of("product").replace(f"- [x] {PEOPLE}", f"- [ ] {PEOPLE}"),
        "- [ ] Ik noem",
    ),
    issue(
        "BW933",
        "two ticks where one is asked",
        "product",
        text_of("product", type="- [x] les\n- [ ] ontwerp\n- [X] richtlijn"),
        "- [x] les",
    ),
    issue(
        "BW016",
        "an invisible sign",
        "product",
        text_of("product", audience="groep\x07 5"),
        "groep^\x07 5",
        "BW016",
    ),
    # What the check of the site finds, said at the answer that it comes from.
    issue(
        "BW510",
        "a version that never was",
        "adoption",
        text_of("adoption", version="7.0"),
        "7.0",
    ),
    issue(
        "BW802",
        "markup in the text below",
        "product",
        text_of("product", body="## Zo\n\nEen <script>alert(1)</script> hier."),
        "Een ^<script>",
        "BW802",
    ),
    issue(
        "BW803",
        "a link that runs something",
        "adoption",
        text_of("adoption", body="Kijk\n\n[hier](javascript:alert(1))"),
        "[hier](^javascript",
    ),
    issue(
        "BW315",
        "a claim too large, in an answer",
        "product",
        text_of("product", summary="Voor groep 5.\nBewezen effectief."),
        "Voor groep 5.",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_issue_that_cannot_become_a_record_says_why_and_where(
    case: Broken, tmp_path: Path
) -> None:
    assert_found(case, problems_of(case, tmp_path))
