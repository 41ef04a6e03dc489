"""Small sound records and sites, for tests to break in one place at a time.

Each function returns a fresh record as a ``dict``; keyword arguments replace keys. A site is a
``dict`` of paths and texts, so that a test says which files differ and nothing else.
"""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

REPOSITORY = Path(__file__).parent.parent
VOCABULARY = REPOSITORY / "vocabulary"

PRODUCT = "products/proefles/index.md"
KEPT = "products/proefles/versions/1.0.md"
IDEA = "products/los-idee/index.md"
GUIDELINE = "products/tip-voor-begeleiders/index.md"
WORKSHEET = "products/proefles/files/werkblad.pdf"
NETWORK = "networks/het-proefnet/index.md"
REFLECTION = "networks/het-proefnet/reflections/2026-02-04.md"
SCHOOL = "schools/de-proefschool/index.md"
ADOPTION = "schools/de-proefschool/proefles.md"
EXPLORING = "schools/de-proefschool/tip-voor-begeleiders.md"

REMOVED = object()
Record = dict[str, Any]
Files = dict[str, str | bytes]


def product(**changes: Any) -> Record:
    """A draft: the least that a product needs."""
    return _with(
        {
            "title": "Een los idee",
            "summary": "Voor wie nog zoekt. Het levert een gesprek op.",
            "type": "lesson",
            "status": "draft",
        },
        changes,
    )


def guideline(**changes: Any) -> Record:
    """A draft that fills the facilitation guides."""
    return _with(
        product(
            title="Een tip voor begeleiders",
            type="guideline",
            version="1.0",
            guidance={"phases": ["start"], "minutes": 10, "fixed": "Begin met een rondje."},
        ),
        changes,
    )


def complete_product(**changes: Any) -> Record:
    """A transferable lesson, with everything that its status asks for."""
    return _with(
        {
            "title": "Een proefles",
            "summary": "Voor groep 5. Leerlingen stellen zelf een vraag.",
            "type": "lesson",
            "status": "transferable",
            "version": "1.1",
            "changes": [
                {"version": "1.0", "date": date(2025, 11, 5), "note": "Eerste versie."},
                {"version": "1.1", "date": date(2026, 1, 14), "note": "Kortere uitleg."},
            ],
            "networks": ["het-proefnet"],
            "made_by": ["teacher", "student"],
            "sectors": ["po"],
            "levels": ["groep-5"],
            "subjects": ["rekenen-wiskunde"],
            "themes": ["hoogbegaafdheid"],
            "goals": ["Je kunt een eigen vraag stellen."],
            "audience": "Groep 5.",
            "classroom_change": "Leerlingen vragen door.",
            "duration": "PT50M",
            "preparation": "PT20M",
            "sessions": 1,
            "cost": "free",
            "materials": ["papier"],
            "license": "CC-BY-SA-4.0",
            "files": [{"path": "files/werkblad.pdf", "title": "Werkblad", "audience": "pupil"}],
            "core": [
                {
                    "id": "eerst-zelf",
                    "what": "Iedereen denkt eerst alleen na.",
                    "why": "Zo doet ieder mee.",
                    "recognise": "Het is twee minuten stil.",
                    "without": "De snelste leerling geeft het antwoord.",
                }
            ],
            "adaptable": [
                {"id": "groepsgrootte", "what": "Hoeveel leerlingen", "limit": "Drie of meer."},
                {
                    "id": "werkvorm",
                    "what": "Hoe je bespreekt",
                    "limit": "Ieder komt aan het woord.",
                    "from_round": 2,
                },
            ],
            "conditions": [
                {"id": "vast-uur", "what": "Een vast uur", "kind": "time", "need": "required"}
            ],
            "evidence": [
                {
                    "kind": "trial",
                    "claim": "Leerlingen stelden meer vragen.",
                    "source": "Proef van het netwerk",
                    "context": "Drie klassen.",
                    "limit": "Of het blijft, weten we niet.",
                }
            ],
            "cycles": [
                {
                    "analysis": "Wie vraagt er niets?",
                    "design": "Eerst zelf denken.",
                    "evaluation": "Meer vragen, minder haast.",
                    "decision": "adjust",
                    "version": "1.1",
                }
            ],
            "relations": [{"kind": "pairs-with", "product": "los-idee"}],
            "review_by": date(2027, 9, 1),
        },
        changes,
    )


