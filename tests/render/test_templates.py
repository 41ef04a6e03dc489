"""Templates show records in the language of the site, and never run what stands in them."""

from __future__ import annotations

import itertools
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

import jinja2
import pytest

from brugwerk.publish.publication import Publication
from brugwerk.render.kinds import all_pages
from brugwerk.render.templates import Templates
from tests.builders import (
    adoption,
    complete_product,
    exploring_adoption,
    guideline,
    network,
    product,
    reflection,
    school,
)
from tests.html import Parsed, parse
from tests.in_memory import catalogue, publish, small_site, vocabulary

if TYPE_CHECKING:
    from brugwerk.catalogue import Catalogue

ATTACK = "\"'><script>alert(1)</script>{{ 7*7 }}{% raw %}%(x)s{n}"
KINDS = [
    *("product", "product-list", "network", "network-list", "guide", "guide-list"),
    *("reflection", "reflection-list", "school", "school-list", "transfer", "travels", "problems"),
]


def render_all(found: Catalogue) -> dict[str, tuple[str, str]]:
    """The kind and the HTML of every page by its address, rendered in order."""
    templates = publish(found).templates
    return {
        page.address: (page.kind, templates.render(page)) for page in all_pages(found, templates)
    }


def page_at(found: Catalogue, address: str) -> Parsed:
    site = publish(found)
    return parse(site.render(site.pages[f"{address}index.md"]))


# Contributed text is text.


def attacked(value: Any) -> Any:
    """The same record with an attack behind every piece of prose in it."""
    if isinstance(value, dict):
        return {key: attacked(part) for key, part in value.items()}
    if isinstance(value, list):
        return [attacked(part) for part in value]
    is_prose = isinstance(value, str) and (" " in value or value.endswith("."))
    return f"{value} {ATTACK}" if is_prose else value


