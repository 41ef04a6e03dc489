"""A hand-written page reaches plain data and our functions, and nothing behind them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from brugwerk.macros import Macros, plain, sandboxed
from tests.in_memory import catalogue, publish


def shown(template: str, **values: Any) -> str:
    """What a page with this text becomes."""
    environment = Environment(loader=DictLoader({"part": "deel"}), undefined=StrictUndefined)  # noqa: S701
    functions = Macros(publish(catalogue()), lambda: "op-weg/leraar/").all()
    return sandboxed(environment, functions).from_string(template).render(**values)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('{{ link("products") }}', "../../producten/"),
        ('{{ count("products") }}', "0"),
        ("{% for n in range(3) %}{{ loop.index }}{% endfor %}", "123"),
        ("{{ ['b', 'a'] | sort | join(', ') }}", "a, b"),
        ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m('y') }}", "<y>"),
        ("{{ 'groep-5'.replace('-', ' ') }}", "groep 5"),
        ("{% include 'part' %}", "deel"),
        ("{% if config.repo_url %}ja{% else %}nee{% endif %}", "nee"),
        ("{% set ns = namespace(n=1) %}{{ ns.n }}", "1"),
    ],
)
def test_what_pages_need_works(template: str, text: str) -> None:
    assert shown(template, config={"repo_url": None}) == text


class Host:
    """Stands for the objects that MkDocs hands to pages."""

    secret = "geheim"  # noqa: S105 - a word to look for

    def write(self) -> str:
        """Do harm."""
        raise AssertionError("a page reached a method of the host")


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.secret }}",
        "{{ page['secret'] }}",
        "{{ page.write() }}",
        "{{ page | attr('write') }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ ''['__class__'] }}",
        "{{ '' | attr('__class__') }}",
        "{{ link.__globals__ }}",
        "{{ link.__self__ }}",
        "{{ link.__func__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ lipsum.__globals__ }}",
        "{{ joiner.__init__ }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ '{0.secret}'.format(page) }}",
        "{{ '{0.__class__}'.format('') }}",
        "{{ '{x.secret}'.format_map({'x': page}) }}",
        "{{ ('{0.secret}' | safe).format(page) }}",
        "{{ range(100000000) | list }}",
        "{% include '../mkdocs.yml' %}",
        "{% include '/etc/passwd' %}",
        "{{ [].append(1) }}",
        "{{ config.update({'a': 1}) }}",
        "{{ page | map(attribute='secret') | list }}",
        "{{ [page] | map(attribute='secret') | join }}",
        "{{ [page] | sum(attribute='secret', start='') }}",
        "{{ [page] | groupby('secret') }}",
        "{{ [page] | map('attr', 'secret') | join }}",
    ],
)
def test_nothing_behind_plain_data_can_be_reached(template: str) -> None:
    try:
        text = shown(template, page=Host(), config={})
    except (SecurityError, UndefinedError, TemplateError, OverflowError, TypeError):
        return
    assert "geheim" not in text
    assert "class" not in text
    assert "root:" not in text


def test_of_a_configuration_only_plain_values_are_read() -> None:
    host = {"site_name": "Brugwerk", "strict": True, "hooks": Host(), "theme": {"a": 1}, "_x": "y"}
    assert plain(host) == {"site_name": "Brugwerk", "strict": True}


def test_an_object_of_the_host_can_still_be_tested_for_being_there() -> None:
    assert shown("{{ 'ja' if page else 'nee' }}", page=SimpleNamespace()) == "ja"
