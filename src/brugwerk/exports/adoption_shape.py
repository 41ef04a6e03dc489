"""What the file of an adoption holds: the shape that others read, and its JSON Schema."""

from __future__ import annotations

import json
from datetime import date  # noqa: TC003 - pydantic reads annotations at run time
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brugwerk.records.vocabulary import Vocabulary
    from brugwerk.settings import Settings

FORMAT = "1.0"
SCHEMA = "schemas/adoption-file.schema.json"


class Part(BaseModel):
    """A part of the file. Keys beyond these are allowed: a later 1.x may have more."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Named(Part):
    """A term of a controlled list, in the language of the file."""

    id: str
    label: str


class Made(Part):
    """A record that has a page of its own."""

    id: str
    title: str
    page: str = Field(description="Its page.")


class SchoolOfFile(Part):
    """The school, by the name that it chose."""

    id: str
    name: str
    pseudonym: bool = Field(description="Whether the name is one that only this site uses.")
    sector: Named
    page: str


class ProductOfFile(Made):
    """The product that the school works with."""

    version: str | None = Field(description="Its newest version.")
    license: str | None = Field(description="SPDX id of the licence of the product.")
    networks: tuple[Made, ...] = Field(description="The networks that made it.")


class ChoiceOfFile(Part):
    """What the school chose where the product leaves it free."""

    what: str
    choice: str
    reason: str | None


class DeviationOfFile(Part):
    """Where the school departs from the core of the product."""

    what: str
    change: str
    reason: str
    effect: str | None


class ConditionOfFile(Part):
    """What the product asks of a school, and how that stands here."""

    what: str
    need: Named
    arranged: Named | None = Field(description="None where nobody said anything yet.")
    how: str | None


class StepOfFile(Part):
    """What the school does next; the file does not say which role does it."""

    what: str
    date: date


class ValueOfFile(Part):
    """What it brought: that it happened, or that it is hoped for."""

    kind: Named
    happened: bool
    text: str


class QuestionOfFile(Part):
    """What the school asks the network, and what came of it."""

    text: str
    deadline: date | None
    answer: str | None
    answered_on: date | None


class AdoptionFile(Part):
    """One product at one school. Texts are plain, without markup.

    It holds no role, no name and no number of people: who carries a product stands on the page
    alone, where the school can see how it reads.
    """

    schema_: str = Field(alias="$schema", description="Where this schema stands.")
    format: str = Field(
        pattern=r"^1\.\d+$",
        description="Keys may be added in 1.x; none goes or changes its meaning before 2.0.",
    )
    language: str = Field(description="The language of the labels.")
    as_of: date | None = Field(description="The day that the site looks from.")
    page: str = Field(description="The page that says the same to people.")
    embedded: str = Field(description="That page without menu, to stand in a frame.")
    school: SchoolOfFile
    product: ProductOfFile
    version: str = Field(description="The version of the product that the school uses.")
    stage: Named
    since: date | None = Field(description="The day on which this stage began.")
    ended: bool = Field(description="Whether the school stopped, or decided not to begin.")
    reason: str | None = Field(description="Why, where it ended.")
    need: str
    fit: str | None
    choices: tuple[ChoiceOfFile, ...]
    deviations: tuple[DeviationOfFile, ...]
    conditions: tuple[ConditionOfFile, ...]
    next_step: StepOfFile | None
    look_back: date | None
    anchored_in: str | None
    value: tuple[ValueOfFile, ...]
    question: QuestionOfFile | None


def adoption_schema_files(_settings: Settings, _vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the text of the schema by its path below the site's root."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:brugwerk:schema:adoption-file",
        "$comment": "Made by `brugwerk generate` from src/brugwerk/exports. Do not edit.",
        **AdoptionFile.model_json_schema(by_alias=True, mode="serialization"),
        "title": "A product at a school",
    }
    return {f"docs/{SCHEMA}": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"}
