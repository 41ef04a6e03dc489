"""What scripts/ asks of MkDocs beyond its own commands: ``python -m brugwerk.bridge``."""

from __future__ import annotations

import argparse
import logging
import sys
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from brugwerk.bridge.live_server import serve
from brugwerk.bridge.pressing import PartPressed

log = logging.getLogger("mkdocs")


def main() -> int:
    """Do what the arguments name, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m brugwerk.bridge", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("part", help="keep the pages of the part that BRUGWERK_PART names")
    serving = commands.add_parser("serve", help="serve the site while somebody writes")
    serving.add_argument("--dev-addr", metavar="HOST:PORT", help="listen here")
    serving.add_argument("--open", action="store_true", help="open the site in a browser")
    wanted = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(levelname)-7s -  %(message)s")
    try:
        if wanted.command == "part":
            _press_part()
        else:
            serve(wanted.dev_addr, open_in_browser=wanted.open)
    except (Abort, ConfigurationError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _press_part() -> None:
    with TemporaryDirectory(prefix="brugwerk-part-") as site:
        config = load_config(strict=True, site_dir=site)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except PartPressed as pressed:
            log.info(f"Pages of this part: {pressed.count}")
            return
    raise RuntimeError("no part was asked for")


if __name__ == "__main__":
    sys.exit(main())
