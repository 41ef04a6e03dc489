"""Signs that nobody sees are found, and those that a script needs are left in peace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.records.unseen import unseen_signs


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("veilig\u202ekcab", "U+202E right-to-left override"),
        ("a\u2066b\u2069", "U+2066 left-to-right isolate"),
        ("les\u200bsen", "U+200B zero width space"),
        ("les\u200dsen", "U+200D zero width joiner"),
        ("\ufeffles", "U+FEFF zero width no-break space"),
        ("a\u200fb", "U+200F right-to-left mark"),
        ("les\U000e0041", "U+E0041 tag latin capital letter a"),
        ("\u3164", "U+3164 hangul filler"),
    ],
)
def test_a_sign_that_nobody_sees_is_named(text: str, sign: str) -> None:
    assert next(unseen_signs(text))[1] == sign


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst met é en ë, – en ‘aanhaling’.",
        "een afbreek\u00adstreepje",
        "een vaste\u00a0spatie",
        "👩\u200d🏫 legt uit",
        "🏳\ufe0f\u200d🌈",
        "مرحبا\u200f 3",
        "می\u200cخواهم",
        "क्\u200dष",
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    ],
)
def test_what_a_script_needs_is_left_in_peace(text: str) -> None:
    assert list(unseen_signs(text)) == []


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))))
def test_seen_signs_are_never_reported(text: str) -> None:
    fillers = "\u115f\u1160\u3164\uffa0"
    assert [p for p, _ in unseen_signs(text) if text[p] not in fillers] == []
