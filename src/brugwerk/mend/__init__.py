"""What has exactly one right answer is mended; every other byte of a file stays as it was."""

from brugwerk.mend.mending import FileChangedError, Mended, mended, mended_files

__all__ = ["FileChangedError", "Mended", "mended", "mended_files"]
