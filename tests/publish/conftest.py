"""One small site on disk, checked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brugwerk.check import Checked, check_site
from brugwerk.publish.publication import Publication, publication
from tests.builders import write_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def checked(root: Path) -> Checked:
    return check_site(root)


@pytest.fixture(scope="session")
def site(checked: Checked) -> Publication:
    return publication(checked)
