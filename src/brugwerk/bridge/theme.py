"""The theme's templates are mended on their way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BaseLoader, Environment
from mkdocs.exceptions import PluginError

from brugwerk.publish.theme_mends import mended

if TYPE_CHECKING:
    from collections.abc import Callable


class _Mended(BaseLoader):
    def __init__(self, theme: BaseLoader) -> None:
        self._theme = theme

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, file, fresh = self._theme.get_source(environment, template)
        try:
            return mended(template, source), file, fresh
        except ValueError as error:
            raise PluginError(str(error)) from error

    def list_templates(self) -> list[str]:
        return self._theme.list_templates()


def mend_theme(env: Environment) -> Environment:
    """Let the templates of the theme be read through their mends.

    Raises:
        PluginError: While a template is read: the theme is not what the mends are for.
    """
    if env.loader is not None:
        env.loader = _Mended(env.loader)
    return env
