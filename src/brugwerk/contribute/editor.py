"""The configuration of the editor in the browser, made of the shapes of the records.

The editor is Sveltia CMS. One collection per kind of record; where the files are and how people
sign in comes from the settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from brugwerk.check.attachments import MAX_BYTES
from brugwerk.check.shape import pattern_in_words
from brugwerk.contribute.demand_words import when_asked
from brugwerk.contribute.editor_fields import NAMES, EditorFields, Widget
from brugwerk.records.description import FieldKind, describe
from brugwerk.records.fields import ID_PATTERN
from brugwerk.records.kinds import RECORD_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.contribute.demands import Path
    from brugwerk.language import Translator
    from brugwerk.records.description import FieldDescription
    from brugwerk.records.kinds import RecordKind
    from brugwerk.records.vocabulary import Label, Vocabulary
    from brugwerk.settings import Editor, Settings

DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
LONGEST_ID = 80
# The editor matches the text "null" where a key is absent.
_PRESENT = r"^(?!null$)"
# Where each kind of host answers, below its own address.
_API = {"github": "/api/v3", "gitlab": "/api/v4", "gitea": "/api/v1"}
_PUBLIC_HOSTS = {"github": "https://github.com", "gitlab": "https://gitlab.com"}
_PUBLIC_API = {"github": "https://api.github.com", "gitlab": "https://gitlab.com/api/v4"}


def editor_config(
    editor: Editor, settings: Settings, vocabulary: Vocabulary, translator: Translator
) -> dict[str, Any]:
    """Return the configuration of Sveltia CMS for a site.

    Args:
        editor: The settings of the editor.
        settings: Those of the site.
        vocabulary: The controlled lists.
        translator: The language of the site.
    """
    collections = _Collections(vocabulary, translator)
    config: dict[str, Any] = {
        "backend": _backend(editor, translator),
        "publish_mode": "editorial_workflow" if editor.proposals else "simple",
        "app_title": settings.title,
        # Attachments stand beside their product; this is only where the editor lists them.
        "media_folder": "products",
        "media_libraries": {
            "default": {
                "config": {
                    "max_file_size": MAX_BYTES,
                    "slugify_filename": True,
                }
            },
            "stock_assets": {"providers": []},
        },
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": LONGEST_ID},
        "editor": {"preview": False},
        "show_preview_links": False,
        "collections": [collections.collection(kind) for kind in RECORD_KINDS.values()],
    }
    if settings.address:
        config["site_url"] = settings.address
    return config


def origin_of_files(editor: Editor) -> str:
    """Return the only other origin that the editor may ask anything of."""
    parts = urlsplit(_api(editor))
    return f"{parts.scheme}://{parts.netloc}"


def _host(editor: Editor) -> str:
    return (editor.host or _PUBLIC_HOSTS.get(editor.backend, "")).rstrip("/")


def _api(editor: Editor) -> str:
    return _host(editor) + _API[editor.backend] if editor.host else _PUBLIC_API[editor.backend]


def _backend(editor: Editor, translator: Translator) -> dict[str, Any]:
    say = translator.text
    with_server = bool(editor.application or editor.sign_in)
    backend: dict[str, Any] = {
        "name": editor.backend,
        "repo": editor.repository,
        "branch": editor.branch,
        "api_root": _api(editor),
        "base_url": editor.sign_in or _host(editor),
        "auth_methods": ["oauth", "token"] if with_server else ["token"],
        "commit_messages": {
            # A file's path says nothing to those who read the list of proposals.
            "create": say("Add {record}").format(record="{{slug}}"),
            "update": say("Change {record}").format(record="{{slug}}"),
            "delete": say("Remove {record}").format(record="{{slug}}"),
            "uploadMedia": say("Add {record}").format(record="{{path}}"),
            "deleteMedia": say("Remove {record}").format(record="{{path}}"),
        },
    }
    if editor.host and editor.backend != "gitea":
        # The editor would look for it beside the other API, which holds for neither host.
        backend["graphql_api_root"] = f"{_host(editor)}/api/graphql"
    if editor.application:
        backend["app_id"] = editor.application
    if editor.application and editor.backend == "gitlab":
        backend["auth_type"] = "pkce"
    return backend


class _Collections:
    """The collections, in the language of a site."""

    def __init__(self, vocabulary: Vocabulary, translator: Translator) -> None:
        self._vocabulary = vocabulary
        self._translator = translator
        names = {
            kind.id: next(name for name in NAMES if name in kind.shape.model_fields)
            for kind in RECORD_KINDS.values()
        }
        self._fields = EditorFields(vocabulary, translator, names)

    def collection(self, kind: RecordKind) -> dict[str, Any]:
        """Return the collection of a kind of record."""
        say = self._translator.text
        label = self._in_words(kind.label)
        folder = kind.path.split("/", 1)[0]
        body: Widget = {
            "name": "body",
            "label": say("Text"),
            "widget": "richtext",
            "required": False,
            "hint": say("What you write here stands below the fields on the page."),
            "buttons": _BUTTONS,
            "use_emoji_autocomplete": False,
            "linked_images": False,
        }
        if not _has_attachments(kind):
            # A picture would come into a folder that the check does not allow.
            body["editor_components"] = []
        return {
            "name": kind.id,
            "label": label,
            "label_singular": label,
            "folder": folder,
            "extension": "md",
            "format": "yaml-frontmatter",
            "identifier_field": self._fields.names[kind.id],
            "delete": False,
            **self._place(kind),
            "fields": [*self._widgets(kind), body],
        }

    def _place(self, kind: RecordKind) -> dict[str, Any]:
        """Say where a record's file stands, and what its name may be."""
        language = self._translator.language
        if kind.owner:
            return {
                "nested": {"depth": kind.path.count("/"), "subfolders": False},
                "meta": {"path": {}},
                "filter": {"field": self._own_key(kind), "pattern": _PRESENT},
                "summary": "{{dirname}} – {{slug}}",
                "slug": self._slug(kind),
            }
        name = pattern_in_words(ID_PATTERN).in_language(language)
        return {
            "path": "{{slug}}/index",
            **(
                {"media_folder": "files", "public_folder": "files"}
                if _has_attachments(kind)
                else {}
            ),
            "slug": {
                "template": f"{{{{{self._fields.names[kind.id]}}}}}",
                "editable": ["create"],
                "hint": self._translator.text("It becomes the web address and never changes."),
                "pattern": [ID_PATTERN, f"{name[0].upper()}{name[1:]}."],
            },
        }

    def _slug(self, kind: RecordKind) -> dict[str, Any]:
        say = self._translator.text
        if kind.id == "reflection":
            words = say("The date of the meeting, such as 2027-11-17.")
            return {"editable": ["create"], "hint": words, "pattern": [DAY_PATTERN, words]}
        words = say("The name of the product's folder, such as breuken-met-bewijs.")
        return {"editable": ["create"], "hint": words, "pattern": [ID_PATTERN, words]}

    def _own_key(self, kind: RecordKind) -> str:
        """Return a key that every record of a kind has, and no other kind in its folder."""
        beside = {
            key
            for other in RECORD_KINDS.values()
            if other is not kind and other.path.split("/")[0] == kind.path.split("/")[0]
            for key in other.shape.model_fields
        }
        return next(
            field.key
            for field in describe(kind.shape)
            if field.required and not field.many and not field.fields and field.key not in beside
        )

    def _widgets(self, kind: RecordKind) -> Iterator[Widget]:
        def when(field: FieldDescription, path: Path) -> str:
            # An asterisk says already what is always asked for.
            if field.required:
                return ""
            return when_asked(kind, field, path, self._vocabulary, self._translator)

        for field in describe(kind.shape):
            yield self._fields.widget(field, when)

    def _in_words(self, wording: Label) -> str:
        return wording.en if self._translator.language == "en" else wording.nl


def _has_attachments(kind: RecordKind) -> bool:
    return any(
        part.kind is FieldKind.PATH for field in describe(kind.shape) for _, part in field.walk()
    )


# What Markdown of records may hold; a heading of level 1 is the title of the page.
_BUTTONS = [
    *("bold", "italic", "link", "heading-two", "heading-three"),
    *("quote", "bulleted-list", "numbered-list"),
]
