"""Keep one part of the pages, for a build that takes them all: ``python -m brugwerk.bridge``."""

from __future__ import annotations

import logging
import sys
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from brugwerk.bridge.pressing import PartPressed

log = logging.getLogger("mkdocs")


def main() -> int:
    """Press the part that the environment asks for, and return the exit code."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)-7s -  %(message)s")
    try:
        with TemporaryDirectory(prefix="brugwerk-part-") as site:
            config = load_config(strict=True, site_dir=site)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
    except PartPressed as pressed:
        log.info(f"Pages of this part: {pressed.count}")
        return 0
    except (Abort, ConfigurationError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    raise RuntimeError("no part was asked for")


if __name__ == "__main__":
    sys.exit(main())
