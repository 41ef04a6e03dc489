"""The scripts of the theme stand in files of their own, or the build says that it cannot."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from brugwerk.publish.security_policy import frame_scripts
from brugwerk.render.policy import POLICY

PARTIALS = {
    "base": '<script>__md_scope=new URL("{{ scope | d(base_url) }}",location),a=1</script>',
    "palette": '<script>var palette=__md_get("x")</script>',
    "content": "{% if x %}<script>old()</script>{% endif %}<script>target()</script>",
}


def test_the_scripts_keep_what_the_theme_wrote() -> None:
    scripts = frame_scripts(PARTIALS.__getitem__)
    assert scripts == {
        "frame/start.js": '__md_scope=new URL("../../../../",document.currentScript.src),a=1;\n'
        'var palette=__md_get("x")\n'
        'if(!palette&&matchMedia("(prefers-color-scheme: dark)").matches)'
        'document.body.setAttribute("data-md-color-scheme","slate");'
        'document.documentElement.classList.add("js");\n',
        "frame/end.js": "target()\n",
    }


@pytest.mark.parametrize(
    "changed",
    [
        {"base": "<script>scope()</script>"},
        {"base": PARTIALS["base"] * 2 + "<script>x('{{ y }}')</script>"},
        {"palette": "no script at all"},
        {"content": "<script>show({{ page.title }})</script>"},
    ],
)
def test_a_theme_that_changed_is_not_guessed_at(changed: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="theme"):
        frame_scripts({**PARTIALS, **changed}.__getitem__)


def test_the_installed_theme_is_as_we_know_it() -> None:
    folder = resources.files("material") / "templates" / "partials" / "javascripts"
    scripts = frame_scripts(lambda name: (folder / f"{name}.html").read_text("utf-8"))
    assert all("{{" not in script for script in scripts.values())


def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline() -> None:
    assert "unsafe" not in POLICY
    assert re.findall(r"https?:|\*", POLICY) == []
    assert POLICY.startswith("default-src 'none'")
