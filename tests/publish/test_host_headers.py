"""The headers for hosts that read them from a file: no two rules for one header of one address."""

from __future__ import annotations

from brugwerk.publish.host_headers import HEADERS, host_headers
from brugwerk.render.templates import Templates
from brugwerk.settings import Settings
from tests.in_memory import vocabulary


def rules(**settings: object) -> dict[str, list[str]]:
    templates = Templates(vocabulary(), Settings.model_validate(settings))
    written = host_headers(templates)[HEADERS].strip().split("\n\n")
    return {
        path: [header.strip().partition(":")[0] for header in headers]
        for path, *headers in map(str.splitlines, written)
    }


def test_no_two_rules_for_one_address_name_the_same_header() -> None:
    found = rules()
    for path, names in found.items():
        for other, others in found.items():
            if path != other and path.startswith(other.removesuffix("*")):
                assert not set(names) & set(others)


def test_only_what_lasts_may_be_kept() -> None:
    kept = {path for path, names in rules().items() if "Cache-Control" in names}
    assert kept == {
        "/assets/own/*",
        "/assets/stylesheets/*",
        "/assets/javascripts/*",
        "/zoeken/index/*",
    }


def test_the_form_and_the_editor_never_stand_in_a_frame_elsewhere() -> None:
    found = rules(path_words={"contribute": "meedoen"})
    for path in ("/bijdragen/*", "/meedoen/*"):
        assert "Content-Security-Policy" in found[path]
    assert "Content-Security-Policy" not in found["/*"]


def test_a_site_below_a_folder_of_its_host_has_rules_for_that_folder() -> None:
    assert all(path.startswith("/brug/") for path in rules(address="https://example.org/brug/"))
