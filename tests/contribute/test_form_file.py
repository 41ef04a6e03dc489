"""What the form writes is read back as the same record, whatever someone typed."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brugwerk.catalogue import build_catalogue
from brugwerk.check import check_site
from brugwerk.contribute.form.published import entries, to_revise
from brugwerk.read.front_matter import read_front_matter
from brugwerk.records.description import FieldDescription, FieldKind, describe
from brugwerk.records.kinds import RECORD_KINDS
from tests.builders import REPOSITORY, adoption, complete_product, network, reflection, school
from tests.contribute.node import ask

if TYPE_CHECKING:
    from pathlib import Path

NASTY = [
    *(
        "no",
        "yes",
        "on",
        "null",
        "~",
        "true",
        "false",
        "1.10",
        "2026-03-04",
        "14:30",
        "1e3",
        "0x1f",
    ),
    *("- een", "? wat", "# geen uitleg", "a # b", "a: b", "a:", ": a", "'", '"', "''", '"a"', "\\"),
    *("---", "...", "{a: b}", "[a]", "&a", "*a", "!a", "%a", "@a", "`a`", "|", ">", ">-", "a\\nb"),
    *(
        "🤔 samen",
        "مرحبا بالعالم",
        "\u200frechts",
        "é",
        "e\u0301",
        "\u2028",
        "\x85",
        "\ufeff",
        "\u200b",
    ),
    *("een\ntwee", "een\n\ntwee", "een\n", "een\n\n", "\neen", "  een", "een  ", " een\ntwee"),
    *(
        "een \ntwee",
        "een\n  twee",
        "een\n---\ntwee",
        "een\n# twee",
        "een\ttwee",
        "\teen",
        "een\n\ttwee",
    ),
    *(
        "woord " * 40,
        "woord  " * 40,
        "w" * 300,
        "https://example.org/a#b?c=d:e",
        "a,b",
        "1,5",
        "-5",
    ),
    *("(a)", "a)", "don't", "“a”", "‘a’", "a – b", "a\n\n\nb", "a\n \nb", "12 keer", "3", "007"),
]
# Half a pair of surrogates is no text; the reader takes a carriage return for an end of line.
TEXT = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"), max_size=120),
    st.text("ab \n\t-#:'\"|>[]{},&*!%@`?", max_size=40),
    st.lists(st.sampled_from(["woord", "a:", "#b", "-", "'c'", "---"]), max_size=60).map(" ".join),
)
DAY = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


def values(field: FieldDescription) -> st.SearchStrategy[Any]:
    """Anything that a field of this kind could hold, sound or not."""
    one: st.SearchStrategy[Any]
    match field.kind:
        case FieldKind.GROUP:
            one = parts(field.fields)
        case FieldKind.NUMBER:
            one = st.integers(-(10**9), 10**9)
        case FieldKind.YES_NO:
            one = st.booleans()
        case FieldKind.DATE:
            one = DAY
        case _:
            one = TEXT
    return st.lists(one, max_size=3) if field.many else one


def parts(fields: tuple[FieldDescription, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={field.key: values(field) for field in fields})


RECORDS = st.sampled_from(sorted(RECORD_KINDS)).flatmap(
    lambda kind: st.tuples(st.just(kind), parts(describe(RECORD_KINDS[kind].shape)))
)


def as_drafts(records: list[tuple[str, dict[str, Any], str]]) -> list[dict[str, Any]]:
    return [
        {
            "do": "file",
            "kind": kind,
            "draft": {"owner": "o", "record": "r", "data": plain(data), "body": body},
        }
        for kind, data, body in records
    ]


def plain(data: Any) -> Any:
    return json.loads(json.dumps(data, default=lambda day: day.isoformat()))


def read_back(text: str, folder: Path) -> tuple[dict[str, Any], str]:
    path = folder / "index.md"
    path.write_bytes(text.encode())
    source, problems = read_front_matter(path, path.relative_to(folder))
    assert problems == [], text
    return source.data, source.body


# One start of Node writes many records at once: a start takes longer than all of them.
@settings(max_examples=12, deadline=None, suppress_health_check=[*HealthCheck], derandomize=True)
@given(st.lists(RECORDS.filter(lambda record: bool(record[1])), min_size=25, max_size=40))
def test_every_record_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, records: list[tuple[str, dict[str, Any]]]
) -> None:
    folder = tmp_path_factory.mktemp("written")
    files = ask(as_drafts([(kind, data, "") for kind, data in records]))
    for (_, data), file in zip(records, files, strict=True):
        assert read_back(file["text"], folder)[0] == data, file["text"]


@pytest.mark.parametrize(
    "body",
    ["Gewone tekst.", "---\nlijn\n---", "  ingesprongen", "# Kop\n\n- een\n- twee", "a\r\nb", ""],
)
def test_the_text_below_comes_back_too(tmp_path: Path, body: str) -> None:
    (file,) = ask(as_drafts([("product", {"title": "A"}, f"\n\n{body}\n\n")]))
    assert read_back(file["text"], tmp_path)[1] == body.replace("\r\n", "\n")


def test_a_record_reads_as_people_write_it() -> None:
    data = {
        "title": "Breuken: hoe bewijs je dat?",
        "summary": "Een zin die " + "heel " * 20 + "lang is.",
        "sectors": ["po"],
        "goals": ["Je kunt het."],
        "version": "1.0",
        "changes": [{"version": "1.0", "date": "2026-01-14", "note": "Een\ntwee"}],
    }
    (file,) = ask(as_drafts([("product", data, "De tekst.")]))
    assert file == {
        "path": "products/r/index.md",
        "text": "---\n"
        'title: "Breuken: hoe bewijs je dat?"\n'
        "summary: >-\n"
        "  Een zin die heel heel heel heel heel heel heel heel heel heel heel heel heel heel heel\n"
        "  heel heel heel heel heel lang is.\n"
        'version: "1.0"\n'
        "changes:\n"
        '  - version: "1.0"\n'
        "    date: 2026-01-14\n"
        "    note: |-\n"
        "      Een\n"
        "      twee\n"
        "sectors: [po]\n"
        "goals:\n"
        "  - Je kunt het.\n"
        "---\n"
        "\n"
        "De tekst.\n",
    }


def test_half_a_sign_does_not_break_the_file(tmp_path: Path) -> None:
    (file,) = ask(as_drafts([("product", {"title": "a\ud83eb"}, "")]))
    assert read_back(file["text"], tmp_path)[0] == {"title": "a\ufffdb"}


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("product", complete_product()),
        ("network", network()),
        ("school", school()),
        ("adoption", adoption()),
        ("reflection", reflection()),
    ],
)
def test_no_key_of_a_sound_record_is_lost(tmp_path: Path, kind: str, data: Any) -> None:
    (file,) = ask(as_drafts([(kind, data, "")]))
    assert read_back(file["text"], tmp_path)[0] == data


def test_every_record_of_the_site_can_be_revised_without_loss(tmp_path: Path) -> None:
    published = list(entries(build_catalogue(check_site(REPOSITORY).entries)))
    assert len(published) > 40
    questions = [
        {
            "do": "file",
            "kind": kind,
            "draft": {"owner": entry.owner, "record": entry.id, **to_revise(entry)},
        }
        for kind, entry in published
    ]
    for (_, entry), file in zip(published, ask(questions), strict=True):
        assert file["path"] == entry.source.file.as_posix()
        data, body = read_back(file["text"], tmp_path)
        assert data == entry.source.data
        assert body == entry.source.body


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Eén dag!", "een-dag"),
        ("  Zo'n les -- over 2 dingen ", "zon-les-over-2-dingen"),
        ("🤔", ""),
        ("مرحبا", ""),
        ("a" * 80, "a" * 60),
        ("woord " * 20, "-".join(["woord"] * 10)),
    ],
)
def test_a_title_gives_a_word_for_the_address(title: str, word: str) -> None:
    assert ask([{"do": "word", "title": title}]) == [word]
