"""Real web servers, each started with our file from ``hosting/`` on a free port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bench.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTING = ROOT / "hosting"
FOLDER = "/srv/brugwerk"
PATIENCE = 10.0
# Debian keeps nginx where only root looks.
_PATH = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"))
# What Debian's own nginx.conf says around ours, as far as it matters here.
_AROUND = """\
daemon off;
{user}worker_processes auto;
pid {folder}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/brugwerk.conf;
}}
"""


class HostError(Exception):
    """A server did not start; the text is what it said."""


def program(name: str) -> str | None:
    """Return where a program is, such as ``nginx``; nothing where it is not installed."""
    return shutil.which(name, path=_PATH)


@contextmanager
def running(name: str, site: Path) -> Iterator[str]:
    """Serve a built site and yield its address, without a slash at its end.

    Args:
        name: ``nginx`` or ``caddy``.
        site: The folder of the site.

    Raises:
        HostError: The server is not installed, or refuses our file.
    """
    found = program(name)
    if found is None:
        raise HostError(f"{name} is not installed")
    with tempfile.TemporaryDirectory(prefix="brugwerk-host-") as folder:
        port = _free_port()
        command = _START[name](found, Path(folder), site.resolve(), port)
        said = Path(folder, "said")
        with said.open("w") as output:
            server = subprocess.Popen(  # noqa: S603 - our own command
                command,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "HOME": folder, "XDG_DATA_HOME": folder},
            )
        try:
            _wait(server, port, said)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def changed(text: str, places: dict[str, str]) -> str:
    """Return a configuration with other words at the places that people change too.

    Raises:
        ValueError: Such a place is not there.
    """
    for old, new in places.items():
        if old not in text:
            raise ValueError(f"{old!r} is not there")
        text = text.replace(old, new)
    return text


def _nginx(found: str, folder: Path, site: Path, port: int) -> list[str]:
    ours = (HOSTING / "nginx.conf").read_text("utf-8")
    places = {"listen 80;": f"listen 127.0.0.1:{port};", FOLDER: str(site)}
    (folder / "brugwerk.conf").write_text(changed(ours, places), "utf-8")
    # As root it would serve as someone who may not look into a folder of ours.
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_AROUND.format(user=user, folder=folder), "utf-8")
    return [found, "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _caddy(found: str, folder: Path, site: Path, port: int) -> list[str]:
    ours = (HOSTING / "Caddyfile").read_text("utf-8")
    places = {"\nhttp://:80 {": f"\nhttp://127.0.0.1:{port} {{", FOLDER: str(site)}
    file = folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + changed(ours, places), "utf-8")
    return [found, "run", "--config", str(file), "--adapter", "caddyfile"]


_START = {"nginx": _nginx, "caddy": _caddy}
SERVERS = tuple(_START)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait(server: subprocess.Popen[bytes], port: int, said: Path) -> None:
    late = time.monotonic() + PATIENCE
    while True:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if server.poll() is not None or time.monotonic() > late:
            raise HostError(said.read_text("utf-8").strip()[-2000:])
        time.sleep(0.02)
