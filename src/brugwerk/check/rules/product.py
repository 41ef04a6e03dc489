"""What a product must hold before others rely on it (requirements grow with its status)."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from brugwerk.check.shape import field_name
from brugwerk.problems import Problem
from brugwerk.problems.problem import Wording
from brugwerk.read.rare import Rare
from brugwerk.records.fields import version_order
from brugwerk.records.overclaim import OVERCLAIM
from brugwerk.records.product import Product
from brugwerk.records.vocabulary import LevelTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.check.entries import Entries, Entry
    from brugwerk.read.yaml_text import KeyPath

# From this step on, others must be able to see whether the core stands.
RECOGNISED_FROM = 3
ASKED_OF_CORE = ("recognise", "without")


def status_has_what_it_asks(entries: Entries) -> Iterator[Problem]:
    """Every key that the status asks for is filled in."""
    # Pydantic makes its list of fields anew for everyone who asks.
    fields = frozenset(Product.model_fields)
    for entry in entries.products.values():
        status = entries.vocabulary.status(entry.record.status)
        asked = (*status.requires.get("all", ()), *status.requires.get(entry.record.type, ()))
        for key in asked:
            # A key that no product has is a mistake of the list, and reported there.
            if key in fields and getattr(entry.record, key) in (None, (), ""):
                yield entry.problem(
                    "BW301",
                    ("status",),
                    field=field_name(Product, (key,)),
                    status=Wording(status.label.nl, status.label.en),
                )


def core_and_adaptable_are_apart(entries: Entries) -> Iterator[Problem]:
    """Nothing is both fixed and free (domain rule 5)."""
    for entry in entries.every_version():
        core = {element.id for element in entry.record.core}
        for index, element in enumerate(entry.record.adaptable):
            if element.id in core:
                yield entry.problem("BW302", ("adaptable", index, "id"), id=element.id)


def core_can_be_recognised(entries: Entries) -> Iterator[Problem]:
    """From ``tested`` on, a core element says how one recognises it and what goes wrong without."""
    for entry in entries.products.values():
        order = entries.vocabulary.status(entry.record.status).order
        if order < RECOGNISED_FROM or entry.record.retirement:
            continue
        for index, element in enumerate(entry.record.core):
            for key in ASKED_OF_CORE:
                if getattr(element, key) is None:
                    path = ("core", index, key)
                    yield entry.problem("BW321", path[:2], field=field_name(Product, path))


def retirement_and_status_agree(entries: Entries) -> Iterator[Problem]:
    """Retired products say when and why, others do not; nothing replaces itself."""
    for entry in entries.products.values():
        retirement = entry.record.retirement
        if retirement and entry.record.status != "retired":
            yield entry.problem("BW303", ("retirement",), of_key=True)
        if retirement and retirement.replaced_by == entry.id:
            yield entry.problem("BW317", ("retirement", "replaced_by"))


def guidance_is_for_guidelines(entries: Entries) -> Iterator[Problem]:
    """Only a guideline fills the facilitation guides."""
    for entry in entries.products.values():
        if entry.record.guidance and entry.record.type != "guideline":
            yield entry.problem("BW304", ("guidance",), of_key=True)


def versions_have_a_history(entries: Entries) -> Iterator[Problem]:
    """Change notes run in order of version and date, up to the present version."""
    for entry in entries.products.values():
        changes = entry.record.changes
        for index, (before, after) in enumerate(itertools.pairwise(changes)):
            rising = version_order(before.version) < version_order(after.version)
            if not rising or before.date > after.date:
                yield entry.problem("BW312", ("changes", index + 1, "version"))
        if changes and entry.record.version not in {change.version for change in changes}:
            yield entry.problem("BW311", ("version",), version=str(entry.record.version))


def transferable_was_tried_elsewhere(entries: Entries) -> Iterator[Problem]:
    """Transferable asks for an evaluated cycle and a trial outside the maker's class (rule 13)."""
    for product_id, entry in entries.products.items():
        if entry.record.status != "transferable":
            continue
        if not any(cycle.evaluation for cycle in entry.record.cycles):
            yield entry.problem("BW313", ("status",))
        # An adoption that is not sound may hold the trial; its own problems come first.
        judged = all(adopted != product_id for _, _, adopted in entries.broken)
        if judged and not _was_tried_elsewhere(entries, product_id):
            yield entry.problem("BW314", ("status",))


def _was_tried_elsewhere(entries: Entries, product_id: str) -> bool:
    for (_, product), adoption in entries.adoptions.items():
        record = adoption.record
        reached = {record.stage, *(entry.stage for entry in record.history)}
        used = any(entries.vocabulary.stage(stage).in_use for stage in reached)
        outside = any(entries.vocabulary.place(u.place).outside_maker_class for u in record.users)
        if product == product_id and outside and used:
            return True
    return False


def levels_belong_to_sectors(entries: Entries) -> Iterator[Problem]:
    """A school year occurs in one of the sectors of the record."""
    placed: list[Entry[Any]] = [*entries.products.values(), *entries.schools.values()]
    for entry in placed:
        record = entry.record
        sectors = record.sectors if isinstance(record, Product) else (record.sector,)
        for index, level in enumerate(record.levels):
            term = entries.vocabulary.term("levels", level)
            if isinstance(term, LevelTerm) and sectors and not set(term.sectors) & set(sectors):
                yield entry.problem(
                    "BW316",
                    ("levels", index),
                    level=Wording(term.label.nl, term.label.en),
                )


def relations_have_one_end(entries: Entries) -> Iterator[Problem]:
    """A relation names a product of the site or a source outside it, and not the product itself."""
    for entry in entries.products.values():
        for index, relation in enumerate(entry.record.relations):
            if bool(relation.product) == bool(relation.source):
                yield entry.problem("BW318", ("relations", index))
            elif relation.product == entry.id:
                yield entry.problem("BW319", ("relations", index, "product"))


def texts_in(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text in a record with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts_in(item, (*path, index))


def no_claim_beyond_the_evidence(entries: Entries) -> Iterator[Problem]:
    """Evidence says what it showed and where; "proven effective" is refused (domain rule 10)."""
    for entry in entries.every_version():
        if Rare.OVERCLAIM in entry.source.rare_in_texts:
            for path, text in texts_in(entry.record):
                if found := OVERCLAIM.search(text):
                    yield entry.problem("BW315", path, words=found.group())
        if Rare.OVERCLAIM in entry.source.rare_in_body and (
            found := OVERCLAIM.search(entry.source.body)
        ):
            place = entry.source.place_in_body(found.start())
            yield Problem("BW315", place, {"words": found.group()})


RULES = (
    status_has_what_it_asks,
    core_and_adaptable_are_apart,
    core_can_be_recognised,
    retirement_and_status_agree,
    guidance_is_for_guidelines,
    versions_have_a_history,
    transferable_was_tried_elsewhere,
    levels_belong_to_sectors,
    relations_have_one_end,
    no_claim_beyond_the_evidence,
)
