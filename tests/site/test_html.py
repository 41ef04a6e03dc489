"""The HTML of every page: as the standard has it, and with words for who does not see it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from tests.html import parse
from tests.site.conftest import ROOT

if TYPE_CHECKING:
    from tests.html import Element, Parsed
    from tests.site.conftest import Built

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The checker reads files, and a file has no site of its own that the policy could allow.
NOT_OF_FILES = re.compile("violates Content Security Policy")
# A void element may end with a slash; Markdown writes it so. And the checker guesses the language
# of a page by most of its words, which on an English site may stand in Dutch records.
ALLOWED = re.compile("Trailing slash on void elements|appears to be written in Dutch but")
SAYS_NOTHING = re.compile(
    r"(?:klik )?hier|lees (?:meer|verder)|meer(?: informatie)?|link|deze (?:pagina|link)|"
    r"(?:click )?here|(?:read )?more|this (?:page|link)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", ["dutch", "english"])
def test_the_nu_checker_finds_nothing(language: str, request: pytest.FixtureRequest) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java, in which the Nu checker is written")
    if not CHECKER.is_file():
        pytest.skip("no Nu checker: run scripts/test, which installs it from npm")
    built: Built = request.getfixturevalue(language)
    done = subprocess.run(
        [java, "-jar", CHECKER, "--format", "json", "--skip-non-html", built.folder],
        capture_output=True,
        text=True,
        check=False,
    )
    said = [
        f"{message['url'].rpartition('/site/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
        if not (NOT_OF_FILES.search(message["message"]) or ALLOWED.search(message["message"]))
    ]
    assert said == []


def content(built: Built, address: str) -> Parsed:
    """Return what stands on a page, without the frame of the site around it."""
    html = built.html(address)
    _, begins, rest = html.partition('<article id="__content"')
    # A page for a school's own site and a booklet have no frame.
    return parse(begins + rest.rpartition("</article>")[0] if begins else html)


def name_of(link: Element) -> str:
    """Return what a screen reader reads out for a link."""
    return " ".join((link.get("aria-label") or link.text).split())


def test_a_link_says_where_it_leads(dutch: Built) -> None:
    vague = [
        (address, link.get("href"))
        for address in dutch.addresses()
        for link in content(dutch, address).all("a")
        if link.get("href") and SAYS_NOTHING.fullmatch(name_of(link))
    ]
    assert vague == []


def test_on_a_made_page_links_of_one_name_lead_to_one_place(dutch: Built) -> None:
    """In a text by hand the sentence around a link may tell two of a name apart."""
    by_hand = {f"{file.parent.relative_to(ROOT / 'docs')}" for file in ROOT.glob("docs/**/*.md")}
    doubtful = {}
    for address in dutch.addresses():
        if address.partition("/")[0] in by_hand and "velden" not in address:
            continue
        places: dict[str, set[str]] = defaultdict(set)
        for link in content(dutch, address).all("a"):
            if href := link.get("href"):
                places[name_of(link)].add(href)
        if two := {name: sorted(found) for name, found in places.items() if len(found) > 1}:
            doubtful[address] = two
    assert doubtful == {}


def test_a_picture_has_words_and_a_table_has_headers(dutch: Built) -> None:
    wrong = []
    for address in dutch.addresses():
        parsed = content(dutch, address)
        wrong += [(address, "img") for picture in parsed.all("img") if not picture.get("alt")]
        wrong += [
            (address, "table")
            for table in re.findall(r"(?s)<table.*?</table>", dutch.html(address))
            if "<th" not in table
        ]
    assert wrong == []


def test_every_page_says_its_language_and_can_be_skipped_to(dutch: Built, english: Built) -> None:
    for built, language in ((dutch, "nl"), (english, "en")):
        for page in built.folder.rglob("*.html"):
            html = page.read_text("utf-8")
            assert f'<html lang="{language}"' in html, page
            assert html.count('class="md-skip"') == html.count('class="md-header"'), page
