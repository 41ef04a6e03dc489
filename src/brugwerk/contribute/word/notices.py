"""What the author of a Word file should know: what was filled in, changed or left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brugwerk.language.translator import Translator


class Noticed(StrEnum):
    """A kind of thing that was noticed."""

    # Filled in, and open to a second thought.
    TITLE = "title"
    SUMMARY = "summary"
    NO_SUMMARY = "no-summary"
    FIELD = "field"
    HEADINGS_FROM_BOLD = "headings-from-bold"
    # Brought along in another form.
    TEXT_BOX = "text-box"
    FRAME = "frame"
    MERGED_CELLS = "merged-cells"
    TABLE_BY_ROW = "table-by-row"
    EQUATION = "equation"
    CHANGES = "changes"
    DEEP_LIST = "deep-list"
    PICTURE_WITHOUT_WORDS = "picture-without-words"
    # Left out.
    LOST_TEXT = "lost-text"
    LOST_PICTURE = "lost-picture"
    PICTURE_KIND = "picture-kind"
    PICTURE_ELSEWHERE = "picture-elsewhere"
    CHART = "chart"
    DIAGRAM = "diagram"
    OBJECT = "object"
    COMMENTS = "comments"
    HEADER = "header"
    CONTENTS = "contents"
    AUTHOR = "author"
    LINK = "link"
    # About the file that is offered beside the text, and about this list.
    ORIGINAL = "original"
    MORE = "more"


@dataclass(frozen=True)
class Notice:
    """One thing that was noticed.

    Attributes:
        kind: What it is.
        near: Words of the text before it, or of itself, so that the author can find it.
        value: What it was, or what was made of it.
        count: How many there are.
    """

    kind: Noticed
    near: str = ""
    value: str = ""
    count: int = 1


MOST_OF_A_KIND = 10
_NEAR = 60


def shortened(text: str, length: int = _NEAR) -> str:
    """Return the beginning of a text, cut between words, for use in a sentence."""
    # What a terminal takes for a command has no place in a sentence.
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + " …"


def in_words(notice: Notice, say: Translator) -> str:
    """Say in a sentence what was noticed."""
    sentences = {**_filled_in(say, notice.count), **_left_out(say, notice.count)}
    return sentences[notice.kind].format(near=notice.near, value=notice.value)


def _filled_in(say: Translator, count: int) -> dict[Noticed, str]:
    return {
        Noticed.TITLE: say.text("Title: “{value}”. Is that right?"),
        Noticed.SUMMARY: say.text(
            "Summary: the first paragraph, “{value}”. Make of it two sentences: for whom and "
            "what it brings."
        ),
        Noticed.NO_SUMMARY: say.text(
            "There was no paragraph to make a summary of. Replace “{value}” by two sentences: "
            "for whom and what it brings."
        ),
        Noticed.FIELD: say.text(
            "{near}: “{value}”, taken from your text. If it is wrong, remove it at the top of "
            "the file."
        ),
        Noticed.HEADINGS_FROM_BOLD: say.number(
            "{n} line in bold became a heading.", "{n} lines in bold became headings.", count
        ),
        Noticed.TEXT_BOX: say.text("The text box after “{near}” is now ordinary text: “{value}”."),
        Noticed.FRAME: say.text("The frame around “{near}” became a quotation."),
        Noticed.MERGED_CELLS: say.text(
            "The table that begins with “{near}” had merged cells. The cells are apart now."
        ),
        Noticed.TABLE_BY_ROW: say.text(
            "The table that begins with “{near}” had lists, several paragraphs or a table in "
            "its cells. It is written out row by row."
        ),
        Noticed.EQUATION: say.text("A formula became ordinary text: “{value}”."),
        Noticed.CHANGES: say.number(
            "{n} tracked change was taken over as if you had accepted it.",
            "{n} tracked changes were taken over as if you had accepted them.",
            count,
        ),
        Noticed.DEEP_LIST: say.text(
            "The list at “{near}” had too many levels; the deepest became one."
        ),
        Noticed.PICTURE_WITHOUT_WORDS: say.text(
            "{value} has no description. Write between the square brackets what there is to "
            "see, for those who cannot see it."
        ),
    }


def _left_out(say: Translator, count: int) -> dict[Noticed, str]:
    return {
        Noticed.LOST_TEXT: say.text("This text did not come along: “{value}”."),
        Noticed.LOST_PICTURE: say.number(
            "{n} picture or drawing did not come along. Save it as a picture and add it.",
            "{n} pictures or drawings did not come along. Save them as pictures and add them.",
            count,
        ),
        Noticed.PICTURE_KIND: say.text(
            "The picture after “{near}” ({value}) did not come along. Save it as PNG or JPEG "
            "and add it."
        ),
        Noticed.PICTURE_ELSEWHERE: say.text(
            "The picture after “{near}” is on another site. There is a link to it instead."
        ),
        Noticed.CHART: say.text(
            "The chart after “{near}” did not come along. Save it as a picture and add it."
        ),
        Noticed.DIAGRAM: say.text(
            "The SmartArt drawing after “{near}” did not come along. Save it as a picture and "
            "add it."
        ),
        Noticed.OBJECT: say.text(
            "Something from another program, such as a spreadsheet, stood after “{near}”. It "
            "did not come along."
        ),
        Noticed.COMMENTS: say.number(
            "{n} comment in the margin did not come along.",
            "{n} comments in the margin did not come along.",
            count,
        ),
        Noticed.HEADER: say.text(
            "The text at the top or foot of each page did not come along: “{value}”."
        ),
        Noticed.CONTENTS: say.text("The table of contents did not come along. The headings did."),
        Noticed.AUTHOR: say.text(
            "The name of the author did not come along. A name needs consent; see `credits`."
        ),
        Noticed.LINK: say.text(
            "The link at “{near}” cannot be used here: `{value}`. The words are kept."
        ),
        Noticed.MORE: say.number("And {n} more of the same.", "And {n} more of the same.", count),
        Noticed.ORIGINAL: say.text(
            "Your Word file is offered as an attachment. The names in its properties, comments "
            "and changes are gone from it; names in the text and in comments are still there."
        ),
    }
