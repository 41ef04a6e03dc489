"""Recognising personal data: how much is found, how much is wrongly found, and at what cost."""

from __future__ import annotations

import io
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.check import check_site
from brugwerk.check.attachment_text import attachment_text
from brugwerk.personal import Kind, personal_passages
from brugwerk.problems.withheld import looks_personal
from tests.builders import REPOSITORY

HERE = Path(__file__).parent
LEARNED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (HERE / "privacy_cases.yml").read_text("utf-8")
)
UNSEEN: list[dict[str, Any]] = yaml.safe_load((HERE / "privacy_unseen.yml").read_text("utf-8"))
MAIL = "j.verzonnen@deproefschool.nl"


def kinds_in(text: str) -> Counter[str]:
    return Counter(span.kind.value for span in personal_passages(text))


@pytest.mark.parametrize(
    "case", [case for cases in LEARNED.values() for case in cases], ids=lambda c: c["text"][:40]
)
def test_a_text_that_the_recognisers_know_is_judged_as_a_person_judged_it(
    case: dict[str, Any],
) -> None:
    assert kinds_in(case["text"]) == Counter(case["found"])


def test_of_32_passages_never_seen_before_28_are_found_with_2_false_alarms() -> None:
    right = wrong = missed = 0
    for case in UNSEEN:
        found, there = kinds_in(case["text"]), Counter(case["found"])
        right += (found & there).total()
        wrong += (found - there).total()
        missed += (there - found).total()
    assert (right, wrong, missed) == (28, 2, 4)


def test_the_content_of_this_site_holds_nothing_personal_and_raises_no_false_alarm() -> None:
    raised = {p.code for p in check_site(REPOSITORY).problems}
    assert {code for code in raised if "BW851" <= code <= "BW869"} == set()


@given(before=st.text(max_size=200), after=st.text(max_size=200))
def test_a_passage_lies_within_its_text_whatever_stands_around_it(before: str, after: str) -> None:
    text = f"{before} {MAIL} {after}"
    spans = personal_passages(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    mails = [text[s.start : s.end] for s in spans if s.kind is Kind.MAIL]
    assert any(MAIL in mail for mail in mails)


@given(number=st.integers(min_value=0, max_value=99_999_999))
def test_every_dutch_mobile_number_is_found_in_each_way_of_writing(number: int) -> None:
    digits = f"{number:08d}"
    grouped = " ".join(digits[i : i + 2] for i in range(0, 8, 2))
    for written in (f"06{digits}", f"06-{digits}", f"06 {grouped}", f"+31 6 {digits}"):
        # Numbers that begin with 06-0 and some others were never given out.
        if digits[0] in "12345":
            assert kinds_in(f"Bel {written} na vieren.") == {"phone": 1}, written


@given(
    numbers=st.lists(st.integers(min_value=0, max_value=999), min_size=3, max_size=8),
    sign=st.sampled_from([" ", ", ", " + ", " - ", "; "]),
)
def test_a_row_of_small_numbers_is_no_phone_number(numbers: list[int], sign: str) -> None:
    found = kinds_in(f"Reken uit: {sign.join(str(n) for n in numbers)}.")
    assert found["phone"] == found["iban"] == found["bsn"] == 0


HOSTILE = {
    "letters": "a" * 200_000,
    "at signs": "a@" * 100_000,
    "dots": "a." * 100_000 + "@",
    "capitals": "A. " * 60_000,
    "names": "Van de " * 30_000,
    "titles": "juf Van de " * 20_000,
    "digits": "0" * 200_000,
    "spaced digits": "0 6 " * 50_000,
    "nines": "123456782 " * 10_000,
    "bank-like": "NL91 ABNA 0417 " * 10_000,
    "bars": "|" * 200_000,
    "rows": "| Aap | 7 |\n" * 3_000,
    "list": "- Aap: 7\n" * 5_000,
    "punt": "x punt " * 30_000,
    "hidden": "a [at] b punt " * 10_000,
    "born": "geboren op " * 20_000,
    "postcodes": "Aa 1 1234 AB 1 " * 10_000,
    "spaces": "Aap" + " " * 200_000 + "7",
    "years": "prof. Bakx & " * 15_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_keeps_the_recognisers_busy(text: str) -> None:
    began = time.process_time()
    personal_passages(text)
    assert time.process_time() - began < 5


def test_half_a_mail_address_is_withheld_and_one_for_examples_is_not() -> None:
    assert looks_personal("j.verzonnen@deproef")
    assert looks_personal("061234567")
    assert not looks_personal("een mailadres, zoals redactie@example.org")
    assert not looks_personal("2026-10-14")


def zipped(folder: Path, name: str, **parts: str) -> Path:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        for part, content in parts.items():
            opened.writestr(part.replace("__", "/").replace("_xml", ".xml"), content)
    path = folder / name
    path.write_bytes(stream.getvalue())
    return path


def test_cells_of_a_spreadsheet_get_their_words_back(tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        "a.xlsx",
        xl__sharedStrings_xml="<sst><si><t>Naam</t></si><si><t>Cijfer</t></si><si><t>Sannelotte"
        "</t></si><si><t>Aymeric</t></si></sst>",
        xl__worksheets__sheet1_xml="<sheetData>"
        '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row><c r="A2" t="s"><v>2</v></c><c r="B2"><v>7</v></c></row>'
        '<row><c r="A3" t="s"><v>3</v></c><c r="B3"><v>6</v></c></row></sheetData>',
    )
    found = attachment_text(path)
    assert found is not None
    assert kinds_in(found.text) == {"grades": 1}


def test_a_table_in_an_open_document_is_read_row_by_row(tmp_path: Path) -> None:
    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{name}</text:p></table:table-cell>"
        f"<table:table-cell><text:p>{grade}</text:p></table:table-cell></table:table-row>"
        for name, grade in (("Naam", "Cijfer"), ("Sannelotte", "7,5"), ("Aymeric", "6"))
    )
    found = attachment_text(zipped(tmp_path, "a.odt", content_xml=f"<doc>{rows}</doc>"))
    assert found is not None
    assert kinds_in(found.text) == {"grades": 1}


def test_remarks_and_changes_in_a_document_name_their_makers(tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        "a.docx",
        word__document_xml='<w:p><w:ins w:author="Jan Verzonneling"><w:t>x</w:t></w:ins></w:p>',
        docProps__core_xml="<c><dc:creator>Netwerk X</dc:creator></c>",
    )
    found = attachment_text(path)
    assert found is not None
    assert found.makers == ("Jan Verzonneling", "Netwerk X")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"\x00" * 1000])
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".odt"])
def test_a_file_that_cannot_be_opened_is_left_to_the_rule_for_that(
    tmp_path: Path, content: bytes, suffix: str
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    assert attachment_text(path) is None


def test_a_zip_that_unpacks_to_a_hundred_megabytes_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("word/document.xml", "<w:t>a</w:t>" * 9_000_000)
    began = time.process_time()
    found = attachment_text(path)
    assert found is not None
    assert len(found.text) < 2_000_000
    assert time.process_time() - began < 10
