"""What git knows of the site: which files a proposal changes, and how the site was before it."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from brugwerk.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

# A hook of git's sets these; they would make git look at another repository than the site's.
_OF_OTHER_REPOSITORIES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class NoComparisonError(Exception):
    """The site cannot be compared with how it was; ``problem`` says why."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.problem = Problem(code, Place(PurePosixPath(".")), facts)


@dataclass(frozen=True)
class Comparison:
    """The site beside how it was where a proposal began.

    Attributes:
        root: The folder of the site.
        base: The commit where the proposal left the branch that it is compared with.
        folder: Where the site stands in the repository, with a slash behind it; empty where it is
            the repository.
        changed: The files that differ, below the site's root: added, changed or gone, also where
            that is not committed yet.
    """

    root: Path
    base: str
    folder: str
    changed: frozenset[PurePosixPath]

    @contextmanager
    def before(self) -> Iterator[Path]:
        """Lay the site out as it was, in a temporary folder, and yield that folder."""
        with TemporaryDirectory(prefix="brugwerk-before-") as name:
            index = str(Path(name, "index"))
            tree = Path(name, "tree")
            tree.mkdir()
            # An index of its own leaves the contributor's as it is.
            _git(self.root, "read-tree", f"{self.base}:{self.folder}", index=index)
            _git(self.root, "checkout-index", "--all", f"--prefix={tree}{os.sep}", index=index)
            yield tree


def compare(root: Path, reference: str) -> Comparison:
    """Find out what changed in the site since it left ``reference``.

    Args:
        root: The folder of the site.
        reference: A branch, tag or commit.

    Raises:
        NoComparisonError: Git is not there, the site is not in a repository, the reference does
            not exist, or the two have no history in common here.
    """
    if _asked(root, "rev-parse", "--is-inside-work-tree") != "true":
        raise NoComparisonError("BW942", folder=str(root))
    # `--end-of-options` keeps a reference that begins with a hyphen from being an option.
    commit = _asked(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"
    )
    shallow = _asked(root, "rev-parse", "--is-shallow-repository") == "true"
    if commit is None:
        raise NoComparisonError("BW943", reference=reference[:80])
    base = _asked(root, "merge-base", commit, "HEAD")
    if base is None:
        raise NoComparisonError("BW944" if shallow else "BW945", reference=reference[:80])
    folder = _asked(root, "rev-parse", "--show-prefix") or ""
    names = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", base)
    names += _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    changed = frozenset(PurePosixPath(name) for name in names.split("\0") if name)
    return Comparison(root, base, folder, changed)


def folder_in_repository(root: Path) -> str:
    """Return where the site stands in its repository, with a slash; empty where git does not say.

    A forge names files from the root of the repository.
    """
    try:
        return _asked(root, "rev-parse", "--show-prefix") or ""
    except NoComparisonError:
        return ""


def _asked(root: Path, *arguments: str) -> str | None:
    """Return git's answer in one line, or none where it says no."""
    done = _run(root, arguments)
    return done.stdout.removesuffix("\n") if done.returncode == 0 else None


def _git(root: Path, *arguments: str, index: str | None = None) -> str:
    done = _run(root, arguments, index)
    if done.returncode:
        raise NoComparisonError("BW946", command=arguments[0], reason=done.stderr.strip()[:300])
    return done.stdout


def _run(
    root: Path, arguments: tuple[str, ...], index: str | None = None
) -> subprocess.CompletedProcess[str]:
    variables = {k: v for k, v in os.environ.items() if k not in _OF_OTHER_REPOSITORIES}
    if index is not None:
        variables["GIT_INDEX_FILE"] = index
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        return subprocess.run(  # noqa: S603 - no shell, and nothing but options of our own
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="backslashreplace",
            check=False,
            env=variables,
        )
    except FileNotFoundError:
        raise NoComparisonError("BW941") from None
