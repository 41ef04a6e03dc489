"""The languages of the interface: texts from translation catalogues, dates and numbers."""

from brugwerk.language.translator import Translator, translator

__all__ = ["Translator", "translator"]
