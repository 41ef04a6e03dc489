"""``brugwerk sources``: what other sites share, fetched and kept for the next build."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import click

from brugwerk.check import check_site
from brugwerk.check.rules.sources import place_of_source
from brugwerk.command.check import LANG, ROOT
from brugwerk.language import translator
from brugwerk.problems import Problem, report
from brugwerk.read.shared import FlawedCatalogueError, catalogue_text, kept
from brugwerk.read.site import SOURCES
from brugwerk.web.client import Client, named
from brugwerk.web.courtesy import Courtesy
from brugwerk.web.sources import Fetcher

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brugwerk.check import Checked
    from brugwerk.language import Translator
    from brugwerk.settings import OtherSite

# Seconds between requests to one host: there is one, and a few more where it leads on.
PAUSE = 0.25


@click.command()
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0.1),
    default=20.0,
    show_default=True,
    help="How long a host may stay silent.",
)
@click.option(
    "--allow-private",
    is_flag=True,
    help="Ask addresses of your own computer or network too. Never use this on a machine of "
    "others, such as in a workflow.",
)
@LANG
@ROOT
def sources(timeout: float, allow_private: bool, lang: str, root: Path) -> None:
    """Fetch the catalogues of the other sites that `sources` in brugwerk.yml names.

    Each is looked through and kept in the folder sources/; commit it. A build reads that folder
    and never fetches anything itself. Where a site does not answer, or sends something that is
    not right, what was kept of it before stays.

    \b
    Exit code 0: all are fetched.  1: one is not, or the settings have an error.  2: wrong use.

    \b
    Examples:
      brugwerk sources
      brugwerk sources --timeout 5
    """
    checked = check_site(root)
    if errors := _in_the_way(checked):
        _report(errors, lang)
        sys.exit(1)
    says = translator(lang)
    settings = checked.entries.settings
    if not settings.sources:
        click.echo(says.text("brugwerk.yml names no other sites."))
    client = Client(
        named("sources", settings.address), seconds=timeout, allow_private=allow_private
    )
    fetcher = Fetcher(client, Courtesy(PAUSE), root)
    problems = []
    for index, site in enumerate(settings.sources):
        click.echo(says.text("Asking {name} …").format(name=site.name), err=True)
        try:
            click.echo(_keep(site, fetcher, root, says))
        except FlawedCatalogueError as flaw:
            place = place_of_source(checked.entries.raw, index)
            problems.append(Problem(flaw.code, place, {"name": site.name, **flaw.facts}))
    for name in _forget(checked, root):
        click.echo(says.text("{file}: removed, because no site has this id now").format(file=name))
    if problems:
        _report(problems, lang)
        sys.exit(1)


def _in_the_way(checked: Checked) -> tuple[Problem, ...]:
    in_folder = (p for p in checked.errors if p.place.file.parts[:1] == (SOURCES,))
    return (*checked.errors_at_the_root, *in_folder)


def _report(problems: Iterable[Problem], lang: str) -> None:
    for line in report.lines(tuple(problems), lang):
        click.echo(line, err=True)


def _keep(site: OtherSite, fetcher: Fetcher, root: Path, says: Translator) -> str:
    """Fetch one catalogue and keep it; return what became of it."""
    catalogue = fetcher.fetch(site.catalogue)
    content = catalogue_text(kept(catalogue, site.catalogue)).encode("utf-8")
    path = root / SOURCES / f"{site.id}.json"
    count = says.number("{n} product", "{n} products", len(catalogue.products))
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return says.text("{name}: {count}, nothing new").format(name=site.name, count=count)
    path.parent.mkdir(exist_ok=True)
    # Whole or not at all: whoever stops the program keeps what there was.
    with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as fresh:
        fresh.write(content)
    Path(fresh.name).chmod(0o644)
    Path(fresh.name).replace(path)
    return says.text("{name}: {count}, kept in {file}").format(
        name=site.name, count=count, file=path.relative_to(root).as_posix()
    )


def _forget(checked: Checked, root: Path) -> Iterable[str]:
    named_ids = {site.id for site in checked.entries.settings.sources}
    for site_id, path in checked.entries.raw.kept_catalogues.items():
        if site_id not in named_ids:
            path.unlink()
            yield path.relative_to(root).as_posix()
