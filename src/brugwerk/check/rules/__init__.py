"""Rules across and within records; each module is a subject, each function one rule or family.

A rule takes all entries and yields problems. The order below is the order of reading only: every
rule runs, and what it finds is sorted by place afterwards.
"""

from collections.abc import Callable, Iterator

from brugwerk.check.entries import Entries
from brugwerk.check.rules import (
    adoption,
    attachments,
    body,
    identity,
    long_texts,
    meetings,
    network,
    passing,
    privacy,
    private_attachments,
    product,
    references,
    reflection,
    school,
    settings,
    small_groups,
    small_schools,
    sources,
    versions,
    vocabulary,
)
from brugwerk.problems import Problem

Rule = Callable[[Entries], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *vocabulary.RULES,
    *settings.RULES,
    *sources.RULES,
    *identity.RULES,
    *references.RULES,
    *attachments.RULES,
    *product.RULES,
    *versions.RULES,
    *network.RULES,
    *meetings.RULES,
    *school.RULES,
    *adoption.RULES,
    *reflection.RULES,
    *body.RULES,
    *privacy.RULES,
    *private_attachments.RULES,
    *small_groups.RULES,
    *small_schools.RULES,
    *long_texts.RULES,
    *passing.RULES,
)

# Rules that judge one field at a time, and so also hold for what is sound in a broken record.
RULES_OF_PARTS: tuple[Rule, ...] = (
    *identity.RULES,
    *references.RULES,
    attachments.named_attachments_are_there,
    product.core_and_adaptable_are_apart,
    product.relations_have_one_end,
    product.no_claim_beyond_the_evidence,
    meetings.minutes_add_up,
    meetings.blocks_say_what_is_fixed_or_open,
    meetings.online_meetings_have_a_plan_b,
    *body.RULES,
    *long_texts.RULES,
)
