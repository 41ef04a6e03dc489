"""Rename, retire, delete, divide: every address of the first site still answers in the next."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from brugwerk.publish.permanence.judged import lost, not_kept_yet
from brugwerk.publish.permanence.standing import standing_files
from brugwerk.publish.publishable import publishable
from brugwerk.read.ledger import LEDGER_FILE, ledger_text
from brugwerk.records.moves import REDIRECTS_FILE
from tests.builders import (
    ADOPTION,
    EXPLORING,
    GUIDELINE,
    IDEA,
    KEPT,
    NETWORK,
    PRODUCT,
    REFLECTION,
    SCHOOL,
    WORKSHEET,
    adoption,
    as_file,
    as_yaml,
    complete_product,
    edited,
    exploring_adoption,
    guideline,
    network,
    pdf,
    product,
    reflection,
    school,
    sound_site,
    write_site,
)
from tests.html import parse

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.publish.publication import Publication
    from tests.builders import Record

NO_FILES: dict[str, str | bytes | None] = {}
PLAN = "docs/uitleg/plan.md"
GONE_SINCE = "2026-11-02"


def site_of(root: Path, files: dict[str, str | bytes | None], before: str = "") -> Publication:
    """The site with other files, which remembers the addresses of the one before."""
    written = {PLAN: "# Plan\n", **files}
    write_site(root, {**written, LEDGER_FILE: before} if before else written)
    checked, site = publishable(root)
    assert site is not None, [(p.code, p.facts) for p in checked.problems]
    return site


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The ledger of the sound site."""
    return ledger_text(site_of(tmp_path_factory.mktemp("first"), NO_FILES).published)


def redirects(moved: dict[str, list[str]] | None = None, gone: dict[str, str] | None = None) -> str:
    return as_yaml(
        {
            "moved": [{"old": old, "new": new} for old, new in (moved or {}).items()],
            "gone": [
                {"old": old, "date": GONE_SINCE, "reason": why} for old, why in (gone or {}).items()
            ],
        }
    ).replace(f"'{GONE_SINCE}'", GONE_SINCE)


def answer(site: Publication, address: str) -> str:
    """Follow an address as a browser without scripts would: what the last page says of itself."""
    files = standing_files(site)
    page, _, anchor = address.partition("#")
    for _ in range(3):
        made = site.pages.get(f"{page}index.md")
        if made is not None:
            assert not anchor or anchor in parse(site.render(made)).ids(), (page, anchor)
            return "page"
        if page in site.published:
            return "file"
        folder = page if page.endswith("/") else f"{page}/"
        text = files[f"{folder}index.html"]
        refresh = [m.get("content") or "" for m in parse(text).all("meta") if m.get("http-equiv")]
        onward = [content for content in refresh if content.startswith("0; url=")]
        if not onward:
            return parse(text).all("h1")[0].text
        target = unquote(onward[0].removeprefix("0; url=").partition("#")[0])
        reached = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
        page = f"{reached}/" if reached and target.endswith("/") else reached
    raise AssertionError("more than one step")


def assert_everything_answers(site: Publication, first: str) -> None:
    for address in first.split():
        assert answer(site, address.removeprefix("/")), address


def adopting(new: str) -> Record:
    return edited(network(), "schools", [new])


# Names.


def test_a_product_with_another_name_answers_under_the_old_one(first: str, tmp_path: Path) -> None:
    renamed = complete_product(aliases=["proefles"])
    site = site_of(
        tmp_path,
        {
            PRODUCT: None,
            KEPT: None,
            WORKSHEET: None,
            ADOPTION: None,
            "products/meetles/index.md": as_file(renamed),
            KEPT.replace("proefles", "meetles"): sound_site()[KEPT],
            "products/meetles/files/werkblad.pdf": pdf(),
            "schools/de-proefschool/meetles.md": as_file(adoption()),
        },
        first,
    )
    assert_everything_answers(site, first)
    answers = site.moves.answers
    assert answers["producten/proefles/transfer/"] == ("producten/meetles/transfer/",)
    assert answers["producten/proefles/files/werkblad.pdf"] == (
        "producten/meetles/files/werkblad.pdf",
    )
    here, there = "scholen/de-proefschool/proefles/", "scholen/de-proefschool/meetles/"
    for below in ("", "insluiten/", "adoptie.json"):
        assert answers[f"{here}{below}"] == (f"{there}{below}",)
    assert answers["producten/proefles/#kern-eerst-zelf"] == ("producten/meetles/#kern-eerst-zelf",)


