"""Every file of a site is a record, an attachment, a list, or a problem: nothing is skipped."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from brugwerk.read.names import printable
from brugwerk.read.site import RawSite, read_site

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORD = "---\ntitle: x\n---\nTekst.\n"
HOME = {"products": "les", "networks": "net", "schools": "school"}


def site(root: Path, files: Mapping[str, str | bytes]) -> RawSite:
    """Write the files and read them as a site."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_site(root)


def codes(found: RawSite) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place.file)) for problem in found.problems]


# What is there.


def test_each_kind_of_record_is_read_with_its_owner(tmp_path: Path) -> None:
    found = site(
        tmp_path,
        {
            "products/les/index.md": RECORD,
            "networks/net/index.md": RECORD,
            "networks/net/reflections/2026-02-04.md": RECORD,
            "schools/school/index.md": RECORD,
            "schools/school/les.md": RECORD,
        },
    )
    assert found.problems == []
    assert [(record.kind, record.owner, record.id) for record in found.records] == [
        ("product", "", "les"),
        ("network", "", "net"),
        ("reflection", "net", "2026-02-04"),
        ("school", "", "school"),
        ("adoption", "school", "les"),
    ]


def test_a_record_knows_its_file_below_the_root(tmp_path: Path) -> None:
    (record,) = site(tmp_path, {"products/les/index.md": RECORD}).records
    assert record.source.file == PurePosixPath("products/les/index.md")
    assert record.data == {"title": "x"}


def test_records_come_in_order_of_name(tmp_path: Path) -> None:
    found = site(tmp_path, {f"products/{name}/index.md": RECORD for name in ("c", "a", "b-2")})
    assert [record.id for record in found.records] == ["a", "b-2", "c"]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    first = site(tmp_path, {"products/les/index.md": RECORD, "products/Fout/index.md": RECORD})
    again = read_site(tmp_path)
    assert codes(again) == codes(first)
    assert [r.source.data for r in again.records] == [r.source.data for r in first.records]


@pytest.mark.parametrize("folder", ["", "products", "networks", "schools", "vocabulary"])
def test_a_site_without_records_is_empty_and_sound(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    found = read_site(tmp_path)
    assert (found.records, found.problems, found.lists) == ([], [], {})


def test_attachments_are_listed_by_their_path_below_the_product(tmp_path: Path) -> None:
    found = site(
        tmp_path,
        {
            "products/les/index.md": RECORD,
            "products/les/files/blad.pdf": b"%PDF",
            "products/les/files/bij les/Plaat 1.png": b"x",
        },
    )
    assert found.problems == []
    assert found.attachments["les"] == {
        "files/blad.pdf": tmp_path / "products/les/files/blad.pdf",
        "files/bij les/Plaat 1.png": tmp_path / "products/les/files/bij les/Plaat 1.png",
    }


def test_lists_are_read_by_scheme_with_positions(tmp_path: Path) -> None:
    found = site(tmp_path, {"vocabulary/roles.yml": "label: x\nterms: [a]\n"})
    assert found.lists["roles"].data == {"label": "x", "terms": ["a"]}
    assert found.lists["roles"].place(("terms",)).line == 2


def test_settings_are_read_where_there_are_any(tmp_path: Path) -> None:
    assert read_site(tmp_path).settings is None
    found = site(tmp_path, {"brugwerk.yml": "title: Onze site\n"})
    assert found.settings is not None
    assert found.settings.data == {"title": "Onze site"}


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "products/.gitkeep",
        "products/.git/index.md",
        "products/les/.index.md.swp",
        "products/les/files/.DS_Store",
        "vocabulary/.gitkeep",
        "networks/net/reflections/.gitkeep",
    ],
)
def test_hidden_files_of_programs_are_passed_by(tmp_path: Path, name: str) -> None:
    found = site(
        tmp_path,
        {"products/les/index.md": RECORD, "networks/net/index.md": RECORD, name: "rommel"},
    )
    assert found.problems == []
    assert len(found.records) == 2


