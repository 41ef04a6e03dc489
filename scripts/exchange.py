"""Puts a finished folder in the place of another one, so that at every moment one of them is whole.

Only the standard library is used, as in environment.py.
"""

import ctypes
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2
_MADE = ".brugwerk-new-"
_ASIDE = ".brugwerk-old-"
_A_DAY = 24 * 60 * 60


def fresh_folder(place):
    """Return a new folder beside ``place``, for what will stand there.

    What a killed build left beside it is cleared away first, and ``place`` itself is put back
    where a build was killed while it moved it.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    _recover(place)
    folder = tempfile.mkdtemp(prefix="{}{}-".format(_MADE, os.getpid()), dir=str(place.parent))
    return Path(folder)


def put_in_place(folder, place):
    """Put ``folder`` where ``place`` is, and take what stood there away.

    Linux and macOS exchange the two in one step. Elsewhere the old one is moved aside for a
    moment; when the process is killed in that moment, the next ``fresh_folder`` puts it back.
    """
    # mkdtemp keeps a folder to its owner; a site is for everyone.
    os.chmod(str(folder), 0o755)  # noqa: S103
    if not place.exists():
        os.rename(str(folder), str(place))
        return
    if _exchanged(folder, place):
        shutil.rmtree(str(folder), ignore_errors=True)
        return
    aside = place.parent / "{}{}-{}".format(_ASIDE, os.getpid(), place.name)
    os.rename(str(place), str(aside))
    os.rename(str(folder), str(place))
    shutil.rmtree(str(aside), ignore_errors=True)


def _exchanged(one, other):
    """Exchange two folders in one step, and return whether that could be done here."""
    first, second = os.fsencode(str(one)), os.fsencode(str(other))
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return library.renamex_np(first, second, _MACOS_SWAP) == 0
        return library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _LINUX_EXCHANGE) == 0
    except (AttributeError, OSError, TypeError):
        # No such call in this system's library.
        return False


def _recover(place):
    for aside in sorted(place.parent.glob(_ASIDE + "*")):
        if aside.name[len(_ASIDE) :].partition("-")[2] != place.name:
            continue
        if not place.exists():
            os.rename(str(aside), str(place))
        elif _abandoned(aside, _ASIDE):
            shutil.rmtree(str(aside), ignore_errors=True)
    for made in place.parent.glob(_MADE + "*"):
        if _abandoned(made, _MADE):
            shutil.rmtree(str(made), ignore_errors=True)


def _abandoned(folder, prefix):
    """Return whether the build that made a folder is gone."""
    pid = folder.name[len(prefix) :].partition("-")[0]
    if os.name == "nt" or not pid.isdigit():
        # Windows has no harmless way to ask; no build takes a day.
        return time.time() - folder.stat().st_mtime > _A_DAY
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
