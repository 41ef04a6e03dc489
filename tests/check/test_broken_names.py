"""Names of files and folders that some computers, or some eyes, cannot tell apart or take."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.check import check_site
from brugwerk.read.names import colliding, flaw_of_name, printable
from brugwerk.read.site import MOST_IN_FOLDER
from tests.attached import picture
from tests.builders import as_file, product, write_site
from tests.check.broken import Broken, assert_found, problems_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = "products/proefles/files"
DRAFT = as_file(product())
PNG = picture("PNG")


def named(code: str, about: str, name: str, shown: str = "") -> Broken:
    """The sound site with one more picture, under a name that is at fault."""
    return Broken(code, about, f"{FILES}/{shown or name}", files={f"{FILES}/{name}": PNG})


def record(code: str, about: str, name: str) -> Broken:
    """The sound site with one more product."""
    return Broken(code, about, f"products/{name}", files={f"products/{name}/index.md": DRAFT})


def pipe(name: str) -> Callable[[Path], None]:
    return lambda root: os.mkfifo(root / name)


def crowd(root: Path) -> None:
    for number in range(MOST_IN_FOLDER):
        (root / FILES / f"{number}.png").touch()


LONG = "a" * 100
CASES = (
    *(record("BW882", "name that Windows keeps", name) for name in ("con", "nul", "aux", "com1")),
    *(
        named("BW882", "name that Windows keeps", name)
        for name in ("CON.png", "nul.tar.png", "Lpt9 .png", "com¹.png")
    ),
    Broken(
        "BW882",
        "adoption of a name that Windows keeps",
        "schools/de-proefschool/con.md",
        files={"schools/de-proefschool/con.md": DRAFT},
    ),
    named("BW882", "dot at the end", "plaat.png."),
    named("BW882", "space at the end", "plaat.png "),
    named("BW882", "space at the beginning", " plaat.png"),
    *(named("BW882", f"sign {sign}", f"a{sign}b.png") for sign in '<>:"|?*\\'),
    named("BW882", "accent in two signs", unicodedata.normalize("NFD", "één.png")),
    Broken(
        "BW883",
        "names that differ in capitals",
        f"{FILES}/plaat.png",
        files={f"{FILES}/Plaat.png": PNG, f"{FILES}/plaat.png": PNG},
    ),
    Broken(
        "BW883",
        "names that differ in capitals outside ASCII",
        f"{FILES}/één.png",
        files={f"{FILES}/Één.png": PNG, f"{FILES}/één.png": PNG},
    ),
    Broken(
        "BW883",
        "names that differ in how accents are written",
        f"{FILES}/één.png",
        files={
            f"{FILES}/één.png": PNG,
            f"{FILES}/{unicodedata.normalize('NFD', 'één.png')}": PNG,
        },
        also=("BW882",),
    ),
    Broken(
        "BW883",
        "folders that differ in capitals",
        f"{FILES}/extra",
        files={f"{FILES}/Extra/a.png": PNG, f"{FILES}/extra/b.png": PNG},
    ),
    named("BW884", "turned around", "a\u202egnp.exe.png", "a\\u202egnp.exe.png"),
    named("BW884", "sign without width", "a\u200bb.png", "a\\u200bb.png"),
    named("BW884", "line end", "a\nb.png", "a\\nb.png"),
    named("BW884", "order to a terminal", "a\x1b[31m.png", "a\\x1b[31m.png"),
    named("BW884", "Cyrillic a", "pl\u0430\u0430t.png"),
    named("BW884", "Greek o", "f\u03bft\u03bf.png"),
    named("BW884", "wide letters", "ｆｏｔｏ.png"),
    named("BW885", "long name", f"{'a' * 200}.png"),
    named("BW885", "long name in bytes", f"{'é' * 100}.png"),
    Broken(
        "BW885",
        "long path",
        f"{FILES}/{LONG}/{LONG}/plaat-met-een-lange-naam.png",
        files={f"{FILES}/{LONG}/{LONG}/plaat-met-een-lange-naam.png": PNG},
    ),
    Broken("BW886", "more files than anybody looks through", FILES, prepare=crowd, also=("BW305",)),
    Broken("BW001", "pipe as attachment", f"{FILES}/a.png", prepare=pipe(f"{FILES}/a.png")),
    Broken(
        "BW001",
        "pipe as adoption",
        "schools/de-proefschool/los-idee.md",
        prepare=pipe("schools/de-proefschool/los-idee.md"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(str(case)))
def test_reports_the_name(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


@pytest.mark.parametrize(
    "name",
    [
        *("werkblad.pdf", "Werkblad groep 5.docx", "één plaat.png", "naïef-idee.txt", "3½ m.csv"),
        *("конспект.pdf", "εργασία.pdf", "ورقة عمل.pdf", "ワークシート.pdf", "它.txt"),
        *("conclusie.pdf", "console.txt", "a'b;c&d%e#f.png", "$(x).png", "-rf.png", "{{ x }}.md"),
    ],
)
def test_names_that_work_everywhere_pass(name: str) -> None:
    assert flaw_of_name(name) is None


@given(st.text(min_size=1, max_size=300))
def test_any_name_is_judged_and_can_be_shown(name: str) -> None:
    assert flaw_of_name(name) in {None, "BW882", "BW884", "BW885"}
    assert printable(name).isprintable()


@given(st.lists(st.text(min_size=1, max_size=20), unique=True))
def test_names_collide_when_case_and_form_do_not_tell_them_apart(names: list[str]) -> None:
    alike = dict(colliding(names))
    forms = {unicodedata.normalize("NFC", name).casefold() for name in names if name not in alike}
    assert len(forms) == len(names) - len(alike)


def test_a_linked_home_of_records_is_refused(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", {})
    (root / "schools").rename(tmp_path / "elders")
    (root / "schools").symlink_to(tmp_path / "elders", target_is_directory=True)
    found = check_site(root).problems
    assert ("BW017", "schools") in {(p.code, str(p.place.file)) for p in found}


def test_a_hard_link_is_a_file_like_any_other(tmp_path: Path) -> None:
    root = write_site(tmp_path / "site", {})
    (tmp_path / "plaat.png").write_bytes(PNG)
    (root / FILES / "plaat.png").hardlink_to(tmp_path / "plaat.png")
    assert check_site(root).problems == ()


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    root = write_site(tmp_path, {})
    (root / FILES / "lus").symlink_to(root / FILES, target_is_directory=True)
    assert [p.code for p in check_site(root).problems] == ["BW017"]
