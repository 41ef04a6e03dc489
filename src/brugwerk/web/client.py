"""One request to the web, without cookies or credentials, and never into a private network."""

from __future__ import annotations

import socket
import ssl
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

import certifi
import urllib3
from urllib3 import exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import parse_url

from brugwerk import __version__
from brugwerk.web.answers import Answer, Outcome, Silence

if TYPE_CHECKING:
    from collections.abc import Mapping


_PIECE = 65_536


class NoReplyError(Exception):
    """There is no reply; ``answer`` says what a reader would meet instead."""

    def __init__(self, outcome: Outcome, silence: Silence = Silence.NONE, status: int = 0) -> None:
        super().__init__(outcome)
        self.answer = Answer(outcome, status, silence=silence)

    @property
    def may_pass(self) -> bool:
        """Return whether it is worth trying again in a moment."""
        return self.answer.silence in {Silence.LATE, Silence.BROKEN}


@dataclass(frozen=True)
class Reply:
    """What a host answered.

    Attributes:
        status: The HTTP status.
        location: Where it sends the reader on to; empty where it does not.
        retry_after: How many seconds it asks to wait; none where it does not.
        body: As much of the body as was asked for.
    """

    status: int
    location: str = ""
    retry_after: float | None = None
    body: bytes = b""


def is_public(address: str) -> bool:
    """Return whether an IP address is one that everybody can reach."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return ip.is_global and not ip.is_multicast


class _PublicOnly(HTTPConnection):
    """A connection that opens to public addresses only.

    The address is looked at before connecting and again once connected, because a name may lead
    to another address the second time.
    """

    def _new_conn(self) -> socket.socket:
        try:
            known = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        except OSError:
            known = []  # the library itself says that there is no such name
        if not all(is_public(str(address[0])) for *_, address in known):
            raise NoReplyError(Outcome.PRIVATE)
        opened = super()._new_conn()
        if not is_public(opened.getpeername()[0]):
            opened.close()
            raise NoReplyError(Outcome.PRIVATE)
        return opened


class _PublicOnlySafe(HTTPSConnection, _PublicOnly):
    pass


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _PublicOnly


class _SafePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _PublicOnlySafe


def trusted() -> ssl.SSLContext:
    """Return what browsers trust, wherever this runs."""
    return ssl.create_default_context(cafile=certifi.where())


def named(task: str, address: str | None) -> str:
    """Return what a client calls itself: what it does, and where its keeper can be found.

    Args:
        task: What it does, such as ``links``.
        address: The web address of the site; none where it is not published.
    """
    about = f" (+{address})" if address else ""
    return f"Brugwerk-{task}/{__version__}{about}"


class Client:
    """Sends requests, one by one or from several threads."""

    def __init__(
        self,
        agent: str,
        *,
        seconds: float = 20,
        longest: float = 120,
        allow_private: bool = False,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Prepare a client.

        Args:
            agent: What it calls itself.
            seconds: How long a host may stay silent.
            longest: How long all of a body may take, however it trickles.
            allow_private: Whether addresses of a private network may be asked as well.
            tls: What it trusts; without it, what browsers trust.
        """
        self._longest = longest
        headers = {"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"}
        self._pools = urllib3.PoolManager(
            headers=headers,
            timeout=urllib3.Timeout(connect=seconds, read=seconds),
            retries=False,
            ssl_context=tls or trusted(),
        )
        if not allow_private:
            self._pools.pool_classes_by_scheme = {"http": _Pool, "https": _SafePool}

    def send(self, method: str, url: str, most: int = 0) -> Reply:
        """Send one request, follow nothing, and read at most ``most`` bytes of the body.

        Raises:
            NoReplyError: There was no reply, or the address is not for everybody.
        """
        try:
            if parse_url(url).auth is not None:
                raise NoReplyError(Outcome.PRIVATE)
            response = self._pools.request(method, url, redirect=False, preload_content=False)
            try:
                body = self._body(response, most)
            finally:
                # Whatever else the host would send is not wanted, however much it is.
                response.close()
        except (exceptions.LocationValueError, UnicodeError) as error:
            raise NoReplyError(Outcome.SILENT, Silence.UNREADABLE) from error
        except exceptions.SSLError as error:
            raise NoReplyError(Outcome.UNSAFE) from error
        except exceptions.NameResolutionError as error:
            raise NoReplyError(Outcome.SILENT, Silence.UNKNOWN) from error
        except exceptions.NewConnectionError as error:
            raise NoReplyError(Outcome.SILENT, Silence.BROKEN) from error
        except exceptions.TimeoutError as error:
            raise NoReplyError(Outcome.SILENT, Silence.LATE) from error
        except (exceptions.HTTPError, OSError) as error:
            raise NoReplyError(Outcome.SILENT, Silence.BROKEN) from error
        headers = response.headers
        return Reply(response.status, headers.get("Location", ""), _seconds(headers), body)

    def _body(self, response: urllib3.BaseHTTPResponse, most: int) -> bytes:
        end, body = time.monotonic() + self._longest, bytearray()
        while len(body) < most and (piece := response.read1(min(most - len(body), _PIECE))):
            body += piece
            if time.monotonic() > end:
                raise NoReplyError(Outcome.SILENT, Silence.LATE)
        return bytes(body)


def _seconds(headers: Mapping[str, str]) -> float | None:
    """Read ``Retry-After``: a number of seconds or a moment (RFC 9110, section 10.2.3)."""
    text = headers.get("Retry-After", "").strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None
