"""Made products are sound, the same every time, and no answer to any judged query."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from bench import corpus
from bench.search import queries

from brugwerk.check import check_site

ROOT = Path(__file__).resolve().parents[2]
# Words so common in any lesson that a page is no answer because it holds them.
COMMON = frozenset(
    re.findall(
        r"\S+",
        "aan als een de die doe en het hoe ik in is kan les lessen leerling leerlingen met mee mijn"
        " neemt niet om op over staat van vast vrij wat wie weg werk zijn 1 4 7 8 groep",
    )
)


def _words(text: str) -> frozenset[str]:
    folded = "".join(
        sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign)
    )
    return frozenset(re.findall(r"[a-z0-9']+", folded.casefold()))


@pytest.fixture(scope="module")
def made() -> list[corpus.Record]:
    return list(corpus.records(130, seed=1))


def test_a_seed_makes_the_same_records_again(made: list[corpus.Record]):
    assert list(corpus.records(130, seed=1)) == made
    assert list(corpus.records(130, seed=2)) != made


def test_more_products_leave_the_first_as_they_are(made: list[corpus.Record]):
    assert list(corpus.records(65, seed=1)) == made[:67]


def test_every_product_has_a_title_of_its_own(made: list[corpus.Record]):
    titles = [re.search(r"^title: (.*)$", record.text, re.MULTILINE)[1] for record in made]
    assert len(set(titles)) == len(titles)


def test_no_made_product_answers_a_query(made: list[corpus.Record]):
    texts = [_words(record.text) for record in made if record.path.startswith("products/")]
    every = frozenset().union(*texts)
    answered = []
    for query in queries.read():
        asked = _words(query.text) - COMMON
        if query.kind == "prefix":
            found = any(word.startswith(query.text) for word in every)
        else:
            found = bool(asked) and any(asked <= words for words in texts)
        if found:
            answered.append(query.text)
    assert answered == []


def test_made_records_pass_the_check_and_fill_up(tmp_path: Path):
    for part in ("products", "networks", "schools", "vocabulary"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "brugwerk.yml", tmp_path)
    present = sum(1 for folder in (tmp_path / "products").iterdir() if folder.is_dir())
    assert corpus.fill(tmp_path, present + 20) == 20
    assert corpus.fill(tmp_path, present) == 0
    problems = [problem for problem in check_site(tmp_path).problems if "gemaakt" in str(problem)]
    assert problems == []
