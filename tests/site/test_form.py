"""The form in a real browser, to the end: what was filled in becomes a file that the site takes."""

from __future__ import annotations

import json
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from brugwerk.command import main
from brugwerk.read.front_matter import read_front_matter
from tests.site.conftest import ROOT, build_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, Route

    from tests.site.conftest import Built

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("site")]
FORM = "bijdragen/formulier/"
SITE_PARTS = ("docs", "products", "networks", "schools", "vocabulary", "hooks", "src")
REPOSITORY = "https://github.com/verzonnen/site"


@contextmanager
def form(
    browser: Browser, served: str, query: str = "", width: int = 1280, **hand_over: str
) -> Iterator[tuple[Page, list[str]]]:
    """Open the form, on a site with the given settings, and collect what it complains of."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, reduced_motion="reduce", accept_downloads=True
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: complaints.append(str(e)))
    # Nothing may leave for another origin; where a test goes there, it stops here.
    context.route(lambda url: not url.startswith(served), lambda route: route.abort())

    def with_settings(route: Route) -> None:
        definition = route.fetch().json()
        definition["handOver"] |= hand_over
        route.fulfill(body=json.dumps(definition), content_type="application/json")

    if hand_over:
        context.route("**/definition.json", with_settings)
    page.goto(f"{served}{FORM}{query}")
    page.wait_for_selector(".form-start, .form-editor")
    yield page, complaints
    context.close()


def settled(page: Page) -> None:
    """Wait until what was typed has been looked at and kept."""
    page.wait_for_timeout(800)


def look_over(page: Page) -> str:
    settled(page)
    page.get_by_role("button", name="Kijk het na").click()
    return page.locator(".form-summary").inner_text()


def downloaded(page: Page, root: Path) -> Path:
    """Download the file and put it where the page says that it belongs."""
    where = page.locator(".form-preview code").first.text_content() or ""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download het bestand").first.click()
    path = root / where
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting.value.save_as(path)
    assert waiting.value.suggested_filename == path.name
    return path


def add(page: Page, label: str) -> Locator:
    """Add a part to a list and return it."""
    group = page.locator("fieldset.form-list", has=page.locator(f"legend >> text='{label}'")).last
    group.get_by_role("button", name=f"Voeg toe bij ‘{label}’").click()
    return group.locator("ol.form-rows > li").last


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site in a git repository of its own."""
    root = tmp_path_factory.mktemp("repository")
    for name in SITE_PARTS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "brugwerk.yml"):
        shutil.copy(ROOT / name, root / name)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "The site")
    return root


def git(root: Path, *arguments: str) -> str:
    name = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    done = subprocess.run(
        ["git", *name, *arguments], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout


def checked(root: Path) -> str:
    result = CliRunner().invoke(main, ["check", "--root", str(root)])
    assert result.exit_code == 0, result.output
    return result.output


def test_from_nothing_to_a_draft_and_a_prototype_on_the_site(
    browser: Browser, served: str, repository: Path, tmp_path: Path
) -> None:
    with form(browser, served) as (page, said):
        page.get_by_role("link", name="Een ontwerp, een les of een richtlijn").click()
        page.get_by_label("Titel", exact=True).fill("Schaduwen: wie is het langst?")
        page.get_by_label("Samenvatting").fill("Voor groep 5.\nJe meet hoe lang een schaduw is.")
        page.get_by_role("radio", name="les", exact=True).check()
        page.get_by_label("Hoe doe je het").fill("## Buiten\n\n1. Meet.\n2. Meet nog eens.")
        assert "niets gevonden" in look_over(page)
        draft = downloaded(page, repository)
        assert draft == repository / "products/schaduwen-wie-is-het-langst/index.md"
        assert said == []
    with form(browser, served, "?soort=product") as (page, said):
        fill_in_prototype(page)
        assert "niets gevonden" in look_over(page)
        prototype = downloaded(page, repository)
        assert said == []
    data = read_front_matter(prototype, prototype.relative_to(repository))[0].data
    assert [element["id"] for element in data["core"]] == ["eerst-zelf-denken", "dan-samen-praten"]
    assert data["adaptable"][0]["options"] == ["in tweetallen", "in een kring"]
    assert (data["duration"], data["version"]) == ("PT1H15M", "0.1")
    assert data["levels"] == ["groep-5", "groep-6"]
    checked(repository)
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "A lesson")
    assert "2 files changed" in git(repository, "show", "--stat", "HEAD")
    built = build_site(tmp_path / "site", "nl", repository)
    assert built.returncode == 0, built.stderr
    lesson = (tmp_path / "site/producten/schaduwen-wie-is-het-langst/index.html").read_text("utf-8")
    assert "Schaduwen: wie is het langst?" in lesson
    assert "Iedereen denkt" not in lesson


