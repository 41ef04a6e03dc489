"""Formulas are found where they are meant, and read into MathML that holds nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.records.formula import ATTRIBUTES, ELEMENTS, FormulaError, formulas, mathml


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De breuk $\\frac{1}{2}$ is een half.", ["\\frac{1}{2}"]),
        ("$a$ en $b$", ["a", "b"]),
        ("($x$)", ["x"]),
        ("Eerst.\n\n$$\nx^2 + 1\n$$\n\nDan.", ["\nx^2 + 1\n"]),
        ("$$x$$", ["x"]),
        ("$a\\$b$", ["a\\$b"]),
    ],
)
def test_a_formula_is_found(text: str, found: list[str]) -> None:
    assert [tex for _, tex in formulas(text)] == found
    assert all(text[position:].startswith(tex) for position, tex in formulas(text))


@pytest.mark.parametrize(
    "text",
    [
        "Het kost $5.",
        "Tussen $5 en $10.",
        "$5-$10",
        "Van $5 tot $10, en $20.",
        "US$ en CA$",
        "\\$x$",
        "$ x $",
        "Een $ en op de volgende regel\nnog een $",
        "$$$",
        "a$b$c",
    ],
)
def test_money_is_no_formula(text: str) -> None:
    assert list(formulas(text)) == []


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("\\frac{1}{2}", "12"),
        ("3 \\times 4 = 12", "3×4=12"),
        ("a < b", "a<b"),
        ("\\sqrt{x^2}", "x2"),
        ("12 \\text{ km}", "12\u00a0km"),
    ],
)
def test_a_formula_becomes_mathml(tex: str, text: str) -> None:
    assert "".join(mathml(tex).itertext()) == text


def test_a_formula_on_its_own_line_says_so() -> None:
    assert mathml("x", display=True).get("display") == "block"


@pytest.mark.parametrize(
    "tex",
    [
        "\\href{javascript:alert(1)}{x}",
        "\\style{position:fixed}{x}",
        "\\class{md-header}{x}",
        "\\text{<script>alert(1)</script>}",
        "\\text{</mtext></math><img src=x onerror=alert(1)>}",
        "\\text{<!DOCTYPE x [<!ENTITY a 'b'>]>}",
        "\\onbekend",
        "x^",
        "{" * 100 + "x" + "}" * 100,
        "x" * 501,
        "\\begin{matrix}1",
        "\\left(",
        "\\color{red;background:url(x)}{x}",
    ],
)
def test_what_is_no_formula_is_refused(tex: str) -> None:
    with pytest.raises(FormulaError):
        mathml(tex)


PIECES = ["\\frac", "\\text", "\\href", "\\style", "\\left", "\\right", "\\begin{matrix}", "{", "}"]
PIECES += ["<script>", "]]>", "<!--", "&lt;", "&", "^", "_", "\\\\", "x", "1", " ", "\\color{red}"]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_whatever_is_written_only_known_mathml_comes_of_it(tex: str) -> None:
    try:
        root = mathml(tex)
    except FormulaError:
        return
    for element in root.iter():
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
