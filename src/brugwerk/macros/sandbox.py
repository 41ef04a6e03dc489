"""The sandbox around hand-written pages: plain data and our own functions, and nothing else.

mkdocs-macros hands pages its plugins, its configuration and Python objects with methods that write
files. A page that came in by pull request must not reach those, so the environment is exchanged
for one in which only plain data can be looked into and only our functions can be called.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinja2 import Environment

_PLAIN = (str, int, float, bool, list, tuple, dict, date, Markup, type(None))
_OF_JINJA = (LoopContext, Macro, Context, BlockReference, Namespace)


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which a page reaches plain data and the functions it was given."""

    allowed: frozenset[object] = frozenset()

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Let a page look into plain data only."""
        plain = isinstance(obj, (*_PLAIN, *_OF_JINJA))
        return plain and super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: Any) -> bool:
        """Let a page call our functions, its own Jinja macros, and the methods of plain data."""
        if obj in self.allowed or isinstance(obj, _OF_JINJA):
            return True
        owner = getattr(obj, "__self__", None)
        return isinstance(owner, _PLAIN) and super().is_safe_callable(obj)


def sandboxed(environment: Environment, functions: Iterable[Callable[..., Any]]) -> Sandbox:
    """Return a sandbox that reads the same templates and knows only ``functions``.

    Args:
        environment: The environment that mkdocs-macros made.
        functions: What pages may call.
    """
    made = Sandbox(loader=environment.loader, undefined=environment.undefined)
    named = {function.__name__: function for function in functions}
    made.globals = {name: made.globals[name] for name in ("range", "dict", "namespace")} | named
    made.allowed = frozenset(made.globals.values())
    return made


def plain(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is plain data in a configuration, so that a page may read it.

    Args:
        settings: The configuration as MkDocs holds it.
    """
    return {
        key: value
        for key, value in settings.items()
        if isinstance(value, str | int | bool | None) and not key.startswith("_")
    }