def fill_in_prototype(page: Page) -> None:
    page.get_by_label("Titel", exact=True).fill("Vragen die blijven hangen")
    page.get_by_label("Samenvatting").fill("Voor groep 5 en 6. Leerlingen vragen door.")
    page.get_by_role("radio", name="les", exact=True).check()
    page.get_by_role("radio", name="prototype").check()
    page.get_by_label("Versie", exact=True).fill("0.1")
    page.get_by_role("checkbox", name="Netwerk De Lichtmast").check()
    page.get_by_role("checkbox", name="leraar", exact=True).check()
    page.get_by_role("checkbox", name="basisonderwijs", exact=True).check()
    settled(page)
    assert page.get_by_role("checkbox", name="havo 3").is_hidden()
    for level in ("groep 6", "groep 5"):
        page.get_by_role("checkbox", name=level, exact=True).check()
    page.get_by_role("checkbox", name="denkvaardigheden").check()
    add(page, "Doelen").get_by_role("textbox").fill("Je kunt een vraag stellen die blijft hangen.")
    page.get_by_label("Voor wie", exact=True).fill("Groep 5 en 6.")
    time = page.get_by_role("group", name="Tijd per keer")
    time.get_by_label("minuten").fill("75")
    page.get_by_role("radio", name="CC BY-SA").first.check()
    for what in ("Dan samen praten", "Eerst zelf denken"):
        element = add(page, "Kernelementen")
        element.get_by_label("Wat vaststaat").fill(what)
        element.get_by_label("Waarom").fill("Zo doet ieder mee.")
    # The second one belongs first: a key moves it, and what it says goes along.
    page.keyboard.press("Alt+ArrowUp")
    free = add(page, "Aanpasbare elementen")
    free.get_by_label("Wat vrij is").fill("De vorm van het gesprek")
    free.get_by_label("Grens").fill("Ieder komt aan het woord.")
    free.get_by_text("Meer velden").click()
    for option in ("in tweetallen", "in een kring"):
        add(page, "Mogelijkheden").get_by_role("textbox").fill(option)


def test_a_revision_keeps_every_key(browser: Browser, served: str, tmp_path: Path) -> None:
    with form(browser, served, "?soort=product&id=breuken-met-bewijs") as (page, said):
        assert page.locator(".form-title").inner_text() == "Breuken met bewijs"
        page.get_by_label("Titel", exact=True).fill("Breuken met bewijs, opnieuw")
        assert "niets gevonden" in look_over(page)
        path = downloaded(page, tmp_path)
        assert said == []
    before = ROOT / "products/breuken-met-bewijs/index.md"
    old, new = (read_front_matter(p, p)[0] for p in (before, path))
    assert new.data == {**old.data, "title": "Breuken met bewijs, opnieuw"}
    assert new.body == old.body


def test_the_page_of_a_record_leads_to_its_revision(browser: Browser, served: str) -> None:
    with form(browser, served) as (page, said):
        for address, name in (
            ("scholen/de-verzonnen-vlieger/", "Basisschool De Verzonnen Vlieger"),
            ("netwerken/de-lichtmast/", "Netwerk De Lichtmast"),
        ):
            page.goto(f"{served}{address}")
            page.get_by_role("link", name="Dit verbeteren").click()
            page.wait_for_selector(".form-editor")
            assert name in page.locator(".form-title").inner_text()
        assert said == []


def test_a_draft_is_kept_and_survives_a_reload(browser: Browser, served: str) -> None:
    with form(browser, served, "?soort=school") as (page, said):
        page.get_by_label("Naam of pseudoniem").fill("School aan zee")
        page.get_by_text("Concept bewaard om").wait_for()
        page.reload()
        page.wait_for_selector(".form-editor")
        assert page.get_by_label("Naam of pseudoniem").input_value() == "School aan zee"
        assert page.get_by_label("Naam in het adres").input_value() == "school-aan-zee"
        page.get_by_role("button", name="Terug naar het begin").click()
        page.get_by_role("link", name="School aan zee").wait_for()
        page.get_by_role("button", name="Gooi weg: School aan zee").click()
        page.get_by_role("button", name="Druk nog een keer").click()
        page.get_by_role("link", name="School aan zee").wait_for(state="detached")
        assert said == []


