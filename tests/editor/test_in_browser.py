"""A person signs in, writes and saves; what the editor sends becomes files that pass and build."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.problems import report
from tests.editor.desk import Desk, sit_down
from tests.editor.git_host import TOKEN
from tests.site.conftest import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.editor.conftest import EditorSite
    from tests.editor.git_host import GitHost

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("editor")]
WORKSHEET = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"


@pytest.fixture
def desk(browser: Browser, editor_site: EditorSite) -> Iterator[Desk]:
    found, context = sit_down(browser, editor_site)
    yield found
    context.close()


@pytest.fixture
def signed_in(desk: Desk) -> Desk:
    desk.sign_in(TOKEN)
    desk.page.get_by_text("Filosoferen over eerlijk").wait_for()
    return desk


def checked_out(host: GitHost, branch: str, folder: Path) -> Path:
    """Return a folder with the files of a branch."""
    folder.mkdir()
    host.git("--work-tree", str(folder), "checkout", branch, "--", ".", index=folder / ".index")
    (folder / ".index").unlink()
    return folder


def test_a_wrong_token_opens_nothing(desk: Desk, editor_site: EditorSite) -> None:
    desk.sign_in("een-verkeerde-sleutel")
    desk.page.get_by_text("Er is een fout opgetreden").or_(
        desk.page.get_by_text("ongeldig")
    ).first.wait_for()
    assert editor_site.host.branches() == ["main"]


@dataclass(frozen=True)
class Proposal:
    """What someone proposed at the editor: the branch, and its files in a folder."""

    branch: str
    folder: str
    root: Path


def fill_in_a_product(desk: Desk) -> None:
    desk.open("product/new")
    desk.write("title", "Schaduwen: meten zonder meetlint")
    desk.write("summary", "Leerlingen meten een boom.\nNee, ze klimmen er niet in: 't kan zonder.")
    desk.choose("type", "les")
    desk.choose("status", "concept")
    desk.write("version", "1.0")
    desk.add("changes")
    desk.write("changes.0.version", "1.0")
    desk.date("changes.0.date", "2027-01-13")
    desk.write("changes.0.note", "no")
    desk.choose("networks", "Netwerk De Lichtmast (verzonnen)")
    desk.add("goals")
    desk.write("goals.0", "- [ ] Je kunt # hoogte schatten.")
    desk.write("duration", "PT1H30M")
    desk.add("files")
    desk.upload("files.0.path", "Werkblad Één.pdf", WORKSHEET)
    desk.write("files.0.title", "Werkblad")
    desk.add("core")
    desk.write("core.0.id", "eerst-schatten")
    desk.write("core.0.what", "Eerst schatten, dan meten")
    desk.write("core.0.why", "Wie schat, wil het weten.")
    desk.add("adaptable")
    desk.write("adaptable.0.id", "wat-je-meet")
    desk.write("adaptable.0.what", "Wat je meet")
    desk.add("adaptable.0.options")
    desk.write("adaptable.0.options.0", "een boom: hoe hoog?")
    desk.write("adaptable.0.limit", "Het moet een schaduw hebben.")
    desk.field("body").get_by_role("textbox").last.click()
    desk.page.keyboard.type("Zet een stok rechtop. Meet de schaduw.")


@pytest.fixture(scope="module")
def proposal(
    browser: Browser, editor_site: EditorSite, tmp_path_factory: pytest.TempPathFactory
) -> Proposal:
    """A new product with an attachment, handed in for review."""
    desk, context = sit_down(browser, editor_site)
    desk.sign_in(TOKEN)
    desk.page.get_by_text("Filosoferen over eerlijk").wait_for()
    fill_in_a_product(desk)
    desk.save()
    desk.page.get_by_role("button", name="Ter review indienen").click()
    desk.page.get_by_role("button", name="Ter review indienen").wait_for(state="hidden")
    name = "schaduwen-meten-zonder-meetlint"
    branch = f"cms/product/{name}"
    # The button goes before the host has heard of it.
    for _ in range(200):
        if any(p.branch == branch and not p.draft for p in editor_site.host.pulls):
            break
        desk.page.wait_for_timeout(50)
    assert (desk.left, editor_site.host.unknown, desk.complaints) == ([], [], [])
    context.close()
    root = checked_out(editor_site.host, branch, tmp_path_factory.mktemp("proposal") / "root")
    return Proposal(branch, f"products/{name}", root)


def test_a_new_product_becomes_a_branch_and_a_pull_request_of_its_own(
    proposal: Proposal, editor_site: EditorSite
) -> None:
    host, folder = editor_site.host, proposal.folder
    assert host.changed(proposal.branch) == {
        f"{folder}/files/werkblad-een.pdf": "A",
        f"{folder}/index.md": "A",
    }
    (pull,) = [pull for pull in host.pulls if pull.branch == proposal.branch]
    assert (pull.base, pull.draft, pull.labels) == ("main", False, ["sveltia-cms/pending_review"])
    # The editor counts the attachment along.
    assert pull.title == "Voeg schaduwen-meten-zonder-meetlint toe +1"
    assert f"{folder}/index.md" not in {file["path"] for file in host.tree("main")}


def test_what_was_filled_in_passes_the_check_and_is_what_was_meant(proposal: Proposal) -> None:
    checked = check_site(proposal.root)
    assert checked.errors == (), "\n".join(report.lines(checked.errors, "en"))
    product = checked.entries.products[proposal.folder.removeprefix("products/")]
    assert product.source.data == {
        "title": "Schaduwen: meten zonder meetlint",
        "summary": "Leerlingen meten een boom.\nNee, ze klimmen er niet in: 't kan zonder.",
        "type": "lesson",
        "status": "draft",
        "version": "1.0",
        "changes": [{"version": "1.0", "date": date(2027, 1, 13), "note": "no"}],
        "language": "nl",
        "networks": ["de-lichtmast"],
        "goals": ["- [ ] Je kunt # hoogte schatten."],
        "duration": "PT1H30M",
        "files": [{"path": "files/werkblad-een.pdf", "title": "Werkblad", "audience": "teacher"}],
        "core": [
            {
                "id": "eerst-schatten",
                "what": "Eerst schatten, dan meten",
                "why": "Wie schat, wil het weten.",
            }
        ],
        "adaptable": [
            {
                "id": "wat-je-meet",
                "what": "Wat je meet",
                "options": ["een boom: hoe hoog?"],
                "limit": "Het moet een schaduw hebben.",
                "from_round": 1,
            }
        ],
    }
    assert product.source.body == "Zet een stok rechtop. Meet de schaduw."
    assert (proposal.root / proposal.folder / "files/werkblad-een.pdf").read_bytes() == WORKSHEET


def test_the_site_builds_with_the_proposal(
    proposal: Proposal, editor_site: EditorSite, tmp_path: Path
) -> None:
    for name in ("hooks", "src", "mkdocs.yml"):
        (proposal.root / name).symlink_to(editor_site.root / name)
    built = build_site(tmp_path / "site", "nl", proposal.root)
    assert built.returncode == 0, built.stderr
    page = tmp_path / "site/producten/schaduwen-meten-zonder-meetlint/index.html"
    assert "files/werkblad-een.pdf" in page.read_text("utf-8")


def test_changing_one_thing_of_a_product_keeps_everything_else(
    signed_in: Desk, editor_site: EditorSite, tmp_path: Path
) -> None:
    name = "breuken-met-bewijs"
    signed_in.page.get_by_text("Breuken met bewijs").click()
    signed_in.write("title", "Breuken met een beter bewijs")
    signed_in.save()
    branch = f"cms/product/{name}"
    assert editor_site.host.changed(branch) == {f"products/{name}/index.md": "M"}
    before = check_site(editor_site.root).entries.products[name]
    changed = check_site(checked_out(editor_site.host, branch, tmp_path / "root"))
    assert changed.errors == ()
    after = changed.entries.products[name]
    title = {"title": "Breuken met een beter bewijs"}
    assert after.record == before.record.model_copy(update=title)
    assert after.source.body == before.source.body


def test_a_record_that_belongs_to_another_one_comes_into_its_folder(
    signed_in: Desk, editor_site: EditorSite, tmp_path: Path
) -> None:
    desk = signed_in
    desk.page.get_by_text("Product op school").click()
    desk.page.get_by_text("maanzicht").click()
    desk.page.get_by_role("button", name="Nieuw item aanmaken").first.click()
    desk.name("plannen-in-drie-stappen")
    desk.write("version", "2.0")
    desk.pick("stage", "verkennen")
    desk.write("need", "Veel leerlingen beginnen pas als iemand naast hen staat.")
    desk.pick("bridge.role", "leraar")
    desk.write("bridge.mandate", "Mag een kwartier op de vergadering inplannen.")
    desk.write("bridge.time", "een uur per maand")
    desk.add("next_step")
    desk.write("next_step.what", "Het lege blad invullen")
    desk.pick("next_step.role", "leraar")
    desk.date("next_step.date", "2027-02-10")
    desk.save()
    file = "schools/maanzicht/plannen-in-drie-stappen.md"
    (branch,) = [b for b in editor_site.host.branches() if b.startswith("cms/adoption/")]
    assert editor_site.host.changed(branch) == {file: "A"}
    checked = check_site(checked_out(editor_site.host, branch, tmp_path / "root"))
    assert checked.errors == (), "\n".join(report.lines(checked.errors, "en"))
    assert ("maanzicht", "plannen-in-drie-stappen") in checked.entries.adoptions


def test_what_is_missing_or_wrongly_written_is_said_before_anything_is_sent(
    signed_in: Desk, editor_site: EditorSite
) -> None:
    before = editor_site.host.branches()
    signed_in.open("product/new")
    signed_in.write("title", "Een les zonder tijd")
    signed_in.write("duration", "vijftig minuten")
    signed_in.page.get_by_role("button", name="Opslaan").click()
    signed_in.page.get_by_text("bevatten een fout").or_(
        signed_in.page.get_by_text("bevat een fout")
    ).first.wait_for()
    said = signed_in.field("duration").inner_text()
    assert "Een tijdsduur: PT50M is vijftig minuten." in said
    assert editor_site.host.branches() == before
