"""Frames around generated pages, rendered by MkDocs with its theme."""

from __future__ import annotations

from hashlib import sha256
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from brugwerk.publish.press.frame import Frame, FrameShape, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from brugwerk.render.headings import Heading

# The theme puts a heading above content that has none.
_CONTENT = f"<!-- <h1 -->{mark('content')}"


class ThemeFrames:
    """Renders each shape of frame when it is first asked for.

    Args:
        env: The theme's templates.
        config: The configuration of the build.
        nav: The navigation of the site.
        files: The files of the site.
    """

    def __init__(
        self, env: jinja2.Environment, config: MkDocsConfig, nav: Navigation, files: Files
    ) -> None:
        self._env = env
        self._config = config
        self._nav = nav
        self._files = files
        self._frames: dict[FrameShape, Frame] = {}
        self._names: dict[FrameShape, str] = {}
        language = env.get_template("partials/language.html")
        self._words: Any = language.make_module({"config": config})
        self._contents = env.get_template("partials/toc.html")

    def frame(self, shape: FrameShape) -> Frame:
        """Return the frame of a shape."""
        if shape not in self._frames:
            self._frames[shape] = Frame.of(self._rendered(shape))
        return self._frames[shape]

    def anew(self) -> ThemeFrames:
        """Return frames that are rendered again; what they show may have changed."""
        return ThemeFrames(self._env, self._config, self._nav, self._files)

    def name(self, shape: FrameShape) -> str:
        """Return a name that differs where the frame of a shape differs."""
        if shape not in self._names:
            pieces = "\0".join(self.frame(shape).pieces)
            self._names[shape] = sha256(pieces.encode()).hexdigest()
        return self._names[shape]

    def contents(self, found: Sequence[Heading], shape: FrameShape) -> str:
        """Return the table of contents of a page as the theme shows it."""
        # It differs where the menu names the page.
        page = self._listed(shape.document) if shape.document else SimpleNamespace()
        page.toc = table_of_contents(found)
        return self._shown(page)

    def _shown(self, page: Any) -> str:
        known = {"page": page, "nav": self._nav, "config": self._config, "lang": self._words}
        return self._contents.render(known)

    def _rendered(self, shape: FrameShape) -> str:
        if shape.document is None:
            document = "frame/" * shape.depth + "index.md"
            inclusion = InclusionLevel.NOT_IN_NAV
            file = File.generated(self._config, document, content="", inclusion=inclusion)
            return self._around(Page(None, file, self._config), shape)
        listed = self._listed(shape.document)
        listed.active = True
        try:
            return self._around(listed, shape)
        finally:
            listed.active = False

    def _listed(self, document: str) -> Any:
        listed = self._files.get_file_from_path(document)
        if listed is None or listed.page is None:
            raise LookupError(document)
        return listed.page

    def _around(self, page: Page, shape: FrameShape) -> str:
        config = self._config
        page.meta = {
            "title": mark("title"),
            "description": mark("description") if shape.described else "",
            "hide": ["navigation", "toc"] if shape.wide else ["navigation"],
            "brugwerk_head": mark("head"),
        }
        page.content = _CONTENT
        if page.canonical_url:
            page.canonical_url = str(config.site_url).rstrip("/") + "/" + mark("address")
        anchor = AnchorLink(mark("heading"), mark("anchor"), 2)
        page.toc = TableOfContents([anchor] if shape.with_contents else [])
        context = get_context(self._nav, self._files, config, page)
        template = self._env.get_template("main.html")
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self._nav)
        output = template.render(context)
        output = output.replace(_CONTENT, mark("content"))
        return output.replace(self._shown(page), mark("contents"))


def table_of_contents(found: Iterable[Heading]) -> TableOfContents:
    """Return headings as MkDocs takes them, each below the last one of a higher level."""
    top: list[AnchorLink] = []
    for heading in found:
        link = AnchorLink(heading.text, heading.anchor, heading.level)
        if heading.level > 2 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return TableOfContents(top)