def test_a_school_and_a_product_may_change_names_at_once(first: str, tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        {
            SCHOOL: None,
            ADOPTION: None,
            EXPLORING: None,
            GUIDELINE: None,
            "products/raad/index.md": as_file(guideline(aliases=["tip-voor-begeleiders"])),
            NETWORK: as_file(adopting("de-nieuwe-school")),
            "schools/de-nieuwe-school/index.md": as_file(school(aliases=["de-proefschool"])),
            "schools/de-nieuwe-school/proefles.md": as_file(adoption()),
            "schools/de-nieuwe-school/raad.md": as_file(exploring_adoption()),
        },
        first,
    )
    assert_everything_answers(site, first)
    assert site.moves.answers["scholen/de-proefschool/tip-voor-begeleiders/"] == (
        "scholen/de-nieuwe-school/raad/",
    )


def test_a_network_takes_its_guide_and_reflections_along(first: str, tmp_path: Path) -> None:
    new = "networks/het-meetnet"
    site = site_of(
        tmp_path,
        {
            NETWORK: None,
            REFLECTION: None,
            f"{new}/index.md": as_file(network(aliases=["het-proefnet"])),
            f"{new}/reflections/2026-02-04.md": as_file(reflection()),
            PRODUCT: as_file(complete_product(networks=["het-meetnet"])),
            SCHOOL: as_file(school(networks=["het-meetnet"])),
        },
        first,
    )
    assert_everything_answers(site, first)


def test_what_a_school_shows_elsewhere_goes_where_its_page_goes(first: str, tmp_path: Path) -> None:
    gone = {PRODUCT: None, KEPT: None, WORKSHEET: None, ADOPTION: None}
    taken_away = redirects(gone={"/producten/proefles/": "De makers trokken het in."})
    site = site_of(tmp_path, {**gone, REDIRECTS_FILE: taken_away}, first)
    said = site.moves.answers["producten/proefles/"]
    for below in ("", "insluiten/", "adoptie.json"):
        assert site.moves.answers[f"scholen/de-proefschool/proefles/{below}"] == said


def test_two_names_one_after_the_other_lead_to_the_last_at_once(tmp_path: Path) -> None:
    site = site_of(tmp_path, {IDEA: as_file(product(aliases=["eerste-idee", "tweede-idee"]))})
    assert {site.moves.answers[f"producten/{n}-idee/"] for n in ("eerste", "tweede")} == {
        ("producten/los-idee/",)
    }


def test_other_words_in_addresses_are_a_move_by_hand(first: str, tmp_path: Path) -> None:
    settings = "path_words: {networks: groepen}\n"
    moved = redirects({"/netwerken/": ["/groepen/"]})
    site = site_of(tmp_path, {"brugwerk.yml": settings, REDIRECTS_FILE: moved}, first)
    assert_everything_answers(site, first)
    assert site.moves.answers["netwerken/het-proefnet/draaiboek/"] == (
        "groepen/het-proefnet/draaiboek/",
    )


# What goes.


def test_a_retired_product_answers_and_its_sheet_leads_to_it(first: str, tmp_path: Path) -> None:
    retirement = {"date": "2026-11-02", "reason": "De site bestaat niet meer."}
    text = as_file(complete_product(status="retired", retirement=retirement))
    files = {PRODUCT: text.replace("'2026-11-02'", "2026-11-02")}
    site = site_of(tmp_path, files, first)
    assert_everything_answers(site, first)
    assert site.moves.answers["producten/proefles/transfer/"] == ("producten/proefles/",)


def test_a_removed_school_leaves_a_page_without_its_data(first: str, tmp_path: Path) -> None:
    why = "De school vroeg ons om haar pagina weg te halen."
    site = site_of(
        tmp_path,
        {
            SCHOOL: None,
            ADOPTION: None,
            EXPLORING: None,
            NETWORK: as_file(network(schools=[])),
            PRODUCT: as_file(complete_product(status="tested")),
            REDIRECTS_FILE: redirects(gone={"/scholen/de-proefschool/": why}),
        },
        first,
    )
    assert_everything_answers(site, first)
    assert answer(site, "scholen/de-proefschool/proefles/") == "Deze pagina is er niet meer"
    text = parse(standing_files(site)["scholen/de-proefschool/index.html"]).text
    assert "Proefschool" not in text
    assert why in text
    assert "2 november 2026" in text


