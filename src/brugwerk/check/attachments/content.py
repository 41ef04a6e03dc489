"""Every kind of attachment, and who looks inside it."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from brugwerk.check.attachments import bundle, office, pdf, pictures, plain_text
from brugwerk.check.attachments.flaw import MAX_BYTES, Flaw, FlawedAttachmentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# An MPEG frame of layer III begins with eleven set bits; a version and a bit rate follow.
_SOUND = re.compile(rb"ID3[\x02-\x04]|\xff[\xe2\xe3\xf2\xf3\xfa\xfb][\x10-\xef]", re.DOTALL)
# ISO 14496-12: a film begins with the box that names its brand.
_FILM = re.compile(rb".{4}ftyp[ -~]{4}", re.DOTALL)


def _sound(stream: IO[bytes], suffix: str) -> Iterator[Flaw]:
    return _begins(stream, suffix, _SOUND)


def _film(stream: IO[bytes], suffix: str) -> Iterator[Flaw]:
    return _begins(stream, suffix, _FILM)


def _begins(stream: IO[bytes], suffix: str, form: re.Pattern[bytes]) -> Iterator[Flaw]:
    if not form.match(stream.read(16)):
        yield Flaw("BW308", facts={"suffix": suffix})


def _bundle(stream: IO[bytes], suffix: str) -> Iterator[Flaw]:
    return bundle.flaws(stream, suffix, flaws)


PICTURES = frozenset(pictures.FORMATS)
KINDS: dict[str, Callable[[IO[bytes], str], Iterator[Flaw]]] = {
    ".pdf": pdf.flaws,
    **dict.fromkeys(office.MAIN_PARTS, office.flaws),
    ".zip": _bundle,
    **dict.fromkeys(pictures.FORMATS, pictures.flaws),
    ".mp3": _sound,
    ".mp4": _film,
    **dict.fromkeys((".txt", ".md", ".csv"), plain_text.flaws),
}
# Kinds that people do send, each refused with its own way out.
_REFUSED = {
    ".svg": "BW871",
    ".svgz": "BW871",
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht", ".shtml"), "BW872"),
    **dict.fromkeys((".docm", ".dotm", ".xlsm", ".xltm", ".pptm", ".potm", ".ppsm"), "BW873"),
}


def flaws(stream: IO[bytes], suffix: str, size: int) -> Iterator[Flaw]:
    """Look inside an attachment and yield what is wrong with it.

    Args:
        stream: The attachment, at its beginning.
        suffix: The ending of its name, in small letters, with the dot.
        size: Its bytes.
    """
    if suffix in _REFUSED:
        yield Flaw(_REFUSED[suffix])
    elif suffix not in KINDS:
        allowed = ", ".join(sorted(KINDS))
        yield Flaw("BW309", facts={"suffix": suffix or "–", "allowed": allowed})
    elif size == 0:
        yield Flaw("BW307")
    elif size > MAX_BYTES:
        yield Flaw("BW310", facts={"limit": str(MAX_BYTES // 1_000_000)})
    else:
        try:
            yield from KINDS[suffix](stream, suffix)
        except FlawedAttachmentError as error:
            yield error.flaw
