"""Settings of the editor that do not go together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from tests.builders import write_site
from tests.check.broken import Broken, assert_found, problems_of

if TYPE_CHECKING:
    from pathlib import Path


def settings(backend: str, *lines: str) -> str:
    """The settings of a site with an editor."""
    keys = (f"backend: {backend}", "repository: ons-net/brugwerk", *lines)
    return "".join(["editor:\n", *(f"  {key}\n" for key in keys)])


GATEWAY = "oai_gateway: https://gateway.example.net/oai\n"


def of_editor(code: str, about: str, at: str, backend: str, *lines: str) -> Broken:
    return Broken(code, about, "brugwerk.yml", at, {"brugwerk.yml": settings(backend, *lines)})


CASES = (
    of_editor(
        "BW705", "an application at GitHub", "application: ^abc", "github", "application: abc"
    ),
    of_editor(
        "BW706",
        "a server in between at GitLab",
        "sign_in: ^https",
        "gitlab",
        "sign_in: https://aanmelden.example.org",
    ),
    of_editor("BW707", "Gitea without a place", "^gitea", "gitea", "proposals: false"),
    of_editor(
        "BW708", "proposals at Gitea", "^gitea", "gitea", "host: https://codeberg.example.org"
    ),
    of_editor(
        "BW709", "a host in plain sight", "host: ^http", "gitlab", "host: http://git.example.org"
    ),
    of_editor(
        "BW709",
        "a sign-in server in plain sight",
        "sign_in: ^http",
        "github",
        "sign_in: http://aanmelden.example.org",
    ),
    Broken(
        "BW109",
        "a web address for the repository",
        "brugwerk.yml",
        "repository: ^'https",
        {"brugwerk.yml": "editor: {backend: github, repository: 'https://github.com/a/b'}\n"},
    ),
    of_editor("BW109", "a branch that git refuses", "branch: ^/main", "github", "branch: /main"),
    Broken(
        "BW119",
        "a host that the editor does not know",
        "brugwerk.yml",
        "^bitbucket",
        {"brugwerk.yml": settings("bitbucket")},
    ),
    Broken(
        "BW996",
        "a gateway for a site that stands nowhere",
        "brugwerk.yml",
        "oai_gateway: ^https",
        {"brugwerk.yml": f"{GATEWAY}contact: redactie@example.org\n"},
    ),
    Broken(
        "BW996",
        "a gateway for a site that nobody can mail",
        "brugwerk.yml",
        "oai_gateway: ^https",
        {"brugwerk.yml": f"{GATEWAY}address: https://example.org/\n"},
    ),
)
SOUND = {
    "token at GitHub": settings("github"),
    "server of its own at GitHub": settings("github", "sign_in: https://aanmelden.example.org"),
    "application at GitLab": settings("gitlab", "application: abc", "branch: voorstellen/redactie"),
    "group within a group at GitLab": (
        "editor: {backend: gitlab, repository: onderwijs/netten/brugwerk}\n"
    ),
    "Forgejo that writes at once": settings(
        "gitea", "host: https://codeberg.org", "proposals: false"
    ),
    "a host on this machine": settings("github", "host: http://127.0.0.1:8000"),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_the_broken_settings(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


@pytest.mark.parametrize("about", SOUND)
def test_settings_that_go_together_are_sound(about: str, tmp_path: Path) -> None:
    checked = check_site(write_site(tmp_path, {"brugwerk.yml": SOUND[about]}))
    assert checked.problems == ()
    assert checked.entries.settings.editor is not None
