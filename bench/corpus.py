"""Made products: sound records of Dutch text that mean nothing, to fill a site up to a size.

The same seed makes the same products on every machine. The words stand in ``words.yml``. Every
sixty products share a made network, so that pages of networks keep a usual length.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

WORDS = Path(__file__).with_name("words.yml")
PER_NETWORK = 60
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
LEVELS = {
    "vo": tuple(f"vmbo-{track}-{year}" for track in ("bb", "kb", "gl", "tl") for year in (1, 2, 3)),
    "mbo": ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
}
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Record:
    """A file of the site: its path below the root, and its text."""

    path: str
    text: str


class Writer:
    """Fills templates with words; common words come back more often, as in any text."""

    def __init__(self, words: Mapping[str, Sequence[str]], seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311 - made text, not a secret
        self._words = words
        self._nouns = [noun.split() for noun in words["nouns"]]
        self._verbs = [verb.split() for verb in words["verbs"]]
        self._adjectives = [adjective.split() for adjective in words["adjectives"]]
        # A product has its own few nouns, and now and then another one.
        self._topics = self._random.sample(self._nouns, 9)

    def write(self, kind: str) -> str:
        """Return one text of a kind of template, such as ``sentences``."""
        template = self._random.choice(self._words[kind])
        text = _SLOT.sub(lambda slot: self._fill(slot.group(1)), template)
        return text[:1].upper() + text[1:]

    def some(self, kind: str, least: int, most: int) -> list[str]:
        """Return several different texts of a kind."""
        wanted = self._random.randint(least, most)
        texts = dict.fromkeys(self.write(kind) for _ in range(wanted * 2))
        return list(texts)[:wanted]

    def choose(self, options: Sequence[Any], least: int = 1, most: int = 1) -> list[Any]:
        """Return a few of the options in their order."""
        wanted = self._random.randint(least, most)
        picked = self._random.sample(range(len(options)), min(wanted, len(options)))
        return [options[index] for index in sorted(picked)]

    def _fill(self, slot: str) -> str:
        article, singular, plural = self._noun()
        pick = self._random.choice
        match slot:
            case "n" | "n2" | "N":
                text = f"{article} {singular}"
            case "p" | "p2" | "P":
                text = plural
            case "s" | "s2":
                text = singular
            case "c" | "C":
                text = self._compound(slot == "C")
            case "an":
                base, ending = pick(self._adjectives)
                text = f"{ending if article == 'de' else base} {singular}"
            case "v" | "d":
                text = pick(self._verbs)[0 if slot == "v" else 2]
            case "b" | "a":
                text = pick(self._adjectives)[0 if slot == "b" else 1]
            case "place":
                text = pick(self._words["places"])
            case "number":
                text = str(self._random.randint(2, 24))
            case _:
                raise KeyError(slot)
        return text.capitalize() if slot.isupper() else text

    def _noun(self) -> list[str]:
        common = self._random.random() < 0.75
        return self._random.choice(self._topics if common else self._nouns)

    def _compound(self, with_article: bool) -> str:
        first, (article, second, _) = self._noun()[1], self._random.choice(self._nouns)
        compound = second if first == second else f"{first}{second}"
        return f"{article} {compound}" if with_article else compound


def records(number: int, seed: int = 1) -> Iterator[Record]:
    """Yield that many made products, and the networks that made them."""
    words = yaml.safe_load(WORDS.read_text("utf-8"))
    titles: set[str] = set()
    for index in range(1, number + 1):
        network = f"gemaakt-{(index - 1) // PER_NETWORK + 1:03}"
        if index % PER_NETWORK == 1:
            yield _network(network, Writer(words, f"{seed}-{network}"))
        writer = Writer(words, f"{seed}-{index}")
        title = next(t for t in (_title(writer, n) for n in count()) if t not in titles)
        titles.add(title)
        yield _product(f"gemaakt-{index:05}", title, network, writer)


def fill(root: Path, total: int, seed: int = 1) -> int:
    """Fill the site below ``root`` up to ``total`` products and return how many were made."""
    present = sum(1 for folder in (root / "products").iterdir() if folder.is_dir())
    made = max(0, total - present)
    for record in records(made, seed):
        path = root / record.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(record.text, "utf-8")
    return made


def _title(writer: Writer, attempt: int) -> str:
    title = writer.write("titles")
    return title if attempt < 5 else f"{title} {attempt}"


def _network(network: str, writer: Writer) -> Record:
    front = {
        "title": f"Netwerk {network[-3:]} (gemaakt)",
        "summary": writer.write("summaries"),
        "question": writer.write("questions"),
        "status": "draft",
        "themes": ["passend-onderwijs"],
        "sectors": ["vo", "mbo"],
        "programme": "design-cycles",
        "start": date(2027, 9, 15),
        "years": 2,
        "format": "onsite",
    }
    return Record(f"networks/{network}/index.md", _file(front, ""))


def _product(product: str, title: str, network: str, writer: Writer) -> Record:
    sector = writer.choose(tuple(LEVELS))[0]
    cycle = {
        "analysis": writer.write("analyses"),
        "design": writer.write("designs"),
        "evaluation": writer.write("evaluations"),
    }
    front = {
        "title": title,
        "summary": writer.write("summaries"),
        "type": writer.choose(("lesson", "design"))[0],
        "status": writer.choose(("prototype", "tested", "tested"))[0],
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
    return Record(f"products/{product}/index.md", _file(front, _body(writer)))


def _body(writer: Writer) -> str:
    parts = []
    for heading in writer.some("headings", SECTIONS, SECTIONS):
        parts.append(f"## {heading}")
        parts += [
            " ".join(writer.some("sentences", SENTENCES - 2, SENTENCES + 2))
            for _ in range(PARAGRAPHS)
        ]
    return "\n\n".join(parts)


def _file(front: Mapping[str, Any], body: str) -> str:
    head = yaml.safe_dump(dict(front), allow_unicode=True, sort_keys=False, width=100)
    return f"---\n{head}---\n\n{body}\n"
