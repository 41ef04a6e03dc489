"""A zip of attachments: all that is in it could have been handed out by itself."""

from __future__ import annotations

import io
import stat
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from brugwerk.check.attachments.flaw import Flaw
from brugwerk.check.attachments.package import content, files, opened
from brugwerk.problems import Severity, all_explanations
from brugwerk.read.names import flaw_of_name, printable

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator

_LOCKED = 1
_APPLE_DOUBLE = b"\x00\x05\x16\x07"


def flaws(
    stream: IO[bytes], suffix: str, look: Callable[[IO[bytes], str, int], Iterator[Flaw]]
) -> Iterator[Flaw]:
    """Yield what is wrong with a zip; a file in it that is refused refuses the whole.

    Args:
        stream: The zip.
        suffix: ``.zip``.
        look: Looks inside one attachment.
    """
    with opened(stream, suffix) as archive:
        for part in files(archive):
            found = [*_flaws_of_part(archive, part, suffix, look)]
            if any(all_explanations()[flaw.code].severity is Severity.ERROR for flaw in found):
                yield Flaw("BW877", facts={"inside": printable(part.filename)[-80:]})
                return
            for code in dict.fromkeys(flaw.code for flaw in found):
                yield Flaw(code)


def _flaws_of_part(
    archive: zipfile.ZipFile,
    part: zipfile.ZipInfo,
    suffix: str,
    look: Callable[[IO[bytes], str, int], Iterator[Flaw]],
) -> Iterator[Flaw]:
    inside = PurePosixPath(part.filename)
    is_link = stat.S_ISLNK(part.external_attr >> 16)
    leaves = inside.is_absolute() or ".." in inside.parts or "\\" in part.orig_filename
    if part.flag_bits & _LOCKED or is_link or leaves or any(map(flaw_of_name, inside.parts)):
        yield Flaw("BW877")
        return
    ending = inside.suffix.lower()
    if ending == ".zip":
        yield Flaw("BW877")
        return
    read = content(archive, part, suffix)
    if inside.name == ".DS_Store" or (inside.name[:2] == "._" and read[:4] == _APPLE_DOUBLE):
        # macOS adds these unasked.
        return
    yield from look(io.BytesIO(read), ending, len(read))
