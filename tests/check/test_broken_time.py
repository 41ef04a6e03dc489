"""What time asks of records, seen from a day; and a day that is none."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.read.moment import NoDayError, day_of
from tests.builders import (
    ADOPTION,
    EXPLORING,
    NETWORK,
    PRODUCT,
    adoption,
    as_file,
    complete_product,
    exploring_adoption,
    network,
    write_site,
)
from tests.check.broken import Broken, assert_found, problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.problems import Problem
    from tests.builders import Files

YEAR_AGO = [{"stage": "exploring", "date": date(2026, 1, 20)}]
# No school tells of a product of the network, which began on 1 September 2025.
NO_SCHOOL: Files = {PRODUCT: as_file(complete_product(status="tested"))}


def seen_from(today: str, root: Path) -> tuple[Problem, ...]:
    return check_site(root, date.fromisoformat(today)).problems


def asked(said: str, root: Path) -> tuple[Problem, ...]:
    with pytest.raises(NoDayError) as refused:
        day_of(root, said)
    return (refused.value.problem,)


CASES = (
    Broken(
        "BW971",
        "no school after a year",
        NETWORK,
        "start: ^2025-09-01",
        {**NO_SCHOOL, ADOPTION: None},
        found_by=partial(seen_from, "2026-09-02"),
    ),
    Broken(
        "BW972",
        "looked back more than a year ago",
        ADOPTION,
        "look_back: ^2027-01-20",
        found_by=partial(seen_from, "2028-01-21"),
    ),
    Broken(
        "BW972",
        "explored for a year without a day to look back",
        EXPLORING,
        "date: ^2026-01-20",
        {EXPLORING: as_file(exploring_adoption(history=YEAR_AGO))},
        found_by=partial(seen_from, "2027-01-21"),
    ),
    Broken("BW973", "word", ".", found_by=partial(asked, "gisteren")),
    Broken("BW973", "day that does not exist", ".", found_by=partial(asked, "2026-02-30")),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_what_time_asks(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


@pytest.mark.parametrize(
    ("files", "today"),
    [
        pytest.param({**NO_SCHOOL, ADOPTION: None}, "2026-09-01", id="network of a year"),
        pytest.param(
            {**NO_SCHOOL, ADOPTION: None, NETWORK: as_file(network(status="draft"))},
            "2030-01-01",
            id="network that did not begin",
        ),
        pytest.param(
            {NETWORK: as_file(network(start=date(2024, 2, 29)))},
            "2025-02-28",
            id="network that began on a leap day",
        ),
        pytest.param({}, "2028-01-20", id="looked back a year ago"),
        pytest.param(
            {ADOPTION: as_file(adoption(look_back=date(9999, 12, 31)))},
            "2028-01-20",
            id="day at the end of the calendar",
        ),
        pytest.param(
            {ADOPTION: as_file(adoption(stage="stopped", history=[], reason="Geen tijd."))},
            "2040-01-01",
            id="school that stopped",
        ),
    ],
)
def test_time_asks_nothing_of(files: Files, today: str, tmp_path: Path) -> None:
    assert seen_from(today, write_site(tmp_path, files)) == ()


def test_without_a_day_nothing_is_past(tmp_path: Path) -> None:
    files = {**NO_SCHOOL, ADOPTION: None}
    assert check_site(write_site(tmp_path, files)).problems == ()
