"""Drafts stay in the browser, apart by site, and a full browser is said and not swallowed."""

from __future__ import annotations

from typing import Any

from tests.contribute.node import ask


def drafts(*saves: dict[str, Any], **given: Any) -> dict[str, Any]:
    question = {"do": "drafts", "root": "/site/", "saves": [*saves], **given}
    found: dict[str, Any] = ask([question])[0]
    return found


def test_a_draft_is_kept_with_all_that_is_in_it() -> None:
    data = {"title": "Een les", "core": [{"what": "Stil"}]}
    (kept,) = drafts({"kind": "product", "data": data, "body": "Tekst"})["all"]
    assert kept["data"] == data
    assert (kept["kind"], kept["body"], kept["revision"]) == ("product", "Tekst", False)
    assert kept["saved"]


def test_several_drafts_stand_beside_each_other() -> None:
    found = drafts({"kind": "product"}, {"kind": "school"}, {"kind": "product"})
    assert sorted(draft["kind"] for draft in found["all"]) == ["product", "product", "school"]
    assert len({draft["id"] for draft in found["all"]}) == 3


def test_a_draft_can_be_thrown_away() -> None:
    assert drafts({"kind": "product"}, {"kind": "school"})["left"] == 1


def test_another_site_on_the_same_address_sees_none_of_it() -> None:
    assert drafts({"kind": "product"})["elsewhere"] == 0


def test_a_full_browser_is_told() -> None:
    found = drafts({"kind": "product", "body": "x" * 500}, room=300)
    assert found["refused"] == ["QuotaExceededError"]
    assert found["all"] == []