@pytest.mark.parametrize("name", ["docs/index.md", "README.md", "site/x.html", "overig/a.md"])
def test_what_is_beside_the_record_folders_is_not_looked_at(tmp_path: Path, name: str) -> None:
    assert codes(site(tmp_path, {name: b"\xff"})) == []


# What is in the wrong place.


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("products/los.md", "BW013"),
        ("networks/los.md", "BW013"),
        ("schools/los.md", "BW013"),
        ("products/les/notitie.md", "BW013"),
        ("products/les/blad.pdf", "BW013"),
        ("products/les/bijlagen/blad.pdf", "BW013"),
        ("networks/net/notitie.md", "BW013"),
        ("networks/net/2026-02-04.md", "BW013"),
        ("networks/net/reflections/2026-02-04.txt", "BW013"),
        ("networks/net/reflections/2026/x.md", "BW013"),
        ("schools/school/les.txt", "BW013"),
        ("schools/school/les/index.md", "BW013"),
        ("schools/school/les.MD", "BW013"),
        ("vocabulary/rollen.yaml", "BW013"),
        ("vocabulary/rollen.md", "BW013"),
        ("products/leeg/files/blad.pdf", "BW014"),
        ("networks/leeg/reflections/2026-02-04.md", "BW014"),
        ("schools/leeg/les.md", "BW014"),
        ("products/leeg/INDEX.md", "BW014"),
        ("products/Hoofdletter/index.md", "BW015"),
        ("products/met spatie/index.md", "BW015"),
        ("products/één/index.md", "BW015"),
        ("products/-streep/index.md", "BW015"),
        ("products/dubbel--streep/index.md", "BW015"),
        ("products/punt.nl/index.md", "BW015"),
        ("schools/school/Les.md", "BW015"),
        ("schools/school/les_2.md", "BW015"),
        ("networks/net/reflections/voorjaar.md", "BW018"),
        ("networks/net/reflections/2026-02-30.md", "BW018"),
        ("networks/net/reflections/20260204.md", "BW018"),
        ("networks/net/reflections/2026-2-4.md", "BW018"),
        ("networks/net/reflections/2026-02-04b.md", "BW018"),
        ("networks/net/reflections/2026-W06-3.md", "BW018"),
        ("products/les\n/index.md", "BW884"),
    ],
)
def test_a_file_in_the_wrong_place_is_named(tmp_path: Path, name: str, code: str) -> None:
    files = {f"{folder}/{home}/index.md": RECORD for folder, home in HOME.items()}
    found = site(tmp_path, {**files, name: RECORD})
    ((found_code, file),) = codes(found)
    assert found_code == code
    assert printable(name).startswith(file)


def test_a_misplaced_file_says_where_it_belongs(tmp_path: Path) -> None:
    (problem,) = site(tmp_path, {"products/los.md": RECORD}).problems
    assert problem.facts["expected"] == "products/<id>/index.md"


def test_a_misplaced_file_does_not_keep_its_neighbours_from_being_read(tmp_path: Path) -> None:
    found = site(tmp_path, {"products/los.md": RECORD, "products/les/index.md": RECORD})
    assert [record.id for record in found.records] == ["les"]


