"""From an issue form to a record: the whole way, and what strangers may write on it."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from brugwerk.check import check_site
from brugwerk.command import main
from brugwerk.contribute.from_issue import Proposal, write
from brugwerk.contribute.issue_text import read_issue
from brugwerk.contribute.questions import Element
from brugwerk.read.front_matter import read_front_matter
from tests.builders import ADOPTION as ADOPTION_FILE
from tests.builders import write_site
from tests.contribute.issues import (
    ADOPTION,
    PRODUCT,
    PROMISES,
    as_github_writes,
    forms,
    proposed,
)

if TYPE_CHECKING:
    from click.testing import Result

    from brugwerk.contribute.questions import Question

FILE = PurePosixPath("issue.md")
MADE = "products/een-maand-lang-de-maan-tekenen/index.md"
FULL_ADOPTION = ADOPTION | {
    "school": "Basisschool De Proefschool (verzonnen)",
    "product": "https://example.org/producten/proefles/",
    "stage": "borgen",
    "fit": "Het past bij ons plan.",
    "deputy-role": "intern begeleider",
    "decided_by-role": "schoolleider",
    "users-role": "leraar",
    "users-place": "van buiten het netwerk",
    "look_back": "2027-01-20",
    "anchored_in": "Het jaarplan.",
    "body": "## Zo ging het\n\n### De eerste week\n\nRustig.",
}
FULL_PRODUCT = PRODUCT | {
    "version": "0.1",
    "networks": "- Het proefnet (verzonnen)",
    "made_by": "leraar|student",
    "sectors": "basisonderwijs",
    "levels": "groep 5|groep 6",
    "themes": "(hoog)begaafdheid|signaleren",
    "goals": "1. Je kijkt goed.\n2. Je tekent wat je ziet.",
    "audience": "Groep 5 en 6.",
    "duration": "1 uur en 30 minuten",
    "license": "CC BY-SA (naamsvermelding en gelijk delen)",
    "core-what": "Elke avond tekenen.",
    "core-why": "Zo zie je verandering.",
    "adaptable-what": "Hoe lang",
    "adaptable-limit": "Minstens twee weken.",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The sound site, in which the school does not use the product yet."""
    return write_site(tmp_path / "site", {ADOPTION_FILE: None})


def run(root: Path, form: str, text: str | bytes, *arguments: str) -> Result:
    raw = text.encode() if isinstance(text, str) else text
    result = CliRunner().invoke(
        main, ["from-issue", "--form", form, "--root", str(root), *arguments], input=io.BytesIO(raw)
    )
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def data(root: Path, file: str) -> dict[str, object]:
    source, problems = read_front_matter(root / file, PurePosixPath(file))
    assert problems == []
    return source.data


# The whole way: form, issue, command, record, check.


def test_the_least_that_a_school_says_becomes_an_adoption_that_passes(site: Path) -> None:
    result = run(site, "adoption", as_github_writes(forms()["adoption"], ADOPTION))
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{ADOPTION_FILE}: geschreven\n"
    assert data(site, ADOPTION_FILE)["next_step"] == {
        "what": "De les bekijken",
        "role": "teacher",
        "date": date(2026, 10, 14),
    }
    checked = check_site(site)
    assert ("de-proefschool", "proefles") in checked.entries.adoptions
    assert [p for p in checked.errors if p.place.file == PurePosixPath(ADOPTION_FILE)] == []


def test_an_adoption_with_every_answer_passes_and_keeps_each_of_them(site: Path) -> None:
    answered = {q.id for q in forms()["adoption"].questions} - {"reason"}
    assert set(FULL_ADOPTION) == answered
    result = run(site, "adoption", as_github_writes(forms()["adoption"], FULL_ADOPTION))
    assert result.exit_code == 0, result.output
    record = data(site, ADOPTION_FILE)
    assert record["stage"] == "sustaining"
    assert record["users"] == [{"role": "teacher", "place": "outside-network"}]
    assert record["deputy"] == {"role": "intern-begeleider"}
    assert record["look_back"] == date(2027, 1, 20)
    assert (site / ADOPTION_FILE).read_text("utf-8").endswith(f"---\n\n{FULL_ADOPTION['body']}\n")
    assert check_site(site).errors == ()


