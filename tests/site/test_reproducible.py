"""Two builds of the same files are the same, byte for byte, wherever and whenever they are made."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import feedparser
import pytest
from lxml import etree

from brugwerk.check import check_site
from brugwerk.derive.news import changed_on
from tests.builders import REPOSITORY
from tests.exports.lom_binding import assert_follows_the_binding

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("reproducible")]
# With these a site has all its files: feeds, and what harvesters read.
PUBLISHED = {
    "address": "https://example.org/",
    "contact": "redactie@example.org",
    "oai_gateway": "https://gateway.example.net/oai",
}
PARTS = ("docs", "products", "networks", "schools", "vocabulary", "hooks", "src")
FILES = ("mkdocs.yml", "brugwerk.yml")


def built(root: Path, **variables: str) -> dict[str, str]:
    """Build a copy of the site below ``root`` and return a hash of each file by its address."""
    for part in PARTS:
        shutil.copytree(REPOSITORY / part, root / part)
    for name in FILES:
        shutil.copyfile(REPOSITORY / name, root / name)
    with (root / "brugwerk.yml").open("a", encoding="utf-8") as settings:
        settings.write("".join(f"{key}: {value}\n" for key, value in PUBLISHED.items()))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(root / "uit")],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": str(root / "src"),
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1772362800",
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    out = root / "uit"
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reproducible") / "hier"


@pytest.fixture(scope="module")
def here(root: Path) -> dict[str, str]:
    return built(root, TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="1")


def test_place_time_zone_locale_and_order_of_hashes_make_no_difference(
    here: dict[str, str], tmp_path: Path
) -> None:
    there = built(
        tmp_path / "een" / "heel andere" / "plek",
        TZ="America/Lima",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2",
    )
    assert "sitemap.xml.gz" in here
    assert here == there


def test_the_sitemap_tells_days_of_the_records_and_never_that_of_the_build(
    here: dict[str, str], root: Path
) -> None:
    assert "sitemap.xml" in here
    pages = {
        page.findtext("{*}loc"): page.findtext("{*}lastmod")
        for page in etree.parse(root / "uit" / "sitemap.xml").getroot()
    }
    for product, entry in check_site(root).entries.products.items():
        day = changed_on(entry.record)
        assert pages[f"https://example.org/producten/{product}/"] == (day and day.isoformat())
    assert pages["https://example.org/"] is None
    assert pages["https://example.org/uitleg/over/"] is None


def test_what_harvesters_and_feed_readers_get_is_well_formed_on_the_real_site(
    here: dict[str, str], root: Path
) -> None:
    records = [name for name in here if name.endswith("/nl-lom.xml")]
    assert len(records) == len(check_site(root).entries.products)
    for name in records:
        assert_follows_the_binding(etree.parse(root / "uit" / name).getroot())
    feeds = [name for name in here if name.endswith("feed.xml") or name.startswith("volgen/")]
    for name in feeds:
        if name.endswith(".xml"):
            found = feedparser.parse((root / "uit" / name).read_bytes())
            assert not found.bozo, name
            assert found.entries, name
    harvest = etree.parse(root / "uit" / "oai.xml").getroot()
    assert len(harvest.findall("{*}ListRecords")) == 2
