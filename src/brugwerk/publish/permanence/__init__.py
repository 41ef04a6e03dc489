"""An address that was published once goes on answering: with its page, or where that is now."""
