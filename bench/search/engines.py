"""What a reader sees of each search: where to type, and how to read the answer.

The JavaScript runs in the page. ``FOUND`` is a list of addresses in the order shown; ``ANSWERED``
is true once the engine has said something about the words in its field.
"""

from __future__ import annotations

from dataclasses import dataclass

from bench.search.variants import PAGEFIND_PAGE


@dataclass(frozen=True)
class Engine:
    """How to drive a search.

    Attributes:
        name: Short, for JSON.
        label: For people.
        page: The address of the page on which one searches.
        deep_page: The same with at least ten results on show.
        field: The selector of the field.
        area: The selector of something that is always there, around the results.
        found: An expression for the addresses as shown: absolute, or below the site's root.
        answered: An expression that is true when the present words have been answered.
        ready: An expression that is true when everything that loads by itself is there.
    """

    name: str
    label: str
    page: str
    deep_page: str
    field: str
    area: str
    found: str
    answered: str
    ready: str = "true"


OURS = Engine(
    name="ours",
    label="Brugwerk",
    page="zoeken/",
    deep_page="zoeken/",
    field="#search-form input[name=q]",
    area="#search-app",
    found="[...document.querySelectorAll('#search-results li.result')].map(e => e.dataset.address)",
    answered="performance.getEntriesByName('brugwerk-results').length > (window.benchMarks || 0)",
    ready="document.querySelector('#search-results')?.dataset.ready === 'full'",
)
MATERIAL = Engine(
    name="material",
    label="Material",
    page="",
    deep_page="",
    field="input[data-md-component=search-query]",
    area="[data-md-component=search-result]",
    found="[...document.querySelectorAll('.md-search-result__item')]"
    ".map(e => e.querySelector('a.md-search-result__link').href)",
    answered="document.querySelector('.md-search-result__meta').textContent.trim()"
    " !== window.benchEmpty",
    ready="!/initiali/i.test(document.querySelector('.md-search-result__meta').textContent)",
)
PAGEFIND = Engine(
    name="pagefind",
    label="Pagefind",
    page=f"{PAGEFIND_PAGE}/",
    deep_page=f"{PAGEFIND_PAGE}/?n=12",
    field=".pagefind-ui__search-input",
    area=".pagefind-ui__drawer",
    found="[...document.querySelectorAll('.pagefind-ui__result-link')].map(e => e.href)",
    answered="/\\d|geen|no /i.test(document.querySelector('.pagefind-ui__message')?.textContent"
    " || '') && !document.querySelector('.pagefind-ui__loading')",
)
