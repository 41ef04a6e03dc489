"""Networks, meetings, schools, adoptions and reflections that do not hold together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.builders import (
    ADOPTION,
    NETWORK,
    PRODUCT,
    REFLECTION,
    REMOVED,
    SCHOOL,
    adoption,
    as_file,
    complete_product,
    draft_network,
    edited,
    exploring_adoption,
    meeting,
    network,
    product,
    reflection,
    school,
)
from tests.check.broken import Broken, assert_found, broken, problems_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.builders import Record


def of_network(code: str, about: str, path: str, value: Any, at: str, *also: str) -> Broken:
    """The running network, with another value at one path."""
    return broken(code, about, NETWORK, edited(network(), path, value), at, *also)


def of_adoption(code: str, about: str, path: str, value: Any, at: str, *also: str) -> Broken:
    """The adoption that applies a product, with another value at one path."""
    return broken(code, about, ADOPTION, edited(adoption(), path, value), at, *also)


def at_stage(stage: str, **changes: Any) -> Record:
    """The adoption at another stage, once the product was tried."""
    tried = {"stage": "trying", "date": date(2026, 3, 4)}
    history = [tried, {"stage": stage, "date": date(2026, 6, 3)}]
    return adoption(**({"stage": stage, "history": history, "choices": REMOVED} | changes))


def of_reflection(code: str, about: str, path: str, value: Any, at: str, *also: str) -> Broken:
    """The reflection, with another value at one path."""
    return broken(code, about, REFLECTION, edited(reflection(), path, value), at, *also)


def phase(name: str, year: int) -> Record:
    return {"id": name, "kind": "analysis", "year": year, "goal": "Kijken."}


def online(**changes: Any) -> Record:
    return meeting(**({"format": "online", "plan_b": "We bellen."} | changes))


def four_new_products() -> dict[str, str]:
    """Three products more, and an adoption of each that has only begun."""
    files = {}
    for name in ("a", "b", "c"):
        files[f"products/{name}/index.md"] = as_file(product(version="1.0"))
        files[f"schools/de-proefschool/{name}.md"] = as_file(exploring_adoption())
    return files


FIRST, SECOND = network()["meetings"]
ALL_OPEN = [{"minutes": 60, "activity": "Praten", "room": "Alles.", "role": "teacher"}]
ALL_FIXED = [{"minutes": 60, "activity": "Luisteren", "fixed": "Alles.", "role": "teacher"}]
LAST_ONLINE = online(date=date(2027, 6, 2), title="Slot", phase="afsluiting")

NETWORKS = (
    of_network(
        "BW401", "an hour of parts in two hours", "meetings.0.minutes", 120, "minutes: ^120"
    ),
    of_network("BW402", "no parts", "meetings.0.blocks", [], "^blocks: []"),
    of_network(
        "BW403",
        "part neither fixed nor free",
        "meetings.1.blocks",
        [
            *FIRST["blocks"][:1],
            {"minutes": 10, "activity": "Pauze", "role": "teacher"},
            FIRST["blocks"][1] | {"minutes": 30},
        ],
        "^minutes: 10\n",
    ),
    of_network(
        "BW404", "nothing fixed", "meetings.1.blocks", ALL_OPEN, "^blocks:\n  - minutes: 60"
    ),
    of_network(
        "BW417", "nothing free", "meetings.1.blocks", ALL_FIXED, "^blocks:\n  - minutes: 60"
    ),
    of_network("BW405", "students without agreements", "students", REMOVED, "role: ^student"),
    of_network(
        "BW406",
        "students prepared too late",
        "students.preparation_date",
        date(2025, 9, 17),
        "preparation_date: ^2025",
    ),
    broken(
        "BW407",
        "programme without phases",
        NETWORK,
        draft_network(programme="own-phases"),
        "own-phases",
    ),
    of_network("BW408", "running without a yield", "result", REMOVED, "status: ^running"),
    of_network("BW408", "running without meetings", "meetings", [], "status: ^running"),
    of_network(
        "BW409", "phase that is not there", "meetings.1.phase", "evaluatie", "phase: ^evaluatie\n"
    ),
    of_network("BW410", "first meeting online", "meetings.0", online(), "format: ^online"),
    of_network(
        "BW410", "last meeting online", "meetings", [FIRST, SECOND, LAST_ONLINE], "format: ^online"
    ),
    of_network(
        "BW411",
        "online without a plan B",
        "meetings.1",
        SECOND | {"format": "online"},
        "format: ^online",
    ),
    of_network(
        "BW411",
        "blended without a plan B",
        "meetings.1",
        SECOND | {"format": "blended"},
        "format: ^blended\n  format_reason",
    ),
    of_network(
        "BW993", "moved to itself", "meetings.1.moved_from", [date(2026, 2, 4)], "- ^2026-02-04"
    ),
    of_network("BW412", "before the start", "start", date(2025, 10, 1), "date: ^2025-09-17"),
    of_network(
        "BW412",
        "before the one above",
        "meetings",
        [SECOND, FIRST],
        "date: ^2025-09-17",
    ),
    of_network("BW413", "two years in three", "years", 3, "years: ^3"),
    Broken(
        "BW415",
        "no school works with a product",
        NETWORK,
        "status: ^closed",
        {
            NETWORK: as_file(network(status="closed")),
            PRODUCT: as_file(complete_product(status="tested")),
            ADOPTION: None,
        },
    ),
    broken(
        "BW416",
        "second year first",
        NETWORK,
        draft_network(phases=[phase("b", 2), phase("a", 1)]),
        "year: ^1",
    ),
)

SCHOOLS = (
    Broken("BW503", "four products begun", SCHOOL, "^Basisschool", four_new_products()),
    broken("BW501", "no consent", SCHOOL, school(consent=REMOVED), "^Basisschool"),
    broken("BW504", "pseudonym with a BRIN", SCHOOL, school(pseudonym=True, brin="99ZZ"), "^brin"),
    broken(
        "BW504", "pseudonym with a board", SCHOOL, school(pseudonym=True, board="99999"), "^board"
    ),
)

ADOPTIONS = (
    broken(
        "BW508",
        "applying inside the network only",
        ADOPTION,
        at_stage("applying", users=[{"role": "teacher", "place": "in-network"}]),
        "stage: ^applying\nneed",
    ),
    of_adoption(
        "BW509",
        "choice in the core",
        "choices.0.element",
        "eerst-zelf",
        "element: ^eerst-zelf\n  choice",
    ),
    of_adoption("BW510", "version that never was", "version", "9.9", "version: ^'9.9'"),
    of_adoption("BW511", "applying without a decision", "decided_by", REMOVED, "^applying\nneed"),
    broken(
        "BW511",
        "exploring without a next step",
        ADOPTION,
        at_stage("exploring", next_step=REMOVED),
        "stage: ^exploring\nneed",
    ),
    broken(
        "BW511", "stopped without a reason", ADOPTION, at_stage("stopped"), "stage: ^stopped\nneed"
    ),
    broken(
        "BW511",
        "sustaining without an anchor",
        ADOPTION,
        at_stage("sustaining"),
        "stage: ^sustaining\nneed",
    ),
    of_adoption(
        "BW512", "deputy is the bridge role", "deputy.role", "teacher", "deputy:\n  role: ^teacher"
    ),
    of_adoption(
        "BW513",
        "condition of no product",
        "conditions.0.condition",
        "vast-uurtje",
        "^vast-uurtje",
        "BW519",
    ),
    of_adoption(
        "BW514",
        "choice in nothing",
        "choices.0.element",
        "groepsgroote",
        "element: ^groepsgroote\n",
    ),
    of_adoption(
        "BW515", "departure from nothing", "deviations.0.element", "eerst-samen", "^eerst-samen"
    ),
    of_adoption(
        "BW515", "departure from what is free", "deviations.0.element", "werkvorm", "^werkvorm"
    ),
    of_adoption("BW516", "realised but not applied", "value.0.kind", "realised", "kind: ^realised"),
    of_adoption("BW517", "student as bridge role", "bridge.role", "student", "role: ^student"),
    of_adoption("BW518", "no date to look back", "look_back", REMOVED, "^applying\nneed"),
    of_adoption(
        "BW519", "one condition not answered", "conditions", REMOVED, "^stage: applying\nneed"
    ),
    of_adoption("BW520", "history ends earlier", "history.1.stage", "trying", "stage: ^trying"),
    of_adoption(
        "BW521", "history runs back", "history.1.date", date(2026, 1, 19), "date: ^2026-01-19"
    ),
    broken(
        "BW522",
        "changed on first use",
        ADOPTION,
        at_stage("trying", choices=[{"element": "werkvorm", "choice": "Anders."}]),
        "^werkvorm",
    ),
)

REFLECTIONS = (
    of_reflection("BW601", "four people", "present", 4, "present: ^4"),
    of_reflection("BW602", "not agreed", "agreed_with_group", False, "^agreed_with_group"),
    of_reflection("BW602", "nothing on agreement", "agreed_with_group", REMOVED, "^present"),
    of_reflection(
        "BW603", "adjusted on the day itself", "adjustment.date", date(2026, 2, 4), "date: ^2026"
    ),
    of_reflection("BW605", "no aspects", "aspects", [], "^aspects"),
    Broken(
        "BW604",
        "no meeting that day",
        "networks/het-proefnet/reflections/2026-02-05.md",
        "^present",
        {"networks/het-proefnet/reflections/2026-02-05.md": as_file(reflection())},
    ),
)

CASES = (*NETWORKS, *SCHOOLS, *ADOPTIONS, *REFLECTIONS)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_the_broken_plan(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))
