"""The editor is published only where the settings name one, and only with its package."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from brugwerk.publish.editor import PACKAGE, START, NoPackageError, editor_files
from brugwerk.publish.navigation import EDITOR_PAGE, navigation
from tests.in_memory import publish, small_site

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.publish.publication import Publication

AT = "bijdragen/redactie/"


def with_editor(**settings: object) -> Publication:
    editor = {"backend": "gitlab", "repository": "ons-net/brugwerk"}
    return publish(small_site(editor=editor, **settings))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site whose package is two small files."""
    for name in (START, "assets/letters.woff2"):
        file = tmp_path / PACKAGE / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", "utf-8")
    return tmp_path


def test_a_site_without_an_editor_publishes_nothing_of_it(root: Path) -> None:
    site = publish(small_site())
    assert editor_files(site, root) == {}
    assert EDITOR_PAGE not in str(navigation(site.templates))


def test_the_page_the_configuration_and_the_package_are_published(root: Path) -> None:
    files = editor_files(with_editor(), root)
    assert set(files) == {
        f"{AT}index.html",
        f"{AT}config.json",
        f"{AT}app/{START}",
        f"{AT}app/assets/letters.woff2",
    }
    assert json.loads(str(files[f"{AT}config.json"]))["backend"]["repo"] == "ons-net/brugwerk"
    assert EDITOR_PAGE in str(navigation(with_editor().templates))


def test_the_editor_follows_the_path_words(root: Path) -> None:
    words = {"contribute": "meedoen", "editor": "schrijven"}
    assert "meedoen/schrijven/index.html" in editor_files(with_editor(path_words=words), root)


def test_the_page_runs_the_sites_own_scripts_and_reaches_only_the_git_host(root: Path) -> None:
    page = str(editor_files(with_editor(), root)[f"{AT}index.html"]).replace("&#39;", "'")
    assert "default-src 'none'; script-src 'self'; " in page
    assert "connect-src 'self' data: blob: https://gitlab.com;" in page
    assert page.count("<script") == 1
    assert f'<script type="module" src="app/{START}"></script>' in page


def test_the_page_speaks_the_language_of_the_site(root: Path) -> None:
    assert '<html lang="nl">' in str(editor_files(with_editor(), root)[f"{AT}index.html"])
    english = str(editor_files(with_editor(language="en"), root)[f"{AT}index.html"])
    assert '<html lang="en">' in english
    assert "The editor needs JavaScript." in english


def test_an_editor_without_its_package_is_said_and_not_left_out(tmp_path: Path) -> None:
    with pytest.raises(NoPackageError, match="scripts/build and scripts/serve make it"):
        editor_files(with_editor(), tmp_path)