def test_a_product_that_was_divided_lets_its_reader_choose(first: str, tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        {
            PRODUCT: None,
            KEPT: None,
            WORKSHEET: None,
            ADOPTION: None,
            "products/les-een/index.md": as_file(product(title="Les <één>")),
            "products/les-twee/index.md": as_file(product(title="Les twee")),
            REDIRECTS_FILE: redirects(
                {
                    "/producten/proefles/": ["/producten/les-een/", "/producten/les-twee/"],
                    "/scholen/de-proefschool/proefles/": ["/scholen/de-proefschool/"],
                }
            ),
        },
        first,
    )
    assert_everything_answers(site, first)
    page = parse(standing_files(site)["producten/proefles/index.html"])
    assert [a.text for a in page.all("li")] == ["Les <één>", "Les twee"]
    assert answer(site, "producten/proefles/#kern-eerst-zelf") == "Deze pagina is verdeeld"


def test_a_hand_written_page_and_a_file_can_move(first: str, tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        {
            PLAN: None,
            "docs/plan.md": "# Plan\n",
            PRODUCT: as_file(complete_product(files=[])),
            WORKSHEET: None,
            REDIRECTS_FILE: redirects(
                {
                    "/uitleg/plan/": ["/plan/"],
                    "/producten/proefles/files/werkblad.pdf": ["/producten/proefles/"],
                }
            ),
        },
        first,
    )
    assert_everything_answers(site, first)
    assert "producten/proefles/files/werkblad.pdf/index.html" in standing_files(site)


# Parts of pages.


def with_element(name: str) -> Record:
    return edited(complete_product(), "adaptable.1.id", name)


def test_a_renamed_part_keeps_its_old_anchor_on_the_page(first: str, tmp_path: Path) -> None:
    old, new = "/producten/proefles/#vrij-werkvorm", "/producten/proefles/#vrij-bespreken"
    files = {PRODUCT: as_file(with_element("bespreken")), REDIRECTS_FILE: redirects({old: [new]})}
    site = site_of(tmp_path, files, first)
    assert_everything_answers(site, first)
    html = site.render(site.pages["producten/proefles/index.md"])
    assert '<li id="vrij-bespreken"><span id="vrij-werkvorm"></span>' in html


def test_a_part_that_is_gone_or_elsewhere_is_said_below_the_page(
    first: str, tmp_path: Path
) -> None:
    lone = edited(
        complete_product(), "adaptable", [{"id": "tijd", "what": "Wanneer", "limit": "Elke week."}]
    )
    part = "/producten/proefles/#"
    why = "Het deed er <b>niet</b> toe."
    said = redirects(
        {f"{part}vrij-werkvorm": ["/producten/los-idee/", "/uitleg/plan/"]},
        {f"{part}vrij-groepsgrootte": why},
    )
    use = adoption(choices=[])
    files = {PRODUCT: as_file(lone), ADOPTION: as_file(use), REDIRECTS_FILE: said}
    site = site_of(tmp_path, files, first)
    assert_everything_answers(site, first)
    page = parse(site.render(site.pages["producten/proefles/index.md"]))
    assert {"../los-idee/", "../../uitleg/plan/"} <= set(page.links())
    assert page.dangers() == []


def test_a_file_that_is_no_longer_offered_leads_to_its_page(first: str, tmp_path: Path) -> None:
    gone = redirects(gone={"/producten/proefles/files/werkblad.pdf": "Niet meer nodig."})
    files = {
        PRODUCT: as_file(complete_product(files=[])),
        WORKSHEET: None,
        REDIRECTS_FILE: gone,
    }
    site = site_of(tmp_path, files, first)
    assert site.moves.answers["producten/proefles/pupils.zip"] == ("producten/proefles/",)


def test_what_one_takes_along_goes_where_its_page_goes(first: str, tmp_path: Path) -> None:
    renamed = {
        "products/los-idee/index.md": None,
        "products/nieuw/index.md": as_file(product(aliases=["los-idee"])),
    }
    site = site_of(
        tmp_path, {**NO_FILES, **renamed, PRODUCT: as_file(complete_product(relations=[]))}, first
    )
    assert site.moves.answers["producten/los-idee/word.docx"] == ("producten/nieuw/word.docx",)


# The ledger.


def test_the_addresses_of_parts_stand_on_their_pages(first: str, tmp_path: Path) -> None:
    assert first.count("#") == 4
    assert_everything_answers(site_of(tmp_path, NO_FILES, first), first)


def test_a_new_record_is_no_mistake_and_is_told_of(first: str, tmp_path: Path) -> None:
    site = site_of(tmp_path, {"products/nog-een/index.md": as_file(product())}, first)
    assert not_kept_yet(site) == ["producten/nog-een/", "producten/nog-een/word.docx"]
    assert lost(site) == []
    assert standing_files(site) == {}


def test_a_ledger_holds_every_address_once_in_order() -> None:
    assert ledger_text(["b/", "", "a/#x", "b/", "a/"]) == "/\n/a/\n/a/#x\n/b/\n"
