"""The site's own scripts and styles stand where browsers may keep them."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs.contrib.search
from mkdocs.structure.files import File, Files

from brugwerk.bridge.site import site_of
from brugwerk.publish.own_assets import folder_of, own_assets

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

WRITTEN = Path(__file__).parent.parent / "theme" / "assets"
PLAIN = "assets/"


def assets_folder(language: str) -> str:
    """Return the address of the folder with our scripts and styles for a language."""
    return folder_of(_assets(language))


def link_assets(config: MkDocsConfig) -> None:
    """Let the frame of every page lead to our files where they stand."""
    folder = site_of(config).templates.assets
    config.extra["brugwerk_assets"] = folder
    config.theme["favicon"] = folder + config.theme["favicon"].removeprefix(PLAIN)
    config.extra_css = [folder + style.removeprefix(PLAIN) for style in config.extra_css]
    for number, script in enumerate(config.extra_javascript):
        if isinstance(script, str):
            config.extra_javascript[number] = folder + script.removeprefix(PLAIN)
        else:
            script.path = folder + script.path.removeprefix(PLAIN)


def place_assets(files: Files, config: MkDocsConfig) -> Files:
    """Put our files into their folder; those of the theme stay where it wants them."""
    templates = site_of(config).templates
    for name, content in _assets(templates.settings.language).items():
        if (written := files.get_file_from_path(PLAIN + name)) is not None:
            files.remove(written)
        files.append(File.generated(config, templates.assets + name, content=content))
    return files


def _assets(language: str) -> dict[str, bytes]:
    mkdocs_search = Path(mkdocs.contrib.search.__file__).parent
    return own_assets(WRITTEN, _theme_script, mkdocs_search, language)


def _theme_script(name: str) -> str:
    templates = resources.files("material") / "templates" / "partials" / "javascripts"
    return (templates / f"{name}.html").read_text("utf-8")
