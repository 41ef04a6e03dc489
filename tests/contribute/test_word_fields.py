"""Fields that a Word file names itself are filled in where they are certain, and said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from brugwerk.contribute.word.draft import still_asked
from brugwerk.contribute.word.notices import Noticed
from tests.builders import product
from tests.contribute.word_files import converted, listed, noticed, word_file
from tests.in_memory import vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document


def values(folder: Path, *lines: str) -> dict[str, Any]:
    def write(document: Document) -> None:
        for line in lines:
            document.add_paragraph(line)

    return converted(word_file(write), folder).values


@pytest.mark.parametrize("heading", ["Materialen", "Materiaal:", "Benodigdheden", "MATERIALEN"])
def test_the_list_below_a_heading_gives_the_materials(tmp_path: Path, heading: str) -> None:
    def write(document: Document) -> None:
        document.add_heading(heading, 1)
        listed(document, ["twee scharen", "lijm"])

    result = converted(word_file(write), tmp_path)
    assert result.values["materials"] == ["twee scharen", "lijm"]
    assert [n.value for n in noticed(result, Noticed.FIELD)] == ["twee scharen; lijm"]
    assert "-   twee scharen" in result.body


def test_a_line_in_bold_that_names_a_field_is_its_heading(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        document.add_heading("Les", 1)
        document.add_paragraph().add_run("Materialen:").bold = True
        listed(document, ["lijm"])

    assert converted(word_file(write), tmp_path).values["materials"] == ["lijm"]


def test_more_than_a_list_below_the_heading_is_left_to_the_author(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        document.add_heading("Materialen", 1)
        document.add_paragraph("Leg alles klaar.")
        listed(document, ["lijm"])

    assert "materials" not in converted(word_file(write), tmp_path).values


@pytest.mark.parametrize(
    ("said", "duration"),
    [
        ("50 minuten", "PT50M"),
        ("45 min.", "PT45M"),
        ("1 uur", "PT60M"),
        ("anderhalf uur", "PT90M"),
        ("1,5 uur", "PT90M"),
        ("1 uur en 15 minuten", "PT75M"),
        ("2 uur", "PT2H"),
        ("ongeveer 30 minuten", "PT30M"),
    ],
)
def test_one_length_of_time_gives_the_duration(tmp_path: Path, said: str, duration: str) -> None:
    found = values(tmp_path, f"Tijd: {said}")
    assert found["duration"] == duration
    assert "sessions" not in found


@pytest.mark.parametrize("said", ["3 x 45 minuten", "drie lessen van 45 minuten", "3× 45 min"])
def test_a_number_of_times_gives_the_sessions(tmp_path: Path, said: str) -> None:
    found = values(tmp_path, f"Duur: {said}")
    assert (found["duration"], found["sessions"]) == ("PT45M", 3)


@pytest.mark.parametrize(
    "said", ["45 tot 60 minuten", "een middag", "50 minuten per week", "0 minuten", "999 uur"]
)
def test_a_time_that_is_not_certain_is_left_to_the_author(tmp_path: Path, said: str) -> None:
    assert "duration" not in values(tmp_path, f"Tijd: {said}")


def test_a_field_that_is_said_twice_is_left_to_the_author(tmp_path: Path) -> None:
    assert "duration" not in values(tmp_path, "Tijd: 50 minuten", "Tijd: 20 minuten")


@pytest.mark.parametrize(
    ("said", "levels"),
    [
        ("7", ["groep-7"]),
        ("groep 5 en 6", ["groep-5", "groep-6"]),
        ("Groep 6/7/8", ["groep-6", "groep-7", "groep-8"]),
        ("groep 5 t/m 7", ["groep-5", "groep-6", "groep-7"]),
        ("groep 5-8", ["groep-5", "groep-6", "groep-7", "groep-8"]),
    ],
)
def test_groups_give_the_school_years(tmp_path: Path, said: str, levels: list[str]) -> None:
    assert values(tmp_path, f"Groep: {said}")["levels"] == levels


@pytest.mark.parametrize("said", ["plusgroep", "groep 9", "bovenbouw"])
def test_groups_that_the_list_does_not_have_are_left_to_the_author(
    tmp_path: Path, said: str
) -> None:
    assert "levels" not in values(tmp_path, f"Groep: {said}")


def test_the_time_of_one_part_is_not_that_of_the_lesson(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        table = document.add_table(2, 3)
        for column, text in enumerate(("Fase", "Tijd", "Wat")):
            table.cell(0, column).text = text
        table.cell(1, 0).text, table.cell(1, 1).text = "Begin", "10 minuten"
        table.cell(1, 2).add_paragraph("Vraag", style="List Bullet")

    assert "duration" not in converted(word_file(write), tmp_path).values


def test_goals_preparation_and_subject_come_from_a_lesson_form(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        form = (
            ("Vak", "Nederlands"),
            ("Voorbereiding", "20 minuten"),
            ("Doel", "Je kunt sterren vergelijken."),
            ("Materialen", "papier, lijm en een schaar"),
        )
        table = document.add_table(len(form), 2)
        for row, texts in zip(table.rows, form, strict=True):
            row.cells[0].text, row.cells[1].text = texts

    found = converted(word_file(write), tmp_path).values
    assert found["subjects"] == ["nederlands"]
    assert found["preparation"] == "PT20M"
    assert found["goals"] == ["Je kunt sterren vergelijken."]
    assert found["materials"] == ["papier", "lijm", "een schaar"]


def test_each_next_status_names_what_it_asks_and_the_one_before_did_not() -> None:
    asked = {s.id: missing for s, missing in still_asked(product(), vocabulary())}
    assert list(asked) == ["prototype", "tested", "transferable"]
    assert {"version", "duration"} <= set(asked["prototype"])
    assert "version" not in asked["tested"]
    assert "materials" in asked["tested"]
    assert asked["transferable"] == ["preparation", "review_by"]


def test_what_is_filled_in_is_not_asked_again() -> None:
    asked = still_asked(product(version="1.0"), vocabulary())
    assert all("version" not in missing for _, missing in asked)
