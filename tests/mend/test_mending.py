"""Files are mended where one answer is right; every other byte stays, and nothing gets worse."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brugwerk.check import check_site
from brugwerk.check.entries import KINDS
from brugwerk.mend import FileChangedError, mended, mended_files
from brugwerk.mend.splices import as_scalar
from brugwerk.read.front_matter import front_matter_of
from brugwerk.read.yaml_text import read_yaml
from tests.builders import (
    IDEA,
    PRODUCT,
    REPOSITORY,
    SCHOOL,
    adoption,
    as_file,
    as_yaml,
    complete_product,
    network,
    product,
    reflection,
    school,
    write_site,
)
from tests.in_memory import vocabulary

if TYPE_CHECKING:
    from pathlib import Path

FILE = PurePosixPath(IDEA)
LEAST = "title: Een idee\nsummary: Voor wie zoekt.\ntype: lesson\nstatus: draft\n"


def mend(front: str, kind: str = "product", body: str = "") -> str:
    """The front matter after mending."""
    after = mended(f"---\n{front}---\n{body}", FILE, kind, vocabulary())
    assert after.startswith("---\n")
    assert after.endswith(f"---\n{body}")
    return after.removeprefix("---\n").removesuffix(f"---\n{body}")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("titel: Een idee", "title: Een idee"),
        ("Title: Een idee", "title: Een idee"),
        ("sumary: Voor wie zoekt.", "summary: Voor wie zoekt."),
        ("type: Les", "type: lesson"),
        ("type: lesson  # zoals altijd", "type: lesson  # zoals altijd"),
        ("type: Lesson  # zoals altijd", "type: lesson  # zoals altijd"),
        ("status: 'concept'", "status: draft"),
        ("duration: 50 minuten", "duration: PT50M"),
        ('duration: "1,5 uur"', "duration: PT1H30M"),
        ("duration: 50", "duration: PT50M"),
        ("license: cc-by-sa 4.0", "license: CC-BY-SA-4.0"),
        ("review_by: 12 mei 2027", "review_by: 2027-05-12"),
        ('review_by: "2027-05-12"', "review_by: 2027-05-12"),
        ("made_by: [Leraar, student]", "made_by: [teacher, student]"),
        ("made_by:\n- leraar # zij\n- student", "made_by:\n- teacher # zij\n- student"),
        ("levels: [groep 5]", "levels: [groep-5]"),
        (
            "changes:\n- datum: 1-9-2026\n  note: x",
            "changes:\n- date: 2026-09-01\n  note: x",
        ),
        ("cycles:\n- analyse: A\n  ontwerp: B", "cycles:\n- analysis: A\n  design: B"),
        ("guidance: {Fasen: [start], minutes: 5}", "guidance: {phases: [start], minutes: 5}"),
    ],
)
def test_what_has_one_right_answer_is_mended(wrong: str, right: str) -> None:
    key = right.partition(":")[0]
    rest = "".join(line for line in LEAST.splitlines(keepends=True) if not line.startswith(key))
    # A key of the middle would be moved; at its own place only the slip remains.
    before = {"title": f"{wrong}\n{rest}"}.get(key) or f"{rest}{wrong}\n"
    after = mend(before)
    assert f"{right}\n" in after


@pytest.mark.parametrize(
    "front",
    [
        LEAST,
        f"{LEAST}review_by: 5/12/2027\n",
        f"{LEAST}duration: 50-60 minuten\n",
        f"{LEAST}levels: [groep-9]\n",
        f"{LEAST}titel: Nog een\n",
        f"{LEAST}naam: Jan\n",
        f"{LEAST}e-mail: jan@example.org\n",
        f"{LEAST}made_by: leraar\n",
        f"{LEAST}title: Nog een\ntype: Les\n",
        f"{LEAST}audience: &a Les\ncost_note: *a\n",
        "type: Les\n  title: x\n",
        "- type: Les\n",
    ],
)
def test_what_could_be_otherwise_is_left_as_it_is(front: str) -> None:
    assert mend(front) == front


def test_texts_are_never_touched() -> None:
    front = LEAST.replace("Een idee", "Les van 12-05-2026, 50 minuten") + "goals:\n- Titel\n"
    body = "\ntitel: x\n\ntype: Les, 12 mei 2026\n"
    assert mend(front, body=body) == front


def test_a_text_of_more_lines_is_left(tmp_path: Path) -> None:
    front = f"{LEAST}duration: >-\n  50\n  minuten\n"
    assert mend(front) == front


def test_byte_order_mark_line_endings_and_blanks_stay() -> None:
    front = "titel: Een idee   # hier\n\nsummary: Voor wie zoekt.\ntype:  Les \nstatus: draft"
    text = f"\ufeff---\n{front}\n---\n\nTekst.  \n".replace("\n", "\r\n")
    wanted = text.replace("titel", "title").replace("Les", "lesson")
    assert mended(text, FILE, "product", vocabulary()) == wanted


def test_signs_that_libyaml_takes_for_line_ends_move_nothing() -> None:
    front = "title: Een\u2028idee\x85\nsummary: Voor wie\u2029zoekt.\ntype: Les\nstatus: draft\n"
    assert mend(front) == front.replace("Les", "lesson")


def test_keys_move_into_order_with_their_lines_and_comments() -> None:
    front = (
        "title: Een idee\nstatus: draft  # nog\n"
        "# Hoe het heet\n\n# en waarom\ntype: lesson\nsummary: >-\n  Voor wie\n\n  zoekt.\n"
        "made_by:\n- teacher\n- student\n"
    )
    assert mend(front) == (
        "title: Een idee\nsummary: >-\n  Voor wie\n\n  zoekt.\n"
        "# Hoe het heet\n\n# en waarom\ntype: lesson\nstatus: draft  # nog\n"
        "made_by:\n- teacher\n- student\n"
    )


def test_keys_inside_a_group_move_too() -> None:
    front = f"{LEAST}retirement:\n  reason: Op.\n  date: 2026-09-01\n"
    assert mend(front) == f"{LEAST}retirement:\n  date: 2026-09-01\n  reason: Op.\n"


@pytest.mark.parametrize(
    "front",
    [
        f"# Bovenaan\nstatus: draft\n{LEAST.replace('status: draft', '')}",
        "status: draft\ntitle: Een idee\nsummary: Voor wie zoekt.\ntype: lesson\n# Onderaan\n",
        f"vreemde_sleutel: x\n{LEAST}",
        f"{LEAST}retirement: {{reason: Op., date: 2026-09-01}}\n",
        f"{LEAST}credits:\n- role: teacher\n  name: Een naam\n",
        "type: lesson\ntitle: Een idee\nstatus: draft\nsummary: |+\n  Voor wie zoekt.\n\n# x\n\n",
    ],
)
def test_keys_are_not_moved_where_that_would_be_a_guess(front: str) -> None:
    assert mend(front) == front


SOUND = {
    "product": complete_product(),
    "network": network(),
    "reflection": reflection(),
    "school": school(),
    "adoption": adoption(),
}


@given(kind=st.sampled_from(sorted(SOUND)), data=st.data())
def test_any_order_of_keys_comes_into_one_order_and_says_the_same(
    kind: str, data: st.DataObject
) -> None:
    record = SOUND[kind]
    keys = data.draw(st.permutations(list(record)))
    shuffled = as_file({key: record[key] for key in keys}, "Tekst.\n")
    after = mended(shuffled, FILE, kind, vocabulary())
    source, problems = front_matter_of(after, FILE)
    assert not problems
    assert source.data == front_matter_of(shuffled, FILE)[0].data
    wanted = [key for key in KINDS[kind].model_fields if key in record]
    assert list(source.data) == wanted
    assert mended(after, FILE, kind, vocabulary()) == after


LINES = st.sampled_from(
    [
        *(
            "title: Een idee",
            "titel: x",
            "summary: Kort.",
            "type: Les",
            "type: lesson",
            "status: draft",
        ),
        *("status: Concept", "duration: 1,5 uur", "review_by: 1 mei 2027", "# toelichting", ""),
        *("made_by: [Leraar]", "goals:", "- een", "  - twee", "retirement:", "  datum: 1-2-2026"),
        *("  reason: x", "summary: |+", "  tekst", "vreemd: 1", '"type": Les', "levels: [groep 9]"),
        *(
            "naam: Jan",
            "\tx: y",
            "core:",
            "- id: a",
            "  wat vaststaat: b",
            "  why: c",
            "title: &a b",
        ),
    ]
)


@given(
    st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"])
)
def test_mending_is_done_at_once_keeps_the_rest_and_makes_nothing_worse(
    lines: list[str], ending: str, mark: str
) -> None:
    text = mark + ending.join(["---", *lines, "---", "", "Tekst met titel: x en type: Les.", ""])
    after = mended(text, FILE, "product", vocabulary())
    assert mended(after, FILE, "product", vocabulary()) == after
    assert after.startswith(f"{mark}---{ending}")
    assert after.endswith(f"---{ending}{ending}Tekst met titel: x en type: Les.{ending}")
    assert sum(line.startswith("#") for line in after.splitlines()) == sum(
        line.startswith("#") for line in text.splitlines()
    )
    before_read, before_flaws = front_matter_of(text.removeprefix(mark).replace("\r\n", "\n"), FILE)
    after_read, after_flaws = front_matter_of(after.removeprefix(mark).replace("\r\n", "\n"), FILE)
    assert len(after_flaws) <= len(before_flaws)
    assert after_read.body == before_read.body


@pytest.mark.parametrize(
    "term", ["lesson", "CC-BY-SA-4.0", "1", "true", "null", "2026-01-01", "po"]
)
def test_a_term_is_written_so_that_it_is_read_as_a_text(term: str) -> None:
    assert read_yaml(f"a: [{as_scalar(term)}]").data == {"a": [term]}


MISTAKES = {
    IDEA: as_file(product(status="Concept", type="Les")),
    PRODUCT: as_file(complete_product(duration="50 minuten")),
    SCHOOL: as_file(school(sector="PO")),
}


def test_a_mended_site_has_fewer_problems_and_only_its_files_differ(tmp_path: Path) -> None:
    root = write_site(tmp_path, MISTAKES)
    checked = check_site(root)
    mends = list(mended_files(checked.entries, None))
    assert {str(m.file) for m in mends} >= set(MISTAKES)
    for one in mends:
        one.write()
    assert check_site(root).problems == ()
    assert {str(m.file) for m in mended_files(check_site(root).entries, None)} == set()


def test_only_the_files_asked_for_are_mended(tmp_path: Path) -> None:
    entries = check_site(write_site(tmp_path, MISTAKES)).entries
    (only,) = mended_files(entries, {PurePosixPath(IDEA)})
    assert str(only.file) == IDEA


def test_the_difference_is_a_unified_diff(tmp_path: Path) -> None:
    entries = check_site(write_site(tmp_path, MISTAKES)).entries
    (only,) = mended_files(entries, {PurePosixPath(IDEA)})
    lines = only.difference().splitlines()
    assert lines[:2] == [f"--- {IDEA}", f"+++ {IDEA}"]
    assert {"-type: Les", "+type: lesson", "-status: Concept", "+status: draft"} <= set(lines)


def test_a_file_that_changed_in_the_meantime_is_left(tmp_path: Path) -> None:
    root = write_site(tmp_path, MISTAKES)
    (only,) = mended_files(check_site(root).entries, {PurePosixPath(IDEA)})
    (root / IDEA).write_text("intussen anders", "utf-8")
    with pytest.raises(FileChangedError):
        only.write()
    assert (root / IDEA).read_text("utf-8") == "intussen anders"


@pytest.mark.parametrize("kind", sorted(SOUND))
def test_sound_records_keep_their_meaning(kind: str) -> None:
    text = as_file(SOUND[kind], "Tekst.\n")
    after = mended(text, FILE, kind, vocabulary())
    assert yaml.safe_load(after.split("---\n")[1]) == yaml.safe_load(as_yaml(SOUND[kind]))


@pytest.mark.parametrize(
    "pattern", ["products/*/index.md", "networks/*/index.md", "schools/*/*.md"]
)
def test_the_records_of_this_repository_lose_nothing(pattern: str) -> None:
    kinds = {"products": "product", "networks": "network", "schools": "school"}
    for path in REPOSITORY.glob(pattern):
        kind = kinds[path.relative_to(REPOSITORY).parts[0]]
        kind = "adoption" if kind == "school" and path.name != "index.md" else kind
        text = path.read_text("utf-8")
        after = mended(text, FILE, kind, vocabulary())
        assert sorted(after.splitlines()) == sorted(text.splitlines()), path
