"""The scripts that the theme writes into a page, as files, because the policy allows no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

START, END = "frame/start.js", "frame/end.js"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SCOPE = re.compile(r"__md_scope=new URL\(\"\{\{[^}]*\}\}\",location\)")
# The theme decides on dark and says that scripts run only in its large script, which no page loads.
_FIRST_LOOK = (
    'if(!palette&&matchMedia("(prefers-color-scheme: dark)").matches)'
    'document.body.setAttribute("data-md-color-scheme","slate");'
    'document.documentElement.classList.add("js");'
)
# A script in the page knows the way to the root from the page; one in a file knows its own, from
# `assets/own/<name>/frame/`.
_OWN_SCOPE = '__md_scope=new URL("../../../../",document.currentScript.src)'


def frame_scripts(partial: Callable[[str], str]) -> dict[str, str]:
    """Return the scripts that the theme writes into every page, as files of their own.

    Args:
        partial: Returns the text of a template of the theme by its name.

    Returns:
        The scripts by their names among our own assets.

    Raises:
        ValueError: The theme's templates are not as they were; the policy would stop its scripts.
    """
    scope, scoped = _SCOPE.subn(_OWN_SCOPE, _last_script(partial("base")))
    if scoped != 1:
        raise ValueError("the theme no longer says where the site begins as it did")
    return {
        START: f"{scope};\n{_last_script(partial('palette'))}\n{_FIRST_LOOK}\n",
        END: f"{_last_script(partial('content'))}\n",
    }


def _last_script(template: str) -> str:
    # Scripts before the last one stand in conditions, for features that are switched off.
    found = _SCRIPT.findall(template)
    if not found or "{{" in _SCOPE.sub("", found[-1]):
        raise ValueError("the theme's script is not where it was")
    return str(found[-1])
