"""Made schools, and the products that they took up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bench.corpus.product import LEVELS
from bench.corpus.writer import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.corpus.writer import Record, Writer

# What stands here more often is made more often. Most adoptions are on their way; few last.
STAGES = (
    *("exploring",) * 5,
    *("preparing",) * 3,
    *("trying",) * 5,
    *("applying",) * 4,
    *("sustaining",) * 2,
    *("stopped",) * 2,
    "declined",
)
SETTLED = tuple(stage for stage in STAGES if stage not in {"exploring", "preparing", "trying"})
APPLIED = frozenset({"applying", "sustaining"})
ON_THE_WAY = ("exploring", "preparing", "trying", "applying", "sustaining")
BEFORE = {"stopped": 3, "declined": 1}
USERS = ("makers-class", "in-network", "outside-network")
TASKS = ("teacher", "school-leader", "intern-begeleider")


def school(school_id: str, sector: str, networks: Sequence[str], writer: Writer) -> Record:
    """Return a school; one in three under a pseudonym."""
    front: dict[str, Any] = {
        "name": f"School {writer.write('names')} (gemaakt {school_id.rpartition('-')[2]})",
        "sector": sector,
        "levels": list(LEVELS[sector]),
        "team_size": writer.choose(range(14, 60))[0],
        "meeting_slots": writer.write("slots"),
        "traits": writer.some("traits", 2, 4),
        "networks": list(networks),
    }
    if writer.choose((True, False, False))[0]:
        front["pseudonym"] = True
    else:
        front["consent"] = {
            "given_on": date(2026, 1, 15),
            "given_by": "school-leader",
            "scope": "schoolpagina en transferpagina's op deze site",
        }
    return record(f"schools/{school_id}/index.md", front, writer.paragraph("sentences", 8))


def adoption(school_id: str, product_id: str, stage: str, writer: Writer) -> Record:
    """Return how a school works with a product of this corpus.

    Args:
        school_id: The school.
        product_id: The product.
        stage: How far the school is.
        writer: Gives its texts.
    """
    began = date(2025, 9, 1) + timedelta(days=writer.choose(range(120))[0])
    passed = ON_THE_WAY[: BEFORE.get(stage) or ON_THE_WAY.index(stage)]
    stages = [*passed, stage]
    front: dict[str, Any] = {
        "version": "1.0",
        "stage": stage,
        "history": [
            {"stage": each, "date": began + timedelta(days=56 * number)}
            for number, each in enumerate(stages)
        ],
        "need": writer.paragraph("needs", 3),
        "fit": writer.paragraph("whys", 2),
        "bridge": {
            "role": "teacher",
            "mandate": writer.paragraph("mandates", 2),
            "time": "een half uur per week",
            "tasks": [{"what": writer.write("arranges"), "by": date(2027, 2, 12)}],
        },
        "conditions": [
            {
                "condition": "voorwaarde-1",
                "arranged": writer.choose(("arranged", "partly", "not-yet"))[0],
                "how": writer.paragraph("arranges", 2),
            }
        ],
        "choices": [
            {
                "element": f"vrij-{number}",
                "choice": writer.write("limits"),
                "reason": writer.write("whys"),
            }
            for number in writer.choose((1, 2, 3), 1, 3)
        ],
        "steps": [
            {
                "what": writer.write("goals"),
                "role": writer.choose(TASKS)[0],
                "date": began + timedelta(days=28 * number),
                "done": True,
            }
            for number in range(1, 4)
        ],
        "value": [
            {"kind": "immediate", "state": "happened", "text": writer.paragraph("experiences", 2)},
            {"kind": "applied", "state": "hoped", "text": writer.write("changes")},
        ],
    }
    return record(
        f"schools/{school_id}/{product_id}.md",
        front | _for_stage(stage, stages, writer),
        f"## {writer.write('headings')}\n\n{writer.paragraph('sentences', 6)}",
    )


def _for_stage(stage: str, passed: Sequence[str], writer: Writer) -> dict[str, Any]:
    """Return what a school must tell once it is so far, as vocabulary/stages.yml says."""
    if stage not in ON_THE_WAY:
        return {"reason": writer.paragraph("stops", 2)}
    found: dict[str, Any] = {
        "next_step": {
            "what": writer.write("goals"),
            "role": "teacher",
            "date": date(2027, 1, 18),
        },
        "look_back": date(2027, 3, 8),
    }
    if "preparing" in passed:
        found["decided_by"] = {"role": "school-leader", "date": date(2026, 1, 12)}
    if "trying" in passed:
        places = USERS if "applying" in passed else USERS[:2]
        found["users"] = [{"role": "teacher", "place": place} for place in places]
        found["question"] = _question(writer)
    if "sustaining" in passed:
        found["deputy"] = {"role": "intern-begeleider"}
        found["anchored_in"] = "Het (gemaakte) jaarplan van 2026-2027."
    return found


def _question(writer: Writer) -> dict[str, Any]:
    asked: dict[str, Any] = {"text": writer.paragraph("questions", 2)}
    if writer.choose((True, True, False))[0]:
        asked["answer"] = writer.paragraph("sentences", 3)
        asked["answered_on"] = date(2026, 10, 12)
    else:
        asked["deadline"] = date(2027, 2, 1)
    return asked
