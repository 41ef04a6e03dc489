"""Dutch sentences that mean nothing, made of templates and of the words in ``words.yml``."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS = Path(__file__).with_name("words.yml")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Record:
    """A file of the site: its path below the root, and its text."""

    path: str
    text: str


def record(path: str, front: Mapping[str, Any], body: str = "") -> Record:
    """Return a record with this front matter and body."""
    # libyaml's dumper writes the same as Python's own, many times faster.
    head = yaml.dump(
        dict(front), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100
    )
    return Record(path, f"---\n{head}---\n\n{body}\n")


@cache
def words() -> Mapping[str, Sequence[str]]:
    """Return the words and templates by their kind."""
    found: Mapping[str, Sequence[str]] = yaml.safe_load(WORDS.read_text("utf-8"))
    return found


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

    def paragraph(self, kind: str, sentences: int) -> str:
        """Return so many texts of a kind, one after the other."""
        return " ".join(self.write(kind) for _ in range(sentences))

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
