"""The command line behind ``scripts/screenshots``."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from bench.sites import BuildError
from playwright.sync_api import Error

from guide import pages
from guide.pictures import PICTURES
from guide.site import RoadError, built, travelled
from guide.taking import TooLargeError, served, started, stored, take

SEEN = Path(__file__).parent / "seen.json"


def main() -> int:
    """Take every picture, write the reports into the pages, and return the exit code."""
    try:
        with tempfile.TemporaryDirectory() as temporary:
            _make(Path(temporary))
    except (RoadError, BuildError, Error, TooLargeError) as stopped:
        sys.stderr.write(f"{stopped}\n")
        return 1
    return 0


def _make(temporary: Path) -> None:
    road = travelled(temporary / "copy")
    site = built(road, temporary / "site")
    words, files = {}, {}
    with served(site) as address, started(os.environ["BRUGWERK_CHROMIUM"]) as browser:
        for picture in PICTURES:
            taken = take(picture, browser, address)
            words[picture.name] = taken.words
            files[picture.name] = stored(taken.pixels)
            sys.stdout.write(f"{picture.name}: {len(files[picture.name]) / 1000:.0f} kB\n")
    # Nothing is written before everything went well.
    pages.FOLDER.mkdir(exist_ok=True)
    for old in pages.FOLDER.glob("*.webp"):
        if old.stem not in files:
            old.unlink()
    for name, content in files.items():
        (pages.FOLDER / f"{name}.webp").write_bytes(content)
    SEEN.write_text(json.dumps(words, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    for page in pages.PAGES:
        page.write_text(pages.up_to_date(page.read_text("utf-8"), road.reports), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