def test_a_full_browser_says_so(browser: Browser, served: str) -> None:
    with form(browser, served, "?soort=school") as (page, _):
        page.evaluate(
            """() => { Storage.prototype.setItem = () => {
                throw new DOMException("", "QuotaExceededError"); }; }"""
        )
        page.get_by_label("Naam of pseudoniem").fill("School aan zee")
        page.locator("[role=alert]", has_text="geen ruimte meer").wait_for()


def test_mistakes_are_said_on_leaving_and_go_while_mending(browser: Browser, served: str) -> None:
    with form(browser, served, "?soort=product") as (page, said):
        version = page.get_by_label("Versie (mag leeg blijven)")
        page.get_by_text("Meer velden").first.click()
        version.fill("eerste")
        settled(page)
        message = page.locator(
            ".form-message", has_text="‘Versie’ (version) hoort een versienummer"
        )
        assert message.count() == 0
        page.keyboard.press("Tab")
        message.wait_for()
        assert version.get_attribute("aria-invalid") == "true"
        described = (version.get_attribute("aria-describedby") or "").split()
        texts = [page.locator(f"#{name}").inner_text() for name in described]
        assert any("hoort een versienummer" in text for text in texts)
        version.fill("1.0")
        message.wait_for(state="detached")
        assert version.get_attribute("aria-invalid") is None
        assert said == []


def test_the_summary_leads_to_what_is_wrong_however_deep(browser: Browser, served: str) -> None:
    with form(browser, served, "?soort=product&id=breuken-met-bewijs") as (page, said):
        page.locator("#deel-core ~ * .form-item > summary").first.click()
        page.get_by_label("Waarom", exact=True).first.fill("")
        page.locator("#deel-core ~ * .form-item > summary").first.click()
        assert "Nog te herstellen: 1" in look_over(page)
        assert page.evaluate("document.activeElement.className").startswith("form-summary")
        page.get_by_role("link", name="‘Waarom’ (core 1 › why) ontbreekt.").click()
        assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
        assert page.evaluate("document.activeElement.checkVisibility()")
        page.keyboard.type("Daarom.")
        page.get_by_text("niets gevonden").wait_for()
        assert said == []


def test_a_removed_part_can_be_put_back(browser: Browser, served: str) -> None:
    with form(browser, served, "?soort=product&id=breuken-met-bewijs") as (page, said):
        rows = page.locator("fieldset.form-list", has=page.locator("legend >> text=Kernelementen"))
        before = rows.locator(".form-name-of").all_inner_texts()
        rows.get_by_role("button", name="Haal weg").nth(1).click()
        assert rows.locator(".form-name-of").all_inner_texts() == [before[0], *before[2:]]
        assert page.evaluate("document.activeElement.textContent") == "Zet terug wat je weghaalde"
        page.keyboard.press("Enter")
        assert rows.locator(".form-name-of").all_inner_texts() == before
        rows.get_by_role("button", name="Omlaag").first.click()
        assert rows.locator(".form-name-of").all_inner_texts()[:2] == [before[1], before[0]]
        assert "is nu nummer 2 van" in page.locator("[role=status]").last.inner_text()
        assert said == []


def test_an_adoption_chooses_from_its_product(
    browser: Browser, served: str, repository: Path
) -> None:
    with form(browser, served, "?soort=adoption") as (page, said):
        page.get_by_label("School", exact=True).select_option("maanzicht")
        page.get_by_label("Product", exact=True).select_option("patronen-in-de-stad")
        version = page.get_by_label("Versie van het product")
        page.wait_for_function(
            "e => e.options.length > 1", arg=version.element_handle(), timeout=5_000
        )
        version.select_option(index=1)
        page.get_by_label("Stadium", exact=True).select_option("exploring")
        page.get_by_label("Waarom hier").fill("Wij zoeken wiskunde buiten het boek.")
        bridge = page.get_by_role("group", name="Brugrol")
        bridge.get_by_label("Brugrol").select_option("teacher")
        bridge.get_by_label("Mandaat").fill("Mag het proberen.")
        bridge.get_by_label("Tijd").fill("een uur per maand")
        step = page.get_by_role("group", name="Volgende stap")
        step.get_by_label("Stap", exact=True).fill("Bekijken met de bouw")
        step.get_by_label("Rol", exact=True).select_option("teacher")
        step.get_by_label("Datum", exact=True).fill("2027-01-12")
        assert "niets gevonden" in look_over(page)
        path = downloaded(page, repository)
        assert said == []
    assert path == repository / "schools/maanzicht/patronen-in-de-stad.md"
    checked(repository)