def test_three_answers_become_a_draft_that_passes(site: Path) -> None:
    result = run(site, "product", as_github_writes(forms()["product"], PRODUCT))
    assert result.exit_code == 0, result.output
    assert data(site, MADE) == {
        "title": PRODUCT["title"],
        "summary": PRODUCT["summary"],
        "type": "lesson",
        "status": "draft",
    }
    assert [p for p in check_site(site).errors if p.place.file == PurePosixPath(MADE)] == []


def test_a_product_with_every_answer_would_pass_as_a_prototype(site: Path) -> None:
    answered = {q.id for q in forms()["product"].questions} - {"body"}
    assert set(FULL_PRODUCT) == answered
    result = run(site, "product", as_github_writes(forms()["product"], FULL_PRODUCT))
    assert result.exit_code == 0, result.output
    record = data(site, MADE)
    assert record["networks"] == ["het-proefnet"]
    assert record["goals"] == ["Je kijkt goed.", "Je tekent wat je ziet."]
    assert record["duration"] == "PT1H30M"
    assert record["themes"] == ["hoogbegaafdheid", "signaleren"]
    assert record["core"] == [
        {"id": "elke-avond-tekenen", "what": "Elke avond tekenen.", "why": "Zo zie je verandering."}
    ]
    text = (site / MADE).read_text("utf-8").replace("status: draft", "status: prototype")
    (site / MADE).write_text(text, "utf-8")
    assert [p for p in check_site(site).errors if p.place.file == PurePosixPath(MADE)] == []


def test_an_english_site_reads_its_own_forms(site: Path) -> None:
    (site / "brugwerk.yml").write_text("language: en\n", "utf-8")
    answers = PRODUCT | {"type": "lesson"}
    result = run(site, "product", as_github_writes(forms("en")["product"], answers), "--lang", "en")
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{MADE}: written\n"


# What people do to the text.


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(site: Path, newline: str) -> None:
    text = as_github_writes(forms()["adoption"], FULL_ADOPTION).replace("\n", newline)
    assert run(site, "adoption", text.encode()).exit_code == 0
    assert b"\r" not in (site / ADOPTION_FILE).read_bytes()


def test_headings_of_ones_own_in_a_long_answer_stay(site: Path) -> None:
    body = "### Les 1\n\nTekenen.\n\n### Les 2 🎈\n\nKijken."
    text = as_github_writes(forms()["product"], PRODUCT | {"body": body})
    assert run(site, "product", text).exit_code == 0
    assert body in (site / MADE).read_text("utf-8")


def test_a_choice_may_be_written_as_the_term_and_in_capitals(site: Path) -> None:
    answers = ADOPTION | {"stage": "exploring", "bridge-role": "Leraar"}
    assert run(site, "adoption", as_github_writes(forms()["adoption"], answers)).exit_code == 0


def test_a_choice_that_holds_a_comma_is_one_choice(site: Path) -> None:
    answers = FULL_ADOPTION | {
        "stage": "uitproberen",
        "users-place": "uit het netwerk, niet de maker",
    }
    assert run(site, "adoption", as_github_writes(forms()["adoption"], answers)).exit_code == 0
    assert "place: in-network" in (site / ADOPTION_FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("50 minuten", "PT50M"),
        ("50 min.", "PT50M"),
        ("1,5 uur", "PT1H30M"),
        ("2 u", "PT2H"),
        ("1 uur, 15 minuten", "PT1H15M"),
        ("PT45M", "PT45M"),
        ("90 minutes", "PT1H30M"),
    ],
)
def test_lengths_of_time_are_read_as_people_write_them(
    site: Path, written: str, means: str
) -> None:
    text = as_github_writes(forms()["product"], PRODUCT | {"duration": written})
    assert run(site, "product", text).exit_code == 0
    assert data(site, MADE)["duration"] == means


@pytest.mark.parametrize("written", ["14-10-2026", "14/10/2026", "14.10.2026", "2026-10-14"])
def test_dates_are_read_as_people_write_them(site: Path, written: str) -> None:
    text = as_github_writes(forms()["adoption"], ADOPTION | {"look_back": written})
    assert run(site, "adoption", text).exit_code == 0
    assert data(site, ADOPTION_FILE)["look_back"] == date(2026, 10, 14)


@pytest.mark.parametrize("written", ["1.1", '"1.1"', "‘1.1’", "v1.1"])
def test_a_version_is_read_as_people_write_it(site: Path, written: str) -> None:
    text = as_github_writes(forms()["adoption"], ADOPTION | {"version": written})
    assert run(site, "adoption", text).exit_code == 0
    assert data(site, ADOPTION_FILE)["version"] == "1.1"


