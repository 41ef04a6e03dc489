"""A hook for the sites with another search: MkDocs makes every page, so that Material's sees them.

Our own build presses most generated pages beside MkDocs, where no plugin looks at them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from brugwerk.bridge.site import site_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages that MkDocs was spared."""
    for document in site_of(config).pages:
        if files.get_file_from_path(document) is None:
            inclusion = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, document, content="", inclusion=inclusion))
    return files
