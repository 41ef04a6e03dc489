"""What the scripts of search say, in the language of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brugwerk.language import Translator


def interface_texts(says: Translator) -> dict[str, str]:
    """Return the texts by the names that the scripts use; ``{n}`` and others are filled in there.

    Args:
        says: The translator of the site.
    """
    say = says.text
    number = says.catalogue.ngettext
    return {
        "one_result": number("{n} result", "{n} results", 1),
        "many_results": number("{n} result", "{n} results", 2),
        "results_for": say("{results} for “{words}”"),
        "none_for": say("No results for “{words}”"),
        "none": say("No results"),
        "without_word": say("Search without “{word}”"),
        "without_choice": say("Drop the choice “{choice}”"),
        "without_choices": say("Drop all choices"),
        "other_words": say("Try another word, or a shorter one."),
        "all_results": say("All results on the search page"),
        "remove": say("Remove the choice {choice}"),
        "clear": say("Clear all choices"),
        "read_as": say("Nothing has “{word}”. These results have a word like it."),
        "on_site": say("on {site}"),
        "in_text": say("In the text of the page"),
        "under": say("under “{heading}”"),
        "failed": say("Search could not be loaded. Below is the whole list, with links."),
        "partly": say("A part of the texts could not be searched."),
    }
