"""The lists of redirects that hosts read, with signs that mean something there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brugwerk.publish.permanence.hosts import APACHE, CADDY, NETLIFY, NGINX, host_files

if TYPE_CHECKING:
    from brugwerk.publish.permanence.moves import Answer

ODD = 'les/files/a (1) "x" $y 50%.pdf'
ANSWERS: dict[str, Answer] = {
    "oud/": ("nieuw/#deel",),
    ODD: ("nieuw/b c.pdf",),
    "twee/": ("a/", "b/"),
}


def test_each_host_is_told_the_same_moves_below_the_folder_of_the_site() -> None:
    files = host_files(ANSWERS, "https://example.org/brug/")
    assert files[NETLIFY].splitlines()[0] == "/brug/oud/ /brug/nieuw/#deel 301!"
    assert files[APACHE].splitlines()[0] == (
        'RedirectMatch 301 "^/brug/oud/(index\\.html)?$" "/brug/nieuw/#deel"'
    )
    assert files[NGINX].splitlines()[0] == '"/brug/oud/" "/brug/nieuw/#deel";'
    assert files[CADDY].splitlines()[0] == '"/brug/oud/" "/brug/nieuw/#deel"'
    assert {len(text.splitlines()) for text in files.values()} == {2}


def test_a_site_without_an_address_stands_at_the_root_of_its_host() -> None:
    assert host_files(ANSWERS, None)[NETLIFY].startswith("/oud/ /nieuw/#deel")


def test_signs_that_mean_something_to_a_host_are_signs_only() -> None:
    files = host_files(ANSWERS, None)
    assert len(files[NETLIFY].splitlines()[1].split()) == 3
    apache = files[APACHE].splitlines()[1]
    pattern = re.findall(r'301 "((?:[^"\\]|\\.)*)"', apache)[0].replace('\\"', '"')
    assert re.fullmatch(pattern, f"/{ODD}")
    assert '"/nieuw/b\\%20c.pdf"' in apache
    assert files[NGINX].splitlines()[1] == (
        '"/les/files/a (1) \\"x\\" $y 50%.pdf" "/nieuw/b%20c.pdf";'
    )


def test_what_would_mean_something_in_caddys_file_is_left_to_the_page_that_stands_there() -> None:
    files = host_files({"a{$HOME}b/": ("nieuw/",), "{x}/": ("nieuw/",)}, None)
    assert files[CADDY] == ""
    assert len(files[NGINX].splitlines()) == 2