def test_every_problem_is_told_at_once_with_its_line(site: Path) -> None:
    answers = ADOPTION | {
        "stage": "verkend",
        "need": "",
        "school": "Nergens",
        "next_step-date": "ooit",
    }
    text = as_github_writes(forms()["adoption"], answers)
    result = run(site, "adoption", text, "--number", "12")
    assert result.exit_code == 1
    found = re.findall(r"^#12:(\d+):1: fout (BW\d+):", result.stderr, re.MULTILINE)
    lines = text.split("\n")
    assert [code for _, code in found] == ["BW929", "BW926", "BW924", "BW927"]
    assert [lines[int(line) - 1] for line, _ in found] == [
        "Nergens",
        "verkend",
        "### Waarom hier",
        "ooit",
    ]


# A record that exists is never touched, and nothing is half-written.


def test_an_adoption_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    before = (root / ADOPTION_FILE).read_bytes()
    result = run(root, "adoption", as_github_writes(forms()["adoption"], FULL_ADOPTION))
    assert result.exit_code == 1
    assert "BW930" in result.stderr
    assert (root / ADOPTION_FILE).read_bytes() == before


def test_with_problems_nothing_is_written(site: Path) -> None:
    before = set(site.rglob("*"))
    text = as_github_writes(forms()["product"], PRODUCT | {"type": "lied"})
    assert run(site, "product", text).exit_code == 1
    assert set(site.rglob("*")) == before


