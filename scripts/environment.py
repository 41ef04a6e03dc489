"""Sets up what the other scripts need, once, and says plainly what is missing.

Only the standard library is used, and nothing newer than Python 3.6 can read, so that an old
Python gets a sentence instead of a syntax error.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STATE = ROOT / ".brugwerk"
LOCK = ROOT / "requirements.lock"
NEEDED = (3, 11)
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")


class MissingError(Exception):
    """Something that this machine needs and does not have; the text says what to do."""


def ready():
    """Make sure that ``.venv`` holds exactly what the lock file names.

    Returns:
        The environment variables for commands that run inside it.

    Raises:
        MissingError: This machine lacks something; the message says what and how to get it.
    """
    if sys.version_info < NEEDED:
        found = ".".join(map(str, sys.version_info[:3]))
        raise MissingError(
            "Brugwerk needs Python 3.11 or newer; this is Python {} ({}).\n"
            "Install a newer Python and run the script with it: python3.11 {}".format(
                found, sys.executable, " ".join(sys.argv)
            )
        )
    wanted = _fingerprint()
    stamp = VENV / "brugwerk-lock.txt"
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and python().exists()):
        _install()
        stamp.write_text(wanted, encoding="utf-8")
    variables = dict(os.environ)
    variables["PATH"] = str(BIN) + os.pathsep + variables.get("PATH", "")
    variables["VIRTUAL_ENV"] = str(VENV)
    variables["PYTHONUTF8"] = "1"
    # The theme announces its successor on every build; decision 3 says what we do about that.
    variables["NO_MKDOCS_2_WARNING"] = "1"
    variables.pop("PYTHONHOME", None)
    return variables


def python():
    """Return the Python of the environment."""
    return BIN / ("python.exe" if WINDOWS else "python")


def last_commit():
    """Return the moment of the last commit as git writes it; empty where git knows of none."""
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=str(ROOT), stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    except OSError:
        return ""
    return done.stdout.decode().strip()


def run(command, variables):
    """Run a command in the root of the repository and return its exit code."""
    try:
        return subprocess.call([str(part) for part in command], cwd=str(ROOT), env=variables)
    except KeyboardInterrupt:
        return 130


def main(action):
    """Run a script's action and turn what is missing into a sentence and exit code 2."""
    try:
        sys.exit(action(sys.argv[1:]))
    except MissingError as missing:
        sys.stderr.write(f"\n{missing}\n")
        sys.exit(2)


def _fingerprint():
    content = hashlib.sha256()
    for path in (LOCK, ROOT / "pyproject.toml"):
        content.update(path.read_bytes())
    content.update("{}.{}".format(*sys.version_info[:2]).encode())
    content.update(str(ROOT).encode())
    return content.hexdigest()


def _install():
    sys.stderr.write("Setting up Brugwerk in .venv (once; about a minute) …\n")
    if VENV.exists():
        shutil.rmtree(str(VENV))
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if made.returncode:
        shutil.rmtree(str(VENV), ignore_errors=True)
        raise MissingError(
            "Python could not make a virtual environment:\n{}\n"
            "On Debian and Ubuntu: sudo apt-get install python3-venv".format(
                made.stdout.decode(errors="replace").strip()
            )
        )
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-q"]
    for step in (
        [*pip, "--require-hashes", "-r", str(LOCK)],
        [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    ):
        done = subprocess.run(step, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode:
            shutil.rmtree(str(VENV), ignore_errors=True)
            raise MissingError(
                "The packages could not be installed:\n{}\n"
                "Is there a connection to the package index? Run the script again when there is: "
                "it starts afresh.".format(done.stdout.decode(errors="replace").strip()[-2000:])
            )
