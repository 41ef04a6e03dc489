"""Controlled lists: a term is found by its id, and says what it means in both languages."""

from __future__ import annotations

import pytest

from brugwerk.records.vocabulary import StatusTerm, Vocabulary, VocabularyList, VocabularyTerm
from tests.in_memory import vocabulary


def term(term_id: str) -> dict[str, object]:
    return {"id": term_id, "label": {"nl": f"{term_id}-nl", "en": f"{term_id}-en"}}


def small() -> Vocabulary:
    shape = VocabularyList[VocabularyTerm]
    data = {"label": {"nl": "Kleuren", "en": "Colours"}, "terms": [term("rood"), term("geel")]}
    return Vocabulary({"kleuren": shape.model_validate(data)})


def test_a_term_has_a_label_in_each_language() -> None:
    assert small().label("kleuren", "rood", "nl") == "rood-nl"
    assert small().label("kleuren", "rood", "en") == "rood-en"


@pytest.mark.parametrize(("scheme", "term_id"), [("kleuren", "paars"), ("vormen", "rood")])
def test_a_term_that_does_not_exist_is_an_error_of_the_program(scheme: str, term_id: str) -> None:
    with pytest.raises(KeyError):
        small().term(scheme, term_id)


def test_terms_keep_the_order_of_the_file() -> None:
    assert list(small().lists["kleuren"].by_id) == ["rood", "geel"]


def test_the_ids_of_every_list_are_given_by_scheme() -> None:
    assert small().ids() == {"kleuren": frozenset({"rood", "geel"})}


def test_a_vocabulary_without_signals_has_none() -> None:
    assert small().signals() == ()


def test_a_list_of_plain_terms_in_the_place_of_a_special_one_is_told_apart() -> None:
    lists = Vocabulary({"statuses": small().lists["kleuren"]})
    with pytest.raises(TypeError, match="StatusTerm"):
        lists.status("rood")


@pytest.mark.parametrize("scheme", list(vocabulary()))
def test_every_term_of_the_site_has_a_label_in_both_languages(scheme: str) -> None:
    for item in vocabulary().lists[scheme].terms:
        assert item.label.nl.strip()
        assert item.label.en.strip()


@pytest.mark.parametrize("scheme", list(vocabulary()))
def test_no_two_terms_of_a_list_share_an_id(scheme: str) -> None:
    found = vocabulary().lists[scheme]
    assert len(found.by_id) == len(found.terms)


def test_the_statuses_of_the_site_have_an_order_of_their_own() -> None:
    orders = [t.order for t in vocabulary().lists["statuses"].terms if isinstance(t, StatusTerm)]
    assert len(orders) == len(set(orders)) >= 5


def test_stopping_and_declining_stand_outside_the_order_of_stages() -> None:
    outside = {
        t.id for t in vocabulary().lists["stages"].terms if vocabulary().stage(t.id).order is None
    }
    assert outside == {"stopped", "declined"}


@pytest.mark.parametrize("programme", ["design-cycles", "research-then-product"])
def test_a_programme_brings_phases_for_each_of_its_years(programme: str) -> None:
    found = vocabulary().programme(programme)
    assert {phase.year for phase in found.phases} == set(range(1, (found.years or 0) + 1))
    assert len({phase.id for phase in found.phases}) == len(found.phases)
    for phase in found.phases:
        assert vocabulary().phase(phase.kind)
