"""Whether everyone can use the site: one page of every kind, as a browser shows it."""
