"""A site that names an editor builds as strictly as any, and leads people to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.test_build import broken_links

if TYPE_CHECKING:
    from tests.editor.conftest import EditorSite

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("editor")]


def test_the_site_builds_without_a_warning(editor_site: EditorSite) -> None:
    assert editor_site.said.returncode == 0, editor_site.said.stderr
    assert "WARNING" not in editor_site.said.stderr


def test_the_pages_on_contributing_lead_to_the_editor(editor_site: EditorSite) -> None:
    contribute = (editor_site.folder / "bijdragen/index.html").read_text("utf-8")
    explained = editor_site.folder / "bijdragen/werken-in-de-redactie/index.html"
    assert 'href="redactie/"' in contribute
    assert 'href="../redactie/"' in explained.read_text("utf-8")
    assert broken_links(editor_site.folder) == []
