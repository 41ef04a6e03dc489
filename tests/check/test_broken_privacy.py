"""Records and attachments that give somebody away: each is found, and none is repeated."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from brugwerk.check import check_site
from brugwerk.command.main import main
from brugwerk.problems import all_explanations, explain
from tests.attached import with_parts, word
from tests.builders import (
    ADOPTION,
    IDEA,
    NETWORK,
    PRODUCT,
    REFLECTION,
    REMOVED,
    SCHOOL,
    adoption,
    as_file,
    complete_product,
    edited,
    meeting,
    network,
    product,
    reflection,
    school,
    write_site,
)
from tests.check.broken import Broken, assert_found, broken, problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.builders import Record

# Nobody's: made up, with check digits that are right.
MAIL = "j.verzonnen@deproefschool.nl"
PHONE = "06-12345678"
BSN = "111222333"
IBAN = "NL91 ABNA 0417 1643 00"
BIRTHDAY = "12-03-2015"
HOME = "Verzonnenlaan 12, 1234 AB"
PROFILE = "@juf_verzonnen"
PUPIL = "Sannelotte"
NAME = "Verzonneling"
NOTES = "products/proefles/files/notities.txt"
LATER = "networks/het-proefnet/reflections/2026-05-06.md"


def told(code: str, about: str, text: str, secret: str) -> Broken:
    """A product whose summary holds a secret at a known place."""
    return broken(code, about, IDEA, product(summary=text), f"^{secret}")


def written(code: str, about: str, text: str, at: str) -> Broken:
    """A product that holds a secret in the Markdown below its front matter."""
    return Broken(code, about, IDEA, at, {IDEA: as_file(product(), text)})


def office_file(document: str, *, properties: str = "") -> bytes:
    """A Word file with these XML texts in it."""
    return with_parts(
        word(),
        {
            "word/document.xml": f"<w:document><w:p>{document}</w:p></w:document>",
            "docProps/core.xml": f"<cp:coreProperties>{properties}</cp:coreProperties>",
        },
    )


def with_attachment(name: str, content: str | bytes, **changes: Any) -> dict[str, str | bytes]:
    """The files of the complete product with one more attachment."""
    files = [*complete_product()["files"], {"path": f"files/{name}", "title": "Notities"}]
    record = complete_product(files=files, **changes)
    return {PRODUCT: as_file(record), f"products/proefles/files/{name}": content}


def small_school(**changes: Any) -> Record:
    """The school, with six colleagues."""
    return school(team_size=6, **changes)


def two_talks(first: int, second: int, experience: str) -> dict[str, str | bytes]:
    """A network with a second reflection some months later."""
    days = (date(2026, 2, 4), date(2026, 5, 6))
    meetings = [meeting(), *(meeting(date=day, phase="evaluatie-1") for day in days)]
    later = edited(reflection(present=second), "aspects.0.experience", experience)
    return {
        NETWORK: as_file(network(meetings=meetings)),
        REFLECTION: as_file(reflection(present=first)),
        LATER: as_file(edited(later, "adjustment.date", date(2026, 9, 2))),
    }


TABLE = f"""Zo ging de toets.

