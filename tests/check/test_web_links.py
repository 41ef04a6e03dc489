"""Links to hosts that are gone, moved, silent or unsafe become warnings where they stand."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from brugwerk.problems import Place, explain
from brugwerk.read.site import read_site
from brugwerk.web.answers import Answer, Outcome, Silence
from brugwerk.web.asking import Asker
from brugwerk.web.client import Client
from brugwerk.web.collect import web_links
from brugwerk.web.courtesy import Courtesy
from brugwerk.web.judging import judged
from tests.builders import IDEA, as_file, product, write_site
from tests.web.hosts import up

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from brugwerk.problems import Problem

PLACE = Place(PurePosixPath(IDEA), 3, 7)


def found(
    path: str, root: Path, *, scheme: str = "http", private: bool = True
) -> tuple[Problem, ...]:
    """Return the problems of a record with a link to a path of a host on this machine."""
    with up() as host:
        link = host.address.replace("http:", f"{scheme}:") + path
        site = read_site(write_site(root, {IDEA: as_file(product(), f"Lees [dit]({link}).\n")}))
        links = {named: places for named, places in web_links(site).items() if named == link}
        client = Client("Brugwerk-links/test", seconds=0.3, allow_private=private)
        asker = Asker.polite(client, Courtesy(0))
        return judged(links, {link: asker.ask(link)})


RAISED: Mapping[str, Callable[[Path], tuple[Problem, ...]]] = {
    "BW983": partial(found, "/weg"),
    "BW984": partial(found, "/verhuisd"),
    "BW985": partial(found, "/lang-druk"),
    "BW986": partial(found, "/ok", scheme="https"),
    "BW987": partial(found, "/ok", private=False),
    "BW988": partial(found, "/rond"),
    "BW989": partial(found, "/verboden"),
}


@pytest.mark.parametrize("code", RAISED)
def test_a_link_that_leads_astray_is_told_where_it_was_written(code: str, tmp_path: Path) -> None:
    (problem,) = RAISED[code](tmp_path)
    assert problem.code == code
    assert problem.place.file == PurePosixPath(IDEA)
    line = (tmp_path / IDEA).read_text("utf-8").splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith("http")


def test_a_link_that_leads_to_its_page_is_no_problem(tmp_path: Path) -> None:
    assert found("/ok", tmp_path) == ()


def judge(link: str, answer: Answer) -> Problem:
    (problem,) = judged({link: (PLACE,)}, {link.partition("#")[0]: answer})
    return problem


def test_a_new_address_keeps_the_place_on_the_page() -> None:
    moved = Answer(Outcome.MOVED, 200, "https://b.nl/x")
    assert "`https://b.nl/x#deel`" in explain(judge("https://a.nl/#deel", moved), "nl").mend


def test_every_place_of_a_link_is_told_in_order_of_file() -> None:
    places = (PLACE, Place(PurePosixPath("docs/x.md"), 9))
    problems = judged({"https://a.nl/": places}, {"https://a.nl/": Answer(Outcome.GONE, 404)})
    assert [problem.place for problem in problems] == sorted(places)


@pytest.mark.parametrize("outcome", [Outcome.FOUND, Outcome.UNASKED])
def test_what_is_well_or_was_not_asked_is_no_problem(outcome: Outcome) -> None:
    assert judged({"https://a.nl/": (PLACE,)}, {"https://a.nl/": Answer(outcome, 200)}) == ()


def test_no_report_repeats_a_password() -> None:
    problem = judge("https://naam:geheim@a.nl/x@y", Answer(Outcome.PRIVATE))
    assert "geheim" not in str(problem.facts)
    assert problem.facts["link"] == "https://a.nl/x@y"


@pytest.mark.parametrize("silence", [silence for silence in Silence if silence])
def test_every_silence_has_a_cause_in_words(silence: Silence) -> None:
    problem = judge("https://a.nl/", Answer(Outcome.SILENT, 503, silence=silence))
    dutch, english = explain(problem, "nl").what, explain(problem, "en").what
    assert ("503" in dutch) == (silence is Silence.STATUS)
    assert dutch != english
