"""A crawler that others wrote (linkinator, from npm), which follows every link of a site."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from tests.site.conftest import ROOT

CRAWLER = ROOT / "node_modules" / ".bin" / "linkinator"
# Addresses of other sites are asked by `brugwerk links`; 8000 is where scripts/serve would be.
ELSEWHERE = r"^https?://(?!(?:localhost|127\.0\.0\.1):(?!8000\b))"


def broken_links(start: str) -> list[str]:
    """Crawl from an address and return ``page: link`` for each link that does not answer.

    Args:
        start: The address of a page that leads to all others.
    """
    node = shutil.which("node")
    if node is None or not CRAWLER.exists():
        pytest.skip("no crawler: run scripts/test, which installs it from npm")
    done = subprocess.run(
        [node, CRAWLER, start, "--recurse", "--format", "json", "--skip", ELSEWHERE],
        capture_output=True,
        text=True,
        check=False,
    )
    links = json.loads(done.stdout)["links"]
    assert len(links) > 10, done.stderr
    return sorted(
        f"{link.get('parent')}: {link['url']}" for link in links if link["state"] == "BROKEN"
    )
