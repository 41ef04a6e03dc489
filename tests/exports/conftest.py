"""What a site sends out beside its pages, made without a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brugwerk.check import check_site
from brugwerk.publish.publication import publication
from tests.builders import write_site
from tests.exports.taken import PICTURED, taken

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file beside the pages of a site with pictures and attachments, by address."""
    root: Path = write_site(tmp_path_factory.mktemp("site"), PICTURED)
    checked = check_site(root)
    assert checked.errors == ()
    return taken(publication(checked), root)