def test_a_dry_run_prints_the_record_and_writes_nothing(site: Path) -> None:
    result = run(site, "product", as_github_writes(forms()["product"], PRODUCT), "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.startswith("---\ntitle: Een maand lang de maan tekenen\n")
    assert not (site / MADE).exists()


def test_a_proposal_with_errors_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not written"):
        write(tmp_path, Proposal(None, "", ()))


def test_what_is_no_text_is_a_problem_and_no_crash(site: Path) -> None:
    result = run(site, "product", b"### Titel\n\n\xff\xfe\n")
    assert result.exit_code == 1
    assert "BW002" in result.stderr


def test_a_broken_list_is_reported_first(site: Path) -> None:
    (site / "vocabulary/stages.yml").write_text("label: [\n", "utf-8")
    result = run(site, "adoption", as_github_writes(forms()["adoption"], ADOPTION))
    assert result.exit_code == 1
    assert "vocabulary/stages.yml" in result.stderr


# Strangers.

HOSTILE = (
    "$(rm -rf ~); `id` ${{ secrets.GITHUB_TOKEN }}",
    "---\nstatus: transferable\n---\n",
    "!!python/object/apply:os.system ['id']",
    "&a [*a, *a]",
    "{{ config }} {% include 'x' %}",
    "status: retired\nretirement: {date: 2020-01-01}",
    "'; DROP TABLE products; --\n# kop",
    '👩‍🏫 ‘q’ "q" \\n',
    "no",
    "2026-01-01",
    "@iedereen, kijk op https://example.org/x.png",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_someone_writes_is_that_text_and_nothing_else(site: Path, text: str) -> None:
    issue = as_github_writes(forms()["product"], PRODUCT | {"summary": text, "core-why": text})
    issue = issue.replace(
        "### Kernelementen: wat vaststaat\n\n_No response_",
        "### Kernelementen: wat vaststaat\n\nIets",
    )
    assert run(site, "product", issue).exit_code == 0
    record = data(site, MADE)
    assert set(record) == {"title", "summary", "type", "status", "core"}
    assert record["summary"] == text.strip()
    assert record["status"] == "draft"
    assert yaml.safe_load((site / MADE).read_text("utf-8").split("---\n")[1]) is not None


@pytest.mark.parametrize(
    "title", ["../../../etc/cron.d/x", "/etc/passwd", "a\\..\\b", "..", "index.md"]
)
def test_a_path_is_never_made_of_what_someone_wrote(site: Path, title: str) -> None:
    run(site, "product", as_github_writes(forms()["product"], PRODUCT | {"title": title}))
    made = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    new = {path for path in made if path.startswith("products/")}
    assert all(
        re.fullmatch(r"products/[a-z0-9-]+/(index\.md|files/werkblad\.pdf|versions/1\.0\.md)", p)
        for p in new
    )
    assert {p.parent for p in site.parent.iterdir()} == {site.parent}


@pytest.mark.parametrize("school", ["../de-proefschool", "de-proefschool/..", "", ".", "x\ny"])
def test_a_school_is_one_of_the_site_or_none(site: Path, school: str) -> None:
    answers = ADOPTION | {"school": school}
    assert run(site, "adoption", as_github_writes(forms()["adoption"], answers)).exit_code == 1
    assert not (site / ADOPTION_FILE).exists()


def test_the_comment_holds_what_strangers_wrote_as_code_that_does_nothing(
    site: Path, tmp_path: Path
) -> None:
    answers = PRODUCT | {"type": "````\n<img src=x> [x](http://x)"}
    comment = tmp_path / "comment.md"
    text = as_github_writes(forms()["product"], answers)
    result = run(site, "product", text, "--reply", str(comment))
    assert result.exit_code == 1
    before, fence, inside = comment.read_text("utf-8").partition("`````text\n")
    assert fence
    assert "<img" not in before
    assert inside.rstrip().endswith("`````")
    assert "`````" not in inside.rstrip()[:-5]
    assert "<img src=x>" in inside


def test_the_comment_says_what_comes_next_when_all_is_well(site: Path, tmp_path: Path) -> None:
    comment = tmp_path / "comment.md"
    text = as_github_writes(forms()["product"], PRODUCT)
    run(site, "product", text, "--reply", str(comment), "--dry-run")
    assert "overnemen" in comment.read_text("utf-8")
    assert "```" not in comment.read_text("utf-8")


# Properties.

_LABELS = tuple(q.label for q in forms()["product"].questions)
_texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=200
)


def _is_plain(text: str) -> bool:
    """Whether a text is an answer and nothing that the form itself says."""
    lines = text.split("\n")
    return (
        bool(text.strip())
        and text.strip() not in {"_No response_", "None"}
        and not any(line.startswith("###") for line in lines)
    )


@given(_texts.filter(_is_plain))
def test_any_long_answer_is_read_back_as_it_was_written(text: str) -> None:
    form = forms()["product"]
    issue = as_github_writes(form, PRODUCT | {"audience": text, "body": text})
    answers = read_issue(issue, form, FILE)
    assert answers.problems == []
    wanted = "\n".join(text.strip("\n").split("\n")).rstrip()
    assert answers.said("audience").strip() == wanted.strip()
    first = answers.by_id["audience"].line
    assert issue.split("\n")[first - 1].strip() == answers.said("audience").split("\n")[0].strip()


@given(
    st.lists(
        st.sampled_from(
            [*(f"### {label}" for label in _LABELS), "### x", "y", "", "- [x] z", "_No response_"]
        ),
        max_size=40,
    )
)
def test_any_order_of_lines_gives_answers_or_problems_within_the_text(lines: list[str]) -> None:
    answers = read_issue("\n".join(lines), forms()["product"], FILE)
    assert answers.problems
    assert all(1 <= problem.place.line <= max(1, len(lines)) for problem in answers.problems)


@st.composite
def _answered(draw: st.DrawFn) -> dict[str, str]:
    answers = {}
    for question in forms()["adoption"].questions:
        answers[question.id] = draw(_answer_to(question))
    return answers | {"agreed": PROMISES}


def _answer_to(question: Question) -> st.SearchStrategy[str]:
    if question.options and question.element is not Element.CHECKBOXES:
        return st.sampled_from(["", *(option.text for option in question.options)])
    return st.one_of(
        st.sampled_from(["", "proefles", "de-proefschool", "1.1", "14-10-2026", "een uur"]), _texts
    )


@pytest.fixture(scope="module")
def shared_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("shared"), {ADOPTION_FILE: None})


@settings(max_examples=30)
@given(answers=_answered())
def test_any_answers_give_a_sound_record_or_problems_at_their_lines(
    shared_site: Path, answers: dict[str, str]
) -> None:
    form = forms()["adoption"]
    text = as_github_writes(form, answers)
    proposal = proposed(shared_site, form, text, FILE)
    assert proposal.sound or proposal.problems
    last = text.count("\n") + 1
    assert all(p.place.file == FILE and 1 <= p.place.line <= last for p in proposal.problems), (
        proposal.problems
    )
    if proposal.sound:
        assert proposal.file == PurePosixPath(ADOPTION_FILE)
