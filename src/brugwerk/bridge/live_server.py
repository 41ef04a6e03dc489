"""Serves a live site on this machine, and tells browsers when something was saved."""

from __future__ import annotations

import re
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs import livereload
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from brugwerk.bridge.live_site import LiveSite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

_CLIENT = "/livereload/client.js"
_ASKED = re.compile(r"(\d{1,20})&(\d{1,20})")


class LiveServer(LiveReloadServer):
    """MkDocs' own server, which first lets a live site make what is asked for.

    Args:
        site: The site.
        host: Where to listen.
        port: Where to listen.
        root: The folder of the site.
        mount_path: The path at which the site stands.
    """

    def __init__(self, site: LiveSite, host: str, port: int, root: str, mount_path: str) -> None:
        super().__init__(site.bring_up_to_date, host, port, root, mount_path)
        self._site = site

    def _serve_request(
        self, environ: dict[str, Any], start_response: Any
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path == _CLIENT and (asked := _ASKED.fullmatch(environ.get("QUERY_STRING", ""))):
            script = livereload._SCRIPT_TEMPLATE.substitute(epoch=asked[1], request_id=asked[2])
            start_response("200 OK", [("Content-Type", "text/javascript; charset=utf-8")])
            return [script.encode()]
        if path.startswith(self.mount_path):
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            self._site.bring(path[len(self.mount_path) :])
        answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        # The policy of every page runs no script that stands in the page itself.
        script = f'<script src="{_CLIENT}?{epoch}&{livereload._timestamp()}"></script>'
        before, end, after = content.rpartition(b"</body>")
        return before + script.encode() + end + after if end else content + script.encode()


def serve(address: str | None = None, *, open_in_browser: bool = False) -> None:
    """Serve the site in the working folder until somebody stops it.

    Args:
        address: Where to listen, such as ``127.0.0.1:8000``.
        open_in_browser: Whether to open it.

    Raises:
        mkdocs.exceptions.Abort: The site has an error from the start.
        OSError: Something else listens there.
    """
    with tempfile.TemporaryDirectory(prefix="brugwerk-", dir=_state()) as folder:

        def load() -> MkDocsConfig:
            wanted = {"dev_addr": address} if address else {}
            config = load_config(strict=False, site_dir=folder, **wanted)
            mount = urlsplit(config.site_url or "/").path
            config.site_url = livereload._serve_url(*config.dev_addr, mount)
            return config

        config = load()
        config.plugins.on_startup(command="serve", dirty=False)
        site = LiveSite(load)
        site.bring_up_to_date()
        host, port = config.dev_addr
        server = LiveServer(site, host, port, folder, urlsplit(config.site_url or "/").path)
        server.error_handler = lambda code: _page_of_error(Path(folder), code)
        for path in site.watched():
            server.watch(str(path))
        # Whoever stops it without a keyboard is heard as well.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            server.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


def _state() -> Path:
    # Beside the kept pages, so that a page can be a second name of a kept file.
    folder = Path.cwd() / ".brugwerk"
    folder.mkdir(exist_ok=True)
    return folder


def _page_of_error(folder: Path, code: int) -> bytes | None:
    page = folder / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