def meeting(**changes: Any) -> Record:
    """A meeting on site that can be run from its page."""
    return _with(
        {
            "date": date(2025, 9, 17),
            "start": "15:30",
            "minutes": 60,
            "title": "Kennismaken",
            "phase": "start",
            "format": "onsite",
            "format_reason": "We kennen elkaar nog niet.",
            "goal": "Weten wie er is.",
            "result": "Een vraag voor de eerste ronde.",
            "blocks": [
                {
                    "minutes": 20,
                    "activity": "Rondje",
                    "fixed": "Ieder zegt wat ze zoekt.",
                    "role": "facilitator",
                },
                {
                    "minutes": 40,
                    "activity": "Vragen kiezen",
                    "room": "De groep kiest de volgorde.",
                    "role": "teacher",
                },
            ],
            "transfer_question": "Wat vertel je morgen aan een collega?",
        },
        changes,
    )


def draft_network(**changes: Any) -> Record:
    """A network that has not begun: the least that it needs."""
    return _with(
        {
            "title": "Het proefnet (verzonnen)",
            "summary": "Vier scholen zoeken samen.",
            "question": "Hoe gaan leerlingen doorvragen?",
            "status": "draft",
            "programme": "design-cycles",
            "start": date(2025, 9, 1),
            "years": 2,
            "format": "blended",
        },
        changes,
    )


def network(**changes: Any) -> Record:
    """A network that runs, with students and two meetings."""
    return _with(
        draft_network(
            status="running",
            themes=["hoogbegaafdheid"],
            sectors=["po"],
            participants=[{"role": "teacher", "number": 12}, {"role": "student", "number": 12}],
            format_reason="Reistijd.",
            fixed=[{"what": "Zes bijeenkomsten per jaar"}],
            open=[{"what": "De volgorde", "decided_by": "de groep"}],
            result={"what": "Twee lessen.", "date": date(2027, 6, 16)},
            schools=["de-proefschool"],
            students={
                "expectations": ["Je doet mee als collega."],
                "preparation": "Een gesprek met de begeleider.",
                "preparation_date": date(2025, 9, 10),
                "recognition": "Twee studiepunten.",
            },
            meetings=[
                meeting(),
                meeting(date=date(2026, 2, 4), title="Terugkijken", phase="evaluatie-1"),
            ],
        ),
        changes,
    )


def reflection(**changes: Any) -> Record:
    """A reflection of eleven people that leads to an adjustment."""
    return _with(
        {
            "present": 11,
            "aspects": [
                {
                    "aspect": "connectedness",
                    "wish": "Elkaar vaker spreken.",
                    "experience": "We kennen elkaar nog maar net.",
                    "place": {"wished": 3, "experienced": 5},
                }
            ],
            "conclusion": "We willen meer tijd samen.",
            "adjustment": {
                "direction": "more-room",
                "what": "Een half uur vrij programma.",
                "role": "facilitator",
                "date": date(2026, 3, 25),
            },
            "agreed_with_group": True,
        },
        changes,
    )


def school(**changes: Any) -> Record:
    """A school by its own (invented) name, with consent."""
    return _with(
        {
            "name": "Basisschool De Proefschool (verzonnen)",
            "sector": "po",
            "networks": ["het-proefnet"],
            "consent": {
                "given_on": date(2026, 1, 15),
                "given_by": "school-leader",
                "scope": "schoolpagina op deze site",
            },
        },
        changes,
    )


