"""What hand-written pages may call, and the sandbox in which they call it."""

from brugwerk.macros.functions import PUBLICATION_KEY, Macros
from brugwerk.macros.sandbox import plain, sandboxed

__all__ = ["PUBLICATION_KEY", "Macros", "plain", "sandboxed"]
