"""Signing in at a host that handles it itself (PKCE): no token to copy, no server in between."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from brugwerk.publish.editor import PACKAGE, editor_files
from tests.in_memory import publish, small_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("editor")]
APPLICATION, CODE, TOKEN = "kenmerk-van-de-toepassing", "een-code", "een-sleutel"


@dataclass
class SignInHost:
    """A GitLab that knows one application, and what it was asked."""

    asked: dict[str, str] = field(default_factory=dict)
    exchanged: dict[str, str] = field(default_factory=dict)
    bearer: str = ""


class _Host(BaseHTTPRequestHandler):
    host: SignInHost

    def log_message(self, *_: object) -> None:
        return

    def _send(self, status: int, content: object = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*, Authorization")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if content is not None:
            self.wfile.write(json.dumps(content).encode())

    def do_OPTIONS(self) -> None:
        self._send(204)

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/oauth/authorize":
            self.host.asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            back = urlencode({"code": CODE, "state": self.host.asked["state"]})
            self._send(302, Location=f"{self.host.asked['redirect_uri']}?{back}")
        elif parts.path == "/api/v4/user":
            self.host.bearer = self.headers["Authorization"]
            self._send(200, {"id": 7, "username": "proeflid", "name": "Proeflid", "email": ""})
        else:
            self._send(404, {"message": "not known here"})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path != "/oauth/token":
            self._send(404, {"message": "not known here"})
            return
        kind = self.headers["Content-Type"]
        read = json.loads(body) if "json" in kind else {k: v[0] for k, v in parse_qs(body).items()}
        self.host.exchanged = read
        self._send(200, {"access_token": TOKEN, "refresh_token": "later", "token_type": "Bearer"})


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_signing_in_at_the_host_needs_no_token_and_no_server_in_between(
    browser: Browser, package: Path, tmp_path: Path
) -> None:
    host = SignInHost()
    with serving(type("Host", (_Host,), {"host": host})) as address:
        editor = {
            "backend": "gitlab",
            "repository": "ons-net/brugwerk",
            "host": address,
            "application": APPLICATION,
        }
        root = package.parent.parent
        assert root / PACKAGE == package
        for name, content in editor_files(publish(small_site(editor=editor)), root).items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                shutil.copy(content, file)
            else:
                file.write_text(content, "utf-8")

        class Site(SimpleHTTPRequestHandler):
            def __init__(self, *args: object) -> None:
                super().__init__(*args, directory=str(tmp_path))  # type: ignore[arg-type]

            def log_message(self, *_: object) -> None:
                return

        with serving(Site) as site:
            context = browser.new_context(locale="nl-NL")
            context.set_default_timeout(30_000)
            page = context.new_page()
            page.goto(f"{site}/bijdragen/redactie/")
            with page.expect_request(f"{address}/api/v4/user"):
                page.get_by_role("button", name="Inloggen met").filter(has_text="GitLab").click()
            page.wait_for_timeout(200)
            context.close()
    assert host.asked["client_id"] == APPLICATION
    assert host.asked["redirect_uri"] == f"{site}/bijdragen/redactie/"
    assert (host.asked["scope"], host.asked["code_challenge_method"]) == ("api", "S256")
    proof = hashlib.sha256(host.exchanged["code_verifier"].encode()).digest()
    assert base64.urlsafe_b64encode(proof).rstrip(b"=").decode() == host.asked["code_challenge"]
    assert host.exchanged["code"] == CODE
    assert "client_secret" not in host.exchanged
    assert host.bearer == f"Bearer {TOKEN}"
