"""A Word file becomes the files of a draft: its text, its pictures and what was noticed."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from brugwerk.contribute.front_matter import front_matter
from brugwerk.contribute.word.blocks import Document, as_document
from brugwerk.contribute.word.draft import title_of, values_of
from brugwerk.contribute.word.notices import MOST_OF_A_KIND, Notice, Noticed, shortened
from brugwerk.contribute.word.original import nameless
from brugwerk.contribute.word.package import open_word
from brugwerk.contribute.word.pandoc import PandocFailedError, read_tree, write_markdown
from brugwerk.contribute.word.pictures import Pictures, TooManyPicturesError
from brugwerk.contribute.word.recognised import is_label
from brugwerk.contribute.word.refusal import refusal
from brugwerk.contribute.word.scan import Scanned, TooDeepError, UnreadableXmlError, scan
from brugwerk.contribute.word.tables import TooLargeTableError
from brugwerk.contribute.word.tree import plain
from brugwerk.read.front_matter import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from brugwerk.contribute.word.draft import Wanted
    from brugwerk.contribute.word.package import WordFile
    from brugwerk.language.translator import Translator
    from brugwerk.records.vocabulary import Vocabulary

_MOST_LOST = 100
_NOT_LETTERS = re.compile(r"[\W_]+")
_PAGE_EDGES = re.compile(r"word/(?:header|footer)\d*\.xml")
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\.xml")
_WITH_PICTURES = ("word/media/", "media/", "Pictures/")
# Pages are numbered in the margin; a number alone is no loss.
_A_NUMBER = re.compile(r"\W*(?:pagina|page|blz\.?)?\W*\d*\W*(?:van|of|/)?\W*\d*\W*", re.IGNORECASE)
_EMPTY = {"pandoc-api-version": [1, 23, 1], "meta": {}}
_TOO_MUCH = (TooDeepError, TooManyPicturesError, TooLargeTableError, RecursionError)


@dataclass
class Converted:
    """What a Word file became.

    Attributes:
        title: Its title.
        values: The front matter.
        body: The text below it.
        files: Attachments and pictures by path below the product's folder.
        notices: What the author should know.
    """

    title: str
    values: dict[str, Any]
    body: str
    files: dict[str, bytes] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    def all_files(self) -> dict[str, bytes]:
        """Return the contents of the product's folder by path below it."""
        text = f"{front_matter(self.values)}\n{self.body}"
        return {"index.md": text.encode(), **self.files}


def convert(path: Path, wanted: Wanted, vocabulary: Vocabulary, say: Translator) -> Converted:
    """Read a Word file and make a draft of it, in memory.

    Args:
        path: The ``.docx`` or ``.odt``.
        wanted: What the author asks for.
        vocabulary: The controlled lists of the site.
        say: The language of what is filled in for the author.

    Raises:
        RefusedError: The file cannot be taken in.
    """
    word = open_word(path)
    pictures = Pictures(word, say.text("picture"), say.text("No description of this picture yet"))
    try:
        document, body, found = _document(word, pictures)
    except UnreadableXmlError as error:
        raise refusal("BW905", word.name) from error
    except _TOO_MUCH as error:
        raise refusal("BW907", word.name) from error
    except PandocFailedError as error:
        raise refusal("BW909" if error.out_of_bounds else "BW905", word.name) from error
    values, filled_in = values_of(document, wanted, vocabulary, say)
    notices = [*filled_in, *document.notices, *pictures.notices, *found]
    return Converted(str(values["title"]), values, body, pictures.files, _bounded(notices))


def with_original(converted: Converted, path: Path, product_id: str, say: Translator) -> Converted:
    """Add the author's own file as an attachment, without the names in its properties."""
    word = open_word(path)
    name = f"files/{product_id}.{word.format}"
    title = say.text("The text as a Word file")
    files = [{"path": name, "title": title, "audience": "teacher"}]
    return Converted(
        converted.title,
        {**converted.values, "files": files},
        converted.body,
        {**converted.files, name: nameless(word)},
        [*converted.notices, Notice(Noticed.ORIGINAL)],
    )


def _document(word: WordFile, pictures: Pictures) -> tuple[Document, str, list[Notice]]:
    scanned = {name: scan(part) for name, part in word.parts.items() if name.endswith(".xml")}
    main = scanned[word.main]
    # Its pictures are read by Pillow only; the converter needs to know that they are there.
    changes = {name: b"-" for name in word.parts if name.startswith(_WITH_PICTURES)}
    tree = read_tree(word.packed({**changes, word.main: main.xml}), word.format)
    document = as_document(tree, pictures, is_label)
    title = title_of(document, word)
    if document.blocks and plain(document.blocks[0]) == title:
        document.blocks = document.blocks[1:]
    body = write_markdown({**_EMPTY, "blocks": document.blocks}) if document.blocks else ""
    if not body.strip():
        raise refusal("BW908", word.name)
    if len(body.encode()) > MAX_BYTES // 2:
        raise refusal("BW907", word.name)
    document.title = title
    edges = [one for name, one in scanned.items() if _PAGE_EDGES.fullmatch(name)]
    notes = [one for name, one in scanned.items() if _NOTES.fullmatch(name)]
    return document, body, _left_out(tree, main, edges, notes)


def _left_out(
    tree: dict[str, Any], main: Scanned, edges: list[Scanned], notes: list[Scanned]
) -> list[Notice]:
    """Compare the file with what the converter read of it."""
    notices = [
        Notice(one.kind, shortened(one.near) or "…", shortened(one.text)) for one in main.found
    ]
    kept = " ".join([plain(list(tree["meta"].values())), plain(tree["blocks"])])
    words = [*main.paragraphs, *(words for part in notes for words in part.paragraphs)]
    notices += [
        Notice(Noticed.LOST_TEXT, value=shortened(text, 100)) for text in _lost(words, kept)
    ]
    edge = {words for part in edges for words in part.paragraphs if not _is_a_number(words)}
    notices += [Notice(Noticed.HEADER, value=shortened(words)) for words in sorted(edge)]
    pictures = json.dumps(tree["blocks"]).count('"t": "Image"')
    counts = {
        Noticed.LOST_PICTURE: main.counts["pictures"] - pictures,
        Noticed.COMMENTS: main.counts["comments"],
        Noticed.CHANGES: main.counts["changes"],
    }
    return notices + [Notice(kind, count=n) for kind, n in counts.items() if n > 0]


def _is_a_number(words: str) -> bool:
    return len(words) < 40 and _A_NUMBER.fullmatch(words) is not None


def _lost(paragraphs: list[str], kept: str) -> list[str]:
    """Return the paragraphs whose letters are not in what was kept."""
    letters = _letters(kept)
    lost: list[str] = []
    place = 0
    for paragraph in paragraphs:
        wanted = _letters(paragraph)
        # They mostly stand in the same order; looking on from the last one keeps this quick.
        found = letters.find(wanted, place)
        found = letters.find(wanted) if found < 0 else found
        if found < 0:
            lost.append(paragraph)
            if len(lost) == _MOST_LOST:
                break
        else:
            place = found
    return lost


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text.lower())


def _bounded(notices: list[Notice]) -> list[Notice]:
    """Return each notice once, and of one kind no more than a person reads."""
    seen: Counter[Noticed] = Counter()
    bounded = []
    for notice in dict.fromkeys(notices):
        seen[notice.kind] += 1
        if seen[notice.kind] <= MOST_OF_A_KIND:
            bounded.append(notice)
    more = sum(max(0, count - MOST_OF_A_KIND) for count in seen.values())
    return [*bounded, Notice(Noticed.MORE, count=more)] if more else bounded