def exploring_adoption(**changes: Any) -> Record:
    """A school that explores a product: the least that an adoption needs."""
    return _with(
        {
            "version": "1.0",
            "stage": "exploring",
            "need": "Leerlingen vragen weinig.",
            "bridge": {"role": "teacher", "mandate": "Mag het proberen.", "time": "een uur"},
            "next_step": {
                "what": "De les bekijken",
                "role": "teacher",
                "date": date(2026, 10, 14),
            },
        },
        changes,
    )


def adoption(**changes: Any) -> Record:
    """A school that applies a product, outside the network too."""
    return _with(
        exploring_adoption(
            stage="applying",
            history=[
                {"stage": "exploring", "date": date(2026, 1, 20)},
                {"stage": "applying", "date": date(2026, 5, 12)},
            ],
            deputy={"role": "intern-begeleider"},
            decided_by={"role": "school-leader"},
            users=[{"role": "teacher", "place": "outside-network"}],
            conditions=[{"condition": "vast-uur", "arranged": "arranged"}],
            choices=[{"element": "groepsgrootte", "choice": "Vier leerlingen."}],
            deviations=[
                {"element": "eerst-zelf", "change": "In tweetallen.", "reason": "Het rumoer."}
            ],
            value=[{"kind": "applied", "state": "happened", "text": "Elke week een vraag."}],
            look_back=date(2027, 1, 20),
        ),
        changes,
    )


def edited(record: Record, path: str, value: Any) -> Record:
    """Return a copy of ``record`` with another value at ``path``, such as ``core.0.why``.

    The value :data:`REMOVED` takes the key or the item away.
    """
    result = copy.deepcopy(record)
    *parents, last = (int(step) if step.isdigit() else step for step in path.split("."))
    part: Any = result
    for step in parents:
        part = part[step]
    if value is REMOVED:
        del part[last]
    else:
        part[last] = value
    return result


def _with(record: Record, changes: Mapping[str, Any]) -> Record:
    merged = record | changes
    return {key: value for key, value in merged.items() if value is not REMOVED}


class _Dumper(yaml.SafeDumper):
    """Writes a part that stands twice out twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(data: Any) -> str:
    """Write data as YAML with keys in their own order and every value on a line of its own."""
    return yaml.dump(
        data,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=10_000,
        default_flow_style=False,
    )


def as_file(record: Record, body: str = "") -> str:
    """Write a record as a Markdown file with front matter."""
    text = f"---\n{as_yaml(record)}---\n"
    return f"{text}\n{body}" if body else text


def pdf() -> bytes:
    """The beginning of a PDF, which is all that the check looks at."""
    return b"%PDF-1.7\n%%EOF\n"


def earlier_product(**changes: Any) -> Record:
    """The version before :func:`complete_product`, which the school of :func:`adoption` uses."""
    record = complete_product(version="1.0")
    groups, talk = record["adaptable"]
    return _with(
        record
        | {
            "changes": record["changes"][:1],
            "adaptable": [groups | {"limit": "Twee of meer."}, talk],
        },
        changes,
    )


def sound_site() -> Files:
    """One site with every kind of record, in which the check finds nothing."""
    return {
        PRODUCT: as_file(complete_product(), "De les in het kort.\n"),
        KEPT: as_file(earlier_product(), "De les, zoals hij eerst was.\n"),
        WORKSHEET: pdf(),
        IDEA: as_file(product()),
        GUIDELINE: as_file(guideline()),
        NETWORK: as_file(network()),
        REFLECTION: as_file(reflection()),
        SCHOOL: as_file(school()),
        ADOPTION: as_file(adoption()),
        EXPLORING: as_file(exploring_adoption()),
    }


@cache
def _vocabulary() -> Files:
    """The controlled lists of the repository, read once."""
    return {f"vocabulary/{file.name}": file.read_bytes() for file in VOCABULARY.glob("*.yml")}


def write_site(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the sound site below ``root``, with ``files`` in the place of its own.

    Args:
        root: An empty folder.
        files: Texts or bytes by path; none takes a file of the sound site away.

    Returns:
        ``root``.
    """
    for name, content in {**_vocabulary(), **sound_site(), **(files or {})}.items():
        path = root / name
        if content is None:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root
