"""The one place that knows MkDocs: it hands checked records over, and pages back.

Nothing is decided here. Each function is one step of a build; the hooks call them in order.
"""

from brugwerk.bridge.assets import link_assets, place_assets
from brugwerk.bridge.files import check_links, write_attachments, write_exports, write_form
from brugwerk.bridge.pages import (
    add_pages,
    choose_language,
    describe_page,
    fill_page,
    leave_to_press,
)
from brugwerk.bridge.pressing import finish_pressing, remember_navigation, start_pressing
from brugwerk.bridge.records import check_records, confine_macros, follow_settings, start
from brugwerk.bridge.search import (
    complete_search_page,
    gather_page,
    prepare_search,
    write_search,
)
from brugwerk.bridge.theme import mend_theme

__all__ = [
    "add_pages",
    "check_links",
    "check_records",
    "choose_language",
    "complete_search_page",
    "confine_macros",
    "describe_page",
    "fill_page",
    "finish_pressing",
    "follow_settings",
    "gather_page",
    "leave_to_press",
    "link_assets",
    "mend_theme",
    "place_assets",
    "prepare_search",
    "remember_navigation",
    "start",
    "start_pressing",
    "write_attachments",
    "write_exports",
    "write_form",
    "write_search",
]
