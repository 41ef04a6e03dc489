"""A proposal answers for the records it changes and for what it breaks, and for nothing else."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.check.changed import problems_of_change
from brugwerk.read.history import NoComparisonError, compare, folder_in_repository
from tests.builders import IDEA, KEPT, PRODUCT, as_file, pdf, product, write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from brugwerk.problems import Problem

OLD_DEBT = "products/oude-schuld/index.md"
SOUND = as_file(product(title="Iets nieuws"))
MISSPELT = as_file(product(status="draf"))


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    command = ["git", "-C", str(root), *who, "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Een stap")


def repository(
    root: Path, files: Mapping[str, str | bytes | None] | None = None, below: str = ""
) -> Path:
    """A committed site with one broken record of long ago, on a branch of its own."""
    git(root, "init", "--quiet", "--initial-branch", "main")
    site = write_site(root / below, {OLD_DEBT: MISSPELT, **(files or {})})
    commit(root)
    git(root, "checkout", "--quiet", "-b", "voorstel")
    return site


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")


def shown(root: Path, reference: str = "main") -> list[tuple[str, str]]:
    problems = problems_of_change(check_site(root).problems, compare(root, reference))
    return [(str(problem.place.file), problem.code) for problem in problems]


def test_nothing_changed_shows_nothing_of_old_debt(tmp_path: Path) -> None:
    root = repository(tmp_path)
    assert check_site(root).errors
    assert shown(root) == []


def test_a_proposal_does_not_answer_for_time_that_passed(tmp_path: Path) -> None:
    root = repository(tmp_path)
    write(root, IDEA, SOUND)
    commit(root)
    day = date(2030, 1, 1)
    problems = check_site(root, day).problems
    assert "BW972" in {problem.code for problem in problems}
    assert problems_of_change(problems, compare(root, "main"), day) == ()


def test_a_changed_record_shows_its_problems_and_old_debt_stays_out(tmp_path: Path) -> None:
    root = repository(tmp_path)
    write(root, IDEA, MISSPELT)
    commit(root)
    assert shown(root) == [(IDEA, "BW105")]


@pytest.mark.parametrize("state", ["untracked", "staged", "committed"])
def test_a_new_record_counts_before_it_is_committed(state: str, tmp_path: Path) -> None:
    root = repository(tmp_path)
    write(root, "products/nieuw/index.md", MISSPELT)
    if state != "untracked":
        git(root, "add", "--all")
    if state == "committed":
        commit(root)
    assert shown(root) == [("products/nieuw/index.md", "BW105")]


def test_touching_old_debt_is_answering_for_it(tmp_path: Path) -> None:
    root = repository(tmp_path)
    write(root, OLD_DEBT, f"{MISSPELT}\nMeer.\n")
    assert shown(root) == [(OLD_DEBT, "BW105")]


def test_a_record_that_goes_shows_what_it_breaks_elsewhere(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / IDEA).unlink()
    (root / IDEA).parent.rmdir()
    commit(root)
    assert shown(root) == [(PRODUCT, "BW201")]


def test_a_record_that_moves_shows_what_that_breaks_elsewhere(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "mv", "products/los-idee", "products/vast-idee")
    assert shown(root) == [(PRODUCT, "BW201")]


def test_a_term_that_goes_shows_the_records_that_use_it_and_no_old_debt(tmp_path: Path) -> None:
    root = repository(tmp_path)
    file = root / "vocabulary/costs.yml"
    write(root, "vocabulary/costs.yml", file.read_text("utf-8").replace("id: free", "id: gratis"))
    assert shown(root) == [(PRODUCT, "BW105"), (KEPT, "BW105")]


def test_a_changed_attachment_is_a_change_of_its_product(tmp_path: Path) -> None:
    root = repository(tmp_path, {"products/oude-schuld/files/blad.pdf": pdf()})
    (root / "products/oude-schuld/files/blad.pdf").write_bytes(pdf() + b"%")
    assert shown(root) == [(OLD_DEBT, "BW105")]


def test_changed_software_judges_every_record(tmp_path: Path) -> None:
    root = repository(tmp_path)
    write(root, "src/brugwerk/regel.py", "")
    assert (OLD_DEBT, "BW105") in shown(root)


def test_what_came_on_main_in_the_meantime_is_not_the_proposal(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root)
    git(root, "checkout", "--quiet", "main")
    write(root, IDEA, MISSPELT)
    commit(root)
    git(root, "checkout", "--quiet", "voorstel")
    assert shown(root) == []


def test_a_site_in_a_folder_of_its_repository_is_compared_too(tmp_path: Path) -> None:
    root = repository(tmp_path, below="site")
    write(root, IDEA, MISSPELT)
    (root / "products/tip-voor-begeleiders/index.md").unlink()
    assert (IDEA, "BW105") in shown(root)
    assert folder_in_repository(root) == "site/"
    assert compare(root, "main").folder == "site/"


def test_comparing_leaves_the_contributors_index_as_it_is(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / IDEA).unlink()
    git(root, "add", "--all")
    before = git(root, "status", "--porcelain")
    shown(root)
    assert git(root, "status", "--porcelain") == before


def test_names_with_accents_and_spaces_are_files_like_any_other(tmp_path: Path) -> None:
    root = repository(tmp_path)
    name = "products/proefles/files/één blad.pdf"
    (root / name).write_bytes(pdf())
    assert {str(file) for file in compare(root, "main").changed} == {name}


def no_git(root: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(root))
        compare(root, "main")


def no_repository(root: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
        compare(root, "main")


def no_such_reference(root: Path) -> None:
    compare(repository(root), "mian")


def a_shallow_copy(root: Path) -> None:
    (root / "bron").mkdir()
    repository(root / "bron")
    git(root / "bron", "checkout", "--quiet", "main")
    commit(root / "bron")
    git(root / "bron", "checkout", "--quiet", "voorstel")
    write(root / "bron", IDEA, SOUND)
    commit(root / "bron")
    source = (root / "bron").as_uri()
    git(root, "clone", "--quiet", "--depth", "1", "--no-single-branch", source, "kopie")
    compare(root / "kopie", "origin/main")


def no_shared_history(root: Path) -> None:
    repository(root)
    git(root, "checkout", "--quiet", "--orphan", "apart")
    (root / IDEA).unlink()
    commit(root)
    compare(root, "main")


def a_base_that_git_cannot_lay_out(root: Path) -> None:
    site = repository(root)
    comparison = compare(site, "main")
    tree = git(root, "rev-parse", f"{comparison.base}^{{tree}}").strip()
    (root / ".git/objects" / tree[:2] / tree[2:]).unlink()
    with comparison.before():
        pytest.fail("the tree is gone")


def refusal(work: Callable[[Path], object]) -> Callable[[Path], tuple[Problem, ...]]:
    def problems(root: Path) -> tuple[Problem, ...]:
        with pytest.raises(NoComparisonError) as error:
            work(root)
        return (error.value.problem,)

    return problems


REFUSED = {
    "BW941": refusal(no_git),
    "BW942": refusal(no_repository),
    "BW943": refusal(no_such_reference),
    "BW944": refusal(a_shallow_copy),
    "BW945": refusal(no_shared_history),
    "BW946": refusal(a_base_that_git_cannot_lay_out),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_be_compared_is_refused_with_a_code_of_its_own(
    code: str, tmp_path: Path
) -> None:
    assert [problem.code for problem in REFUSED[code](tmp_path)] == [code]


@pytest.mark.parametrize("reference", ["--all", "-h", "main..voorstel", ""])
def test_a_reference_that_looks_like_an_option_is_only_unknown(
    reference: str, tmp_path: Path
) -> None:
    with pytest.raises(NoComparisonError) as error:
        compare(repository(tmp_path), reference)
    assert error.value.problem.code == "BW943"
