"""What a person does at the editor, in the words on the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

    from tests.editor.conftest import EditorSite

# The package names fonts elsewhere as a last resort; the page's own rules forbid to ask for them.
BLOCKED = "violates the following Content Security Policy directive"


@dataclass
class Desk:
    """A browser at the editor of a site.

    Attributes:
        page: The page of the browser.
        address: The address of the editor.
        left: Requests that reached another origin than the site and the git host.
        complaints: What the browser complained of, blocked requests aside.
    """

    page: Page
    address: str
    left: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def sign_in(self, token: str) -> None:
        """Sign in with a token."""
        self.page.get_by_role("button", name="Inloggen met een toegangstoken").click()
        box = self.page.get_by_role("textbox")
        box.fill(token)
        box.press("Enter")

    def open(self, route: str) -> None:
        """Go to a place within the editor."""
        self.page.goto(f"{self.address}#/collections/{route}")

    def field(self, path: str) -> Locator:
        """Return the field with a key, such as ``core.0.what``; fields appear on scrolling."""
        found = self.page.locator(f'[data-key-path="{path}"]')
        self.page.mouse.move(600, 500)
        for _ in range(60):
            if found.count():
                break
            self.page.mouse.wheel(0, 500)
            self.page.wait_for_timeout(50)
        found.scroll_into_view_if_needed()
        return found

    def write(self, path: str, text: str) -> None:
        """Fill in a text."""
        self.field(path).get_by_role("textbox").first.fill(text)

    def choose(self, path: str, label: str) -> None:
        """Choose one of a few terms."""
        place = self.field(path)
        place.get_by_role("radio", name=label).or_(
            place.get_by_role("checkbox", name=label)
        ).first.click()

    def pick(self, path: str, label: str) -> None:
        """Choose a term of a long list."""
        self.field(path).get_by_role("combobox").click()
        self.page.get_by_role("option", name=label, exact=True).click()

    def name(self, name: str) -> None:
        """Name the file of a new record; the box for it opens beside the fields."""
        self.page.get_by_role("heading", name="Slug").wait_for()
        self.page.get_by_role("textbox").last.fill(name)

    def add(self, path: str) -> None:
        """Add an item to a list, or a group that is not there yet."""
        self.field(path).get_by_text("toevoegen").last.click()

    def date(self, path: str, day: str) -> None:
        """Fill in a date."""
        self.field(path).locator("input[type=date]").fill(day)

    def upload(self, path: str, name: str, content: bytes) -> None:
        """Pick a file from the computer."""
        self.field(path).get_by_role("button", name="Bladeren").click()
        with self.page.expect_file_chooser() as picked:
            self.page.get_by_role("button", name="Uploaden").click()
        kind = "application/pdf"
        picked.value.set_files([{"name": name, "mimeType": kind, "buffer": content}])
        self.page.get_by_role("button", name="Invoegen").click()

    def save(self) -> None:
        """Save, and wait until the git host has it."""
        self.page.get_by_role("button", name="Opslaan").click()
        self.page.get_by_text("Item opgeslagen.").wait_for()


def sit_down(browser: Browser, site: EditorSite) -> tuple[Desk, BrowserContext]:
    """Open the editor in a fresh browser that speaks Dutch."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    context.set_default_timeout(30_000)
    page = context.new_page()
    desk = Desk(page, f"{site.address}bijdragen/redactie/")
    own = (site.address, site.host.address, "data:", "blob:")
    page.on(
        "requestfinished",
        lambda request: None if request.url.startswith(own) else desk.left.append(request.url),
    )
    page.on(
        "console",
        lambda said: (
            desk.complaints.append(said.text)
            if said.type == "error" and BLOCKED not in said.text
            else None
        ),
    )
    page.on("pageerror", lambda error: desk.complaints.append(str(error)))
    page.goto(desk.address)
    return desk, context