@pytest.mark.parametrize(
    "name",
    [
        "products/gekoppeld",
        "products/les/files",
        "products/les/files/blad.pdf",
        "networks/net/reflections",
        "networks/net/reflections/2026-02-04.md",
        "schools/school/les.md",
        "vocabulary/roles.yml",
    ],
)
def test_a_link_is_refused_and_what_it_leads_to_is_not_read(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elders"
    root = tmp_path / "site"
    site(elsewhere, {"folder/index.md": RECORD, "folder/blad.pdf": b"%PDF"})
    site(root, {f"{folder}/{home}/index.md": RECORD for folder, home in HOME.items()})
    link = root / name
    link.parent.mkdir(parents=True, exist_ok=True)
    is_file = link.suffix
    link.symlink_to(elsewhere / "folder" / ("index.md" if is_file else ""))
    found = read_site(root)
    assert codes(found) == [("BW017", name)]
    assert len(found.records) == len(HOME)
    assert found.attachments["les"] == {}
    assert found.lists == {}


@pytest.mark.parametrize(
    "name",
    ["products/les/index.md", "networks/les/index.md", "schools/les/index.md", "brugwerk.yml"],
)
def test_a_link_in_the_place_of_a_records_own_file_is_not_read(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "geheim.md"
    elsewhere.write_text(RECORD if name.endswith(".md") else "title: geheim\n")
    link = tmp_path / "site" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(elsewhere)
    found = read_site(tmp_path / "site")
    assert codes(found) == [("BW017", name)]
    assert found.records == []
    assert found.settings is None


# What cannot be read.


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "BW003"),
        ("Alleen tekst.", "BW004"),
        ("---\ntitle: x\n", "BW005"),
        ("---\ntitle: [\n---\n", "BW007"),
        ("---\n- x\n---\n", "BW010"),
        ("---\n{}\n---\n", "BW003"),
        (b"---\ntitle: \xff\n---\n", "BW002"),
    ],
)
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("products/x/index.md", ("product", "", "x")),
        ("networks/x/index.md", ("network", "", "x")),
        ("networks/net/reflections/2026-02-04.md", ("reflection", "net", "2026-02-04")),
        ("schools/x/index.md", ("school", "", "x")),
        ("schools/school/x.md", ("adoption", "school", "x")),
    ],
)
def test_a_record_that_cannot_be_read_is_a_problem_and_known_to_exist(
    tmp_path: Path, name: str, key: tuple[str, str, str], content: str | bytes, code: str
) -> None:
    files = {f"{folder}/{home}/index.md": RECORD for folder, home in HOME.items()}
    found = site(tmp_path, {**files, name: content})
    assert codes(found) == [(code, name)]
    assert found.unreadable == {key}
    assert len(found.records) == len(HOME)


def test_a_folder_called_index_md_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "products/les/index.md").mkdir(parents=True)
    assert codes(read_site(tmp_path)) == [("BW001", "products/les/index.md")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "BW003"),
        ("# niets\n", "BW010"),
        ("- a\n", "BW010"),
        ("a: [\n", "BW007"),
        ("a: 1\n\tb: 2\n", "BW006"),
        ("a: 1\na: 2\n", "BW008"),
        ("a: &b [1]\nc: *b\n", "BW009"),
        (b"a: \xff\n", "BW002"),
        (b"a: \x00\n", "BW016"),
    ],
)
@pytest.mark.parametrize("name", ["vocabulary/roles.yml", "brugwerk.yml"])
def test_a_list_or_settings_file_with_a_slip_is_a_problem(
    tmp_path: Path, name: str, content: str | bytes, code: str
) -> None:
    assert codes(site(tmp_path, {name: content})) == [(code, name)]


def test_a_place_in_a_list_is_a_line_of_its_file(tmp_path: Path) -> None:
    (problem,) = site(tmp_path, {"vocabulary/roles.yml": "a: 1\nb: 2\na: 3\n"}).problems
    assert (problem.place.line, problem.place.column) == (3, 1)


@hypothesis_settings(max_examples=40)
@given(st.lists(st.binary(max_size=60), min_size=7, max_size=7))
def test_any_bytes_in_any_file_are_read_or_reported(contents: list[bytes]) -> None:
    names = [
        "products/les/index.md",
        "networks/net/index.md",
        "networks/net/reflections/2026-02-04.md",
        "schools/school/index.md",
        "schools/school/les.md",
        "vocabulary/roles.yml",
        "brugwerk.yml",
    ]
    with tempfile.TemporaryDirectory() as folder:
        found = site(Path(folder), dict(zip(names, contents, strict=True)))
    read = {str(record.source.file) for record in found.records}
    read |= {str(source.file) for source in found.lists.values()}
    read |= {str(found.settings.file)} if found.settings else set()
    assert read | {str(problem.place.file) for problem in found.problems} == set(names)