def test_the_way_to_github_carries_the_file(browser: Browser, served: str) -> None:
    with form(browser, served, "?soort=product", repository=REPOSITORY) as (page, said):
        page.get_by_label("Titel", exact=True).fill("Een & twee: é")
        page.get_by_label("Samenvatting").fill("Kort.")
        page.get_by_role("radio", name="les", exact=True).check()
        look_over(page)
        asked: list[str] = []
        page.context.on("request", lambda request: asked.append(request.url))
        text = page.locator(".form-file").text_content()
        page.get_by_role("link", name="Open github.com met deze tekst").click()
        page.wait_for_timeout(500)
        (url,) = [urlsplit(url) for url in asked if url.startswith(REPOSITORY)]
        assert url.path == "/verzonnen/site/new/main"
        assert parse_qs(url.query) == {
            "filename": ["products/een-twee-e/index.md"],
            "value": [text],
        }
        assert said == []


def test_nothing_leaves_before_someone_chooses_a_way(browser: Browser, served: str) -> None:
    settings = {"repository": REPOSITORY, "contact": "redactie@example.org"}
    with form(browser, served, "?soort=school", **settings) as (page, said):
        asked: list[str] = []
        page.context.on("request", lambda request: asked.append(request.url))
        page.get_by_label("Naam of pseudoniem").fill("School aan zee")
        page.get_by_label("Is dit een pseudoniem").check()
        page.get_by_label("Sector", exact=True).select_option("po")
        assert "niets gevonden" in look_over(page)
        assert page.locator(".form-way a").count() == 2
        assert [url for url in asked if not url.startswith(served)] == []
        assert said == []


def test_what_is_typed_stays_text(browser: Browser, served: str) -> None:
    evil = "<img src=x onerror=document.title='gekaapt'>"
    with form(browser, served, "?soort=product") as (page, said):
        page.get_by_label("Titel", exact=True).fill(evil)
        add_to = page.locator("#deel-core ~ * >> text=Meer velden").first
        add_to.click()
        add(page, "Kernelementen").get_by_label("Wat vaststaat").fill(evil)
        look_over(page)
        assert page.locator(".form-title").inner_text() == evil
        assert page.locator(".form-app img").count() == 0
        assert page.title() != "gekaapt"
        assert said == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["product", "adoption", "network", "school", "reflection"])
def test_the_form_fits_and_everything_has_a_name(
    browser: Browser, served: str, kind: str, width: int
) -> None:
    with form(browser, served, f"?soort={kind}", width) as (page, said):
        page.evaluate(
            "for (const d of document.querySelectorAll('.form-app details')) d.open = true"
        )
        for button in page.get_by_role("button", name="Voeg toe bij").all():
            button.click()
        page.evaluate(
            "for (const d of document.querySelectorAll('.form-app details')) d.open = true"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        nameless = page.evaluate("""[...document.querySelectorAll(
            '.form-app input, .form-app textarea, .form-app select')]
            .filter(e => !e.labels?.length && !e.getAttribute('aria-label')).length""")
        assert nameless == 0
        doubled = page.evaluate("""(() => { const ids = [...document.querySelectorAll('[id]')]
            .map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i) })()""")
        assert doubled == []
        assert said == []


def test_without_javascript_the_page_names_other_ways(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{FORM}")
    assert page.get_by_text("Het formulier heeft JavaScript nodig").is_visible()
    assert page.get_by_role("link", name="Zo draag je bij met een tekstbestand").is_visible()
    context.close()


def test_a_form_that_does_not_load_says_so(browser: Browser, served: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/records.json", lambda route: route.abort())
    page.goto(f"{served}{FORM}")
    page.locator("[role=alert]", has_text="kon niet worden geladen").wait_for()
    context.close()


def test_the_form_is_in_english_on_an_english_site(english: Built) -> None:
    definition = json.loads((english.folder / FORM / "definition.json").read_text("utf-8"))
    assert definition["language"] == "en"
    assert definition["kinds"][0]["label"] == "Product"
    assert "Improve this" in english.html("producten/breuken-met-bewijs/")
