"""Word files of pages: the same content as on the site, to change and to print."""

from brugwerk.exports.word.files import word_files

__all__ = ["word_files"]
