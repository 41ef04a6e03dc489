"""Sets up what comes from npm, only when something asks for it: the editor, and tools for tests.

Like ``environment``, it uses the standard library alone and can be read by an old Python.
"""

import hashlib
import re
import shutil
import subprocess
import sys

import environment

MODULES = environment.ROOT / "node_modules"
LOCK = environment.ROOT / "package-lock.json"
EDITOR = environment.STATE / "editor"
START = environment.ROOT / "src" / "brugwerk" / "publish" / "editor_start.js"
SVELTIA = MODULES / "@sveltia" / "cms"
_EDITOR_KEY = re.compile(r"^[\"']?editor[\"']?[ \t]*:", re.MULTILINE)


def editor_wanted(root=environment.ROOT):
    """Say whether the site's settings switch the editor on."""
    settings = root / "brugwerk.yml"
    return settings.is_file() and bool(_EDITOR_KEY.search(settings.read_text(encoding="utf-8")))


def ready(tools=False):
    """Install the packages of the lock file into ``node_modules``.

    Args:
        tools: Also those that only tests need.

    Raises:
        MissingError: There is no npm, or it could not install them.
    """
    stamp = MODULES / "brugwerk-lock.txt"
    wanted = _fingerprint(LOCK)
    found = stamp.read_text(encoding="utf-8").split() if stamp.is_file() else []
    if wanted in found and ("tools" in found or not tools):
        return
    npm = shutil.which("npm")
    if npm is None:
        raise environment.MissingError(
            "The editor and some tests are made of packages from npm, and there is no npm.\n"
            "Install Node.js 20 or newer (https://nodejs.org), or take `editor:` out of\n"
            "brugwerk.yml: a site without an editor needs only Python."
        )
    sys.stderr.write("Installing the packages from npm (once) …\n")
    # No package needs to run anything of its own to be installed.
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(
        [*command] if tools else [*command, "--omit=dev"],
        check=False,
        cwd=str(environment.ROOT),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise environment.MissingError(
            "The packages from npm could not be installed:\n{}\n"
            "Is there a connection to the package registry? Run the script again when there "
            "is.".format(done.stdout.decode(errors="replace").strip()[-2000:])
        )
    stamp.write_text("{} {}".format(wanted, "tools" if tools else ""), encoding="utf-8")


def editor():
    """Make the editor's files in ``.brugwerk/editor``: the package, so that a browser can load it.

    Raises:
        MissingError: What it is made of could not be installed, or put together.
    """
    ready()
    stamp = EDITOR.parent / "editor-made"
    wanted = _fingerprint(LOCK, START)
    if EDITOR.is_dir() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(str(EDITOR), ignore_errors=True)
    bundler = MODULES / ".bin" / ("esbuild.cmd" if environment.WINDOWS else "esbuild")
    made = subprocess.run(
        [
            *(str(bundler), str(START), "--bundle", "--splitting", "--format=esm", "--minify"),
            *("--target=es2022", "--legal-comments=eof", "--log-level=warning"),
            "--outdir=" + str(EDITOR),
        ],
        check=False,
        # The packages are beside the lock file, wherever the script was started.
        cwd=str(environment.ROOT),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if made.returncode:
        shutil.rmtree(str(EDITOR), ignore_errors=True)
        raise environment.MissingError(
            "The editor could not be put together:\n{}".format(
                made.stdout.decode(errors="replace").strip()[-2000:]
            )
        )
    # Fonts and decoders, which the package asks for beside its own file.
    shutil.copytree(
        str(SVELTIA / "npm" / "assets"),
        str(EDITOR / "assets"),
        ignore=shutil.ignore_patterns("*.map"),
    )
    shutil.copy(str(SVELTIA / "LICENSE.txt"), str(EDITOR / "LICENSE.txt"))
    stamp.write_text(wanted, encoding="utf-8")


def _fingerprint(*paths):
    content = hashlib.sha256()
    for path in paths:
        content.update(path.read_bytes())
    return content.hexdigest()
