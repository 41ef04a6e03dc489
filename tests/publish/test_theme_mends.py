"""The theme's templates are put right as they are read, or the build says that it cannot."""

from __future__ import annotations

from importlib import resources

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.exceptions import PluginError

from brugwerk.bridge import mend_theme
from brugwerk.publish.theme_mends import MENDS, mended

THEME = resources.files("material") / "templates"


@pytest.mark.parametrize("name", MENDS)
def test_the_installed_theme_has_every_piece_that_is_mended(name: str) -> None:
    before = (THEME / name).read_text("utf-8")
    after = mended(name, before)
    assert after != before
    assert all(right in after for _, right in MENDS[name])


def test_a_template_without_mends_stays_as_it_is() -> None:
    assert mended("partials/logo.html", "{{ logo }}") == "{{ logo }}"


def test_a_theme_that_changed_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match=r"partials/toc\.html no longer holds"):
        mended("partials/toc.html", "<nav></nav>")


def test_a_build_reads_templates_through_their_mends() -> None:
    name = "partials/header.html"
    theme = mend_theme(
        Environment(autoescape=True, loader=DictLoader({name: (THEME / name).read_text("utf-8")}))
    )
    assert theme.loader is not None
    assert "title=\"{{ lang.t('nav') }}\"" in theme.loader.get_source(theme, name)[0]
    assert theme.loader.list_templates() == [name]


def test_a_build_with_another_theme_stops_with_the_name_of_the_template() -> None:
    theme = mend_theme(
        Environment(autoescape=True, loader=DictLoader({"partials/toc.html": "<nav></nav>"}))
    )
    with pytest.raises(PluginError, match=r"partials/toc\.html"):
        theme.get_template("partials/toc.html")
