"""Made products."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from bench.corpus.writer import record

if TYPE_CHECKING:
    from bench.corpus.writer import Record, Writer

SECTIONS = 6
PARAGRAPHS = 5
SENTENCES = 6
SUBJECTS = (
    "schrijven",
    "aardrijkskunde",
    "geschiedenis",
    "engels",
    "kunst-cultuur",
    "bewegen",
    "digitale-geletterdheid",
)
_GROUPS = tuple(f"groep-{year}" for year in range(1, 9))
LEVELS = {
    "po": _GROUPS,
    "sbo": _GROUPS[2:],
    "so": _GROUPS,
    "vo": tuple(f"vmbo-{track}-{year}" for track in ("bb", "kb", "gl", "tl") for year in (1, 2, 3)),
    "mbo": ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
}


@dataclass(frozen=True)
class Mix:
    """What kinds of product there are; what stands in a list more often is made more often.

    Attributes:
        sectors: The sectors.
        types: The types.
        statuses: The statuses.
        themes: Themes to choose from; without them every product has the same one.
    """

    sectors: tuple[str, ...]
    types: tuple[str, ...]
    statuses: tuple[str, ...]
    themes: tuple[str, ...] = ()


# No query of the benchmark of search asks for these.
SMALL_MIX = Mix(("vo", "mbo"), ("lesson", "design"), ("prototype", "tested", "tested"))


def product(
    product_id: str, title: str, network: str, writer: Writer, mix: Mix = SMALL_MIX
) -> Record:
    """Return a product.

    Args:
        product_id: Its id.
        title: Its title.
        network: The network that made it.
        writer: Gives its texts.
        mix: What kinds of product there are, and how often each.
    """
    sector = writer.choose(mix.sectors)[0]
    cycle = {
        "analysis": writer.write("analyses"),
        "design": writer.write("designs"),
        "evaluation": writer.write("evaluations"),
    }
    front = {
        "title": title,
        "summary": writer.write("summaries"),
        "type": writer.choose(mix.types)[0],
        "status": writer.choose(mix.statuses)[0],
        "version": "1.0",
        "changes": [
            {"version": "0.5", "date": date(2026, 1, 14), "note": writer.write("designs")},
            {"version": "1.0", "date": date(2026, 5, 20), "note": writer.write("evaluations")},
        ],
        "networks": [network],
        "made_by": writer.choose(("teacher", "teacher-educator", "researcher"), 1, 2),
        "sectors": [sector],
        "levels": writer.choose(LEVELS[sector], 1, 4),
        "subjects": writer.choose(SUBJECTS, 1, 2),
        "themes": ["passend-onderwijs"],
        "goals": writer.some("goals", 2, 3),
        "audience": writer.write("audiences"),
        "classroom_change": writer.write("changes"),
        "duration": writer.choose(("PT30M", "PT45M", "PT50M", "PT1H30M"))[0],
        "preparation": writer.choose(("PT10M", "PT20M", "PT30M"))[0],
        "sessions": writer.choose((1, 1, 2, 5))[0],
        "cost": writer.choose(("free", "low"))[0],
        "materials": writer.some("materials", 3, 5),
        "license": "CC-BY-SA-4.0",
        "core": [
            {
                "id": f"kern-{part}",
                "what": writer.write("whats"),
                "why": writer.write("whys"),
                "recognise": writer.write("recognises"),
                "without": writer.write("withouts"),
            }
            for part in (1, 2, 3)
        ],
        "adaptable": [
            {
                "id": f"vrij-{part}",
                "what": writer.write("frees"),
                "options": writer.some("materials", 2, 3),
                "limit": writer.write("limits"),
            }
            for part in (1, 2, 3)
        ],
        "conditions": [
            {
                "id": f"voorwaarde-{part}",
                "what": writer.write("whats"),
                "kind": kind,
                "need": need,
                "arrange": writer.write("arranges"),
            }
            for part, (kind, need) in enumerate(
                (("material", "required"), ("culture", "helpful")), start=1
            )
        ],
        "evidence": [
            {
                "kind": "trial",
                "claim": writer.write("claims"),
                "source": f"Proef in twee klassen van het (gemaakte) netwerk {network[-3:]}.",
                "context": writer.write("contexts"),
                "limit": writer.write("unknowns"),
            }
        ],
        "cycles": [{**cycle, "decision": "continue", "version": "1.0"}],
    }
    body = _body(writer)
    front |= _for_status(str(front["status"]), writer)
    if mix.themes:
        front["themes"] = writer.choose(mix.themes, 1, 3)
    return record(f"products/{product_id}/index.md", front, body)


def _for_status(status: str, writer: Writer) -> dict[str, Any]:
    match status:
        case "transferable":
            return {"review_by": date(2028, 9, 1)}
        case "retired":
            reason = writer.write("stops")
            return {"retirement": {"date": date(2026, 9, 1), "reason": reason}}
        case _:
            return {}


def _body(writer: Writer) -> str:
    parts = []
    for heading in writer.some("headings", SECTIONS, SECTIONS):
        parts.append(f"## {heading}")
        parts += [
            " ".join(writer.some("sentences", SENTENCES - 2, SENTENCES + 2))
            for _ in range(PARAGRAPHS)
        ]
    return "\n\n".join(parts)