| Naam | Cijfer |
|---|---|
| {PUPIL} | 7,5 |
| Verzonnemaar | 6 |
"""

CASES = (
    told("BW851", "a mail address in a summary", f"Vragen? Mail {MAIL}.", MAIL),
    written(
        "BW851", "a mail address in a link", f"[Mail](mailto:{MAIL})", f"[Mail](mailto:^{MAIL}"
    ),
    written(
        "BW851",
        "a mail address that hides",
        "Mail j.verzonnen [at] deproefschool punt nl",
        "Mail ^j.verzonnen [at]",
    ),
    told("BW852", "a phone number", f"Bel {PHONE}.", PHONE),
    broken("BW853", "a citizen service number", IDEA, product(summary=f"BSN {BSN}"), f"BSN ^{BSN}"),
    told("BW854", "perhaps a citizen service number", f"Het nummer {BSN} hoort erbij", BSN),
    told("BW855", "a bank account", f"Maak het over op {IBAN} graag.", IBAN),
    told("BW856", "a date of birth", f"Het kind is geboren op {BIRTHDAY}.", BIRTHDAY),
    told("BW857", "an address", f"We wonen op {HOME}.", HOME),
    told("BW858", "an account", f"Volg ons op {PROFILE}.", PROFILE),
    written("BW859", "a table of pupils", TABLE, f"^| {PUPIL}"),
    told("BW860", "one pupil", f"Toen kreeg {PUPIL} een 4 voor de toets.", PUPIL),
    told("BW861", "a teacher by name", f"Het idee is van juf {NAME}.", NAME),
    broken(
        "BW862",
        "one researcher is counted",
        NETWORK,
        network(participants=[{"role": "researcher", "number": 1}]),
        "number: ^1",
    ),
    broken(
        "BW863",
        "seven people of the only school",
        REFLECTION,
        reflection(present=7),
        "present: ^7",
    ),
    Broken(
        "BW864",
        "one less, and it says who",
        LATER,
        "experience: ^Een student is gestopt",
        two_talks(12, 11, "Een student is gestopt na het gesprek."),
    ),
    Broken(
        "BW865",
        "the coordinator of a school of six",
        ADOPTION,
        "role: ^intern-begeleider",
        {
            SCHOOL: as_file(small_school()),
            ADOPTION: as_file(adoption()),
        },
    ),
    Broken(
        "BW866",
        "what the coordinator of a school of six did",
        ADOPTION,
        "De ^IB'er wilde",
        {
            SCHOOL: as_file(small_school()),
            ADOPTION: as_file(
                adoption(
                    deputy={"role": "student"},
                    value=[
                        {"kind": "applied", "state": "happened", "text": "De IB'er wilde stoppen."}
                    ],
                )
            ),
        },
    ),
    broken(
        "BW867",
        "what the researcher thought",
        REFLECTION,
        edited(reflection(), "aspects.0.experience", "De onderzoeker vond het te snel gaan."),
        "experience: ^De onderzoeker",
    ),
    Broken(
        "BW868",
        "a name in the properties",
        "products/proefles/files/blad.docx",
        files=with_attachment(
            "blad.docx",
            office_file("<w:t>Blad</w:t>", properties=f"<dc:creator>Jan {NAME}</dc:creator>"),
        ),
    ),
    Broken(
        "BW869",
        "a mail address as the name of a file",
        PRODUCT,
        "^files:\n- path: files/werkblad",
        with_attachment(f"{MAIL}.txt", "Notities\n"),
        # The record names the file too.
        ("BW851",),
    ),
)
ELSEWHERE = (
    Broken(
        "BW851",
        "a mail address in a remark in the front matter",
        IDEA,
        f"# ^{MAIL}",
        {IDEA: as_file(product()).replace("type: lesson", f"type: lesson # {MAIL}")},
    ),
    Broken(
        "BW854",
        "a citizen service number written as a number",
        IDEA,
        "present: ^1",
        {IDEA: as_file(product()).replace("type: lesson", f"present: {BSN}\ntype: lesson")},
        ("BW102",),
    ),
    Broken(
        "BW852",
        "a phone number in a folded text",
        IDEA,
        "^06-1234\n",
        {IDEA: as_file(product()).replace("summary: ", "summary: >-\n  Bel 06-1234\n  5678, of: ")},
    ),
    Broken(
        "BW859",
        "pupils in a list of the front matter",
        PRODUCT,
        f"^{PUPIL}",
        {
            PRODUCT: as_file(
                complete_product(materials=["cijfers van de toets", f"{PUPIL}: 7", "Aymeric: 6"])
            )
        },
    ),
    Broken(
        "BW851",
        "a mail address in notes beside a product",
        NOTES,
        f"^{MAIL}",
        with_attachment("notities.txt", f"Regel één\nVraag het {MAIL}\n"),
    ),
    Broken(
        "BW859",
        "pupils in a table of numbers",
        "products/proefles/files/cijfers.csv",
        files=with_attachment("cijfers.csv", f"Naam;Cijfer\n{PUPIL};7,5\nAymeric;6\n"),
    ),
    Broken(
        "BW852",
        "a phone number in pieces in a Word file",
        "products/proefles/files/blad.docx",
        files=with_attachment(
            "blad.docx", office_file("<w:r><w:t>Bel 06-12</w:t></w:r><w:r><w:t>345678</w:t></w:r>")
        ),
    ),
    Broken(
        "BW865",
        "the coordinator of a small school with a pseudonym",
        ADOPTION,
        "role: ^intern-begeleider",
        {SCHOOL: as_file(small_school(pseudonym=True)), ADOPTION: as_file(adoption())},
    ),
    Broken(
        "BW863",
        "eight people, and one of their schools by name",
        REFLECTION,
        "present: ^8",
        {
            NETWORK: as_file(network(schools=["de-proefschool", "tweede"])),
            "schools/tweede/index.md": as_file(school(name="School Twee", networks=[])),
            REFLECTION: as_file(
                reflection(present=8, conclusion="Op basisschool De Proefschool is meer tijd.")
            ),
        },
    ),
)
ALLOWED: dict[str, dict[str, str | bytes | None]] = {
    "the writers of a source": {
        PRODUCT: as_file(
            edited(complete_product(), "evidence.0.source", f"Prof. {NAME}, gesprek in mei")
        )
    },
    "a cited work": {IDEA: as_file(product(), f"Zie prof. {NAME} (2026).")},
    "a name with consent": {
        IDEA: as_file(
            product(
                credits=[
                    {
                        "name": f"Jan {NAME}",
                        "role": "teacher",
                        "consent": {"given_on": date(2026, 3, 1), "scope": "naam op de site"},
                    }
                ]
            ),
            f"Gemaakt door Jan {NAME}.",
        )
    },
    "people in a story": {
        IDEA: as_file(
            product(invented_names=[f"juf {NAME}", PUPIL]), f"Juf {NAME} gaf {PUPIL} een 4"
        )
    },
    "a mail address for examples": {IDEA: as_file(product(summary="Mail naam@example.org."))},
    "a role that agreed": {
        SCHOOL: as_file(
            small_school(
                consent={
                    "given_on": date(2026, 1, 15),
                    "given_by": "school-leader",
                    "scope": "schoolpagina",
                    "roles": ["intern-begeleider"],
                }
            )
        )
    },
    "the coordinator of a larger school": {SCHOOL: as_file(school(team_size=24))},
    "a role without a number": {
        NETWORK: as_file(network(participants=[{"role": "researcher"}], students=REMOVED))
    },
    "as many people twice, and one who left": two_talks(12, 12, "Een student is gestopt."),
    "one less, and nothing said of it": two_talks(12, 11, "We spraken elkaar vaker."),
    "what one of many said": {
        REFLECTION: as_file(
            edited(reflection(), "aspects.0.experience", "Een student vond het te snel gaan.")
        )
    },
}
SECRETS = (MAIL, PHONE, BSN, IBAN, BIRTHDAY, HOME, PROFILE, PUPIL, NAME)
SAID = "j.verzonnen [at] deproefschool punt nl"


@pytest.mark.parametrize("case", [*CASES, *ELSEWHERE], ids=str)
def test_what_gives_somebody_away_is_found_in_its_place(case: Broken, tmp_path: Path) -> None:
    assert_found(case, problems_of(case, tmp_path))


@pytest.mark.parametrize("files", ALLOWED.values(), ids=ALLOWED)
def test_what_people_agreed_to_or_who_do_not_exist_is_passed_by(
    files: dict[str, str | bytes | None], tmp_path: Path
) -> None:
    assert check_site(write_site(tmp_path, files)).problems == ()


def everything_said(root: Path) -> str:
    """Every word that any report can make of the problems of a site: sentences, facts, places."""
    problems = check_site(root).problems
    said = [repr(problem) for problem in problems]
    said += [repr(explain(problem, language)) for problem in problems for language in ("nl", "en")]
    said += [
        CliRunner().invoke(main, ["check", "--root", str(root), "--lang", language]).output
        for language in ("nl", "en")
    ]
    return "\n".join(said)


@pytest.mark.parametrize("case", [*CASES, *ELSEWHERE], ids=str)
def test_no_report_repeats_what_was_found(case: Broken, tmp_path: Path) -> None:
    write_site(tmp_path, case.files)
    said = everything_said(tmp_path)
    assert case.code in said
    assert [secret for secret in (*SECRETS, SAID, "Een student", "IB'er") if secret in said] == []


UNSOUND: dict[str, dict[str, str | bytes | None]] = {
    "a key": {IDEA: as_file(product(**{MAIL: "ja"}))},
    "a term": {IDEA: as_file(product(type=MAIL))},
    "a long term that is cut off": {IDEA: as_file(product(type=f"{'x' * 45} {MAIL}"))},
    "a title as a role": {IDEA: as_file(product(made_by=[f"juf {NAME}"]))},
    "a number for a text": {IDEA: as_file(product(title=int(BSN)))},
    "a version": {IDEA: as_file(product(version=PHONE))},
    "a date": {IDEA: as_file(product(review_by=MAIL))},
    "a reference": {IDEA: as_file(product(networks=[MAIL]))},
    "a path": {IDEA: as_file(product(files=[{"path": f"/{MAIL}", "title": "Blad"}]))},
    "a file that is not there": {
        IDEA: as_file(product(files=[{"path": f"files/{MAIL}.pdf", "title": "Blad"}]))
    },
    "a file that is not named": {f"products/los-idee/files/{MAIL}.txt": "Notities\n"},
    "a file of no kind": {f"products/los-idee/files/{MAIL}": "Notities\n"},
    "a file that is not what it says": {f"products/los-idee/files/{MAIL}.pdf": "Notities\n"},
    "a file in the wrong place": {f"products/los-idee/{MAIL}.md": "Notities\n"},
    "a folder": {f"products/{MAIL}/index.md": as_file(product())},
    "a reflection": {f"networks/het-proefnet/reflections/{MAIL}.md": as_file(reflection())},
    "a link": {IDEA: as_file(product(), f"[Mail]({MAIL})")},
    "a tag": {IDEA: as_file(product(), f"<{MAIL}>")},
    "a key that stands twice": {
        IDEA: as_file(product()).replace("type:", f"{MAIL}: a\n{MAIL}: b\ntype:")
    },
}


@pytest.mark.parametrize("files", UNSOUND.values(), ids=UNSOUND)
def test_other_problems_do_not_repeat_personal_data_either(
    files: dict[str, str | bytes | None], tmp_path: Path
) -> None:
    write_site(tmp_path, files)
    said = everything_said(tmp_path)
    assert "error BW" in said
    parts = {secret for secret in SECRETS if secret in said}
    assert (parts, "deproefschool.nl" in said, "j.verzonnen" in said) == (set(), False, False)


def test_no_sentence_of_a_privacy_code_has_room_for_what_was_found() -> None:
    for code, entry in all_explanations().items():
        if "BW851" <= code <= "BW869":
            texts = (entry.what, entry.why, entry.mend)
            said = "".join(text.nl + text.en for text in texts)
            assert set(re.findall(r"\{(\w+)\}", said)) <= {"least", "role"}