@cache
def attacked_site(language: str) -> dict[str, tuple[str, str]]:
    files = ("products/proefles/index.md", "schools/de-proefschool/proefles.md")
    return render_all(
        catalogue(
            products={
                "proefles": attacked(complete_product(files=[])),
                "los-idee": attacked(product()),
                "tip": attacked(guideline(status="tested")),
            },
            networks={"het-proefnet": attacked(network())},
            schools={"de-proefschool": attacked(school())},
            adoptions={("de-proefschool", "proefles"): attacked(adoption())},
            reflections={("het-proefnet", "2026-02-04"): attacked(reflection())},
            bodies=dict.fromkeys(files, f"# Kop {ATTACK}\n\nTekst {ATTACK}"),
            settings={"language": language},
        )
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_attack_in_a_record_reaches_a_page(kind: str, language: str) -> None:
    pages = [html for found, html in attacked_site(language).values() if found == kind]
    assert pages
    for html in pages:
        assert parse(html).dangers() == []
        assert "<script" not in html


SHOWN = [kind for kind in KINDS if kind != "problems"]


@pytest.mark.parametrize("kind", SHOWN)
def test_signs_of_a_template_in_a_record_are_shown_as_they_were_typed(kind: str) -> None:
    pages = [html for found, html in attacked_site("nl").values() if found == kind]
    shown = "".join(parse(html).text for html in pages)
    assert "{{ 7*7 }}{% raw %}%(x)s{n}" in shown
    assert "<script>alert(1)</script>" in shown


def test_an_attack_is_not_an_attribute_either() -> None:
    for _, html in attacked_site("nl").values():
        for element in parse(html).elements:
            assert not any("<" in name or '"' in name for name in element.attributes)


# Every page.


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_page_is_made_from_one_of_every_record(language: str) -> None:
    made = {kind for kind, _ in render_all(small_site(language=language)).values()}
    assert made >= set(KINDS)


@cache
def small_pages() -> dict[str, tuple[str, str]]:
    return render_all(small_site())


@pytest.mark.parametrize("address", list(small_pages()))
def test_a_page_has_one_title_and_no_id_twice(address: str) -> None:
    found = parse(small_pages()[address][1])
    assert len(found.all("h1")) == 1
    assert found.all("h1")[0].text.strip()
    assert len(found.ids()) == len(set(found.ids()))


@pytest.mark.parametrize("address", list(small_pages()))
def test_links_and_labels_within_a_page_lead_to_something(address: str) -> None:
    found = parse(small_pages()[address][1])
    ids = set(found.ids())
    assert {link[1:] for link in found.links() if link.startswith("#")} <= ids
    assert {e.get("aria-labelledby") for e in found.elements if e.get("aria-labelledby")} <= ids


@pytest.mark.parametrize("address", list(small_pages()))
def test_headings_skip_no_level(address: str) -> None:
    levels = [int(h.tag[1]) for h in parse(small_pages()[address][1]).all("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("address", list(small_pages()))
def test_no_page_asks_another_site_for_anything(address: str) -> None:
    elements = parse(small_pages()[address][1]).elements
    sources = [e.attributes["src"] for e in elements if "src" in e.attributes]
    assert [source for source in sources if not source.startswith("../")] == []


# The explanation of the codes and of the keys names such words because authors may.
FOR_AUTHORS = {"meldingen/", "bijdragen/velden/"}


@pytest.mark.parametrize("address", [a for a in small_pages() if a not in FOR_AUTHORS])
def test_a_page_says_no_python(address: str) -> None:
    assert not re.search(
        r"\bNone\b|Undefined|datetime|<object|\bPT\d", parse(small_pages()[address][1]).text
    )


# Language.


def test_the_interface_is_in_the_language_of_the_site() -> None:
    dutch, english = (
        {a: parse(html).text for a, (_, html) in render_all(small_site(language=language)).items()}
        for language in ("nl", "en")
    )
    assert dutch.keys() == english.keys()
    assert all(dutch[address] != english[address] for address in dutch)


def test_contributed_text_is_the_same_in_both_languages() -> None:
    for language in ("nl", "en"):
        found = page_at(small_site(language=language), "producten/proefles/")
        assert "Iedereen denkt eerst alleen na." in found.text
        assert "Voor groep 5. Leerlingen stellen zelf een vraag." in found.text


def test_terms_are_shown_by_their_label_and_never_by_their_id() -> None:
    for language in ("nl", "en"):
        found = page_at(small_site(language=language), "netwerken/het-proefnet/")
        assert vocabulary().label("programmes", "design-cycles", language) in found.text
        assert "design-cycles" not in found.text


def test_text_in_another_language_than_the_site_says_so() -> None:
    def languages(language: str) -> set[str]:
        found = page_at(small_site(language=language), "producten/proefles/")
        return {said for e in found.elements if (said := e.get("lang"))}

    assert languages("nl") == set()
    assert languages("en") == {"nl"}


# Links in texts lead to pages.


def with_body(file: str, body: str) -> Catalogue:
    found = small_site()
    return catalogue(
        products={i: dict(e.source.data) for i, e in found.products.items()},
        networks={i: dict(e.source.data) for i, e in found.networks.items()},
        schools={i: dict(e.source.data) for i, e in found.schools.items()},
        adoptions={i: dict(e.source.data) for i, e in found.adoptions.items()},
        reflections={i: dict(e.source.data) for i, e in found.reflections.items()},
        bodies={file: body},
    )


NETWORK = "netwerken/het-proefnet/"
PLACES = {
    "products/proefles/index.md": "producten/proefles/",
    "networks/het-proefnet/index.md": NETWORK,
    "networks/het-proefnet/reflections/2026-02-04.md": f"{NETWORK}reflecties/2026-02-04/",
    "schools/de-proefschool/index.md": "scholen/de-proefschool/",
    "schools/de-proefschool/proefles.md": "scholen/de-proefschool/proefles/",
}


@pytest.mark.parametrize(
    ("file", "target", "link"),
    [
        ("products/proefles/index.md", "../los-idee/index.md", "../los-idee/"),
        ("products/proefles/index.md", "../los-idee/index.md#kern-x", "../los-idee/#kern-x"),
        ("products/proefles/index.md", "./index.md", "./"),
        ("products/proefles/index.md", "files/blad.pdf", "files/blad.pdf"),
        ("products/proefles/index.md", "../../schools/a/index.md", "../../scholen/a/"),
        ("products/proefles/index.md", "../../networks/a/index.md", "../../netwerken/a/"),
        ("networks/het-proefnet/index.md", "reflections/2026-02-04.md", "reflecties/2026-02-04/"),
        ("networks/het-proefnet/index.md", "../../products/a/index.md", "../../producten/a/"),
        (
            "networks/het-proefnet/reflections/2026-02-04.md",
            "../../../products/a/index.md",
            "../../../../producten/a/",
        ),
        ("schools/de-proefschool/index.md", "proefles.md", "proefles/"),
        ("schools/de-proefschool/index.md", "../ander/index.md", "../ander/"),
        ("schools/de-proefschool/proefles.md", "index.md", "../"),
        (
            "schools/de-proefschool/proefles.md",
            "../../products/proefles/files/blad.pdf",
            "../../../producten/proefles/files/blad.pdf",
        ),
    ],
)
def test_a_link_to_a_file_leads_to_its_page(file: str, target: str, link: str) -> None:
    found = page_at(with_body(file, f"Zie [dit blad]({target})."), PLACES[file])
    assert [a.get("href") for a in found.all("a") if a.text == "dit blad"] == [link]


@pytest.mark.parametrize("file", PLACES)
@pytest.mark.parametrize("target", ["https://example.org/a", "mailto:x@example.org", "#kop"])
def test_a_link_elsewhere_stays_what_it_is(file: str, target: str) -> None:
    found = page_at(with_body(file, f"Zie [dit blad]({target})."), PLACES[file])
    assert [a.get("href") for a in found.all("a") if a.text == "dit blad"] == [target]


def test_the_text_of_a_card_is_linked_from_where_the_card_stands() -> None:
    site = publish(small_site())
    entry = site.catalogue.products["proefles"]
    for address, link in (("", "producten/proefles/"), ("a/b/", "../../producten/proefles/")):
        card = site.templates.render_part("product-card", address, product=entry)
        assert parse(card).links() == [link]


def test_an_address_that_is_none_does_not_stop_the_build() -> None:
    found = catalogue(products={"les": product(summary="Zie [dit](http://[oeps).")})
    assert "Zie" in page_at(found, "producten/les/").text


def test_links_of_shared_macros_are_relative_to_their_own_page() -> None:
    site = publish(small_site())
    for address, link in (
        ("producten/proefles/", "../../netwerken/het-proefnet/"),
        ("scholen/de-proefschool/proefles/", "../../../netwerken/het-proefnet/"),
        ("scholen/de-proefschool/", "../../netwerken/het-proefnet/"),
    ):
        found = parse(site.render(site.pages[f"{address}index.md"]))
        leads = {a for a in found.links() if a.endswith("netwerken/het-proefnet/")}
        assert leads == {link}


def test_rendering_a_page_again_or_in_another_order_changes_nothing() -> None:
    found = small_site()
    site = publish(found)
    other = Publication(found, Templates(found.vocabulary, found.settings))
    other_way = {d: other.render(other.pages[d]) for d in reversed(other.pages)}
    assert {d: site.render(page) for d, page in site.pages.items()} == other_way


# Mistakes of a template are not hidden.


def test_a_name_that_a_template_does_not_know_is_an_error() -> None:
    templates = publish(small_site()).templates
    with pytest.raises(jinja2.UndefinedError):
        templates.render_part("product-cards", "")


def test_a_term_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        publish(small_site()).templates.term("roles", "nobody")


@pytest.mark.parametrize("stage", ["exploring", "stopped", "declined"])
def test_an_adoption_with_the_least_that_it_needs_has_a_page(stage: str) -> None:
    found = catalogue(
        products={"les": product(version="1.0")},
        schools={"school": school(networks=[])},
        adoptions={("school", "les"): exploring_adoption(stage=stage)},
    )
    page = page_at(found, "scholen/school/les/")
    assert vocabulary().label("stages", stage, "nl").lower() in page.text.lower()


def test_what_is_asked_for_at_the_same_time_does_not_mix() -> None:
    site = publish(small_site())
    pages = list(site.pages.values())
    texts = [f"Een *zin* met `code` en [link {n}](https://example.org/{n})" for n in range(40)]
    before = (
        [site.templates.render(p) for p in pages],
        [site.templates.in_plain_words(t) for t in texts],
    )
    with ThreadPoolExecutor(4) as many:
        shown = many.map(site.templates.render, pages)
        said = many.map(site.templates.in_plain_words, texts)
        assert (list(shown), list(said)) == before
