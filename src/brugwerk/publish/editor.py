"""The editor in the browser: its page, its configuration, and the files of its package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from brugwerk.contribute.editor import editor_config, origin_of_files

if TYPE_CHECKING:
    from brugwerk.publish.publication import Publication

# Where scripts/build and scripts/serve leave the package, below the site's root.
PACKAGE = Path(".brugwerk", "editor")
START = "editor_start.js"


class NoPackageError(Exception):
    """The editor is switched on and its package has not been prepared."""


def editor_files(publication: Publication, root: Path) -> dict[str, str | Path]:
    """Return what the editor publishes: the text or the file at each address.

    Args:
        publication: The site; nothing comes of it where its settings name no editor.
        root: The site's folder.

    Raises:
        NoPackageError: The package of the editor is not there.
    """
    templates = publication.templates
    settings = templates.settings
    if settings.editor is None:
        return {}
    package = root / PACKAGE
    if not (package / START).is_file():
        raise NoPackageError(
            f"brugwerk.yml switches the editor on, but {PACKAGE.as_posix()}/ is not there. "
            "scripts/build and scripts/serve make it."
        )
    address = templates.addresses.editor
    config = editor_config(settings.editor, settings, templates.vocabulary, templates.translator)
    page = templates.render_part(
        "editor",
        address,
        script=f"app/{START}",
        policy=content_policy(origin_of_files(settings.editor)),
    )
    return {
        f"{address}index.html": str(page),
        f"{address}config.json": json.dumps(config, ensure_ascii=False),
        **{
            f"{address}app/{file.relative_to(package).as_posix()}": file
            for file in sorted(package.rglob("*"))
            if file.is_file()
        },
    }


def content_policy(host: str) -> str:
    """Return the Content-Security-Policy of the editor's page.

    Scripts come from the site alone and are never made of text. The package writes its own style
    elements, and reads pictures that someone picks as ``data:`` and ``blob:``.

    Args:
        host: The origin of the git host; nothing else may be asked.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' data: blob:",
            f"connect-src 'self' data: blob: {host}",
            "worker-src 'self' blob:",
            "manifest-src 'self' blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
