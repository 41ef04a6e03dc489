"""``brugwerk new``: from flags or answers to a file that the check accepts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from brugwerk.check import check_site
from brugwerk.command import main
from brugwerk.read.site import read_site
from brugwerk.records.kinds import RECORD_KINDS
from tests.builders import VOCABULARY, sound_site, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

PRODUCT = ("--title", "Eén maan", "--summary", "Voor groep 5: tekenen.", "--type", "les")
NETWORK = (
    *("--title", "Netwerk De Maan", "--summary", "Twee scholen.", "--question", "Hoe dan?"),
    *("--programme", "design-cycles", "--start", "2027-09-15", "--years", "2"),
    *("--format", "onsite"),
)
SCHOOL = ("--name", "Een school aan zee", "--pseudonym", "ja", "--sector", "po")
STEP = ("--next-step-what", "Lezen", "--next-step-role", "leraar", "--next-step-date", "2027-01-12")
BRIDGE = ("--bridge-role", "teacher", "--bridge-mandate", "Mag dit.", "--bridge-time", "een uur")
ADOPTION = ("--school", "de-proefschool", "--product", "los-idee", "--need", "Nodig.")
TALK = (
    "--aspects-aspect",
    "equality",
    "--aspects-wish",
    "Meer.",
    "--aspects-experience",
    "Minder.",
)
ADJUSTMENT = (
    *("--adjustment-direction", "more-room", "--adjustment-what", "Anders."),
    *("--adjustment-role", "facilitator", "--adjustment-date", "2026-01-10"),
)
REFLECTION = (
    *("--network", "het-proefnet", "--date", "2025-09-17", "--present", "11"),
    *("--conclusion", "Goed.", "--agreed-with-group", "ja"),
)
DRAFTS = {
    "product": (PRODUCT, "products/een-maan/index.md"),
    "network": (NETWORK, "networks/netwerk-de-maan/index.md"),
    "school": (SCHOOL, "schools/een-school-aan-zee/index.md"),
    "adoption": (
        (*ADOPTION, *BRIDGE, *STEP, "--version", "1.0"),
        "schools/de-proefschool/los-idee.md",
    ),
    "reflection": (
        (*REFLECTION, *TALK, *ADJUSTMENT),
        "networks/het-proefnet/reflections/2025-09-17.md",
    ),
}
PROTOTYPE = (
    *PRODUCT,
    *("--status", "prototype", "--version", "1.0", "--networks", "het-proefnet"),
    *("--made-by", "teacher", "--made-by", "student", "--sectors", "po", "--levels", "groep-5"),
    *("--themes", "hoogbegaafdheid", "--goals", "Kijken.", "--audience", "Groep 5."),
    *("--duration", "50", "--license", "CC-BY-SA-4.0", "--core-id", "kijken"),
    *("--core-what", "Zelf kijken", "--core-why", "Zo leer je.", "--adaptable-id", "duur"),
    *("--adaptable-what", "Hoe lang", "--adaptable-limit", "Drie weken."),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = {**sound_site(), "products/los-idee/index.md": _IDEA}
    return write_site(tmp_path, site)


_IDEA = "---\ntitle: Los\nsummary: x\ntype: lesson\nstatus: draft\nversion: '1.0'\n---\n"


def new(root: Path, *arguments: str, answers: str | None = None) -> Result:
    result = CliRunner().invoke(main, ["new", *arguments, "--root", str(root)], input=answers)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def found_in(root: Path, file: str) -> list[str]:
    return [p.code for p in check_site(root).problems if str(p.place.file) == file]


def all_files(root: Path) -> dict[str, bytes]:
    return {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}


@pytest.mark.parametrize("short", [(), ("--short",)])
@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_flags_make_a_draft_that_passes_the_check(
    root: Path, kind: str, short: tuple[str, ...]
) -> None:
    flags, file = DRAFTS[kind]
    target = root / file
    target.unlink(missing_ok=True)
    result = new(root, kind, *flags, *short)
    assert result.exit_code == 0, result.output
    assert target.is_file()
    assert found_in(root, file) == []
    assert f"Geschreven: {file}" in result.output
    assert f"brugwerk check {file.removesuffix('/index.md')}" in result.output


def test_a_prototype_has_what_its_status_asks(root: Path) -> None:
    result = new(root, "product", *PROTOTYPE)
    assert result.exit_code == 0, result.output
    assert found_in(root, "products/een-maan/index.md") == []
    (record,) = (r for r in read_site(root).records if r.id == "een-maan")
    assert record.source.data["core"] == [
        {"id": "kijken", "what": "Zelf kijken", "why": "Zo leer je."}
    ]
    assert record.source.data["duration"] == "PT50M"
    assert record.source.data["made_by"] == ["teacher", "student"]


def test_questions_are_asked_until_the_record_is_whole(root: Path) -> None:
    answers = "Een maan\n\nVoor groep 5.\nlessen\n2\n\n"
    result = new(root, "product", "--ask", answers=answers)
    assert result.exit_code == 0, result.output
    assert "Hier moet iets staan." in result.output
    assert "Bedoelde je `lesson`?" in result.output
    (record,) = (r for r in read_site(root).records if r.id == "een-maan")
    assert record.source.data["type"] == "lesson"
    assert record.source.data["status"] == "draft"


def test_the_answer_to_a_status_decides_what_is_asked_next(root: Path) -> None:
    result = new(root, "product", *PRODUCT, "--ask", answers="prototype\n1.0\n")
    assert "Netwerken" in result.output
    assert "Gestopt. Er is niets geschreven." in result.output
    assert result.exit_code == 1
    assert not (root / "products/een-maan").exists()


def test_a_list_is_asked_until_an_empty_line(root: Path) -> None:
    flags = [f for f in PROTOTYPE if f not in {"--made-by", "teacher", "student"}]
    result = new(root, "product", *flags, "--ask", answers="leraar\nnobody\nstudent\n\n")
    assert result.exit_code == 0, result.output
    (record,) = (r for r in read_site(root).records if r.id == "een-maan")
    assert record.source.data["made_by"] == ["teacher", "student"]


def test_records_are_named_by_what_is_there(root: Path) -> None:
    flags = [*ADOPTION[4:], *BRIDGE, *STEP, "--version", "1.0"]
    answers = "de-proefschol\nde-proefschool\nlos-idee\n\n"
    result = new(root, "adoption", *flags, "--ask", answers=answers)
    assert "School: ‘de-proefschol’ bestaat niet. Bedoelde je `de-proefschool`?" in result.output
    assert (root / "schools/de-proefschool/los-idee.md").is_file(), result.output


def test_an_adoption_is_of_the_present_version_of_the_product(root: Path) -> None:
    result = new(root, "adoption", *ADOPTION, *BRIDGE, *STEP)
    assert result.exit_code == 0, result.output
    assert "version: '1.0'" in (root / "schools/de-proefschool/los-idee.md").read_text("utf-8")


def test_without_a_screen_what_is_missing_is_named_by_flag(root: Path) -> None:
    before = all_files(root)
    result = new(root, "product", "--title", "x", "--no-ask")
    assert result.exit_code == 2
    assert "Nog nodig: --summary, --type\n" in result.output
    assert "--summary: Samenvatting" in result.output
    assert all_files(root) == before


def test_a_wrong_flag_is_named_with_what_may_be_meant(root: Path) -> None:
    result = new(root, "product", "--title", "x", "--summary", "y", "--type", "lessen")
    assert result.exit_code == 2
    assert "--type: " in result.output
    assert "Bedoelde je `lesson`?" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("product", *PRODUCT, "--id", "Een Maan"), "zoals een-maan"),
        (("product", "--title", "月", *PRODUCT[2:]), "Geef er een met --id"),
        (("adoption", *ADOPTION[2:]), "--school"),
        (("adoption", "--school", "nergens"), "‘nergens’ bestaat niet"),
        (("adoption", "--school", "de-proefschool"), "--product"),
        (("adoption", *ADOPTION[:2], "--product", "proefless"), "Bedoelde je `proefles`?"),
        (("reflection", "--network", "het-proefnet"), "--date"),
        (("reflection", "--network", "het-proefnet", "--date", "4-2-2026"), "jaar-maand-dag"),
        (("product", *PRODUCT, "--core-id", "x"), "--core-what, --core-why"),
        (("school", "--name", "x", "--sector", "po"), "--consent-given-on"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    root: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = all_files(root)
    result = new(root, *arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert all_files(root) == before


def test_a_file_that_is_there_stays_as_it_is(root: Path) -> None:
    before = all_files(root)
    result = new(root, "product", *PRODUCT, "--id", "proefles")
    assert result.exit_code == 1
    assert "products/proefles/index.md bestaat al" in result.output
    assert all_files(root) == before


def test_a_file_where_the_folder_belongs_is_said(root: Path) -> None:
    (root / "products/een-maan").write_text("in de weg", "utf-8")
    result = new(root, "product", *PRODUCT)
    assert result.exit_code == 1
    assert "products/een-maan/index.md kan niet worden geschreven" in result.output


def test_outside_a_site_the_missing_lists_are_named(tmp_path: Path) -> None:
    result = new(tmp_path, "product", *PRODUCT)
    assert result.exit_code == 1
    assert "fout BW702" in result.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("title", ["a\nb", "\x07", " ", "x" * 301])
def test_a_title_that_the_check_refuses_is_refused_by_its_flag(root: Path, title: str) -> None:
    before = all_files(root)
    result = new(root, "product", "--title", title, *PRODUCT[2:])
    assert result.exit_code == 2
    assert "--title: " in result.output
    assert all_files(root) == before


def test_a_dry_run_prints_the_file_and_writes_nothing(root: Path) -> None:
    before = all_files(root)
    result = new(root, "product", *PRODUCT, "--dry-run")
    assert result.exit_code == 0
    assert result.output.startswith("---\n")
    assert "title: Eén maan\n" in result.output
    assert all_files(root) == before


def test_what_only_the_whole_site_shows_is_said_after_writing(root: Path) -> None:
    result = new(root, "product", *PRODUCT, "--networks", "nergens")
    assert result.exit_code == 1
    assert (root / "products/een-maan/index.md").is_file()
    assert re.search(r"products/een-maan/index.md:\d+:\d+: fout BW\d+", result.output)


def test_english_is_spoken_when_asked(root: Path) -> None:
    result = new(root, "product", *PRODUCT, "--lang", "en")
    assert "Written: products/een-maan/index.md" in result.output
    assert "# Title. Say what one does with it." in (root / "products/een-maan/index.md").read_text(
        "utf-8"
    )


def test_a_broken_list_is_reported_first(tmp_path: Path) -> None:
    root = write_site(tmp_path, {f"vocabulary/{VOCABULARY.name}.yml": "label: [\n"})
    result = new(root, "product", *PRODUCT)
    assert result.exit_code == 1
    assert "fout BW007" in result.output


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_help_names_the_flags_of_what_is_always_asked(kind: str) -> None:
    said = CliRunner().invoke(main, ["new", kind, "--help"]).output
    assert "--dry-run" in said
    for flag in {"product": ("--title", "--type"), "adoption": ("--product", "--school")}.get(
        kind, ("--root",)
    ):
        assert flag in said
    assert "--guidance-minutes" not in said
